"""Quotations: stretches between quotation marks, within one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.find.notes import Notes, Sentence
from dateline.model import Span

__all__ = ["quotes"]

MARK = re.compile(r"[\"“”„‟«»]|''|``|(?<!\w)‘‘|’’")
OPENING = ("“", "„", "‟", "«", "``", "‘‘")
CLOSING = ("”", "»", "’’")


def quotes(notes: Notes) -> tuple[Span, ...]:
    """The quotations of a report, marks included.

    One that is not closed ends with its paragraph where curly marks show it open, else with its sentence: a page that
    has lost a mark must not turn inside out.
    """
    found: list[Span] = []
    for _, group in groupby(notes.sentences, key=lambda sentence: sentence.block):
        block = list(group)
        found.extend(_within(notes.report.text, block))
    return tuple(found)


def _within(text: str, block: Sequence[Sentence]) -> Iterator[Span]:
    start, end = block[0].start, block[-1].end
    opened: int | None = None
    for match in MARK.finditer(text, start, end):
        opens = _opens(text, match, start, end)
        if opened is None:
            opened = match.start() if opens is not False else None
        elif opens:
            yield Span(opened, _ended(text, opened, match.start(), block))
            opened = match.start()
        else:
            yield Span(opened, match.end())
            opened = None
    if opened is not None:
        yield Span(opened, _ended(text, opened, end, block))


def _opens(text: str, match: re.Match[str], start: int, end: int) -> bool | None:
    """Whether a mark opens a quotation, by its shape or the blanks around it; None where neither tells."""
    mark = match.group()
    if mark in OPENING or mark in CLOSING:
        return mark in OPENING
    before = match.start() == start or text[match.start() - 1] in " \t\u00a0([-–—"
    after = match.end() >= end or text[match.end()] in " \t\u00a0)].,;:!?-–—"
    return None if before == after else before


def _ended(text: str, opened: int, limit: int, block: Sequence[Sentence]) -> int:
    if text[opened] in OPENING:
        return limit
    return min(limit, next((s.end for s in block if s.end > opened), limit))
