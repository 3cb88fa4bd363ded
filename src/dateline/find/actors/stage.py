"""Where a report plays: the country that its story is about, and the country of the places it tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.find.actors.mediators import mediates
from dateline.find.actors.names import Spot
from dateline.find.notes import Notes
from dateline.find.sentences.distance import sentence_at, within
from dateline.model import Place, Span
from dateline.words.actors import Roster
from dateline.words.speech import load_speech

__all__ = ["land", "story"]

AWAY = frozenset("to from into toward towards at".split())
"""What stands before a place that something only goes to, comes from or is fired at."""
TALKS = frozenset("talk talks negotiation meeting summit conference meet".split())
"""What brings the parties of a conflict to a town elsewhere."""
WITHIN = frozenset("in near inside outside across around over throughout of".split())
"""What stands before a place that something is in."""
INSIDE = 3
"""How many bare namings of a land one naming of what is in it outweighs."""
INITIALS = 4
"""Characters of the longest initials, dots included."""
LOOK = 16
"""Characters before a place that hold the last words before it."""
LEAST = 2
CLEAR = 1.5
"""How many times as often as the next one a country must be told to be where a report plays."""


def story(notes: Notes, told: Iterable[Spot], roster: Roster) -> str | None:
    """The country a report is about: whose government, forces and towns it names most."""
    located = _located(notes)
    if located is not None and located in roster.countries:
        return located
    votes: Counter[str] = Counter()
    for spot in told:
        if spot.served is not None:
            flies = spot.role is not None and spot.role.name == "air force"
            votes[spot.served] += 0 if flies else 3  # jets fly to the wars of others
        elif spot.known is not None and spot.known.country is not None and spot.kind != "media":
            votes[spot.known.country] += 1
    written = _written(notes)
    for place in notes.places:
        if place.country is not None and not place.metonym and not _hosts(notes, place):
            votes[place.country] += 1 if place.start in written or _spoken_at(notes, place) else 2
    if not votes:
        return None
    (top, most), (_, next_most) = (*votes.most_common(2), ("", 0))[:2]
    return top if top in roster.countries and most > CLEAR * next_most else None


def _located(notes: Notes) -> str | None:
    """The country where most of what is told happens: of places that something is in or at, more than of any other."""
    (top, most), (_, next_most) = (*_happens(notes).most_common(2), ("", 0), ("", 0))[:2]
    return top if most > max(LEAST, CLEAR * next_most) else None


def _happens(notes: Notes) -> Counter[str]:
    """How often places of each country are told, those that something is in or at twice."""
    votes: Counter[str] = Counter()
    for place in notes.places:
        if place.country is not None and not place.metonym and not _hosts(notes, place):
            votes[place.country] += 1 if _away(notes, place) or _spoken_at(notes, place) else 2
    return votes


def land(notes: Notes, roster: Roster) -> str | None:
    """The country most told of as a place: whoever rises against a state does it there, whatever states act beside."""
    votes: Counter[str] = Counter()
    written = _written(notes)
    for place in notes.places:
        bare = place.metonym or _of_somebody(notes, place) or place.start in written
        if place.country and not bare and not _away(notes, place) and not _hosts(notes, place):
            votes[place.country] += 0 if _spoken_at(notes, place) else INSIDE if _inside(notes, place) else 1
    top = next((country for country, _ in votes.most_common(1)), None)
    return top if top in roster.countries else None


def _written(notes: Notes) -> set[int]:
    """Where the places start that a report was written at, which need not be where what it tells of happened."""
    datelines = (Span(part.start, part.end) for part in notes.report.parts if part.part == "dateline")
    return {place.start for dateline in datelines for place in within(notes.places, dateline)}


def _before(notes: Notes, place: Place) -> list[str]:
    """The last words before a place."""
    return notes.report.text[max(0, place.start - LOOK) : place.start].lower().split()


def _of_somebody(notes: Notes, place: Place) -> bool:
    """Whether a land's initials only tell whose somebody is: "a U.S. general", but "in the U.S."."""
    before = _before(notes, place)
    return place.text.isupper() and len(place.text) <= INITIALS and before[-1:] != ["the"]


def _inside(notes: Notes, place: Place) -> bool:
    """Whether something is told to be in a place, or of it."""
    before = _before(notes, place)[-2:]
    return any(word in WITHIN for word in before)


def _hosts(notes: Notes, place: Place) -> bool:
    """Whether a town is only where others talk, or its land only brings them together: the talks of a government in Doha, or
    brokered by Qatar, are not those of Qatar's."""
    if _mediating(notes, place):
        return True
    if place.precision in ("country", "admin1"):
        return False
    before = _before(notes, place)
    if before[-1:] not in (["in"], ["to"], ["at"]):
        return False
    found = sentence_at(notes, place.start)
    return found is not None and any(word.lemma in TALKS for word in found[1].words)


def _mediating(notes: Notes, place: Place) -> bool:
    """Whether the land of a place brings others together."""
    found = sentence_at(notes, place.start)
    if found is None:
        return False
    words = found[1].words
    named = [word.i for word in words if place.start <= word.start < place.end]
    return bool(named) and mediates(words, named[0], named[-1] + 1)


def _spoken_at(notes: Notes, place: Place) -> bool:
    """Whether somebody only speaks in a town: "in London, their leader said troops had shelled Homs"."""
    found = sentence_at(notes, place.start)
    if found is None or place.precision in ("country", "admin1"):
        return False
    words = found[1].words
    noun = next((word for word in words if word.start >= place.start), None)
    while noun is not None and noun.dep in ("compound", "nmod", "appos") and noun.head != noun.i:
        noun = words[noun.head]
    if noun is None or noun.dep != "pobj" or words[noun.head].lower not in ("in", "from", "at"):
        return False
    verb = words[words[noun.head].head]
    return verb.lemma in load_speech().verbs


def _away(notes: Notes, place: Place) -> bool:
    """Whether something only goes to a place, comes from it or is fired at it."""
    before = _before(notes, place)
    return bool(before) and before[-1] in AWAY
