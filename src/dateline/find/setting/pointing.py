"""Places that a claim points back to: "in the city", "across the country", "in the Libyan capital", "in the north"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.places.localities import BEARINGS, Shift
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import Way, sentence_at, stands_at, way, within
from dateline.find.setting.capitals import capital, capital_noun, definite, listed, town_named
from dateline.find.setting.elsewhere import hosting, spoken_in
from dateline.find.setting.grain import LARGE, grain
from dateline.find.setting.holding import ways_from
from dateline.find.setting.peoples import people_at
from dateline.model import Claim, Place, Span
from dateline.places import capital_of, load_gazetteer
from dateline.places.pins import PINNED, extent
from dateline.places.spelling import plain
from dateline.words.places import load_place_words

__all__ = ["HIT", "Pointed", "pointed_at"]

NEAR: Final = 2_000
"""Characters before "the city" within which the city was named."""

STEPS: Final = 6
"""Steps through the parse between a place pointed to and the act."""

HIT: Final = frozenset({"dobj", "nsubjpass"})
"""What a town is to the verb that befalls it."""

BESIDE: Final = frozenset({"outside", "at", "near", "inside", "around", "toward", "towards", "into"})
"""Prepositions that put a crowd or a blow beside a building."""

STREETS: Final = frozenset("protest clash armed_attack casualty_figure detention facility_attack".split())
"""Types of what happens in the street before such a building."""

ITSELF: Final = frozenset({"it"})
"""What stands for a place told in the sentence before."""

LEFT: Final = frozenset({"flee", "leave", "escape"})
"""What those do to a country who are counted where they came from."""

SIDED: Final = frozenset({"in", "across", "throughout"})
"""Prepositions that put an act on a side of a land; what comes from there, or goes there, happens elsewhere."""


class Pointed(NamedTuple):
    """A place that words point to, those words, and their steps through the parse from the act."""

    place: Place
    words: str
    steps: int


def pointed_at(notes: Notes, claim: Claim, sentence: Sentence, head: int, country: Place | None) -> Pointed | None:
    """The place named elsewhere that the words of a claim point to, and those words; None where they point to none.

    `country` is the one the report is about.
    """
    hosts = next((word for word in sentence.words if word.lower in ITSELF and _holds(sentence, word)), None)
    if hosts is not None and (held := _named_there(notes, hosts.start)) is not None:
        return Pointed(held, hosts.text, way(sentence, hosts.i, head).steps)
    for word in sentence.words:
        kind = load_place_words().pointing.get(word.lower)
        if kind is None or not claim.start <= word.start < claim.end:
            continue
        if kind == "seat":
            if claim.type not in STREETS or _in_town(notes, sentence, country):
                continue
            if not _at_seat(sentence, word, head, country):
                continue
        elif not (kind == "capital" or _bare(notes, sentence, word)) or not _tied(sentence, word, head, kind):
            continue
        place = _named(notes, sentence, word, kind, country)
        if place is not None:
            return Pointed(place, word.text, way(sentence, word.i, head).steps)
    return None


def _holds(sentence: Sentence, word: Word) -> bool:
    """Whether a word stands for a place that holds people who came to it: "it shelters 4,000", "which is home to them"."""
    return word.dep == "nsubj" and hosting(sentence, word.head)


def _named_there(notes: Notes, at: int) -> Place | None:
    """The place finer than a land that the sentence before a character names first."""
    found = sentence_at(notes, at)
    if found is None or found[0] == 0:
        return None
    before = notes.sentences[found[0] - 1]
    told = within(notes.places, before.span) if before.block == found[1].block else ()
    return next((place for place in told if not place.metonym and place.precision != "country"), None)


def _at_seat(sentence: Sentence, word: Word, head: int, country: Place | None) -> bool:
    """Whether an act is put beside what sits in the capital of a country: "outside the interior ministry", and no other's."""
    there = way(sentence, word.i, head)
    if country is None or there.steps > STEPS or there.clauses:
        return False
    beside = any(
        low.lower in BESIDE or (low.lower == "of" and high.lower == "front") for low, high in pairwise(there.passed)
    ) or (there.passed[-1].lower in BESIDE if there.passed else False)
    named = dependents(sentence.words, word, "poss", "amod", "compound", "nmod")
    others = (
        people for w in named if (people := people_at(sentence, w.i)) is not None and people.code != country.country
    )
    return beside and next(others, None) is None and not any(w.dep == "poss" for w in named)


def _in_town(notes: Notes, sentence: Sentence, country: Place | None) -> bool:
    """Whether a sentence names a town of the country itself: "outside the planning ministry in Abidjan"."""
    land = country.country if country is not None else None
    told = within(notes.places, sentence.span)
    return any(p.country == land and p.precision in PINNED and not p.metonym for p in told)


def _bare(notes: Notes, sentence: Sentence, word: Word) -> bool:
    """Whether a noun is definite and no name goes with it: "the city", not "a city", "the city of Homs"."""
    if _called(notes, word):
        return False
    near = dependents(sentence.words, word)
    named = any(
        child.dep in ("compound", "nmod", "poss")
        or (child.dep == "appos" and child.tag.startswith("NNP"))
        or (child.lower == "of" and _names(sentence, child))
        for child in near
    )
    return definite(near) and not named and word.dep not in ("compound", "nmod", "amod")


def _called(notes: Notes, word: Word) -> bool:
    """Whether the name of a place follows a noun: "the city of Homs"."""
    behind = OF.match(notes.report.text, word.end)
    return behind is not None and any(
        p.start == behind.end() for p in within(notes.places, Span(word.end, word.end + LOOK))
    )


