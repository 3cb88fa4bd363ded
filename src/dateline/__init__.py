"""Dateline reads what many outlets report on a conflict, finds what each one claims, weighs the claims against each
other, and tells what is known — every field pointing at the characters it came from."""

__version__ = "0.1.0"
