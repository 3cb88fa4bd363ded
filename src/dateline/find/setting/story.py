"""Where a story plays: the place that a claim goes on about where its own words tell none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from math import cos, hypot, radians
from typing import Final, NamedTuple

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.distance import sentence_at, stands_at, upward, within, word_at
from dateline.find.sentences.tags import SUBJECTS
from dateline.find.setting.blows import many_blows
from dateline.find.setting.capitals import is_capital
from dateline.find.setting.elsewhere import beside_the_point, spoken_in, treated_in
from dateline.find.setting.grain import LARGE, grain
from dateline.find.setting.spoken import covering
from dateline.model import Claim, Place, Span
from dateline.phenomena.types import PACTS, TRUCES
from dateline.places import load_gazetteer
from dateline.places.pins import PINNED
from dateline.places.resolve import KM_A_DEGREE
from dateline.places.spelling import plain
from dateline.words.places import load_place_words
from dateline.words.recall import load_recall

__all__ = [
    "ACTS",
    "GROUND",
    "Namings",
    "faded",
    "fought_over",
    "in_town",
    "main_place",
    "named_before",
    "named_beside",
    "namings",
    "place_of_story",
    "spoken_of",
    "wider",
]

ACTS: Final = frozenset(
    "armed_attack airstrike shelling clash facility_attack casualty_figure territorial_control ceasefire_violation".split()
)
"""Types whose claims go on about a happening told before."""

GROUND: Final = ACTS | {"displacement_figure", "humanitarian_aid", "protest", "detention"}
"""Types that happen somewhere on the ground, and so place a story."""

PLACING: Final = GROUND | {"accusation"}
"""Types that tell where a story plays: whoever blames somebody for a blow tells where it fell."""

TOLD_HERE: Final = 3
"""How many namings it is worth that something happened at a place."""

FADING: Final = 3
"""Sentences for which a place that was named holds, however little the report is about it."""

MAINLY: Final = 0.25
"""The share of all namings from which a report is mainly about a place."""

HOME: Final = frozenset({"protest", "detention"})
"""Types of what people do at home: Iranian police do it in Iran."""

ABROAD: Final = frozenset({"media", "ngo", "monitor", "intergovernmental"})
"""Kinds of actors who are at work far from home."""


def main_place(notes: Notes, claims: Sequence[Claim], country: Place | None) -> Place | None:
    """The place, finer than a country, that the report names most of those where something happened; the first of equals.

    Capitals abroad, where people speak, are no place of the story; nor is one that is only named.
    """
    acts = [c.place for c in claims if c.place is not None and c.type in PLACING and not c.background]
    acts = [place for place in acts if not _brought_to(notes, place)]
    named = [p for p in (*notes.places, *acts * TOLD_HERE) if p.precision != "country" and not p.metonym]
    lie = Counter(place.country for place in named if place.country is not None)
    home = country.country if country is not None else max(lie, key=lambda c: lie[c], default=None)
    here = {place.name for place in (*acts, *_headed(notes, acts))}
    fine = [place for place in named if home in (None, place.country) and place.name in here]
    past = [Span(c.start, c.end) for c in claims if c.background]
    fine = fine or [p for p in spoken_of(notes) if home in (None, p.country) and not _in_any(p, past)]
    fine = [place for place in fine if place.precision != "unknown"] or fine
    counts: Counter[tuple[str, str]] = Counter(_named_as(place) for place in fine)
    most = max(fine, key=lambda place: counts[_named_as(place)], default=None)
    return _town_of(most, fine, counts)


def _brought_to(notes: Notes, place: Place) -> bool:
    """Whether the hurt were only brought to a place."""
    found = stands_at(notes, place)
    return found is not None and treated_in(upward(*found))


def _in_any(place: Place, spans: Sequence[Span]) -> bool:
    return any(Span(place.start, place.end) in span for span in spans)


def _named_as(place: Place) -> tuple[str, str]:
    """What namings of one place share: its name and grain, the same for a town and what is near it."""
    return place.name, "exact" if place.precision == "near" else place.precision


def spoken_of(notes: Notes) -> Iterator[Place]:
    """The places of blows that somebody only speaks of: "condemned the raid on a clinic in Goma"."""
    blows = {(f.sentence, f.head) for f in notes.frames if f.type in ACTS and not f.negated}
    for place in notes.places if blows else ():
        found = sentence_at(notes, place.start)
        at = word_at(found[1], place) if found else None
        if found is None or at is None or place.metonym or place.precision == "country":
            continue
        above = _nominal(found[1], at)
        if above and above[0].lower in load_place_words().located and any((found[0], w.i) in blows for w in above):
            yield place


def _nominal(sentence: Sentence, at: int) -> list[Word]:
    """The prepositions and nouns above a word, up to what is neither."""
    passed = takewhile(lambda word: word.tag == "IN" or word.tag.startswith("NN"), upward(sentence, at)[1:])
    return list(passed)


class Namings(NamedTuple):
    """Where a report names its places that are finer than a country, by their names, and how many such namings there are;
    where it names each country first; and by their country the places for which it says that a truce holds, by their names.
    """

    starts: Mapping[str, Sequence[int]]
    total: int
    lands: Mapping[str | None, Place]
    truces: Mapping[str | None, Mapping[str, Place]]
    sides: frozenset[str]
    """The lands of the armed sides of which it tells an agreement."""


def namings(notes: Notes) -> Namings:
    """Where a report names its places, in order of the text."""
    starts: dict[str, list[int]] = defaultdict(list)
    lands: dict[str | None, Place] = {}
    truces: dict[str | None, dict[str, Place]] = defaultdict(dict)
    for place in notes.places:
        if place.precision == "country":
            lands.setdefault(place.country, place)
        elif not place.metonym:
            starts[place.name].append(place.start)
            if _under_truce(notes.report.text, place):
                truces[place.country].setdefault(place.name, place)
    told = (party for frame in notes.frames if frame.type in PACTS for party in (*frame.by, *frame.to))
    sides = frozenset(party.country for party in told if party.kind in ARMED and party.country)
    return Namings(starts, sum(map(len, starts.values())), lands, truces, sides)


def named_beside(notes: Notes, at: int, country: Place | None) -> Place | None:
    """The place that the sentences right before a character locate something in, the last first; else that of the next one."""
    found = sentence_at(notes, at)
    if found is None:
        return None
    number, _ = found
    for near in (number - 1, number - 2, number + 1):
        if 0 <= near < len(notes.sentences):
            told = [
                place for place in within(notes.places, notes.sentences[near].span) if _holds(notes, place, country)
            ]
            if told:
                return told[0]
    return None


def named_before(notes: Notes, claim: Claim, than: Place, country: Place | None) -> Place | None:
    """The place that the sentence right before a toll of the displaced locates something in, where it is named after
    another one: "It struck near Harmin. Five villages in Marenga were hit. Some 2,000 houses collapsed"."""
    found = sentence_at(notes, claim.trigger.start)
    if claim.type != "displacement_figure" or not claim.figures or found is None or found[0] == 0:
        return None
    before = notes.sentences[found[0] - 1]
    if before.block != found[1].block or than.start >= before.start:
        return None
    return next((place for place in within(notes.places, before.span) if _holds(notes, place, country)), None)


def _holds(notes: Notes, place: Place, country: Place | None) -> bool:
    """Whether a preposition puts something into a town or region of the land that the report is about."""
    if place.metonym or place.precision == "country" or (country is not None and place.country != country.country):
        return False
    found = stands_at(notes, place)
    if found is None:
        return False
    sentence, at = found
    passed = upward(sentence, at)
    if beside_the_point(sentence, passed) or spoken_in(sentence, sentence.words[at]):
        return False
    return any(word.lower in load_place_words().located for word in passed)


def faded(notes: Notes, named: Namings, place: Place, at: int) -> bool:
    """Whether a place named sentences before a character no longer holds there: the report is about others too.

    A place that is only named later holds: a report opens with what it then locates.
    """
    starts = named.starts.get(place.name, ())
    before = bisect_left(starts, at)
    if not before or len(starts) >= MAINLY * named.total:
        return False
    then, now = sentence_at(notes, starts[before - 1]), sentence_at(notes, at)
    return then is not None and now is not None and now[0] - then[0] > FADING


def _headed(notes: Notes, acts: Sequence[Place]) -> list[Place]:
    """The places of the headline, and of the dateline where it is no capital, from which news of the whole country is written,
    and where what is told first was not put somewhere else: "LAGOS - Gunmen killed 12 people in northern Nigeria"."""
    spans = [part for part in notes.report.parts if part.part in ("headline", "dateline")]
    return [
        place
        for place in notes.places
        for part in spans
        if part.start <= place.start < part.end
        if (part.part == "headline" and not place.text.isupper())
        or not (is_capital(place) or (acts and _in_area(acts[0]) and not _in_circle(place, acts[0])))
    ]


def _in_area(place: Place) -> bool:
    return grain(place) in LARGE


def _town_of(most: Place | None, fine: Sequence[Place], counts: Mapping[tuple[str, str], int]) -> Place | None:
    """The town that a report names about as much as its region, where it names its region most."""
    if most is None or grain(most) != "admin1":
        return most
    towns = [place for place in fine if grain(place) in ("exact", "unknown") and place.admin1 == most.admin1]
    best = max(towns, key=lambda place: counts[_named_as(place)], default=most)
    return best if 2 * counts[_named_as(best)] >= counts[_named_as(most)] else most


def place_of_story(
    claim: Claim, notes: Notes, named: Namings, last: Place | None, country: Place | None
) -> Place | None:
    """The place of the happening a claim goes on about; what may happen, in a country; none where it tells of another land."""
    abroad = _lands_told(claim, notes)
    if claim.type in TRUCES or _mere_breach(claim, notes) or _may_be(claim):
        country = fought_over(named, country)
        if country is not None and abroad and country.country not in abroad:
            return None
        return _truce_area(named, country) or country if not _may_be(claim) else country
    told = country if _of_others(claim) else last or country
    at_home = (party for party in claim.by if party.kind not in ABROAD) if claim.type in HOME else ()
    lands = {party.country for party in at_home if party.country}
    if told is not None and lands and told.country not in lands:
        own = (named.lands[code] for code in lands if code in named.lands)
        return min(own, key=lambda place: place.start, default=None)
    return told if told is None or not abroad or told.country in abroad else next(iter(abroad.values()))


def fought_over(named: Namings, country: Place | None) -> Place | None:
    """The land of the armed sides of which a report tells a truce, where they have one and it is named; else its own, which
    may only be that of the talks."""
    own = country is None or country.country in named.sides or len(named.sides) != 1
    return country if own else named.lands.get(next(iter(named.sides)), country)


ARMED: Final = frozenset({"military", "armed_group"})
"""Kinds of actors who can break a truce."""


def _of_others(claim: Claim) -> bool:
    """Whether a claim is of other towns than the one that its report goes on about."""
    return OTHERS.search(claim.text) is not None


OTHERS: Final = re.compile(
    r"\b(?:in|from|across|on|at|near) (?:\w+ )?other (?:towns|cities|villages|areas|regions|provinces|parts|districts|places|governorates)\b"
    r"|\belsewhere in\b"
)


def _truce_area(named: Namings, country: Place | None) -> Place | None:
    """The one region or town of a country for which a report says that a truce holds."""
    areas = named.truces.get(country.country, {}) if country is not None else {}
    return next(iter(areas.values())) if len(areas) == 1 else None


def _under_truce(text: str, place: Place) -> bool:
    """Whether a truce is told to hold for a place: "the Dura ceasefire", "a truce in Dura"."""
    before = TRUCE_BEFORE.search(text, max(0, place.start - LOOK), place.start)
    return before is not None or TRUCE_AFTER.match(text, place.end) is not None


TRUCE: Final = "(?:truce|ceasefire|cease-fire|de-escalation zone|cessation of hostilities)"
TRUCE_AFTER: Final = re.compile(rf" {TRUCE}\b")
TRUCE_BEFORE: Final = re.compile(
    rf"\b{TRUCE}s?(?: deal| agreement)? (?:in|for|across|over|around|covering) (?:the )?(?:[a-z-]+ ){{0,4}}$"
)


def _may_be(claim: Claim) -> bool:
    """Whether a claim tells what may happen, or a blow that is only planned."""
    return claim.modality == "hypothetical" or (claim.modality == "planned" and claim.type in ACTS)


def _mere_breach(claim: Claim, notes: Notes) -> bool:
    """Whether only the breaking of a truce is told and no blow that broke it: it was wherever the truce was to hold."""
    found = sentence_at(notes, claim.trigger.start) if claim.phenomenon == "ceasefire_breach" else None
    blows = load_recall().blows
    return found is not None and not any(word.lemma in blows for word in found[1].words)


def _lands_told(claim: Claim, notes: Notes) -> dict[str, Place]:
    """The countries that the sentence of a claim tells something of, by ISO code: "Sudan got a taste of the protests"."""
    found = sentence_at(notes, claim.trigger.start)
    if found is None:
        return {}
    said = {
        p.start for one in covering(notes, found[1], claim) if one.speaker for p in within(notes.places, one.speaker)
    }
    told = [p for p in within(notes.places, found[1].span) if not p.metonym and p.start not in said]
    words, lies = found[1].words, load_place_words().lies - {"be"}
    subjects = {w.end for w in words if w.dep in SUBJECTS and words[w.head].lemma in lies}
    return {p.country: p for p in told if p.country and p.precision == "country" and p.end in subjects}


def wider(fine: Place, coarse: Place, sentence: Sentence | None, *, opening: bool) -> bool:
    """Whether a land the claim names is only the wider area of a place the story gave: "a market in northern Syria".

    What a report opens with, before a finer place is told, may be told so whatever was hit.
    """
    if grain(coarse) not in LARGE or fine.precision not in PINNED:
        return False
    if fine.country != coarse.country or sentence is None or fine.admin1 != (coarse.admin1 or fine.admin1):
        return False
    one = opening and not _whole_land(coarse) and plain(fine.name) != plain(coarse.name) and not many_blows(sentence)
    return (one or _unnamed_site(sentence)) and _in_circle(fine, coarse)


def _whole_land(place: Place) -> bool:
    """Whether a land is told, and no side of it."""
    land = load_gazetteer().country(place.country or "") if place.precision == "country" else None
    return land is not None and all(abs(way) < ROUNDED for way in _way(place, land.lat, land.lon))


def _unnamed_site(sentence: Sentence) -> bool:
    """Whether a sentence tells of some town or building whose name is told elsewhere: "a market", "an air base"."""
    sites = load_place_words().sites
    articles = {word.head for word in sentence.words if word.lower in ("a", "an")}
    return any(word.i in articles and word.lower in sites for word in sentence.words)


def _in_circle(fine: Place, coarse: Place) -> bool:
    """Whether a town may lie in a region, or on the side of a land that words tell: the circle is only its middle."""
    if fine.lat is None or fine.lon is None or coarse.lat is None or coarse.lon is None:
        return True
    north, east = _way(fine, coarse.lat, coarse.lon)
    land = load_gazetteer().country(coarse.country or "") if coarse.precision == "country" else None
    if land is None:
        return KM_A_DEGREE * hypot(north, east) <= REACH * (coarse.radius_km or 0.0)
    towards = _way(coarse, land.lat, land.lon)
    out = _way(fine, land.lat, land.lon)
    return towards[0] * (out[0] + SLACK * towards[0]) + towards[1] * (out[1] + SLACK * towards[1]) >= 0.0


def _way(place: Place, lat: float, lon: float) -> tuple[float, float]:
    """How far (degrees of latitude) a place lies north and east of a point."""
    return (place.lat or 0.0) - lat, ((place.lon or 0.0) - lon) * cos(radians(lat))


ROUNDED: Final = 1e-3
"""Degrees within which two points are one, whatever their digits."""

SLACK: Final = 0.5
"""How far beyond the middle of a land, in the way to the middle of its side, that side may begin: a land is no circle."""
REACH: Final = 1.25
"""How far beyond the circle of a region or a side of a land, in its radius, a town may lie that is told to be in it."""


def in_town(place: Place, town: Place | None, sentence: Sentence | None) -> Place | None:
    """A quarter, a street or a building in no list as lying in the town of the story; None where it is none, or the story
    has no town."""
    if place.precision != "unknown" or town is None or town.precision not in PINNED or sentence is None:
        return None
    if place.country not in (None, town.country) or not _quarter(place, sentence):
        return None
    return replace(
        place,
        country=town.country,
        admin1=town.admin1,
        lat=town.lat,
        lon=town.lon,
        radius_km=town.radius_km,
        precision="near",
    )


def _quarter(place: Place, sentence: Sentence) -> bool:
    """Whether a noun beside a name, or behind a list that it is in, tells it to be a quarter, or its last word a building."""
    if load_place_words().tails.get(place.text.rsplit(" ", 1)[-1].lower()) in ("building", "street"):
        return True
    before, after = sentence.text[: place.start - sentence.start], sentence.text[place.end - sentence.start :]
    return QUARTER_AFTER.match(after) is not None or QUARTER_BEFORE.search(before[-LOOK:]) is not None


QUARTER: Final = "(?:neighbou?rhood|quarter|suburb|district)s?"
QUARTER_AFTER: Final = re.compile(
    rf"(?:(?:,|,? and) (?:the )?[A-Z][\w’'-]{{1,20}}(?: [A-Z][\w’'-]{{1,20}})?){{0,3}} {QUARTER}\b"
)
QUARTER_BEFORE: Final = re.compile(
    rf"\b{QUARTER} (?:of|including|such as) (?:the )?(?:[A-Z][\w’'-]{{1,20}}(?:,|,? and) (?:the )?){{0,3}}$"
)
LOOK: Final = 100
"""Characters before a name in which such a noun is sought."""
