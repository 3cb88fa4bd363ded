"""Which of its namesakes a name means, from what else a report names: its countries, regions, and what lies together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import cos, hypot, log1p, log10, radians
from typing import Final, NamedTuple

from dateline.model import Place
from dateline.places.gazetteer import Gazetteer
from dateline.places.namesakes import KNOWN_AFAR, LIKE, SOME, VERY_LIKE, Named, held, options
from dateline.places.spelling import bare, likeness, plain
from dateline.places.table import Entry
from dateline.tables import load_table

__all__ = ["KM_A_DEGREE", "Choice", "Named", "apart_km", "circle", "distance_km", "resolve"]

KM_A_DEGREE: Final = 111.2
"""Kilometres of a degree of latitude, on a map that takes the earth for a ball."""


class Choice(NamedTuple):
    """What a name means: its entry, none where every namesake is too far from the report's countries."""

    entry: Entry | None
    country: str | None = None
    doubtful: bool = False
    """Whether another namesake in its region fits about as well, too far from this one to be told as one place with it."""
    beside: tuple[Entry, ...] = ()
    """Namesakes that fit about as well, so near that one circle tells them all."""
    part: bool = False
    """Whether an unlisted part of the entry is meant."""


# What speaks for a namesake, and how much; chosen by hand and by trial on news of many countries.
PEOPLE = 1.5
"""For ten times the people."""
KIND = {"country": 4.0, "area": 3.0, "water": 1.0, "admin1": 0.0, "admin2": -0.2, "town": 0.0}
TOLD_KIND = 3.0
"""For one of the kind that a noun beside the name tells; `OTHER_KIND` for any other."""
OTHER_KIND = -1.5
WITHIN = 6.0
"""For one in the region or country told beside the name."""
BORDERING = 4.0
"""For one just beyond the border of the region told: sources draw borders differently."""
BORDER = 1.15
"""A region's reach, widened so much, still holds what borders on it."""
STRAY = 40.0
"""How far (km) from a region's middle a place of no told region may lie and be in it."""
COUNTRY_TOLD = 3.0
"""For one in the country told most."""
COUNTRY_NEAR = 0.7
"""For one in a neighbour of the country told most."""
COUNTRY_AWAY = -1.2
REGION_TOLD = 1.5
CAPITAL = 2.0
"""For the capital of a country: the world over its bare name means it."""
TOGETHER = 3.0
"""For one around which other names may lie, times the logarithm of how many."""
FAMOUS = 3.6
"""For a city in the list of those known the world over, where no region or country is told beside the name."""
SPELT = 3.0
"""For one that is spelt so to the marks on its letters: "Tarazá" is not Taraz."""
SEAT = 2_000
"""What the seat of a district counts as, in people."""
SHORT = 4
"""Letters of a name that many things have."""
CELL = 1.0
"""Degrees of a cell: names that lie in one or in the next ones lie together."""


class Context(NamedTuple):
    """What a report tells: how often each country, which regions, and how many names may lie in a cell or a region."""

    told: Mapping[str, float]
    regions: frozenset[tuple[str, str]]
    cells: Mapping[tuple[int, int], float]
    areas: Mapping[tuple[str, str | None], float]


def resolve(names: Sequence[Named], told: Mapping[str, float], gazetteer: Gazetteer) -> list[Choice]:
    """For each name what it means; `told` counts what else tells a country: its people, its government."""
    countries = _countries(names, told)
    placed = bool(countries.keys() - told.keys()) or any(_lands(name) or name.within for name in names)
    means = [options(name, countries, placed, gazetteer) for name in names]
    context = _context(names, means, countries)
    return [_choice(name, found, context, gazetteer) for name, found in zip(names, means, strict=True)]


def _countries(names: Iterable[Named], told: Mapping[str, float]) -> Mapping[str, float]:
    """How much each country is told, from 0 to 1: by name, by its people, beside a place, or by places found only there."""
    counted: dict[str, float] = defaultdict(float, told)
    only: dict[str, list[Named]] = defaultdict(list)
    for name in names:
        for land in _lands(name):
            counted[land] += name.times
        if (inside := _only(name.within)) is not None:
            counted[inside] += name.times
        if (sole := _sole(name)) is not None:
            only[sole].append(name)
    others = bool(counted)
    for land, found in only.items():
        own = [name for name in found if not others or any(_called(name.name, entry) for entry in name.entries)]
        if land in counted or len(own) > 1 or any(_known_afar(found[0].name, e, others) for e in found[0].entries):
            counted[land] += sum(name.times for name in found)
    most = max(counted.values(), default=1)
    return {land: log1p(count) / log1p(most) for land, count in counted.items()}


