"""What stands in a report and is not its news: corrections, editor's notes, and the clock times of a live blog's entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import Part
from dateline.text import fold
from dateline.words.furniture import addenda, addendum_pattern

__all__ = ["told_apart"]

ENTRY = re.compile(
    r"\n[ \t]*((?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\b\.?)?(?: ?\(?(?:GMT|UTC|[A-Z]{2,3}T|local time)(?:[+-]\d{1,2})?\)?)?)[ \t]*(?:$|[|:-][ \t]+(?=\S)|\u2014[ \t]*(?=\S))",
    re.MULTILINE,
)
"""A clock time that is a line's all, or its head."""
FEWEST = 3
"""Entries from which a page is a live blog: one clock time is a byline's, two a programme's."""
MOST = 2_000
"""Lines that are looked at as entries; what follows is data."""
LONGEST = 200
"""Characters of an addendum that its note tells."""
NEAR = 80
"""Characters from a line's beginning in which such letters stand."""
STORY = ("body", "standfirst")


def told_apart(text: str, parts: Sequence[Part]) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """The parts with addenda as furniture and the times of a live blog's entries as bylines, and what to note of both."""
    folded = fold(text)
    added = list(_addenda(folded))
    entries = _entries(folded, parts)
    notes = tuple(note for _, note in added)
    if entries:
        times = [folded[entry.start : entry.end].strip(" \t|:-\u2014") for entry in entries]
        notes += (f"a live blog of {len(entries)} entries, the first told at {times[0]}, the last at {times[-1]}",)
    over = sorted([part for part, _ in added] + entries)
    return (laid_over(parts, over) if over else tuple(parts)), notes


def laid_over(parts: Sequence[Part], over: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with others laid over them; both in order, neither with an overlap of its own.

    >>> laid_over([Part(0, 9, "body")], [Part(3, 5, "byline")])
    (Part(start=0, end=3, part='body'), Part(start=3, end=5, part='byline'), Part(start=5, end=9, part='body'))
    """
    cuts = sorted({edge for part in over for edge in (part.start, part.end)})
    pieces: list[Part] = []
    at, cover = 0, 0
    for part in parts:
        start = part.start
        while at < len(cuts) and cuts[at] <= start:
            at += 1
        edges = [start]
        while at < len(cuts) and cuts[at] < part.end:
            edges.append(cuts[at])
            at += 1
        for low, high in zip(edges, [*edges[1:], part.end], strict=True):
            while cover < len(over) and over[cover].end <= low:
                cover += 1
            on = cover < len(over) and over[cover].start <= low
            pieces.append(Part(low, high, over[cover].part if on else part.part))
    return tuple(_rejoined(pieces))


def _rejoined(pieces: Sequence[Part]) -> Iterator[Part]:
    """The pieces, where one that was laid over fell apart into neighbours made one again."""
    last: Part | None = None
    for piece in pieces:
        if last is not None and last.part == piece.part == "furniture":
            last = Part(last.start, piece.end, "furniture")
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _addenda(folded: str) -> Iterator[tuple[Part, str]]:
    """Each addendum, which goes on to the end of its line, and the note that tells it."""
    end = 0
    for start in sorted(set(_suspected(folded))):
        match = addendum_pattern().match(folded, start) if start >= end else None
        if match is None:
            continue
        line = folded.find("\n", match.end())
        end = line if line >= 0 else len(folded)
        said = " ".join(folded[start:end].split())
        kind = addenda()[(match.lastindex or 1) - 1].note
        yield Part(start, end, "furniture"), f"{kind}: {said[:LONGEST]}"


def _suspected(folded: str) -> Iterator[int]:
    """Where the lines begin that hold, near their beginning, letters which an addendum needs; the first `MOST` for each."""
    low = folded.replace("\u0130", "I").lower()  # the one letter whose small form is two characters
    for letters in sorted({letters for one in addenda() for letters in one.needs}):
        at = low.find(letters)
        for _ in range(MOST):
            if at < 0:
                break
            line = low.rfind("\n", max(0, at - NEAR), at)
            if line >= 0 or at <= NEAR:
                yield line + 1
            at = low.find(letters, at + 1)


def _entries(folded: str, parts: Sequence[Part]) -> list[Part]:
    """The times of a live blog's entries; none where the page is no live blog."""
    found: list[Part] = []
    at = 0
    for match in ENTRY.finditer(folded):
        below = match.end() + 1
        while at < len(parts) and parts[at].end <= below:
            at += 1
        if at < len(parts) and parts[at].part in STORY:
            found.append(Part(match.start(1), match.end(), "byline"))
        if len(found) >= MOST:
            break
    return found if len(found) >= FEWEST else []
