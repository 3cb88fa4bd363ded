"""Counts whose verb is told once, of others before them: "no guards were hurt but nine cooks were", "two guards were killed, and so
were nine cooks", "killing four guards in Ostrel and three cooks in Tovana", "in Ostrel four died and in Tovana three"."""

from __future__ import annotations

from typing import Final

from dateline.find.figures.counts import Counted
from dateline.find.figures.row import Reading, Row
from dateline.words.calendar import MONTH_NAMES
from dateline.words.measures import HARMED

__all__ = ["fares_alike", "placed_apart", "told_of_none"]

STANDS: Final = frozenset("was were did have has are is".split())
"""Verbs that stand for the one told before, where nothing follows them."""

LIKEWISE: Final = (["so"], ["as"])
"""What stands before such a verb and those of whom it is said."""

ENDS: Final = frozenset({".", ",", ";", "!", "too", "also", "”", '"', "''", ")", "and", "but", "while"})
"""What may follow a verb that stands for another."""

TURNS: Final = frozenset("but and while whereas although though , ;".split())
"""What joins those of whom it is said to the ones told before."""

NONE: Final = 6
"""Words between a "no" and the verb of those it tells of."""

MONTHS: Final = frozenset(MONTH_NAMES)
"""Names that are no places: "and in May three"."""

ASIDE: Final = 5
"""The most words of a place between two counts."""


def fares_alike(row: Row, one: Counted, before: Reading | None) -> bool:
    """Whether a verb alone tells that what befell those counted before befell these too."""
    if before is None or not row.numbered(one):
        return False
    if row.tokens[one.first - 1 : one.first] and row.tokens[one.first - 1] in STANDS:
        return row.tokens[one.first - 2 : one.first - 1] in LIKEWISE
    verb = row.tokens[one.last : one.last + 1]
    behind = row.tokens[one.last + 1 : one.last + 2]
    return bool(verb) and verb[0] in STANDS and (not behind or behind[0] in ENDS) and _turned(row, one)


def told_of_none(row: Row, one: Counted) -> Reading | None:
    """What a verb alone tells of those counted, where it stands for the one that befell none of others: "no guards were hurt but
    nine cooks were"."""
    verb = next((k for k in range(one.first - 1, -1, -1) if _befalls(row, k)), None)
    none = verb is not None and any(row.small(k, "negatives") for k in range(max(0, verb - NONE), verb))
    if verb is None or not none or one.bare:
        return None
    measure = next(cue.measure for cue in row.cues(verb) if cue.measure in HARMED)
    told = Reading(measure, verb, "lent")
    return told if row.fits(measure, one.noun) and fares_alike(row, one, told) else None


def _befalls(row: Row, at: int) -> bool:
    """Whether a verb tells that somebody died or was hurt."""
    return row.tag(at).startswith("V") and any(
        cue.measure in HARMED and cue.role in ("state", "subject", "either") for cue in row.cues(at)
    )


def _turned(row: Row, one: Counted) -> bool:
    """Whether a clause of its own opens right before a count: "…, but at least nine cooks were"."""
    return one.first > 0 and row.tokens[one.first - 1] in TURNS


def placed_apart(row: Row, before: Counted, one: Counted) -> bool:
    """Whether two counts stand in a list of places, each with its own: "four guards in Ostrel and three cooks in Tovana"; or the
    place of the second leads it: "in Ostrel four died and in Tovana three"."""
    if one.bare and _led_by_place(row, one):
        return True
    spot = before.last
    while row.tag(spot).startswith("V") or row.small(spot, "aux"):
        spot += 1  # "four guards died in Ostrel and three cooks in Tovana"
    if not (2 < one.first - spot <= ASIDE + 2 and row.small(spot, "spot") and row.small(one.last, "spot")):
        return False
    joins = [k for k in range(spot + 1, one.first) if row.tokens[k] in ("and", ",", ";")]
    names = [k for k in range(spot + 1, one.first) if k not in joins]
    named = bool(names) and all(row.tag(k).startswith("NNP") for k in names) and _names_behind(row, one.last)
    return named and bool(joins) and joins[-1] == one.first - 1


def _names_behind(row: Row, spot: int) -> bool:
    """Whether a place stands behind a preposition: "in Tovana", "in the nearby town of Tovana"; and no verb behind it."""
    at = spot + 1
    while row.small(at, "of_place") or row.tag(at) in ("DT", "JJ"):
        at += 1
    named = row.tag(at).startswith("NNP")
    while row.tag(at).startswith("NNP"):
        at += 1
    return named and not row.tag(at).startswith("V")


def _led_by_place(row: Row, one: Counted) -> bool:
    """Whether a bare number ends a clause that only a place opens: "…, and in Tovana three"."""
    at = one.first - 1
    while row.tag(at).startswith("NNP") and row.tokens[at] not in MONTHS:
        at -= 1
    ends = row.tokens[one.last : one.last + 1] in ([], ["."], [","], [";"])
    return at < one.first - 1 and ends and row.small(at, "spot") and row.tokens[at - 1] in ("and", ",", ";")