def _lands(name: Named) -> set[str]:
    """The countries with this name; none where a great region has it too: Georgia alone tells neither."""
    lands = {entry.country for entry in name.entries if entry.kind == "country"}
    great = any(entry.kind == "admin1" and entry.population > GREAT for entry in name.entries)
    return set() if great else lands


def _sole(name: Named) -> str | None:
    """The only country where a place of some size, or failing that any, has this name."""
    if any(entry.kind == "country" for entry in name.entries):
        return None
    spelt = [entry for entry in name.entries if _spelt_just_so(name, entry)]
    lands = {entry.country for entry in spelt or name.entries if entry.country and entry.population >= SOME}
    lands = lands or {entry.country for entry in spelt or name.entries if entry.country}
    return next(iter(lands)) if len(lands) == 1 else None


def _spelt_just_so(name: Named, entry: Entry) -> bool:
    """Whether a name has marks on its letters and an entry's first name is the same, marks aside."""
    return not name.name.isascii() and plain(entry.name) == plain(name.name)


def _known_afar(name: str, entry: Entry, others: bool) -> bool:
    """Whether a name alone tells an entry's land: that of a great place, which is its first name where `others` are told."""
    sure = likeness(name, entry.name) >= VERY_LIKE or (entry.kind == "town" and not others)
    return entry.population >= KNOWN_AFAR and sure and not _foreign(name, entry)


def _called(name: str, entry: Entry) -> bool:
    """Whether a name is an entry's first one, or holds that: "Goma Hospital"."""
    return likeness(name, entry.name) >= WELL_LIKE or plain(entry.name) in plain(name)


def _foreign(name: str, entry: Entry) -> bool:
    """Whether a name has an Arabic article and the first name of an entry has none: "al-Nada" is not Nada in China."""
    return plain(name) != bare(name) and plain(entry.name) == bare(entry.name)


def _context(
    names: Sequence[Named], options: Sequence[list[tuple[Entry, float]]], countries: Mapping[str, float]
) -> Context:
    regions = {
        (e.country, e.name) for name in names for e in name.entries if e.kind == "admin1" and e.country in countries
    }
    regions |= {(land, region) for name in names for land, region in name.within if region}
    cells: dict[tuple[int, int], float] = defaultdict(float)
    areas: dict[tuple[str, str | None], float] = defaultdict(float)
    for found in options:
        pulls = _pulls(found)
        for cell, weight in pulls[0].items():
            cells[cell] += weight
        for area, weight in pulls[1].items():
            areas[area] += weight
    return Context(countries, frozenset(regions), cells, areas)


def _pulls(
    found: Sequence[tuple[Entry, float]],
) -> tuple[dict[tuple[int, int], float], dict[tuple[str, str | None], float]]:
    """How much one name pulls to each cell and region it may lie in: all to one where it has no namesakes."""
    cells: dict[tuple[int, int], float] = {}
    areas: dict[tuple[str, str | None], float] = {}
    small = [entry for entry, _ in found if entry.kind in ("town", "admin2", "admin1")]
    most = sum(log10(entry.population + 100) for entry in small) or 1.0
    for entry in small:
        weight = log10(entry.population + 100) / most
        cell = _cell(entry)
        cells[cell] = cells.get(cell, 0.0) + weight
        area = (entry.country, entry.name if entry.kind == "admin1" else entry.admin1)
        areas[area] = areas.get(area, 0.0) + weight
    return cells, areas


