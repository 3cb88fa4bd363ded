"""Places: names recognised without a trained recogniser, and put on the map by what else the report names.

From sentences and times to names of places with their points or areas, `Notes.places`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.find.notes import Notes, Sentence
from dateline.find.places.holders import DISTRICT_KM, holders, lodged, measured
from dateline.find.places.links import behind, held_in
from dateline.find.places.localities import Told, told_around
from dateline.find.places.metonyms import is_metonym
from dateline.find.places.peoples import ACTING, bands_told, peoples_told
from dateline.find.places.quarters import Quarter, kinds_shared, parted, quarters, shortened
from dateline.find.places.recognition import Candidate, enumerations, recognised
from dateline.find.places.toponyms import Stretch, told_by_part
from dateline.model import Place
from dateline.places import Gazetteer
from dateline.places.pins import extent
from dateline.places.resolve import Choice, Named, apart_km, circle, resolve
from dateline.places.spelling import readable
from dateline.places.table import Entry
from dateline.words.actors import Roster
from dateline.words.places import PlaceWords, load_place_words

__all__ = ["places"]


def places(notes: Notes, *, gazetteer: Gazetteer, roster: Roster) -> Notes:
    """Notes with the places that the report names, each with a point where one is known and its doubt as a radius."""
    words = load_place_words()
    readable = replace(notes, sentences=(*notes.sentences, *_datelines(notes)))
    peoples = peoples_told(readable.sentences, gazetteer)
    found = recognised(readable, gazetteer, words, peoples)
    around = [told_around(one, readable.sentences[one.sentence], words) for one in found]
    around = kinds_shared(found, around, notes.report.text)
    parts = quarters(found, notes.report.text)
    found = [_no_region(one, parts.get(n)) for n, one in enumerate(found)]
    acting = peoples + bands_told(readable.sentences, roster)
    weights = {land: ACTING * times for land, times in acting.items()}
    means = _meanings(found, around, weights, notes.report.text, gazetteer)
    means = parted(found, means, parts)
    held = holders(found, notes.report.text)
    means = shortened(found, lodged(found, means, held, gazetteer))
    around = measured(around, means, held)
    made = [
        _place(one, told, choice, readable.sentences[one.sentence], words, gazetteer)
        for one, told, choice in zip(found, around, means, strict=True)
    ]
    made = sorted(_of_the_land(made), key=lambda place: (place.start, place.end))
    return replace(notes, places=tuple(_not_afar(made, notes.report.text)))


def _of_the_land(made: Sequence[Place]) -> list[Place]:
    """The places, where one in no list is of the only land in which the others lie: all towns and regions, or all."""
    lands = Counter(place.country for place in made if place.country and not place.metonym)
    fine = Counter(p.country for p in made if p.country and p.precision not in ("country", "unknown"))
    land, times = next(iter(lands.most_common(1)), ("", 0))
    only = times >= ENOUGH and (times >= MOSTLY * lands.total() or (fine[land] > 0 and fine[land] == fine.total()))
    if not only:
        return list(made)
    return [replace(p, country=land) if p.precision == "unknown" and p.country is None else p for p in made]


ENOUGH = 2
MOSTLY = 0.9
"""How many places, and what share of all, lie in a land that holds the places in no list too."""


def _not_afar(made: Sequence[Place], text: str) -> Iterator[Place]:
    """The places in order, each that is told to be nearby but means a namesake far from all before it as unknown: "fled to
    nearby Paris"."""
    pinned: list[Place] = []
    for place in made:
        told = NEARBY.search(text, max(0, place.start - LOOK), place.start)
        if told and pinned and all(_afar(other, place) for other in pinned):
            yield Place(place.start, place.end, place.text, place.text, country=pinned[-1].country)
            continue
        if place.lat is not None:
            pinned.append(place)
        yield place


