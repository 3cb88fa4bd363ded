"""Places as people write them when they correct one: a name that the gazetteer knows, or a name with its point.

A pin is one line, so that it reads well in a log and a sheet: `NAME; LAT, LON; RADIUS km; PRECISION; COUNTRY; REGION; ID`,
of which all but the name may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import pi, sqrt
from typing import Final, Literal

from dateline.errors import Misjudged
from dateline.model import Place
from dateline.places.gazetteer import Gazetteer
from dateline.places.spelling import plain
from dateline.places.table import Entry

__all__ = ["PINNED", "Precision", "extent", "pin", "placed"]

Precision = Literal["exact", "near", "admin2", "admin1", "country", "unknown"]
PRECISIONS: Final = ("exact", "near", "admin2", "admin1", "country", "unknown")
PINNED: Final = ("exact", "near")
"""Precisions of what lies at one point of the map."""
PEOPLE_A_KM2: Final = 3_000
"""How densely towns are settled, for the radius of one of which only the people are known."""
NEAR: Final = 40.0
"""Kilometres of radius up to which an area is near its middle."""
LARGE: Final = 220.0
"""Kilometres of radius beyond which an area of more lands than one tells no more than a country."""
POINT: Final = re.compile(r"(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)")
RADIUS: Final = re.compile(r"(\d+(?:\.\d+)?)\s*km")
CODE: Final = re.compile(r"[A-Z]{2}")
ID: Final = re.compile(r"\w+:\S+")
REGION: Final = re.compile(r"\s+(?:province|governorate|region|state|district|oblast)$", re.IGNORECASE)
OFFERED: Final = 6
"""Places of one name that a message lists."""


def extent(entry: Entry) -> tuple[float, Precision]:
    """The radius in km that a place's name covers, and how exactly it tells where."""
    if entry.kind == "town":
        return max(1.0, sqrt(entry.population / PEOPLE_A_KM2 / pi)), "exact"
    if entry.kind == "country" or entry.kind == "admin1" or entry.kind == "admin2":
        return entry.radius_km, entry.kind
    large = entry.radius_km > LARGE and not entry.country
    return entry.radius_km, "near" if entry.radius_km <= NEAR else "country" if large else "admin1"


def pin(said: str, gazetteer: Gazetteer, country: str | None = None) -> str:
    """What somebody wrote as a place, with its point; `country`, by ISO code, decides between places of one name.

    A name may be followed by its region or country, as in "Tripoli, Lebanon". One that no gazetteer knows stays without
    a point. Raises Misjudged, telling what would be right, where several places have the name, and where a point is none.
    """
    name, *rest = (part.strip() for part in said.split(";"))
    if rest and placed(said, 0, 0, "").lat is None and rest != ["unknown"]:
        raise Misjudged(f"{'; '.join(rest)!r} is no point; write it as {name or 'NAME'}; 35.86, 36.81")
    if not name:
        raise Misjudged("a place has a name; write it as NAME, or as NAME; LAT, LON")
    found = _called(name, gazetteer, country) if not rest else ()
    if len(found) > 1:
        raise Misjudged(_asked(name, found))
    return _written(name.partition(",")[0], found[0]) if found else said


def placed(said: str, start: int, end: int, words: str) -> Place:
    """The place that a pin tells, at some words of a report.

    >>> place = placed("Qara; 34.15, 36.74; 3 km; exact; SY; Rural Damascus", 0, 0, "")
    >>> place.name, place.lat, place.lon, place.radius_km, place.precision, place.country, place.admin1
    ('Qara', 34.15, 36.74, 3.0, 'exact', 'SY', 'Rural Damascus')
    >>> placed("the old mill", 0, 0, "").precision
    'unknown'
    """
    name, *rest = (part.strip() for part in said.split(";"))
    place = Place(start, end, words, name)
    for part in rest:
        place = _with(place, part)
    if place.lat is not None and place.precision == "unknown":
        return replace(place, precision="exact", radius_km=place.radius_km or 1.0)
    return place


def _with(place: Place, part: str) -> Place:
    """A place and one more part of its pin."""
    if (point := POINT.fullmatch(part)) is not None:
        lat, lon = float(point[1]), float(point[2])
        return replace(place, lat=lat, lon=lon) if abs(lat) <= 90 and abs(lon) <= 180 else place
    if (radius := RADIUS.fullmatch(part)) is not None:
        return replace(place, radius_km=float(radius[1]))
    if part in PRECISIONS:
        return replace(place, precision=part)  # type: ignore[arg-type]  # one of them
    if CODE.fullmatch(part) is not None:
        return replace(place, country=part)
    return replace(place, id=part) if ID.fullmatch(part) is not None else replace(place, admin1=part or None)


def _called(said: str, gazetteer: Gazetteer, country: str | None) -> Sequence[Entry]:
    """The places that somebody can mean: by the region or country behind the name, else by the country expected."""
    name, _, behind = (part.strip() for part in said.partition(","))
    bare = REGION.sub("", name)
    found = gazetteer.named(name) or gazetteer.named(bare)
    if bare != name:
        found = tuple(entry for entry in found if entry.kind in ("admin1", "admin2"))
    if behind:
        code, region = gazetteer.code_of(behind), plain(REGION.sub("", behind))
        found = tuple(e for e in found if e.country in (code, behind.upper()) or plain(e.admin1 or "") == region)
    elif country is not None:
        found = tuple(entry for entry in found if entry.country == country) or found
    for kind in ("country", "town", "admin1"):
        of_kind = [entry for entry in found if entry.kind == kind]
        if of_kind:
            return [e for e in of_kind if plain(e.name) == plain(bare)] or of_kind
    return found


def _asked(name: str, found: Sequence[Entry]) -> str:
    """What to answer where a name is that of several places."""
    listed = "; ".join(f"{e.name}, {e.admin1 or e.country} ({e.lat:.2f}, {e.lon:.2f})" for e in _largest(found))
    more = f" and {len(found) - OFFERED} more" if len(found) > OFFERED else ""
    how = f"write {name}, REGION or {name}, COUNTRY or {name}; LAT, LON, or {name}; unknown to leave it without a point"
    return f"{len(found)} places are called {name!r}: {listed}{more}; {how}"


def _largest(found: Sequence[Entry]) -> list[Entry]:
    return sorted(found, key=lambda entry: (-entry.population, entry.place))[:OFFERED]


def _written(name: str, entry: Entry) -> str:
    radius, precision = extent(entry)
    told = (
        name,
        f"{entry.lat:.5f}, {entry.lon:.5f}",
        f"{radius:.1f} km",
        precision,
        entry.country,
        entry.admin1,
        entry.id,
    )
    return "; ".join(part for part in told if part)
