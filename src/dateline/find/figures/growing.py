"""The toll that a sentence tells to have grown: "two more died, bringing the toll to 17" is one toll, of which the two are a part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.figures.counts import Counted
from dateline.find.figures.row import Reading, Row

__all__ = ["grown"]

WAYS: Final = ("toll", "list")
"""Ways in which a toll, or the count that was told last, is read."""

SINCE: Final = frozenset({"after", "as", "when", "with"})
"""What stands between a toll that rose and those by whom it did."""

APART: Final = frozenset({"separate", "separately", "elsewhere"})
"""Words that tell of another blow, whose dead are in no toll of the first: "five more in a separate raid"."""

LONG: Final = frozenset({"week", "month", "year", "season", "war", "conflict", "uprising", "campaign", "overall"})
"""Words for what has many blows."""

Told = tuple[Counted, Reading, Counted | None]
"""A count, what it measures, and the whole that it is a part of."""


def grown(row: Row, told: Sequence[Told]) -> list[Told]:
    """The counts of a sentence; those by which a toll of it rose as parts of that toll."""
    tolls = [(one, how) for one, how, _ in told if how.way in WAYS and not how.part and not _of_long(row, how)]
    return [
        (one, how, whole) if (toll := _taken_in(row, one, how, tolls)) is None else (one, how._replace(part=True), toll)
        for one, how, whole in told
    ]


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
        return _more(row, one) or not row.measures.glue["raising"].isdisjoint(row.tokens[one.last : toll.first])
    rose = not row.measures.glue["rising"].isdisjoint(row.tokens[: toll.first])
    return rose and not SINCE.isdisjoint(row.tokens[toll.last : one.first])


def _more(row: Row, one: Counted) -> bool:
    """Whether a count is told to be of more people than those told before: "two more", "another two", not "more than two"."""
    said = row.tokens[max(0, one.first - 1) : one.last + 1]
    return "than" not in said and ("another" in said or not row.measures.glue["more"].isdisjoint(said))
