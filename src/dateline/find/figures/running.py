"""The toll that a number gives, at a distance from what it counts: "the death toll … to 61", "the number of nuns killed is 4"."""

from __future__ import annotations

from typing import Final

from dateline.find.figures.counts import Counted
from dateline.find.figures.nouns import UNSAID
from dateline.find.figures.row import Reading, Row
from dateline.words.measures import Noun

__all__ = ["in_all", "toll", "totals"]

FAR: Final = 24
"""Words between a toll and its number."""

NAMED: Final = 8
"""Words behind "the number of" in which it is told whose."""


AGAIN: Final = (
    ["total", "to"], ["number", "to"], ["figure", "to"],
    ["total", "at"], ["number", "at"], ["figure", "at"], ["count", "at"], ["estimate", "at"],
)  # fmt: skip
"""Words before a number that counts anew what was counted."""


def toll(row: Row, one: Counted) -> Reading | None:
    """The toll that a number gives, or None where it gives none."""
    tolls, own = row.measures.tolls, row.measures.own
    if not row.fits("killed", one.noun) or not _linked(row, one):
        return None
    behind, size = one.number_end, len(row.tokens)
    turned = row.tokens[one.first - 1] == "to" and row.tokens[behind : behind + 1] == [
        "the"
    ]  # "brought to 9 the number of dead"
    near = range(behind + 1, min(size, behind + 4)) if turned else range(one.first - 1, max(-1, one.first - FAR), -1)
    for at in near:
        measure = tolls.get(" ".join(row.tokens[max(0, at - 1) : at + 1])) or tolls.get(row.tokens[at])
        if measure is None and row.small(at, "number") and row.tokens[at + 1 : at + 2] == ["of"]:
            whose = range(at + 2, min(at + NAMED, size if turned else one.first))
            named = (own.get(row.tokens[k]) or _state(row, k) for k in whose)
            measure = next((name for name in named if name is not None and row.fits(name, one.noun)), None)
        if measure is not None:
            return Reading(measure, at, "toll")
    return None


def _linked(row: Row, one: Counted) -> bool:
    """Whether a number may belong to a toll before it: "stands at 61", "was revised as 39"."""
    before = one.first - 1 - (row.tag(one.first - 1) == "``")
    if row.tokens[before] == "as" and row.tag(before - 1) == "VBN":
        return True
    runs = row.tokens[one.first] in ("from", "by")  # "rose from 17 to 21", "rose by 4 to 21"
    return runs or row.small(before, "toll_links") or row.tokens[before] in row.measures.tolls


def totals(row: Row, one: Counted) -> bool:
    """Whether a bare number counts those counted before once more: "300 families fled, bringing the total to 1,200", "while the
    clinic put the figure at 250"."""
    before = row.tokens[max(0, one.first - 2) : one.first]
    summed = before[-1:] == ["for"] and row.tokens[one.core - 2 : one.core] == ["total", "of"]  # "for a total of 40"
    return one.bare and (before in AGAIN or summed)


def in_all(row: Row, one: Counted) -> bool:
    """Whether a number is the total of those counted right before, whose noun it was given."""
    return totals(row, one._replace(noun=Noun(UNSAID)))


def _state(row: Row, at: int) -> str | None:
    """The measure of what a token says of people: "the number of rebels killed", "the number of nuns who have died"."""
    said = (cue for cue in row.cues(at) if cue.role == "state" or (cue.role == "subject" and cue.form == "ed"))
    return next((cue.measure for cue in said if not cue.needs), None)
