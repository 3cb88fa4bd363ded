"""Unaltered text: folding that keeps every character in its place, and the lines and blocks of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Span

__all__ = ["fold", "lines", "trim"]

_FOLDS = {
    **dict.fromkeys("‘’‚‛ʼʻ`´′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\x0b\x0c", " "),
}
_FOLDED = re.compile("[" + "".join(map(re.escape, _FOLDS)) + "]")


def fold(text: str) -> str:
    """The text with quotes, hyphens and blanks made plain, one character for each: offsets stay true.

    >>> fold("Syria’s “truce”")
    'Syria\\'s "truce"'
    """
    return _FOLDED.sub(lambda odd: _FOLDS[odd.group()], text)


def lines(text: str) -> Iterator[Span]:
    """The lines of a text without their ends; empty ones are left out."""
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        if body.strip():
            yield Span(at, at + len(body))
        at += len(line)


def trim(text: str, span: Span) -> Span:
    """The span without the blanks at its ends.

    >>> trim("  eight people ", Span(0, 15))
    Span(start=2, end=14)
    """
    said = text[span.start : span.end]
    start = span.start + len(said) - len(said.lstrip())
    return Span(start, max(start, span.end - (len(said) - len(said.rstrip()))))
