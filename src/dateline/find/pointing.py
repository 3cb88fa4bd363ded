"""Places that a claim points back to: "in the city", "across the country", "in the Libyan capital"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.find.distance import Way, way, within
from dateline.find.notes import Notes, Sentence, Word
from dateline.model import Claim, Place, Span
from dateline.places import capital_of, demonyms
from dateline.places.spelling import plain
from dateline.words.places import load_place_words

__all__ = ["Pointed", "pointed_at"]

NEAR: Final = 2_000
"""Characters before "the city" within which the city was named."""

STEPS: Final = 6
"""Steps through the parse between a place pointed to and the act."""

HIT: Final = frozenset({"dobj", "nsubjpass"})
"""What a town is to the verb that befalls it."""

DEFINITE: Final = frozenset({"the", "this", "that"})


class Pointed(NamedTuple):
    """A place that words point to, those words, and their steps through the parse from the act."""

    place: Place
    words: str
    steps: int


def pointed_at(notes: Notes, claim: Claim, sentence: Sentence, head: int, country: Place | None) -> Pointed | None:
    """The place named elsewhere that the words of a claim point to, and those words; None where they point to none.

    `country` is the one the report is about.
    """
    for word in sentence.words:
        kind = load_place_words().pointing.get(word.lower)
        if kind is None or not claim.start <= word.start < claim.end or not _bare(sentence, word):
            continue
        if not _tied(sentence, word, head, kind):
            continue
        place = _named(notes, sentence, word, kind, country)
        if place is not None:
            return Pointed(place, word.text, way(sentence, word.i, head).steps)
    return None


def _bare(sentence: Sentence, word: Word) -> bool:
    """Whether a noun is definite and no name goes with it: "the city", not "a city", "the city of Homs"."""
    near = [sentence.words[i] for i in word.children]
    definite = any(child.lower in DEFINITE and child.dep == "det" for child in near)
    named = any(
        child.dep in ("compound", "appos", "nmod", "poss") or (child.lower == "of" and _names(sentence, child))
        for child in near
    )
    return definite and not named and word.dep not in ("compound", "nmod", "amod")


def _names(sentence: Sentence, of: Word) -> bool:
    return any(sentence.words[i].tag.startswith("NNP") for i in of.children)


def _tied(sentence: Sentence, word: Word, head: int, kind: str) -> bool:
    """Whether the act is put there by a preposition, or befalls the town."""
    there = way(sentence, word.i, head)
    if there.steps > STEPS or there.clauses:
        return False
    return _put(there) or (kind == "town" and word.dep in HIT and word.head == head)


def _put(there: Way) -> bool:
    return any(word.lower in load_place_words().located for word in there.passed)


def _named(notes: Notes, sentence: Sentence, word: Word, kind: str, country: Place | None) -> Place | None:
    if kind == "country":
        return country
    if kind == "capital":
        return _capital(notes, _land(sentence, word) or (country.country if country else None))
    return next((place for place in _before(notes, word.start) if _fits(place, kind)), None)


def _fits(place: Place, kind: str) -> bool:
    return place.precision == ("exact" if kind == "town" else "admin1") and not place.metonym


def _before(notes: Notes, at: int) -> Iterator[Place]:
    """The places named before, the last first."""
    return reversed(within(notes.places, Span(max(0, at - NEAR), at)))


def _land(sentence: Sentence, word: Word) -> str | None:
    """The country whose people's name goes with "capital"."""
    lands = demonyms()
    return next((lands[sentence.words[i].text] for i in word.children if sentence.words[i].text in lands), None)


def _capital(notes: Notes, land: str | None) -> Place | None:
    name = capital_of(land) if land else None
    if not name:
        return None
    return next(
        (
            place
            for place in notes.places
            if place.country == land and plain(place.name) == name and place.precision != "admin1"
        ),
        None,
    )
