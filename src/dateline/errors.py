"""The few errors, each saying what was wrong, where, and what would be right.

DatelineError
├── Unreadable      an input that cannot be read: it becomes a row of `unread`
├── BadWords        a data file of words, places or phenomena that breaks its own rules
├── MissingPart     the model or the gazetteer is not there
├── Overtaken       a decision on something that another person decided on meanwhile
├── Misjudged       a decision that says too little, or what nothing in the record can say
├── Refused         what a record's own rules forbid: nothing of it is kept
├── Unusable        a record that cannot be used now: locked, not writable, its disk full, its server silent
└── BrokenRecord    a record that is not ours, or fails its integrity check
"""

from __future__ import annotations

__all__ = [
    "BadWords",
    "BrokenRecord",
    "DatelineError",
    "Misjudged",
    "MissingPart",
    "Overtaken",
    "Refused",
    "Unreadable",
    "Unusable",
]


class DatelineError(Exception):
    """Something that the person at the keyboard can act upon."""


class Unreadable(DatelineError):
    """An input that cannot be read, with a one-word `reason` and a `detail` in plain words."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class BadWords(DatelineError):
    """A data file that breaks its own rules: `where` names file and key, `what` tells what would be right."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")


class MissingPart(DatelineError):
    """The language model or the gazetteer is not installed; the message tells what to run."""


class BrokenRecord(DatelineError):
    """A file that is not a record, or one that fails its integrity check."""


class Overtaken(DatelineError):
    """A decision made in sight of an older state: somebody else decided meanwhile, and nothing was kept."""


class Misjudged(DatelineError, ValueError):
    """A decision that says too little, or is on nothing the record holds; the message tells what would be right."""


class Refused(DatelineError):
    """What a record's own rules forbid, as changing a decision or keeping a claim of no report."""


class Unusable(DatelineError):
    """A record that cannot be used now: another process writes, the disk is full or read-only, a server is silent."""
