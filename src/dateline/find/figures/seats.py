"""The place of a count, from the words around it: what people left, where they went, where they are or what befell them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dateline.find.figures.row import Row
from dateline.find.sentences.dependents import children, dependents
from dateline.find.sentences.tags import SUBJECTS
from dateline.model import Place
from dateline.words.places import load_place_words

__all__ = ["place_of"]

ORIGIN, SPOT, GOAL = "origin", "spot", "goal"
PREFERS: Final = {
    "displaced": (ORIGIN, SPOT), "evacuated": (ORIGIN, SPOT), "sheltered": (SPOT, GOAL), "returned": (GOAL, SPOT),
}  # fmt: skip
"""What the place of a count is, best first: the displaced are counted where they fled from, those who went back where they are."""

FAR: Final = 25
"""Words between a count and its place."""

LABELLED: Final = frozenset((":", ";", ".", "-", "•", "–", "&", "and"))
"""What may stand before a place that heads a line."""

LESS: Final = 8
"""How many words nearer a place must be whose kind is one rank lower."""


class Seat(NamedTuple):
    """A place in a sentence, the token it begins at, and what its preposition makes of it."""

    at: int
    kind: str
    place: Place


def place_of(places: Sequence[Place], row: Row, measure: str, first: int, last: int) -> Place | None:
    """The place of a count of a measure that stands on tokens `first..last`, or None; `places` are the report's, in order.

    A place behind the count is nearer than one before it: "in Ostrel 26 died, and 14 in Marenga".
    """
    prefers = PREFERS.get(measure, (SPOT,))
    ranked = []
    for seat in _seats(places, row, range(first, last)):
        behind = seat.at >= last
        steps = seat.at - last if behind else LESS + first - seat.at
        if ";" in row.tokens[min(last, seat.at) : max(first, seat.at)]:
            continue  # "in Ostrel 26 died; 14 more died in Marenga"
        if behind and _leads_another(row, seat):
            continue
        if seat.kind == GOAL and seat.at == last + 1 and measure in PREFERS:
            return seat.place  # "900 fled to Ostrel and 400 to Marenga"
        if seat.kind in prefers and steps <= FAR and (measure in PREFERS or not _ahead(row, seat.at)):
            ranked.append((LESS * prefers.index(seat.kind) + steps, seat.at, seat.place))
    if not ranked:
        return None
    best = _narrowed(places, row, min(ranked, key=lambda one: one[:2])[2], last)
    return _of_most(places, row, best, measure in PREFERS) or best


def _leads_another(row: Row, seat: Seat) -> bool:
    """Whether a place opens what is told of others: "in Ostrel four died and in Marenga three"."""
    end = next((word.i for word in row.sentence.words if word.start >= seat.place.end), len(row.tokens))
    opens = row.small(seat.at - 1, "spot") and row.tokens[seat.at - 2] in ("and", ",", ";")
    return opens and row.tag(end) == "CD"


def _narrowed(places: Sequence[Place], row: Row, place: Place, last: int) -> Place:
    """The place named right before one that only says where it lies: "in Ostrel, in the state of Marenga"."""
    words = row.sentence.words
    at = bisect_left(places, place.start, key=lambda one: one.start) - 1
    if at < 0 or places[at].metonym or places[at].country not in (place.country, None):
        return place
    before = places[at]
    if before.start < words[min(last, len(words) - 1)].start:
        return place
    between = {word.i: word.lower for word in words if before.end <= word.start < place.start}
    lies = all(said in (",", "in") or row.small(k, "of_place") for k, said in between.items())
    return before if lies and not {"in", ","}.isdisjoint(between.values()) else place


def _of_most(places: Sequence[Place], row: Row, best: Place, moved: bool) -> Place | None:
    """Where most of those are who are told to be in several places: "fled fighting in Ostrel and Marenga, mostly in Marenga";
    of those who `moved`, also in a land: "in Chad 700 were evacuated, mostly around Ostrel"."""
    at = bisect_left(places, best.start, key=lambda one: one.start) + 1
    behind = places[at : bisect_left(places, row.sentence.end, key=lambda one: one.start)]
    listed = bool(behind) and _between(row, best, behind[0]) in (",", "and", ", and")
    for n, place in enumerate(behind):
        told = listed and n and place.name in (best.name, *(other.name for other in behind[:-1]))
        finer = best.precision == "country" != place.precision and moved
        if (told or finer) and _has_most(row, place):
            return place
    return None


def _has_most(row: Row, place: Place) -> bool:
    """Whether a place is told to have most of those counted: "mostly in Ostrel", "the majority in Ostrel", "most of them in Ostrel"."""
    at = next((word.i for word in row.sentence.words if word.end > place.start), 0) - 1
    while at > 0 and (row.small(at, "of_place") or row.tag(at) in ("DT", "JJ")):
        at -= 1
    most = row.small(at - 1, "mainly") or row.tokens[at - 1] == "majority"
    return row.small(at, SPOT) and (most or row.tokens[max(0, at - 3) : at] == ["most", "of", "them"])


def _between(row: Row, one: Place, other: Place) -> str:
    """The words between two places."""
    return " ".join(word.lower for word in row.sentence.words if one.end <= word.start < other.start)


def _seats(places: Sequence[Place], row: Row, count: range) -> Iterator[Seat]:
    """The places of a sentence that a preposition ties to a verb or to the count."""
    sentence = row.sentence
    at = bisect_left(places, sentence.start, key=lambda place: place.start)
    for place in places[at : bisect_left(places, sentence.end, key=lambda place: place.start)]:
        token = next((word.i for word in sentence.words if word.end > place.start), None)
        told = token is not None and (not (place.metonym or _deals(row, place)) or _hosts(row, token, count))
        kind = _kind(row, token, count) if token is not None and told else None
        if token is not None and kind is not None:
            yield Seat(token, kind, place)


def _deals(row: Row, place: Place) -> bool:
    """Whether a land only tells whose blow it was: "in a U.S. air strike"; a town tells where, "in a Baghdad bombing"."""
    words = row.sentence.words
    last = next((word for word in reversed(words) if word.start < place.end), None)
    if last is None or place.precision != "country" or last.dep not in ("compound", "nmod", "amod"):
        return False
    return last.head > last.i and not row.small(last.head, "of_place")


def _ahead(row: Row, at: int) -> bool:
    """Whether a place is only where somebody was heading: "trying to march on Ostrel"."""
    words = row.sentence.words
    above = words[words[at].head]
    return above.dep == "prep" and words[above.head].lemma in load_place_words().heading


def _hosts(row: Row, at: int, count: range) -> bool:
    """Whether a place is said to have those counted: "Marenga hosts 4,000 refugees", "Marenga, which hosts them"."""
    words = row.sentence.words
    last = at
    while words[last].dep == "compound" and words[last].head > last:
        last = words[last].head
    which = next(iter(children(row.sentence, last, "relcl")), None)
    verb = which if which is not None else words[last].head
    return (which is not None or words[last].dep == "nsubj") and verb < count.start and row.small(verb, "hosting")


def _heads_line(row: Row, at: int, count: range) -> bool:
    """Whether a place stands as a label before what is counted there: "Ostrel town: 1,300 families still displaced"."""
    if at and row.tokens[at - 1] not in LABELLED:
        return False
    k = at
    while row.tag(k).startswith("NN") or row.tokens[k : k + 1] == ["&"]:
        k += 1
    return at < k < count.start and row.tokens[k] == ":" and ":" not in row.tokens[k + 1 : count.start]


def _kind(row: Row, at: int, count: range) -> str | None:
    """What the preposition before a place makes of it, or a verb of leaving: "fled Ostrel"; words that describe the place
    are stepped over. Not "strikes from Ostrel", "an island in Marenga", "Marenga's capital".
    """
    if _hosts(row, at, count) or _heads_line(row, at, count):
        return SPOT
    k = at - 1
    while k > 0 and (row.small(k, "of_place") or row.tag(k) in ("DT", "JJ")):
        k -= 1
    if k < 0 or row.tag(at + 1) == "POS":
        return None
    if k in count and row.tokens[k + 1] == "of" and k == count[-1]:
        return ORIGIN  # "residents of Ostrel fled to Marenga"
    if row.small(k - 1, "mainly"):
        return None  # "52 people died, mostly in the south"
    if row.small(k, "leaving"):
        return ORIGIN
    words = row.sentence.words
    joined = words[k].dep == "conj" and words[words[k].head].tag == "IN"  # "in Ostrel four died and in Marenga three"
    head = words[words[k].head].head if joined else words[k].head
    if _has_count(row, head, count):
        return None
    if head not in count and row.small(head, "dwellings") and row.small(k, SPOT):
        return _of_dwellings(row, head)
    tied = head in count or row.tag(head).startswith("V") or (head == k and k == 0)
    return next((kind for kind in (ORIGIN, SPOT, GOAL) if tied and row.small(k, kind)), None)


def _has_count(row: Row, verb: int, count: range) -> bool:
    """Whether a verb tells of others who are counted behind these: "50 fled to Ostrel and another 80 did so in Marenga"."""
    words = row.sentence.words
    subjects = (w for w in dependents(words, words[verb], *SUBJECTS) if w.i > count[-1])
    return any("CD" in (one.tag, *(w.tag for w in dependents(words, one))) for one in subjects)


def _of_dwellings(row: Row, at: int) -> str | None:
    """What a place is whose homes were left, or gone back to: "fled their homes in Ostrel", "back to their villages in Marenga"."""
    words = row.sentence.words
    above = words[at].head
    if row.small(above, "leaving"):
        return ORIGIN
    theirs = any(words[child].tag == "PRP$" for child in words[at].children)
    return next((kind for kind in (ORIGIN, SPOT, GOAL) if theirs and row.small(above, kind)), None)
