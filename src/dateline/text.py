"""Unaltered text: folding that keeps every character in its place, and the lines and blocks of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.model import PartName, Report, Span

__all__ = ["fold", "lines", "paragraphs", "story_of", "trim"]

STORY: Final[tuple[PartName, ...]] = ("headline", "standfirst", "body", "caption")
"""What of a page is its story: all else, the latest headlines beside it and the number of its readers, changes by itself."""
NARROW, WIDE = 40, 100
"""Characters of the widths at which texts are broken by machine."""

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


def story_of(report: Report) -> str:
    """What a report tells, without what stands around it and with its blanks made one: two states of a page tell the same
    where this is the same."""
    told = (report.text[part.start : part.end] for part in report.parts if part.part in STORY)
    return "\n".join(" ".join(said.split()) for said in told)


def lines(text: str) -> Iterator[Span]:
    """The lines of a text without their ends; empty ones are left out."""
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        if body.strip():
            yield Span(at, at + len(body))
        at += len(line)


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of a text; where it is broken at a fixed width, as old wires and mails are, its blocks of lines.

    >>> wire = "THE ARMY SAID IT HAD TAKEN BOTH BANKS OF THE RIVER\\nBEFORE DAWN.  " * 4
    >>> len(list(lines(wire))), len(list(paragraphs(wire)))
    (5, 1)
    """
    found = list(lines(text))
    if not _wrapped(text, found):
        yield from found
        return
    start = 0
    for i, line in enumerate(found):
        if i + 1 == len(found) or text.count("\n", line.end, found[i + 1].start) > 1:
            yield Span(found[start].start, line.end)
            start = i + 1


def _wrapped(text: str, found: Sequence[Span]) -> bool:
    """Whether most lines stop short of a common width without ending a sentence."""
    lengths = sorted(line.end - line.start for line in found)
    measure = lengths[len(lengths) * 9 // 10] if lengths else 0
    if not NARROW <= measure <= WIDE:
        return False
    full = sum(line.end - line.start >= 0.7 * measure and text[line.end - 1] not in ".!?:\"'”’)" for line in found)
    return full * 2 >= len(found)


def trim(text: str, span: Span) -> Span:
    """The span without the blanks at its ends.

    >>> trim("  eight people ", Span(0, 15))
    Span(start=2, end=14)
    """
    said = text[span.start : span.end]
    start = span.start + len(said) - len(said.lstrip())
    return Span(start, max(start, span.end - (len(said) - len(said.rstrip()))))