def _afar(one: Place, other: Place) -> bool:
    """Whether two places lie too far apart for one to be near the other."""
    km = apart_km(one, other)
    return km is not None and km > AFAR + (one.radius_km or 0.0)


NEARBY = re.compile(r"\bnearby (?:[a-z]+ (?:of )?)?$")
AFAR = 150.0
"""How far (km) from another place none lies that is nearby."""


def _no_region(one: Candidate, quarter: Quarter | None) -> Candidate:
    """The candidate without the regions and countries of its name, where a noun tells it to be a quarter or a district."""
    if quarter is None or quarter.kind is None:
        return one
    if quarter.whole is None and one.stretch.entries and one.stretch.entries[0].kind == "country":
        return one  # "a Myanmar market"
    kinds = ("town",) if quarter.kind == "town" else ("town", "admin2")
    entries = tuple(entry for entry in one.stretch.entries if entry.kind in kinds)
    return replace(one, stretch=one.stretch._replace(entries=entries))


def _datelines(notes: Notes) -> Iterable[Sentence]:
    """The datelines, which hold no claim and are not parsed, but tell where the report was written."""
    text = notes.report.text
    return (
        Sentence(part.start, part.end, text[part.start : part.end], part.part, -1)
        for part in notes.report.parts
        if part.part == "dateline"
    )


LOCATED = frozenset(
    "at_place noun_of noun_after qualified qualifies list_at direction_before dash_after prep_from prep_to".split()
)


Holders = frozenset[tuple[str, str | None]]
Key = tuple[str, Holders, str | None]


def _meanings(
    found: Sequence[Candidate], around: Sequence[Told], peoples: Mapping[str, float], text: str, gazetteer: Gazetteer
) -> list[Choice]:
    """What each mention means: a name has one meaning in a report, unless words beside it tell of another."""
    within = _within(found, text, gazetteer)
    held: dict[str, set[frozenset[tuple[str, str | None]]]] = defaultdict(set)
    for one, inside in zip(found, within, strict=True):
        held[_key(one)].add(inside)
    keys: list[Key] = []
    for one, told, inside in zip(found, around, within, strict=True):
        others = held[_key(one)] - {frozenset()}
        shared = next(iter(others)) if not inside and len(others) == 1 else inside
        keys.append((_key(one), shared, told.kind))
    times: dict[Key, float] = defaultdict(float)
    for key, one in zip(keys, found, strict=True):
        times[key] += 1.0 if one.signs & LOCATED else ACTING
    first = dict(zip(reversed(keys), reversed(found), strict=True))
    names = [
        Named(
            _sideless(first[key].stretch, gazetteer),
            _held_there(first[key].stretch.entries, key[1], key[2])
            or told_by_part(first[key].stretch, gazetteer, load_place_words()),
            key[1],
            key[2],
            times[key],
        )
        for key in times
    ]
    chosen = dict(zip(times, resolve(names, peoples, gazetteer), strict=True))
    return [chosen[key] for key in keys]


def _held_there(entries: tuple[Entry, ...], held: Holders, kind: str | None) -> tuple[Entry, ...]:
    """The namesakes without the country that the noun of a district of other lands rules out: "in Bahrain tehsil"."""
    lands = {land for land, _ in held} if kind == "admin2" else set()
    return tuple(entry for entry in entries if not lands or entry.kind != "country" or entry.country in lands)


def _sideless(stretch: Stretch, gazetteer: Gazetteer) -> str:
    """The name without the side told with it, where no list has the whole: "North Philadelphia"."""
    side = stretch.run[stretch.first]
    sided = side.lower in load_place_words().sides and stretch.last - stretch.first > 1
    return stretch.text[side.end - side.start + 1 :] if sided and not gazetteer.named(stretch.text) else stretch.text


def _key(one: Candidate) -> str:
    return one.stretch.text.lower()


ACTOR = frozenset(("right_title", "right_body", "right_name"))
"""Signs of a land that only tells whose somebody is: "in Goma, U.S. President …"."""


