"""The text of a report on a page: its parts told apart, every claim marked in place, the words of a link marked twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from dateline.rows import Row
from dateline.web.veil import distressing

__all__ = ["Words", "marked", "words_asked"]

Words = tuple[int, int] | None
VEILED: Final = Markup(
    '<div class="veil" tabindex="0" role="group" aria-label="Distressing words; this shows them">{}</div>'
)
MOST_SHOWN: Final = 400_000
"""Characters of a report shown; a page longer than this stops a browser. What is left out is said."""


def words_asked(told: str | None, length: int) -> Words:
    """The stretch of text an address asks for, as `120-240`; None where it asks for none that the text has.

    >>> words_asked("120-240", 300), words_asked("9-4", 300), words_asked("a", 300)
    ((120, 240), None, None)
    """
    first, _, last = (told or "").partition("-")
    if not (first.isdecimal() and last.isdecimal() and len(first) < 10 and len(last) < 10):
        return None
    start, end = int(first), int(last)
    return (start, end) if 0 <= start < end <= length else None


def marked(report: Row, claims: Sequence[Row], words: Words) -> Markup:
    """The report's text as paragraphs; claims as links to their notes in the margin."""
    numbers = {claim["id"]: n for n, claim in enumerate(claims, 1)}
    return Markup("\n").join(
        _paragraph(
            part, at, line, Markup("").join(_pieces(report["text"], (at, at + len(line)), claims, numbers, words))
        )
        for part, at, line in _lines(report)
    )


def _paragraph(part: str, at: int, line: str, said: Markup) -> Markup:
    """A line as a paragraph that knows where it stands; one with distressing words is veiled."""
    told = Markup('<p class="{}" data-at="{}" dir="auto">{}</p>').format(part, at, said)
    return VEILED.format(told) if distressing(line) else told


def _lines(report: Row) -> Iterator[tuple[str, int, str]]:
    """The lines of the text that say something: the part each belongs to, where it stands, and the line."""
    text = report["text"]
    for part in report["parts"]:
        at = part["start"]
        for line in text[at : min(part["end"], MOST_SHOWN)].splitlines(keepends=True):
            if line.strip():
                yield part["part"], at, line
            at += len(line)


def _pieces(
    text: str, line: tuple[int, int], claims: Sequence[Row], numbers: dict[str, int], words: Words
) -> Iterator[Markup]:
    """The characters of a line, each stretch inside the mark of the narrowest claim that holds it."""
    start, end = line
    here = [claim for claim in claims if claim["start"] < end and start < claim["end"]]
    spans = [(claim["start"], claim["end"]) for claim in here] + ([words] if words else [])
    edges = sorted({start, end, *(min(end, max(start, edge)) for span in spans for edge in span)})
    for left, right in pairwise(edges):
        holders = [claim for claim in here if claim["start"] <= left and right <= claim["end"]]
        said: Markup | str = text[left:right]
        if words and words[0] <= left and right <= words[1]:
            said = Markup('<span class="asked"{}>{}</span>').format(
                Markup(' id="asked"') if left == max(start, words[0]) and words[0] >= start else "", said
            )
        if holders:
            *outer, inner = sorted(holders, key=lambda c: (c["start"] - c["end"], c["id"]))
            opening = sorted(numbers[claim["id"]] for claim in holders if claim["start"] == left)
            said = _mark(inner["stance"], opening, said, within=bool(outer))
        yield Markup("{}").format(said)


def _mark(stance: str, opening: Sequence[int], said: Markup | str, *, within: bool) -> Markup:
    """Marked words, with the number of every claim that starts there; those of a claim within another one stand out."""
    sign = Markup('<sup class="n" id="w{}"><a href="#c{}">{}</a></sup>')
    signs = Markup("").join(sign.format(number, number, number) for number in opening)
    return Markup('<mark class="{}{}">{}{}</mark>').format(stance, " within" if within else "", signs, said)