def _cell(entry: Entry) -> tuple[int, int]:
    return int(entry.lat // CELL), int(entry.lon // CELL)


def _choice(name: Named, found: Sequence[tuple[Entry, float]], context: Context, gazetteer: Gazetteer) -> Choice:
    if not found:
        return _somewhere(name.within, gazetteer)
    own = _pulls(found)
    scored = sorted(
        ((_score(name, entry, context, own, gazetteer) + penalty, entry) for entry, penalty in found),
        key=lambda pair: (-pair[0], pair[1].place),
    )
    best, entry = scored[0]
    if not _known_to_all(name, entry) and (
        _too_far(name, entry, context, gazetteer)
        or _either(name, entry, found, context)
        or _stray(name, entry, context, own, gazetteer)
    ):
        return _somewhere(name.within, gazetteer)
    close = (other for score, other in scored[1:] if best - score < DOUBT and other.admin1 == entry.admin1)
    others = tuple(other for other in close if distance_km(entry, other) > SAME_KM)
    doubtful = any(distance_km(entry, other) > BESIDE_KM for other in others)
    return Choice(entry, entry.country or None, doubtful, () if doubtful else others)


@cache
def _famous() -> dict[str, str]:
    """The countries of cities known the world over, by plain name."""
    told: dict[str, str] = load_table("places/famous.toml")
    return told


GREAT = 1_000_000
DOUBT = 0.1
SAME_KM = 10.0
"""How far apart two entries may lie that are one place."""
BESIDE_KM = 25.0
"""How far apart two namesakes may lie that one circle tells."""


def _score(
    name: Named,
    entry: Entry,
    context: Context,
    own: tuple[Mapping[tuple[int, int], float], Mapping[tuple[str, str | None], float]],
    gazetteer: Gazetteer,
) -> float:
    score = PEOPLE * log10(_people(entry) + 300) + KIND[entry.kind]
    if entry.kind == "admin2" and not entry.population:
        score += 2.0
    if name.kind:
        score += TOLD_KIND if entry.kind == name.kind else OTHER_KIND
    if name.within:
        score += WITHIN if held(entry, name.within) else BORDERING if _bordering(entry, name.within, gazetteer) else 0.0
    score += _land(entry, context, gazetteer) + _renown(name, entry, gazetteer)
    score += SPELT * _spelt_just_so(name, entry)
    region = (entry.country, entry.name if entry.kind == "admin1" else entry.admin1)
    if entry.kind != "admin1" and region in context.regions:
        score += REGION_TOLD
    row, column = _cell(entry)
    around = sum(
        context.cells.get((row + i, column + j), 0.0) - own[0].get((row + i, column + j), 0.0)
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
    )
    around += 0.5 * (context.areas.get(region, 0.0) - own[1].get(region, 0.0))
    return score + TOGETHER * log1p(max(0.0, around))


def _people(entry: Entry) -> int:
    """Its people. The packaged table lists a town of no told people as it is the seat of a district, which is better known."""
    return SEAT if entry.kind == "town" and not entry.population and entry.place[0] == 0 else entry.population


def _renown(name: Named, entry: Entry, gazetteer: Gazetteer) -> float:
    """What it counts that a bare name means an entry the world over."""
    if _known_to_all(name, entry):
        return FAMOUS
    return CAPITAL if gazetteer.is_capital(entry) else 0.0


def _known_to_all(name: Named, entry: Entry) -> bool:
    """Whether a bare name means a town the world over."""
    return entry.kind == "town" and not name.within and _famous().get(plain(name.name)) == entry.country


def _land(entry: Entry, context: Context, gazetteer: Gazetteer) -> float:
    """What the countries told say of an entry's."""
    if not context.told or not entry.country:
        return 0.0
    if entry.country in context.told:
        return COUNTRY_TOLD * context.told[entry.country]
    near = max((share for land, share in context.told.items() if gazetteer.near(land, entry.country)), default=0.0)
    return COUNTRY_NEAR * near if near else COUNTRY_AWAY


def _bordering(entry: Entry, within: frozenset[tuple[str, str | None]], gazetteer: Gazetteer) -> bool:
    """Whether an entry lies within a region's reach, in its country."""
    for land, name in within:
        region = gazetteer.region(land, name) if land == entry.country else None
        reach = BORDER * region.radius_km if region else 0.0
        if region and distance_km(entry, region) <= (reach if entry.admin1 else max(STRAY, reach)):
            return True
    return False


def distance_km(one: Entry, other: Entry) -> float:
    """How far apart two places lie, in km, as a map of their latitude shows it."""
    return _km(one.lat, one.lon, other.lat, other.lon)


def apart_km(one: Place, other: Place) -> float | None:
    """How far apart two places lie that reports tell of, in km; None where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return _km(one.lat, one.lon, other.lat, other.lon)


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    east = (lon - other_lon) * cos(radians(lat))
    return KM_A_DEGREE * hypot(lat - other_lat, east)


def circle(places: Sequence[Entry]) -> tuple[float, float, float]:
    """The middle (degrees) and radius (km) of a circle that holds some places."""
    lats, lons = [place.lat for place in places], [place.lon for place in places]
    middle = places[0]._replace(lat=(min(lats) + max(lats)) / 2, lon=(min(lons) + max(lons)) / 2)
    return middle.lat, middle.lon, max(distance_km(middle, place) for place in places) + 1.0


def _too_far(name: Named, entry: Entry, context: Context, gazetteer: Gazetteer) -> bool:
    """Whether only a small namesake in a country that the report has nothing to do with is known, or one without its article."""
    if entry.kind in ("country", "area", "water") or not entry.country:
        return False
    if not context.told:
        return entry.kind == "town" and _foreign(name.name, entry)
    if name.within:
        return not held(entry, name.within) and not (
            entry.kind == "admin1" and entry.country in {c for c, _ in name.within}
        )
    if entry.kind == "admin1" and entry.country not in context.told:
        if plain(name.name).replace(" ", "") in SIDES:  # "the North East" of the land told, which has none
            return True
        side = entry.population < GREAT and likeness(name.name, entry.name) < VERY_LIKE  # "West" of which Midlands?
        return side or name.kind not in (None, "admin1")
    if entry.kind == "admin1":
        return False
    if entry.kind == "town" and entry.population < LITTLE and _elsewhere_too(name, entry, context):
        return True
    if entry.country not in context.told and len(bare(name.name)) < SHORT and likeness(name.name, entry.name) < UNLIKE:
        return True
    if entry.country in context.told or any(gazetteer.near(land, entry.country) for land in context.told):
        return False
    known = entry.population >= KNOWN_AFAR and not (_by_another(name, entry, gazetteer) or _foreign(name.name, entry))
    return not (known and (entry.population >= GREAT or likeness(name.name, entry.name) >= VERY_LIKE))


def _elsewhere_too(name: Named, entry: Entry, context: Context) -> bool:
    """Whether a town that only has the name among others lies in another land than the one told most."""
    most = max(context.told.values())
    if context.told.get(entry.country, 0.0) >= most:
        return False
    return UNLIKE <= likeness(name.name, entry.name) < WELL_LIKE


WELL_LIKE = 0.85
"""How alike its first name must look to the name of a town in another land than the one told most; `UNLIKE` a name that is
one of its own, as "Kobani" is of Ayn al Arab."""
UNLIKE = 0.5
LITTLE = 30_000
"""People of a town that is known by no other spelling of its name beyond its land."""
SIDES = frozenset(
    "north south east west central northeast northwest southeast southwest northern southern eastern western".split()
)
"""Names of regions that are sides of any land."""


def _stray(
    name: Named,
    entry: Entry,
    context: Context,
    own: tuple[Mapping[tuple[int, int], float], Mapping[tuple[str, str | None], float]],
    gazetteer: Gazetteer,
) -> bool:
    """Whether a town only sounds like the name, and none of the other names of its land that a report tells is of its region."""
    if entry.kind != "town" or name.within or entry.place in gazetteer.spelt(name.name):
        return False
    others = {
        region: weight - own[1].get((land, region), 0.0)
        for (land, region), weight in context.areas.items()
        if land == entry.country
    }
    return sum(others.values()) >= OTHERS and others.get(entry.admin1, 0.0) < ALONE


OTHERS = 1.5
ALONE = 0.2
"""How many other names of its land there must be, and how few of its region, where a name by sound is no place there."""


def _by_another(name: Named, entry: Entry, gazetteer: Gazetteer) -> bool:
    """Whether a great town is only also called so: by a short name ("Bir"), or by one that is spelt with another article."""
    if likeness(name.name, entry.name) >= LIKE and len(name.name) > SHORT:
        return False
    if likeness(name.name, entry.name) >= VERY_LIKE:
        return False
    return len(name.name) <= SHORT or entry.place not in gazetteer.spelt(name.name)


def _either(name: Named, entry: Entry, found: Sequence[tuple[Entry, float]], context: Context) -> bool:
    """Whether a town is only also called so, where one of that first name lies elsewhere and no country is told."""
    if entry.kind != "town" or context.told or name.within or likeness(name.name, entry.name) >= WELL_LIKE:
        return False
    return any(other.country != entry.country and likeness(name.name, other.name) >= VERY_LIKE for other, _ in found)


def _somewhere(within: frozenset[tuple[str, str | None]], gazetteer: Gazetteer) -> Choice:
    """A place of which only the region or country told beside it is known: an unlisted part of the region."""
    land = _only(within)
    regions = {region for _, region in within if region}
    region = gazetteer.region(land, regions.pop()) if land and len(regions) == 1 else None
    return Choice(region, land, part=region is not None)


def _only(within: frozenset[tuple[str, str | None]]) -> str | None:
    lands = {land for land, _ in within}
    return lands.pop() if len(lands) == 1 else None
