"""What stands in a report and is not its news: corrections and editor's notes, galleries, and the times of a live blog's entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.model import Part
from dateline.read.liveblog import entries_in
from dateline.read.parts.galleries import gallery_slides, videos
from dateline.text import fold
from dateline.words.furniture import addenda, addendum_pattern

__all__ = ["told_apart"]

MOST = 2_000
"""Lines that are looked at for each of the letters; what follows is data."""
LONGEST = 200
"""Characters of an addendum that its note tells."""
NEAR = 80
"""Characters from a line's beginning in which such letters stand."""


class Apart(NamedTuple):
    """The parts of a report with what is not its news told apart, what to note of it, and where a live blog's times stand."""

    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    entries: tuple[Part, ...]


def told_apart(text: str, parts: Sequence[Part]) -> Apart:
    """The parts with addenda as furniture, the times of a live blog's entries as bylines, galleries and videos beside the story as teasers."""
    folded = fold(text)
    added = list(_addenda(folded))
    parts = laid_over(parts, videos(folded, parts))
    entries = entries_in(folded, parts)
    notes = tuple(note for _, note in added)
    if entries:
        times = [folded[entry.start : entry.end].strip(" \t|:-\u2014") for entry in entries]
        notes += (f"a live blog of {len(entries)} entries, the first told at {times[0]}, the last at {times[-1]}",)
    over = sorted([part for part, _ in added] + entries)
    apart = laid_over(parts, over) if over else tuple(parts)
    slides = gallery_slides(folded, apart)
    if slides:
        notes += ("a gallery beside the story was not read",)
        apart = laid_over(apart, slides)
    return Apart(apart, notes, tuple(entries))


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
