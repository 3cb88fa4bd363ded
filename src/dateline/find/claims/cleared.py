"""Who is told not to have done what is denied, and to whom: an official clears the arms of his state."""

from __future__ import annotations

from typing import Final

from dateline.find.claims.groups import VIOLENT, Group
from dateline.find.notes import Frame, Sentence
from dateline.model import Party, Span

__all__ = ["cleared"]

STATELY: Final = frozenset({"state", "military"})
AIMED: Final = frozenset({"on", "at", "against", "into"})
WITHIN: Final = frozenset({"pobj", "prep", "compound", "appos", "nmod", "amod"})

Roles = tuple[tuple[Party, ...], tuple[Party, ...]]
"""Who acts, and who is acted on."""


def cleared(group: Group, by: tuple[Party, ...], to: tuple[Party, ...]) -> Roles:
    """The roles of a denial; `by` and `to` are what its own words tell: "a source denied that the army had fired at Gao"."""
    inner = next((f for f in group.frames if f.type in VIOLENT and f.by), None)
    if inner is None:
        return by, to
    own = tuple(party for party in inner.by if party.kind in STATELY)
    lands = {party.country for party in by if party.country is not None}
    theirs = (
        own and all(p.kind == "person" for p in by) and not any(lands and p.country not in (None, *lands) for p in own)
    )
    place = inner.place if inner.place is not None and _aimed_at(group.sentence, inner) else None
    placed = (
        ()
        if place is None
        else (Party(place.name, place.text, place.start, place.end, place.id, "other", place.country),)
    )
    return own if theirs else by, to or inner.to or placed


def _aimed_at(sentence: Sentence, act: Frame) -> bool:
    """Whether the place of an act is what it was aimed at: "had fired at the village of Kisra", "an attack on Gao"."""
    told = sentence.words_in(Span(act.place.start, act.place.end)) if act.place is not None else []
    word = next(iter(told), None)
    while word is not None and word.dep in WITHIN:
        if word.dep == "prep" and word.head == act.head:
            return word.lower in AIMED
        word = sentence.words[word.head]
    return False
