"""The namesakes of a name: those spelt so, those that sound so where none does, and what speaks against each one's spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.places.gazetteer import Gazetteer
from dateline.places.spelling import likeness, plain
from dateline.places.table import Entry

__all__ = ["KNOWN_AFAR", "LIKE", "SOME", "VERY_LIKE", "Named", "held", "options"]


class Named(NamedTuple):
    """A name as a report uses it. `within` holds (country, region or None) told beside it, `kind` the noun beside it."""

    name: str
    entries: tuple[Entry, ...]
    within: frozenset[tuple[str, str | None]] = frozenset()
    kind: str | None = None
    times: float = 1.0


# What speaks against a namesake, and how much.
PROVINCE = -4.0
"""For a town that is only called so after the district around it."""
SEATED = -2.5
"""For a region that shares its name with its seat, a town of `SEAT_LEAST` people."""
SEAT_LEAST = 10_000
ALSO_NAMED = 0.5
"""How alike the name must look to the first name of a seat that is meant by it: "Sulu" is no name for its seat Jolo."""
ALIAS = -2.0
"""For a town whose first name has nothing in common with the name."""
BESIDE_FIRST = 2.5
"""How many times more that counts where a place of `SOME` people in another land has the name as its first."""
ARTICLE = -0.2
"""For one whose names lack the article that the report tells, or all have one that it does not."""
UNLIKE = -6.0
"""For a namesake by sound whose spelling has nothing in common."""
LIKE = 0.7
"""How alike a namesake by sound must look; `ALSO_LIKE` one by another name than its first, `VERY_LIKE` one that sounds nearly so."""
ALSO_LIKE = 0.8
VERY_LIKE = 0.9
SLIP = -2.0
"""For one that sounds only nearly so."""
HEARD = 0.25
"""The least weight of a country in which a namesake is sought by sound: one that is named in passing has none."""
MOST = 40
"""Namesakes weighed for one name: the most populous."""
KNOWN_AFAR = 100_000
"""People of a town that is meant even where its country is not told."""
SOME = 20_000


def options(
    name: Named, countries: Mapping[str, float], placed: bool, gazetteer: Gazetteer
) -> list[tuple[Entry, float]]:
    """The namesakes with what speaks against their spelling; `placed` tells whether any country is told by a place."""
    found = sorted(name.entries, key=lambda e: (-(e.population + 1e9 * (e.kind == "country")), e.place))
    seats = {
        (entry.country, entry.admin1)
        for entry in found
        if entry.kind == "town" and entry.population >= SEAT_LEAST and likeness(name.name, entry.name) >= ALSO_NAMED
    }
    spelt = gazetteer.spelt(name.name) if len(found) > 1 else frozenset()
    first = {e.country for e in found if e.population >= SOME and likeness(name.name, e.name) >= VERY_LIKE}
    near = [
        (
            entry,
            (_alias(name, entry) if first <= {entry.country} else _beside_first(name, entry))
            + _seated(name, entry, seats)
            + _named_for(name, entry, found)
            + ARTICLE * (bool(spelt) and entry.place not in spelt),
        )
        for entry in found[:MOST]
    ]
    near += [(entry, _alias(name, entry)) for entry in found[MOST:] if countries.get(entry.country, 0) > 0.5][:MOST]
    if not _fits(name, near, countries, placed, gazetteer):
        near += _by_sound(name, countries, gazetteer)
    return near


def _seated(name: Named, entry: Entry, seats: set[tuple[str, str | None]]) -> float:
    """What it counts against a region that its seat has its name too, where no noun tells which: the town is meant."""
    return SEATED if name.kind is None and entry.kind == "admin1" and (entry.country, entry.name) in seats else 0.0


def _named_for(name: Named, entry: Entry, found: Sequence[Entry]) -> float:
    """What it counts against a seat that the name is its province's, and another than its own: "Sulu" of Jolo."""
    if entry.kind != "town" or likeness(name.name, entry.name) >= ALSO_LIKE:
        return 0.0
    own = (e for e in found if e.kind == "admin2" and e.country == entry.country and e.admin1 == entry.admin1)
    return PROVINCE if any(likeness(name.name, e.name) >= VERY_LIKE for e in own) else 0.0


