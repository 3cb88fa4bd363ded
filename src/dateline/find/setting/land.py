"""The country that a report is about: the one that it names most, by its name, by its places, or by its people."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.find.notes import Notes, Sentence
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import sentence_at, stands_at, upward, within, word_at
from dateline.find.setting.elsewhere import beside_the_point, gathered, of_a_pact, spoken_in
from dateline.find.setting.peoples import People, land_of, people_at, peoples
from dateline.model import Claim, Place, Span
from dateline.phenomena.types import FOUGHT
from dateline.places import load_gazetteer
from dateline.words.places import load_place_words

__all__ = [
    "crosses",
    "entered",
    "land_told",
    "left",
    "owns",
    "people_of",
    "story_country",
    "tells_of_others",
    "theatre",
]

HOMEWARD: Final = frozenset({"cross", "return"})
"""Verbs for going from one land to another that does not tell why."""

ACROSS: Final = frozenset({"across", "over"})
"""Prepositions that lead beyond a border."""

LYING: Final = 3
ACTING: Final = 1
"""What naming a place, or a government, tells of where a report plays."""

PEOPLE: Final = 0.5
MOST: Final = 2.0
"""What naming its people tells, where the report names the land too, and the most that it tells: armies act abroad."""

LOCAL: Final = frozenset({"armed_group", "monitor"})
"""Kinds of actors that act in the country they are of."""

THE_COUNTRY: Final = re.compile(r"\b[Tt]he country(?:['’]s| )")

OFTEN: Final = 3
PEOPLES: Final = 3
"""How often, and how many times more than any other a people is named whose country a report is about that names no places of it."""


def story_country(notes: Notes) -> Place | None:
    """The country that the report is mostly about, with the words that tell it: its name, else a place in it, or its people.

    None where two are told of alike.
    """
    lie: dict[str, float] = defaultdict(float)
    speaking = _speaking(notes)
    for place in notes.places:
        only_speaks = place.metonym and place.start in speaking
        if place.country and place.precision != "unknown" and not only_speaks:
            lie[place.country] += _tells(notes, place)
    told = _peoples(notes, speaking)
    for code in lie:
        lie[code] += min(MOST, PEOPLE * len(told.get(code, ())))
    (most, times), (_, others) = (*sorted(lie.items(), key=lambda one: -one[1])[:2], ("", 0.0), ("", 0.0))[:2]
    if times == 0:
        return _of_people(told, often=1 if _meant(notes) else OFTEN) or _of_groups(notes)
    return _named(notes, most) if times > others else None


def theatre(notes: Notes, claims: Sequence[Claim], country: Place | None) -> Place | None:
    """The country where blows fall: that which a report is about, or else the one where it puts most of them.

    A report that is all about what a government says tells of the war it wages elsewhere.
    """
    where = [c.place.country for c in claims if c.type in FOUGHT and c.place is not None and not c.background]
    lands = Counter(code for code in where if code is not None)
    if not lands or (country is not None and country.country in lands):
        return country
    most, times = lands.most_common(1)[0]
    return _named(notes, most) if times > 1 or country is None else country


def _named(notes: Notes, code: str) -> Place | None:
    """A country as the report names it; by a place in it, where it does not say its name."""
    inside = [place for place in notes.places if place.country == code and not place.metonym]
    own = next((place for place in inside if place.precision == "country"), None)
    return own or (land_told(code, inside[0].start, inside[0].text) if inside else None)


def _speaking(notes: Notes) -> frozenset[int]:
    """Where the words for those who speak start: officials of any land may speak of a war."""
    said = (one.speaker for one in notes.attributions if one.speaker is not None)
    sentences = ((sentence_at(notes, speaker.start), speaker) for speaker in said)
    return frozenset(word.start for at, speaker in sentences if at is not None for word in at[1].words_in(speaker))


def _peoples(notes: Notes, speaking: frozenset[int]) -> Mapping[str, Sequence[People]]:
    """The peoples that a report names, but for those that only speak, by the ISO code of their country: "Malian troops"."""
    told: dict[str, list[People]] = {}
    for sentence in notes.sentences:
        for at, word in enumerate(sentence.words):
            people = people_at(sentence, at) if word.start not in speaking else None
            if people is not None:
                told.setdefault(people.code, []).append(people)
    return told


def tells_of_others(notes: Notes, sentence: Sentence, country: Place) -> bool:
    """Whether a sentence names another land than a country, a place there, or only another people: "Afghan civilians", but
    not "a French-led raid"."""
    places = {place.country for place in within(notes.places, sentence.span) if not place.metonym}
    if not places <= {None, country.country}:
        return True
    named = {people.code for people in peoples(sentence)}
    return bool(named) and country.country not in places | named


def _meant(notes: Notes) -> bool:
    """Whether a report speaks of "the country" without naming it."""
    return any(THE_COUNTRY.search(sentence.text) for sentence in notes.sentences)


def _of_groups(notes: Notes) -> Place | None:
    """The one country that bands and monitors are called by in a report that names no place, the "Syrian Observatory": they
    act at home."""
    local = [(_called_by(actor.text), actor) for actor in notes.actors if actor.kind in LOCAL]
    known = [(code, actor) for code, actor in local if code is not None]
    if len({code for code, _ in known}) != 1:
        return None
    code, actor = known[0]
    return land_told(code, actor.start, actor.text)


def _called_by(name: str) -> str | None:
    """The country by whose people a name begins."""
    first, second = (*name.split(), "", "")[:2]
    return land_of(f"{first} {second}") or land_of(first)


def _of_people(told: Mapping[str, Sequence[People]], often: int) -> Place | None:
    """The country whose people acts throughout a report that names no place."""
    ranked = sorted(told.values(), key=len, reverse=True)
    if not ranked or len(ranked[0]) < often or (len(ranked) > 1 and len(ranked[0]) < PEOPLES * len(ranked[1])):
        return None
    return land_told(*ranked[0][0])


def left(sentence: Sentence, place: Span) -> bool:
    """Whether a place is told to have been left: "fled Chad", "from Chad"."""
    at = word_at(sentence, place)
    word = sentence.words[at] if at is not None else None
    return word is not None and (word.dep == "dobj" or sentence.words[word.head].lower in ("from", "of", "out"))


def crosses(sentence: Sentence, at: int) -> bool:
    """Whether who is counted at a word is told to cross a border, or to go back, and not to flee."""
    doers = (word for word in upward(sentence, at) if word.dep == "nsubj")
    return any(sentence.words[word.head].lemma in HOMEWARD for word in doers)


def people_of(sentence: Sentence, at: int) -> Place | None:
    """The land of the people that a count at a word is of: "40,000 Sudanese refugees", "40,000 Sudanese"."""
    words = sentence.words
    noun = next((word for word in upward(sentence, at) if word.tag.startswith("NN")), words[at])
    told = (people_at(sentence, word.i) for word in (noun, *dependents(words, noun, "amod", "compound", "nmod")))
    return next((land_told(*people) for people in told if people is not None), None)


def entered(sentence: Sentence, claim: Span) -> Place | None:
    """The land whose border is told to be crossed: "40,000 people were driven over the Chadian border"."""
    words = sentence.words
    for word in words:
        border = words[word.head]
        above = words[border.head]
        crossed = above.lower in ACROSS or (border.dep == "dobj" and above.lemma == "cross")
        told = crossed and border.lemma in load_place_words().frontiers and claim.start <= word.start < claim.end
        if told and (people := people_at(sentence, word.i)) is not None:
            return land_told(*people)
    return None


def land_told(code: str, start: int, text: str) -> Place | None:
    """A country told by other words than its name."""
    entry = load_gazetteer().country(code)
    if entry is None:
        return None
    return Place(
        start,
        start + len(text),
        text,
        entry.name,
        entry.id,
        code,
        None,
        round(entry.lat, 5),
        round(entry.lon, 5),
        round(entry.radius_km, 1),
        "country",
    )


def _tells(notes: Notes, place: Place) -> int:
    """What naming a place tells of where a report plays: much where something is in it, nothing of "the U.S. envoy"."""
    found = stands_at(notes, place)
    if found is None:  # a dateline: much is written in capitals abroad
        return ACTING
    sentence, at = found
    word = sentence.words[at]
    if place.precision != "country":
        passed = upward(sentence, at)
        if gathered(sentence, passed, at):
            return 0
        return ACTING if spoken_in(sentence, word) or of_a_pact(sentence, passed) else LYING
    if place.metonym:
        return ACTING
    if beside_the_point(sentence, upward(sentence, at)):
        return 0
    if word.dep == "pobj" and sentence.words[word.head].lower not in ("by", "with", "against"):
        return LYING
    return 0 if word.dep in ("compound", "amod", "nmod", "poss") and owns(sentence, at) else ACTING


def owns(sentence: Sentence, at: int) -> bool:
    """Whether a land only tells whose something is: "a U.S. embassy", "Sudan's envoy", but not "Sudan's coast"."""
    word = sentence.words[at]
    words = load_place_words()
    owned = sentence.words[word.head].lower
    land = (
        owned in words.noun
        or owned in words.thing
        or owned in words.sides
        or owned in words.wars
        or owned in words.lands
    )
    return word.dep in ("compound", "poss", "nmod", "amod") and not land