OF: Final = re.compile(r" of (?:the )?")
LOOK: Final = 12
"""Characters behind a noun within which its name begins."""


def _names(sentence: Sentence, of: Word) -> bool:
    return any(w.tag.startswith("NNP") for w in dependents(sentence.words, of))


def _tied(sentence: Sentence, word: Word, head: int, kind: str) -> bool:
    """Whether the act is put there by a preposition, or befalls the town."""
    there = way(sentence, word.i, head)
    if there.steps > STEPS or (there.clauses and not _holds(sentence, word)):
        return False
    noun = capital_noun(sentence, word)
    left = kind == "country" and word.dep == "dobj" and sentence.words[word.head].lemma in LEFT
    hit = kind in ("town", "capital") and noun.dep in HIT and noun.head == head
    return left or hit or _put(there) or _holds(sentence, word)


def _at_home(notes: Notes, sentence: Sentence, word: Word, country: Place | None) -> bool:
    """Whether "in the north" tells a side of the land the report is about: of no other named beside it, nor of a town, "in
    the north of the city"."""
    lands = {place.country for place in within(notes.places, sentence.span)}
    here = country is not None and lands <= {country.country}
    whole = any(w.lower == "of" for w in dependents(sentence.words, word))
    return here and word.text.islower() and not whole and sentence.words[word.head].lower in SIDED


def _put(there: Way) -> bool:
    return any(word.lower in load_place_words().located for word in there.passed)


def _named(notes: Notes, sentence: Sentence, word: Word, kind: str, country: Place | None) -> Place | None:
    if kind == "country":
        return country
    if kind == "side":
        return _side(country, word.lower) if _at_home(notes, sentence, word, country) else None
    if kind == "seat":
        land = country.country if country is not None else None
        elsewhere = load_place_words().seats.get((land or "").lower())
        return town_named(notes, land, elsewhere or capital_of(land or "")) or (None if elsewhere else listed(country))
    if kind == "capital":
        return capital(notes, sentence, word, country)
    small = word.lower in VILLAGES
    told = (place for place in _before(notes, word.start) if small and kind == "town" and _told_village(notes, place))
    if kind == "district":
        told = (place for place in _before(notes, word.start) if _called_a(notes, place, word.lower))
    fits = [place for place in _before(notes, word.start) if _fits(notes, place, kind, small=small)]
    land = country.country if country is not None else None
    at_home = (place for place in fits if land in (None, place.country))
    return next(told, None) or next(at_home, None) or next(iter(fits), None)


def _side(country: Place | None, side: str) -> Place | None:
    """The side of a land, of which the report may have told another one: a circle as wide as half of it."""
    entry = load_gazetteer().country(country.country or "") if country is not None else None
    if country is None or entry is None:
        return country
    lat, lon, radius = Shift(BEARINGS[side], None).moved(entry.lat, entry.lon, extent(entry)[0])
    return replace(country, lat=lat, lon=lon, radius_km=round(radius, 1))


VILLAGES: Final = frozenset({"village", "hamlet", "settlement", "locality"})
"""What no great town is called."""

GREAT: Final = 4.0
"""The radius (km) of a town that is no village."""

VILLAGE: Final = re.compile(r"\b(?:village|hamlet|town|settlement|locality)s? (?:of |called |named )?$", re.IGNORECASE)
VILLAGE_AFTER: Final = re.compile(r" (?:village|hamlet|town|settlement)\b", re.IGNORECASE)
BEFORE: Final = 20


def _fits(notes: Notes, place: Place, kind: str, *, small: bool) -> bool:
    """Whether a place may be what a noun points back to; a village in no list may, where a noun tells it to be one."""
    if place.metonym or _spoken_of_there(notes, place):
        return False
    if kind == "district":
        return place.precision in ("admin2", "exact")
    if kind != "town":
        return place.precision == "admin1"
    if place.precision == "exact":
        return not small or ((place.radius_km or 0.0) < GREAT and capital_of(place.country or "") != plain(place.name))
    return small and place.id is None and _told_village(notes, place)


def _called_a(notes: Notes, place: Place, noun: str) -> bool:
    """Whether a place is told with a noun beside it: "the commune of Dura", "Dura commune"."""
    text = notes.report.text
    before = text[max(0, place.start - len(noun) - len(" of ")) : place.start].lower()
    return (
        not place.metonym
        and grain(place) not in LARGE
        and (before == f"{noun} of " or text.startswith(f" {noun}", place.end))
    )


def _spoken_of_there(notes: Notes, place: Place) -> bool:
    """Whether somebody only spoke at a place: "told reporters in Dura that the village was raided"."""
    found = stands_at(notes, place)
    return found is not None and spoken_in(found[0], found[0].words[found[1]])


def _told_village(notes: Notes, place: Place) -> bool:
    """Whether a noun beside a name tells it to be a village or a town."""
    text = notes.report.text
    told = VILLAGE.search(text, max(0, place.start - BEFORE), place.start) or VILLAGE_AFTER.match(text, place.end)
    return told is not None and not place.metonym and place.precision != "country"


def _before(notes: Notes, at: int) -> Iterator[Place]:
    """The places named before, the last first; not what only tells where another lies, "20 km east of Dura"."""
    for place in reversed(within(notes.places, Span(max(0, at - NEAR), at))):
        found = sentence_at(notes, place.start)
        if found is None or place.start not in ways_from(notes, found[1]):
            yield place