def _alias(name: Named, entry: Entry) -> float:
    """What it counts against a town that the name is another one than its first."""
    return ALIAS * (1 - likeness(name.name, entry.name)) if entry.kind == "town" else 0.0


def _beside_first(name: Named, entry: Entry) -> float:
    """What it counts against a town or region that its first name is another, where some other land has one of that first name."""
    return BESIDE_FIRST * ALIAS * (1 - likeness(name.name, entry.name)) if entry.kind in ("town", "admin1") else 0.0


def _by_sound(name: Named, countries: Mapping[str, float], gazetteer: Gazetteer) -> list[tuple[Entry, float]]:
    """Namesakes by sound in the countries told; where none lies in the region told, those that a slip of a letter makes."""
    known = {entry.place for entry in name.entries}
    found = [
        (entry, UNLIKE * (1 - alike) + _alias(name, entry))
        for entry, alike in gazetteer.sounding(name.name)
        if countries.get(entry.country, 0) >= HEARD and entry.place not in known and _heard_as(name, entry, alike)
    ]
    regions = {holder for holder in name.within if holder[1]}
    if not regions or any(held(entry, name.within) for entry, _ in found):
        return found[:MOST]
    slips = [
        (entry, SLIP)
        for entry, alike in gazetteer.nearly_sounding(name.name)
        if alike >= VERY_LIKE and (entry.country, entry.admin1) in regions
    ]
    return found[:MOST] + (slips[:MOST] or _longer_named(name, regions, gazetteer))


def _longer_named(name: Named, regions: set[tuple[str, str | None]], gazetteer: Gazetteer) -> list[tuple[Entry, float]]:
    """The one town of the regions told whose longer name the name opens; none where several do."""
    found = [entry for entry in gazetteer.opened_by(name.name) if (entry.country, entry.admin1) in regions]
    return [(entry, SLIP) for entry in found] if len({(entry.lat, entry.lon) for entry in found}) == 1 else []


def _heard_as(name: Named, entry: Entry, alike: float) -> bool:
    """Whether an entry may be meant that sounds like a name: by its first name, or by another where it is no great town.

    Great ones have names in so many tongues that some name of theirs sounds like anything.
    """
    if alike >= LIKE and likeness(name.name, entry.name) >= LIKE:
        return True
    return alike >= ALSO_LIKE and entry.population < KNOWN_AFAR


def _fits(
    name: Named,
    found: Sequence[tuple[Entry, float]],
    countries: Mapping[str, float],
    placed: bool,
    gazetteer: Gazetteer,
) -> bool:
    """Whether a namesake by spelling lies where the report tells, so that none by sound is sought. Soldiers act far from home:
    where only they tell of a country, a town of some size that is spelt so is meant wherever it lies."""
    if name.within:
        return any(held(entry, name.within) for entry, _ in found)
    return any(
        (entry.country in countries and (entry.kind != "town" or entry.population >= 1_000))
        or (_spelt_so(name, entry) and (not placed or _next_door(entry, countries, gazetteer)))
        for entry, _ in found
    )


def _spelt_so(name: Named, entry: Entry) -> bool:
    """Whether an entry is a town of some size that is spelt as the name."""
    return entry.kind == "town" and entry.population >= SOME and plain(entry.name) == plain(name.name)


def _next_door(entry: Entry, countries: Mapping[str, float], gazetteer: Gazetteer) -> bool:
    """Whether a town lies in a neighbour of a country told."""
    return any(gazetteer.near(land, entry.country) for land in countries)


def held(entry: Entry, within: frozenset[tuple[str, str | None]]) -> bool:
    return (entry.country, None) in within or (entry.country, entry.admin1) in within
