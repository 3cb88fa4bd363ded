"""Quotations: stretches between quotation marks, within one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from dateline.find.notes import Notes
from dateline.model import Span

__all__ = ["quotes"]

MARK = re.compile(r"[\"“”„‟«»]|''|``|(?<!\w)‘‘|’’")
OPENING = "“„‟«"


def quotes(notes: Notes) -> tuple[Span, ...]:
    """The quotations of a report, marks included; one that is not closed ends with its paragraph."""
    found: list[Span] = []
    for _, group in groupby(notes.sentences, key=lambda sentence: sentence.block):
        block = list(group)
        found.extend(_within(notes.report.text, block[0].start, block[-1].end))
    return tuple(found)


def _within(text: str, start: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    for match in MARK.finditer(text, start, end):
        mark = match.group()
        if opened is None:
            if mark in OPENING or mark in ('"', "''", "``", "‘‘"):
                opened = match.start()
        elif mark not in OPENING:
            yield Span(opened, match.end())
            opened = None
        elif text[max(start, match.start() - 1)].isspace() and text[opened] in OPENING:
            # A second opening mark: the first was never closed, as where a quotation runs over paragraphs.
            yield Span(opened, match.start())
            opened = match.start()
    if opened is not None:
        yield Span(opened, end)
