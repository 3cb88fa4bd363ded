"""Which of the places that claims of one happening name it has, and whether two of them can be one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.model import Place
from dateline.weigh.traits import Traits
from dateline.words.weigh import plain

__all__ = ["can_be_one", "kilometres", "place_of"]

EARTH_KM: Final = 12742
TOWNS_KM: Final = 11.0
"""How far apart two towns of one happening may lie."""
AREA_KM: Final = 130.0
"""How far from the middle of an area what lies in it may be."""
MOST: Final = 0.8
"""The share of what most claims can mean that a finer place must keep."""
FINENESS: Final = {"town": 0, "area": 1, "country": 2}


def place_of(group: Sequence[Traits], kind: str) -> Place | None:
    """The finest of the places that most claims can mean: a town in the area told more often, never one elsewhere.

    Of places equally fine, the one that most claims of the event's own type name.
    """
    placed = [one for one in group if one.place is not None]
    told = [one for one in placed if not one.spoken] or placed
    if not told:
        return None
    named: dict[str, Traits] = {}
    for one in sorted(told, key=lambda one: (math.isnan(one.lat), one.claim.id)):
        named.setdefault(one.place or "", one)
    count, own = _voted(told), _voted([one for one in told if one.claim.type == kind])
    meant = {name: _meant(name, named, count) for name in sorted(named)}
    most = max(meant.values())
    fit = [name for name in meant if meant[name] > MOST * most]
    best = min(fit, key=lambda name: (FINENESS[named[name].breadth], -own[name], -count[name], name))
    return min((one.claim.place for one in told if one.place == best and one.claim.place is not None), key=_fineness)


def _voted(told: Sequence[Traits]) -> Counter[str]:
    """How much speaks for each place: what a claim's own words name counts twice what it goes on from."""
    votes: Counter[str] = Counter()
    for one in told:
        votes[one.place or ""] += 2 if one.firm_place else 1
    return votes


def _meant(name: str, named: dict[str, Traits], count: Counter[str]) -> int:
    """How much can mean a place; one that no gazetteer knows and one claim alone names is meant by that one."""
    one = named[name]
    if math.isnan(one.lat) and count[name] <= 2:
        return count[name]
    return sum(n for other, n in count.items() if _near(one, named[other]))


def _near(one: Traits, other: Traits) -> bool:
    """Whether two places of one event can be one, where no gazetteer may know the one: a village near the town."""
    unknown = math.isnan(one.lat) or math.isnan(other.lat)
    return can_be_one(one, other) or (
        unknown and (None in (one.country, other.country) or one.country == other.country)
    )


def _fineness(place: Place) -> tuple[bool, float, str, str, int]:
    radius = place.radius_km if place.radius_km is not None else math.inf
    return place.lat is None, radius, place.id or "", place.name, place.start


def can_be_one(one: Traits, other: Traits) -> bool:
    """Whether the places of two claims can be one: the same, neighbours, or one within the other."""
    if one.place == other.place or _province_of(one, other) or _province_of(other, one):
        return True
    breadths = {one.breadth, other.breadth}
    if "country" in breadths:
        return one.country is None or other.country is None or one.country == other.country
    apart = kilometres(one, other)
    if math.isnan(apart):
        return "area" in breadths
    return apart <= (AREA_KM if "area" in breadths else TOWNS_KM)


def _province_of(one: Traits, other: Traits) -> bool:
    """Whether a place bears the name of the other's province, which it may then mean."""
    place = other.claim.place
    return place is not None and place.admin1 is not None and plain(place.admin1) == one.place


def kilometres(one: Traits, other: Traits) -> float:
    """How far apart the places of two claims lie; NaN where either has no point."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    turn = math.radians(other.lon - one.lon)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return EARTH_KM * math.asin(math.sqrt(min(half, 1.0))) if not math.isnan(half) else math.nan
