"""Whose government, army or rebels an unowned description means, as the words of its own sentence tell."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dateline.find.actors.names import Spot
from dateline.find.notes import Word
from dateline.find.sentences.tags import SUBJECTS
from dateline.model import Place
from dateline.words.actors import Roster
from dateline.words.speech import load_speech

__all__ = ["FORCES", "Land", "governs", "lands_of", "leading", "most_told", "owned_by_sentence", "strain"]


FORCES = " in arms"
"""What makes of the word for a side the word that ties its forces."""


class Land(NamedTuple):
    """A country that a sentence tells: by the words `first` up to `last`, as an actor or as a place, a broad one or a town;
    `rules` where the actor is its government or serves that, `person` where it is somebody of it.
    """

    first: int
    last: int
    country: str
    acts: bool
    broad: bool = False
    rules: bool = False
    person: bool = False


def strain(spot: Spot, roster: Roster) -> str:
    """The word that ties mentions of one such actor: its side, else for any army "armed forces", else its last word.

    "The Turkish delegation" does not make "the regime" Turkish, nor do "Turkish forces" make "regime forces" so; nor
    does a neighbour's government that is only heard make "government forces" its own.
    """
    words = spot.own.lower().split()
    side = next((word for word in words if word in roster.sides), None)
    if side is not None and spot.kind == "military":
        return f"{side}{FORCES}"
    if side is not None or spot.role is None:
        return side or words[-1]
    name = spot.role.name
    return name if name in ("armed forces", "air force") else words[-1].removesuffix("s")


def most_told(spots: Iterable[Spot], roster: Roster) -> Mapping[str, str]:
    """The country that each word for forces, governments or rebels is told with most: "regime" is the Chadian one here."""
    votes: dict[str, Counter[str]] = {}
    for spot in spots:
        if spot.served is not None:
            votes.setdefault(strain(spot, roster), Counter())[spot.served] += 1
    return {word: min(told, key=lambda country: (-told[country], country)) for word, told in votes.items()}


def lands_of(words: Sequence[Word], found: Sequence[Spot], places: Sequence[Place]) -> list[Land]:
    """The countries that a sentence tells, by its actors and by its places, in order; not those of outlets, which only tell.
    `places` are in order of the text.
    """
    lands = [
        Land(spot.first, spot.last, country, True, False, _rules(spot), spot.kind == "person")
        for spot in found
        if spot.kind != "media"
        and (country := spot.country or (spot.known.country if spot.known is not None else None)) is not None
    ]
    if not words:
        return lands
    at = bisect_left(places, words[0].start, key=lambda place: place.start)
    starts = [word.start for word in words]
    while at < len(places) and places[at].start < words[-1].end:
        place = places[at]
        at += 1
        first = bisect_left(starts, place.start)
        if place.country is None or place.metonym or any(land.first <= first < land.last for land in lands):
            continue
        broad = place.precision in ("country", "admin1", "admin2")
        lands.append(Land(first, bisect_left(starts, place.end), place.country, False, broad))
    return sorted(lands)


def _rules(spot: Spot) -> bool:
    """Whether an actor is told to be a land's government."""
    return not RULERS.isdisjoint(spot.own.lower().split())


RULERS = frozenset(("government", "regime"))


def owned_by_sentence(words: Sequence[Word], spot: Spot, lands: Sequence[Land]) -> str | None:
    """The country of an unowned government, army or rebels, where its sentence tells whose they are."""
    after = next((land for land in lands if land.first >= spot.last), None)
    if after is not None and [w.lower for w in words[spot.last : after.first] if w.lower != "the"] in (["of"], ["in"]):
        return after.country
    before = [land for land in lands if land.last <= spot.first]
    beside = before[-1] if before else None
    if beside is not None and [w.lower for w in words[beside.last : spot.first]] in ([",", "where"], ["where"]):
        return beside.country
    owner = words[spot.first].lower
    if owner in ("its", "their") and before:
        return _possessed(words, spot, before)
    if owner in ("his", "her"):
        return next((land.country for land in reversed(before) if land.broad or land.person), None)
    if spot.role is not None and spot.role.name in ("rebels", "opposition"):
        faced = _faced(words, spot, lands)
        if faced is not None:
            return faced.country
        ruled = next((land.country for land in reversed(before) if land.rules), None)
        if ruled is not None:
            return ruled
    fronted = before[0] if before else None
    if fronted is None or fronted.acts or not fronted.broad or fronted.first > FRONT:
        return None
    opens = words[0].lower in ("in", "across", "inside", "throughout")
    comma = next((word.i for word in words[fronted.last : fronted.last + DATED] if word.text == ","), spot.first)
    return fronted.country if opens and comma < spot.first else None


def _faced(words: Sequence[Word], spot: Spot, lands: Sequence[Land]) -> Land | None:
    """The ruler whom rebels are told to be out to topple: "rebels trying to unseat Chad's Omar Ruiz"."""
    for land in lands:
        owns = [word.lower for word in words[land.last : land.last + 1]] in (["'s"], ["\u2019s"])
        near = spot.last <= land.first <= spot.last + APART and (land.person or land.rules or owns)
        between = words[spot.last : land.first] if near else ()
        if any(w.lemma in TOPPLING for w in between) and not any(w.text in ",;" for w in between):
            return land
    return None


APART = 8
"""Words between rebels and whom they stand against, at most."""
TOPPLING = frozenset("topple oust overthrow unseat depose".split())
"""Verbs of what rebels are out to do to whoever rules them."""


DATED = 4
"""Words behind that place up to its comma, which may tell the day: "In Chad on Sunday, …"."""
FRONT = 5
"""Words before the place that a sentence opens with ("In the north of Chad, …")."""


def _possessed(words: Sequence[Word], spot: Spot, before: Sequence[Land]) -> str:
    """Whose "its army" is: the subject's; but "Mali and its army", "sent aid to Mali to support its government" are the nearest's
    that does nothing in a clause beside it."""
    beside = (land for land in reversed(before) if not leading(words, land) or governs(words, land, spot))
    nearest = next(beside, before[-1])
    if [word.lower for word in words[nearest.last : spot.first]] in (["and"], [",", "and"], ["or"], ["with"]):
        return nearest.country
    assert spot.role is not None
    ruled = spot.role.name == "government" and words[spot.head].dep in ("dobj", "pobj")
    if ruled or (words[spot.head].dep == "nsubj" and not _says(words, spot)):
        return nearest.country
    return next((land.country for land in before if land.acts), nearest.country)


def leading(words: Sequence[Word], one: Spot | Land) -> list[Word]:
    """The words of a spot, or of what it stands in, that are the subject of a verb."""
    own = words[one.first : one.last]
    above = [words[word.head] for word in own if word.dep in ("compound", "nmod", "amod", "poss")]
    return [word for word in (*own, *above) if word.dep in SUBJECTS]


def governs(words: Sequence[Word], leader: Spot | Land, spot: Spot) -> bool:
    """Whether what a leader does is what others are told to do or suffer, and no clause beside it: not the guild of "the king
    said that after the guild had fired at him his guards attacked"."""
    verbs = {word.head for word in leading(words, leader)}
    at = words[spot.head]
    while at.i not in verbs and at.head != at.i:
        at = words[at.head]
    return at.i in verbs


def _says(words: Sequence[Word], spot: Spot) -> bool:
    return words[words[spot.head].head].lemma in load_speech().verbs