def _within(found: Sequence[Candidate], text: str, gazetteer: Gazetteer) -> list[frozenset[tuple[str, str | None]]]:
    """The regions or countries told right behind each mention: "Goma, North Kivu", "Goma (DR Congo)"."""
    inside = [_unit(one.stretch, text) for one in found]
    enumerated = {n for members in enumerations(found, text) for n in members[:-1]}
    for i in range(len(found) - 1, -1, -1):
        one = found[i].stretch
        if i > 0 and (owner := _owned_by(found[i - 1].stretch, one, text)):
            inside[i] = owner
            continue
        if (land := _of_people(one, text, gazetteer)) is not None:
            inside[i] = frozenset({(land, None)})
            continue
        if i + 1 == len(found):
            continue
        other = found[i + 1].stretch
        between = one.end, other.start
        if not (behind().fullmatch(text, *between) or held_in().fullmatch(text, *between)):
            continue
        if found[i + 1].signs & ACTOR:
            continue
        told = {
            (e.country, e.name if e.kind == "admin1" else None)
            for e in other.entries
            if e.kind in ("country", "admin1") and not _better_known(e, other)
        } or _land_of_district(found[i + 1])
        fits = {h for h in told if any((e.country, e.admin1 if h[1] else None) == h for e in one.entries)}
        shared = {e.country for e in one.entries} & {e.country for e in other.entries} - {""}
        if told and shared.isdisjoint(land for land, _ in told):
            fits = {(land, None) for land in shared}  # "Rafah in southern Gaza": not Mozambique's Gaza
        large = not found[i + 1].signs & SEATED and any(e.population >= LARGE for e in one.entries)
        alike = i in enumerated and not fits and _alike(one, other)
        fitting = frozenset(fits or (() if large or alike else told)) or (frozenset() if alike else inside[i + 1])
        inside[i] = fitting or inside[i]
    return inside


def _unit(one: Stretch, text: str) -> frozenset[tuple[str, str | None]]:
    """The countries that have districts of the sort that the noun behind a name tells: "in Bara tehsil"."""
    noun = UNIT.match(text, one.end)
    return (
        frozenset((land, None) for land in load_place_words().units.get(noun[1].lower(), ())) if noun else frozenset()
    )


UNIT = re.compile(r" (\w+)")


def _land_of_district(one: Candidate) -> set[tuple[str, str | None]]:
    """The only country that has a district of a name, where a noun tells it to be one: "in Pori, Mardan district"."""
    lands = {entry.country for entry in one.stretch.entries if entry.kind == "admin2"}
    return {(land, None) for land in lands} if len(lands) == 1 and one.signs & DISTRICT else set()


DISTRICT = frozenset(("noun_after", "noun_of", "right_tail", "shape_known", "tail_in"))
"""Signs of a name that a noun tells to be a district's."""


def _better_known(region: Entry, told: Stretch) -> bool:
    """Whether a name means an area of another land before a region: the Gaza Strip, and no province in Mozambique."""
    return region.kind == "admin1" and any(
        e.kind == "area" and e.country not in ("", region.country) for e in told.entries
    )


def _of_people(one: Stretch, text: str, gazetteer: Gazetteer) -> str | None:
    """The country by whose people a place is told: "the Zambian town of Mongu", where a list has it there or nowhere."""
    told = OF_PEOPLE.search(text, max(0, one.start - LOOK), one.start)
    people = told["people"] if told is not None else ""
    land = gazetteer.peoples.get(people) or gazetteer.peoples.get(people.rpartition(" ")[2])  # "The Zambian town of"
    return land if not one.entries or any(entry.country == land for entry in one.entries) else None


OF_PEOPLE = re.compile(
    r"\b(?P<people>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:[a-z]+ ){0,2}(?:town|village|city|port|hamlet|district|province|region) of $"
)
LOOK = 60
"""Characters before a name in which its people is told."""


