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
FARTHEST = 3
"""Paragraphs without any mark that a quotation may go on through: a page may give each of its sentences one."""
CLOSING = ("”", "»", "’’")


def quotes(notes: Notes) -> tuple[Span, ...]:
    """The quotations of a report, marks included.

    One that is not closed in its paragraph goes on to a mark that closes it in one of the next ones, with no other mark
    between. Else it ends with its paragraph where a curly mark shows it open, or with its sentence: a page that has lost a
    mark must not turn inside out. Where the next paragraph opens with a mark of its own, it went on to the end of its own.
    """
    text = notes.report.text
    found: list[Span] = []
    left: tuple[int, int] | None = None
    home: Sequence[Sentence] = ()
    passed = 0
    for _, group in groupby(notes.sentences, key=lambda sentence: sentence.block):
        block = list(group)
        marks = [(mark.start(), mark.end(), _opens(text, mark, block)) for mark in _marks(text, block)]
        if left is not None and not marks and passed < FARTHEST:
            passed += 1
            continue
        if left is not None and marks and marks[0][2] is False:
            found.append(Span(left[0], marks.pop(0)[1]))
        elif left is not None:
            reopened = bool(marks) and marks[0][0] == block[0].start and passed == 0
            found.append(Span(left[0], home[-1].end if reopened else left[1]))
        passed = 0
        left, home = _within(text, block, marks, found), block
    return tuple(found) if left is None else (*found, Span(*left))


def _marks(text: str, block: Sequence[Sentence]) -> Iterator[re.Match[str]]:
    return MARK.finditer(text, block[0].start, block[-1].end)


def _within(
    text: str, block: Sequence[Sentence], marks: Sequence[tuple[int, int, bool | None]], found: list[Span]
) -> tuple[int, int] | None:
    """Adds the quotations closed within a paragraph; gives where one left open starts, and where it ends if need be."""
    opened: int | None = None
    for start, end, opens in marks:
        if opened is None:
            opened = start if opens is not False else None
        elif opens:
            found.append(Span(opened, _ended(text, opened, start, block)))
            opened = start
        else:
            found.append(Span(opened, end))
            opened = None
    return None if opened is None else (opened, _ended(text, opened, block[-1].end, block))


def _opens(text: str, match: re.Match[str], block: Sequence[Sentence]) -> bool | None:
    """Whether a mark opens a quotation, by its shape or the blanks around it; None where neither tells."""
    mark = match.group()
    if mark in OPENING or mark in CLOSING:
        return mark in OPENING
    start, end = block[0].start, block[-1].end
    before = match.start() == start or text[match.start() - 1] in " \t\u00a0([-–—"
    after = match.end() >= end or text[match.end()] in " \t\u00a0)].,;:!?-–—"
    return None if before == after else before


def _ended(text: str, opened: int, limit: int, block: Sequence[Sentence]) -> int:
    if text[opened] in OPENING or opened == block[0].start:
        return limit
    return min(limit, next((s.end for s in block if s.end > opened), limit))
