"""The toll that a sentence tells to have grown: "two more died, bringing the toll to 17" is one toll, of which the two are a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.find.figures.counts import Counted
from dateline.find.figures.row import Reading, Row
from dateline.find.figures.running import in_all
from dateline.model import Figure
from dateline.words.measures import HARMED

__all__ = ["grown", "taken_in"]

WAYS: Final = ("toll", "list")
"""Ways in which a toll, or the count that was told last, is read."""

SINCE: Final = frozenset({"after", "as", "when", "with"})
"""What stands between a toll that rose and those by whom it did."""

APART: Final = frozenset({"separate", "separately", "elsewhere"})
"""Words that tell of another blow, whose dead are in no toll of the first: "five more in a separate raid"."""

LONG: Final = frozenset({"week", "month", "year", "season", "war", "conflict", "uprising", "campaign", "overall"})
"""Words for what has many blows."""

NEAR: Final = 160
"""Characters between those by whom a toll rose and the sentence that tells to how many."""

OPENS: Final = 12
NEXT: Final = 4
"""Words from the beginning of a sentence within which it tells of a toll, or of what raised it."""

TOLL: Final = frozenset({"toll", "total", "tally"})
"""Words for all who died, that open a sentence: "the death toll now …"."""

POINTS: Final = frozenset({"that", "this", "it", "which", "they", "these"})
"""Words for what the sentence before told."""

IN_ALL: Final = (("in", "all"), ("in", "total"), ("altogether",))
"""What opens a sentence that counts all of those told before."""

NOW: Final = frozenset({"now", "risen", "rose", "rises", "climbed", "reached", "reaches", "increased"})
"""What tells that a toll is larger than it was."""

Told = tuple[Counted, Reading, Counted | None]
"""A count, what it measures, and the whole that it is a part of."""


def grown(row: Row, told: Sequence[Told]) -> list[Told]:
    """The counts of a sentence; those by which a toll of it rose as parts of that toll."""
    tolls = [
        (one, how)
        for one, how, _ in told
        if (how.way in WAYS or in_all(row, one)) and not how.part and not _of_long(row, how)
    ]
    return [
        (one, how, whole) if (toll := _taken_in(row, one, how, tolls)) is None else (one, how._replace(part=True), toll)
        for one, how, whole in told
    ]


def taken_in(row: Row, before: Sequence[Figure], new: Sequence[Figure]) -> list[Figure]:
    """The figures told so far, those of the sentence before as parts of the toll that `new` tells it rose to: "two more bodies
    were found. That brought the toll to 17"."""
    toll = next((one for one in new if one.measure in HARMED and one.part_of is None and one.numbered), None)
    if toll is None or not _runs_on(row, before, toll):
        return list(before)
    return [replace(one, part_of=toll.start) if _rose_by(row, one, toll) else one for one in before]


def _runs_on(row: Row, before: Sequence[Figure], toll: Figure) -> bool:
    """Whether a sentence opens with how far the toll of those told before it rose: "this brings", "in all", "the toll now"."""
    opening = row.tokens[:OPENS]
    if not LONG.isdisjoint(row.tokens) or not APART.isdisjoint(row.tokens):
        return False
    counts = any(said in row.measures.tolls or row.small(k, "number") for k, said in enumerate(opening))
    if row.tokens[0] in POINTS and counts and not row.measures.glue["raising"].isdisjoint(row.tokens[1:NEXT]):
        return True
    if any(list(row.tokens[: len(said)]) == list(said) for said in IN_ALL):
        return True
    last = next((one for one in reversed(before) if one.measure == toll.measure), None)
    said = last.text.lower().split() if last is not None else []
    more = "than" not in said and not row.measures.glue["more"].isdisjoint(said)
    return row.tokens[0] == "the" and not TOLL.isdisjoint(row.tokens[1:NEXT]) and (more or not NOW.isdisjoint(opening))


def _rose_by(row: Row, one: Figure, toll: Figure) -> bool:
    """Whether a figure told shortly before is one by which a toll rose."""
    near = 0 < row.sentence.start - one.end <= NEAR and one.part_of is None and one.numbered and not one.negated
    fewer = one.best is not None and toll.best is not None and one.best < toll.best
    return near and fewer and one.measure == toll.measure and one.period is None and one.modality == toll.modality


def _of_long(row: Row, how: Reading) -> bool:
    """Whether a toll is of a time or a war, of which one blow is but a part: "bringing the week's toll to 60"."""
    return not LONG.isdisjoint(row.tokens[max(0, how.cue - 3) : how.cue + 4])


def _taken_in(row: Row, one: Counted, how: Reading, tolls: Sequence[tuple[Counted, Reading]]) -> Counted | None:
    """The toll of the sentence that rose by a count, None where none did."""
    if how.part or how.way == "toll" or how.negated:
        return None
    fitting = (toll for toll, read in tolls if read.measure == how.measure and toll is not one and _holds(toll, one))
    return next((toll for toll in fitting if _raises(row, one, toll)), None)


def _holds(toll: Counted, one: Counted) -> bool:
    return toll.amount.best is not None and one.amount.best is not None and one.amount.best < toll.amount.best


def _raises(row: Row, one: Counted, toll: Counted) -> bool:
    """Whether a toll rose by a count: "two died, bringing the toll to 17", "rose to 17 after two died", "two more … to 17"; not
    "stood at 40, and another six are missing"."""
    if not APART.isdisjoint(row.tokens):
        return False
    if one.last <= toll.first:
        return (
            _more(row, one)
            or row.tokens[toll.first - 1] == "for"
            or not row.measures.glue["raising"].isdisjoint(row.tokens[one.last : toll.first])
        )
    rose = not row.measures.glue["rising"].isdisjoint(row.tokens[: toll.first])
    return rose and not SINCE.isdisjoint(row.tokens[toll.last : one.first])


def _more(row: Row, one: Counted) -> bool:
    """Whether a count is told to be of more people than those told before: "two more", "another two", not "more than two"."""
    said = row.tokens[max(0, one.first - 1) : one.last + 1]
    return "than" not in said and ("another" in said or not row.measures.glue["more"].isdisjoint(said))
