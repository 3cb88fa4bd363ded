"""Places that words tell by two others: "on the road between X and Y", "on the X-Y road" is halfway, give or take half the way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.model import Place
from dateline.places.pins import PINNED
from dateline.places.resolve import apart_km

__all__ = ["halfway"]

FAR: Final = 400.0
"""Kilometres beyond which two towns tell nothing of what lies between them."""

LOOK: Final = 60
"""Characters before a name in which it is told to be one of two."""

NEAR: Final = 40.0
"""Kilometres of doubt up to which a place is told nearly."""

BEFORE: Final = re.compile(r"\bbetween(?: the)?(?: [a-z-]+){0,3} $")
MEASURED: Final = re.compile(
    r"(?: village| town| hamlet)?,? (?:[a-z]+ ){0,3}(?:\d[\d.,]*|[a-z]{2,7}) ?(?:km|kilomet(?:re|er)s|miles)(?: \([^()]{1,30}\))? "
    r"(?:[a-z-]+ )?(?:of|from) (?:the (?:city|town|village) of )?"
    r"|, (?:just |located )?(?:to the )?(?:north|south)?-?(?:east|west|north|south) of (?:the (?:city|town|village) of )?"
)
FROM: Final = re.compile(
    r"\b(?:road|highway|motorway|railway|route|track)(?: (?:that )?(?:leading|leads|running|runs))? from(?: the)?(?: [a-z-]+){0,3} $"
)
TO: Final = re.compile(r" to(?: the)?(?: [a-z-]+){0,3} ")
"""What stands before and between the names of a road's ends: "the road from X to Y"."""
DASHES: Final = ("-", "–", "—")
ROAD: Final = re.compile(r" (?:[a-z]+ )?(?:road|highway|motorway|railway|route)\b")
"""What tells that two names are those of the ends of a road."""
AND: Final = re.compile(r" and(?: the)?(?: [a-z-]+){0,3} ")


def halfway(text: str, told: Sequence[Place], place: Place) -> Place:
    """The place that two of those `told` tell together, where `place` is one of the two; else the place itself.

    A village in no list lies where the words measure it from a town: "Dura, 20 km south of Karma".
    """
    for one, other in pairwise(told):
        if place in (one, other) and _joined(text, one, other):
            return _middle(text, one, other) or (_somewhere(text, one, other) if _road(text, one, other) else place)
        if place in (one, other) and one.precision == "unknown" and MEASURED.fullmatch(text, one.end, other.start):
            return _measured(one, other)
    return place


def _measured(village: Place, town: Place) -> Place:
    """A village where it was measured from a town, whose own point the words have moved."""
    return replace(
        village,
        country=town.country,
        admin1=None,
        lat=town.lat,
        lon=town.lon,
        radius_km=town.radius_km,
        precision=town.precision,
    )


def _joined(text: str, one: Place, other: Place) -> bool:
    """Whether both are named as the ends of one stretch: "between X and Y", "the X-Y road"."""
    before = text[max(0, one.start - LOOK) : one.start]
    ends = any(
        joint.fullmatch(text, one.end, other.start) is not None and opens.search(before) is not None
        for joint, opens in ((AND, BEFORE), (TO, FROM))
    )
    return (ends or _road(text, one, other)) and not (one.metonym or other.metonym)


def _road(text: str, one: Place, other: Place) -> bool:
    """Whether both are named as the ends of a road: "the X-Y highway"."""
    return text[one.end : other.start] in DASHES and ROAD.match(text, other.end) is not None


def _somewhere(text: str, one: Place, other: Place) -> Place:
    """A long road, as a place without a point: which part of it is meant is not told."""
    country = one.country if one.country == other.country else None
    return Place(one.start, other.end, text[one.start : other.end], text[one.start : other.end], country=country)


def _middle(text: str, one: Place, other: Place) -> Place | None:
    """The middle of two towns, with half the way as its radius; None where one has no point, or they are far apart."""
    points = [place for place in (one, other) if place.precision in PINNED]
    apart = apart_km(one, other) if len(points) == 2 else None
    if apart is None or apart > FAR:
        return None
    (a, b), (c, d) = ((place.lat or 0.0, place.lon or 0.0) for place in (one, other))
    return Place(
        one.start,
        other.end,
        text[one.start : other.end],
        f"between {one.name} and {other.name}",
        country=one.country if one.country == other.country else None,
        admin1=one.admin1 if one.admin1 == other.admin1 else None,
        lat=round((a + c) / 2, 5),
        lon=round((b + d) / 2, 5),
        radius_km=round(max(1.0, apart / 2), 1),
        precision="near" if apart / 2 <= NEAR else "admin1",
    )
