"""Rates, which count nobody: "40 people a day", "9 deaths per 1,000", "an average of 55,000 a month", "four guards daily"; and earlier tolls that a
report says are overtaken, "up from an earlier count of 17"."""

from __future__ import annotations

from typing import Final

from dateline.find.figures.counts import Counted
from dateline.find.figures.row import FAR, Row
from dateline.words.numbers import load_numbers

__all__ = ["rated"]

NEAR: Final = 2
"""Words between a count and the "daily" that makes it a rate."""

SHARED: Final = 20
"""One in so many is a share."""

GIVEN_UP: Final = (["up", "from"], ["down", "from"], ["all", "but"], ["compared", "with"], ["compared", "to"])
"""What stands before a toll that no longer holds, or before those who were spared."""

INSTEAD: Final = (["instead", "of"], ["rather", "than"])
"""What stands before a toll in whose place another one is told."""

BACK: Final = 6
"""Words between what overtakes a toll, or what it is told for, and the toll."""


def rated(row: Row, one: Counted) -> bool:
    """Whether a number is a rate, or a toll that the report itself says no longer holds."""
    return _each(row, one) or _for_each(row, one) or _average(row, one) or _overtaken(row, one) or _outdone(row, one)


def _each(row: Row, one: Counted) -> bool:
    """Whether a span or so many people stand behind a count that it is told for: "40 people a day", "9 deaths per 1,000"."""
    for k in range(one.last, min(one.last + FAR, len(row.tokens) - 1)):
        if row.tokens[k] in (",", ";") or row.tag(k) == "CD":
            return False
        each = row.small(k, "each") or (k == one.last and row.tokens[k] == "a")
        if each and row.tag(k + 1) == "CD":
            return True
        noun = row.measures.nouns.get(row.tokens[k + 1]) if each else None
        if noun is not None and noun.unit == "span" and not row.small(k + 2, "period_not"):
            return True
    return False


def _for_each(row: Row, one: Counted) -> bool:
    """Whether a count is told for each one or so many of others: "for every guard killed, some 30 villagers died"."""
    openings = (k for k in range(one.first - 2) if row.tokens[k] == "for" and row.small(k + 1, "each"))
    comma = next((row.tokens.index(",", k) for k in openings if "," in row.tokens[k : one.first]), None)
    return comma is not None and one.first - comma <= BACK


def _average(row: Row, one: Counted) -> bool:
    """Whether a count is what there is on average: "an average of 12 raids", "four guards daily"."""
    before = row.tokens[max(0, one.first - 2) : one.first]
    if before[-1:] == ["every"] or row.tokens[one.last : one.last + 2] == ["of", "every"]:
        return True  # "two of every five casualties"
    if before[1:] == ["in"] and row.tag(one.first - 2) == "CD" and (one.amount.best or 0) <= SHARED:
        return True  # "two in five of those displaced"
    if before and row.small(one.first - 1 - (before[-1] == "of"), "averages"):
        return True
    return any(row.small(k, "regularly") or row.tokens[k : k + 2] == ["on", "average"] for k in _behind(row, one))


def _behind(row: Row, one: Counted) -> range:
    return range(one.last, min(one.last + NEAR, len(row.tokens)))


def _overtaken(row: Row, one: Counted) -> bool:
    """Whether another count takes the place of one, "up from 17", "revised an earlier estimate of 30"; or it tells of whom
    nothing is said, "all but two of them died"."""
    near = range(max(0, one.first - BACK), one.first)
    earlier = next((k for k in near if row.small(k, "former")), None)
    revised = earlier is not None and any(row.small(k, "revising") for k in range(max(0, earlier - 3), earlier))
    given_up = row.tokens[one.first - 2 : one.first] in GIVEN_UP
    return revised or given_up or _risen_from(row, one) or _left_behind(row, one) or _corrected(row, one)


def _corrected(row: Row, one: Counted) -> bool:
    """Whether a toll is told as the one that does not hold: "five, not eight",
    "revised from 14 to 11", "to five from eight"."""
    before, exact = row.tokens[max(0, one.first - 2) : one.first], one.amount.qualifier == "exact"
    if before[-1:] == ["not"] or before in INSTEAD:
        return exact and (one.amount.best or 0) > 1 and row.tokens[one.first] != "only"
    toll = any(word in row.measures.tolls or row.small(k, "number") for k, word in enumerate(row.tokens[: one.first]))
    if before[-1:] != ["from"] or not toll:
        return False
    to = row.tokens[one.number_end : one.number_end + 1] == ["to"] and row.tag(one.number_end + 1) == "CD"
    turned = row.tokens[one.first - 3 : one.first - 2] == ["to"] and row.tag(one.first - 2) == "CD"
    return (to or turned) and any(
        word in load_numbers().rising or row.small(k, "revising") for k, word in enumerate(row.tokens[: one.first - 1])
    )


def _outdone(row: Row, one: Counted) -> bool:
    """Whether a count is only told to set off another: "the deadliest raid since the bombing that killed 84"."""
    since = next((k for k in range(one.first - 1, max(0, one.first - FAR), -1) if row.tokens[k] == "since"), None)
    if since is None or not any(row.tag(k) in ("JJS", "RBS") for k in range(max(0, since - BACK), since)):
        return False
    between = row.tokens[since : one.first]
    return "," not in between and not {"that", "which"}.isdisjoint(between)


def _left_behind(row: Row, one: Counted) -> bool:
    """Whether a toll went on to rise to another: the four of "the toll of four had climbed to 29"."""
    rising, told = load_numbers().rising, row.tokens[max(0, one.first - 2) : one.first]
    rose = next(
        (k for k in range(one.last, min(one.last + BACK, len(row.tokens) - 2)) if row.tokens[k] in rising), None
    )
    to = rose is not None and row.tokens[rose + 1] == "to" and row.tag(rose + 2) == "CD"
    return to and told[1:] == ["of"] and told[0] in ("toll", "number", "count", "total")


def _risen_from(row: Row, one: Counted) -> bool:
    """Whether a running toll was at a count before: the 38 of "rose to 41 from 38"."""
    rising, at = load_numbers().rising, one.first - 1
    to = next((k for k in range(at - 2, max(0, at - BACK), -1) if row.tokens[k] == "to"), None)
    return row.tokens[at] == "from" and to is not None and row.tag(to + 1) == "CD" and row.tokens[to - 1] in rising