def _owned_by(owner: Stretch, one: Stretch, text: str) -> frozenset[tuple[str, str | None]]:
    """The region that owns a place told right behind it, "Badakhshan province's Kohistan district"; the land, where the name is
    that of one and no noun tells a region: "Niger's Tillaberi region"."""
    owning = OWNING.fullmatch(text, owner.end, one.start)
    if owning is None:
        return frozenset()
    lands = {entry.country for entry in owner.entries if entry.kind == "country"}
    if lands and owning["noun"] is None:
        named = {entry.country for entry in one.entries}
        return frozenset((land, None) for land in lands & named if all(e.kind != "country" for e in one.entries))
    return frozenset((e.country, e.name) for e in owner.entries if e.kind == "admin1")


OWNING = re.compile(
    r"(?: (?P<noun>province|state|region|governorate|oblast|county))?['’]s "
    r"(?:(?!(?:in|at|to|on|of|from|with|and|than|for|by) )[a-z-]+ ){0,3}"
)
"""What stands between a region and what lies in it."""


def _alike(one: Stretch, other: Stretch) -> bool:
    """Whether two names in a row may be of one kind: both towns, or both regions; then neither holds the other."""
    kinds = {entry.kind for entry in other.entries}
    return "town" in kinds or any(entry.kind in kinds for entry in one.entries if entry.kind in ("admin1", "country"))


def _place(
    one: Candidate, told: Told, choice: Choice, sentence: Sentence, words: PlaceWords, gazetteer: Gazetteer
) -> Place:
    stretch, entry = one.stretch, choice.entry
    doubtful = choice.doubtful and entry is not None and entry.kind == "town"
    if doubtful and entry is not None:
        entry = gazetteer.region(entry.country, entry.admin1) or gazetteer.country(entry.country)
    elif entry is not None and entry.kind == "town" and told.kind == "admin2" and not choice.part:
        entry = entry._replace(kind="admin2", radius_km=DISTRICT_KM)
    if entry is None:
        return Place(stretch.start, stretch.end, stretch.text, stretch.text, country=choice.country)
    radius, precision = extent(entry)
    lat, lon = entry.lat, entry.lon
    if choice.beside:
        lat, lon, radius = circle((entry, *choice.beside))
        precision = "near"
    building = choice.part or doubtful or (bool(stretch.shape) and not stretch.entries)
    if told.shift and not (told.own and _own_way(stretch, entry, gazetteer)):
        shift = told.shift.within if entry.kind in ("country", "admin1", "admin2") else told.shift
        lat, lon, radius = shift.moved(lat, lon, radius)
        fine = entry.kind not in ("country", "admin1")
        precision = "near" if precision == "exact" or (fine and shift.km is not None) else precision
    elif told.near and precision == "exact":
        radius, precision = max(radius, told.near), "near"
    elif building and precision == "exact":
        radius, precision = max(radius, BUILDING), "near"
    return Place(
        stretch.start, stretch.end, stretch.text, stretch.text if building else readable(entry.name, entry.country), None if building else entry.id,
        entry.country or None, entry.name if entry.kind == "admin1" else entry.admin1,
        round(lat, 5), round(lon, 5), round(radius, 1), precision,
        is_metonym(one, entry, sentence, words, gazetteer),
    )  # fmt: skip


def _own_way(stretch: Stretch, entry: Entry, gazetteer: Gazetteer) -> bool:
    """Whether the side that a name tells is part of it: "North Kivu", but not "northern Mali"."""
    first = stretch.run[stretch.first].lower.partition("-")[0].removesuffix("ern")
    return bool(gazetteer.named(stretch.text)) or entry.name.lower().startswith(first)


SEATED = frozenset(("shape_seat", "noun_after"))

LARGE = 100_000
"""People of a town that a list of names ("Nairobi, Uganda") must not make another's."""
BUILDING = 10.0
"""How far (km) a building that is named for a town may lie from its middle."""
