"""Who is told not to have done what is denied, and to whom: an official clears the arms of his state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.frames import FIRED_AT
from dateline.find.frames.phrases import named_words
from dateline.find.frames.slots import phrase
from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.dependents import children
from dateline.model import Party, Span
from dateline.phenomena import words_of
from dateline.phenomena.types import FOUGHT, VIOLENT
from dateline.words.kinds import STATELY

__all__ = ["aimed", "cleared", "done"]

WITHIN: Final = frozenset({"pobj", "prep", "compound", "appos", "nmod", "amod"})

Roles = tuple[tuple[Party, ...], tuple[Party, ...]]
"""Who acts, and who is acted on."""


def cleared(group: Group, by: tuple[Party, ...], to: tuple[Party, ...]) -> Roles:
    """The roles of a denial; `by` and `to` are what its own words tell: "a source denied that the army had fired at Gao"."""
    inner = next((f for f in group.frames if f.type in VIOLENT and f.by), None)
    if inner is None:
        return by, to or done(group)
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
    return own if theirs else by or inner.by, to or inner.to or placed or done(group)


def done(group: Group) -> tuple[Party, ...]:
    """To whom or what the act that is denied would have been done: whom its words tell to be hit or dead, or what they tell
    it to be aimed at."""
    acts = [f for f in group.frames if f.type in FOUGHT]
    told = next((f.to for f in acts if f.to), ())
    return told or aimed(group, (f.head for f in acts if f.type in VIOLENT))


def aimed(group: Group, acts: Iterable[int]) -> tuple[Party, ...]:
    """What the acts at some words are told to be aimed at: the homes of "did not fire towards homes"."""
    sentence, words = group.sentence, group.sentence.words
    for at in acts:
        heads = (at, *children(sentence, at, "dobj"))
        preps = (c for h in heads for c in children(sentence, h, "prep") if words[c].lower in FIRED_AT)
        for noun in (o for c in preps for o in children(sentence, c, "pobj") if _struck(words[o])):
            told = named_words(phrase(sentence, noun))
            if told:
                text = sentence.text[told[0].start - sentence.start : told[-1].end - sentence.start]
                return (Party(text, text, told[0].start, told[-1].end),)
    return ()


def _struck(word: Word) -> bool:
    """Whether a noun names something that can be aimed at."""
    return word.tag in ("NN", "NNS") and word.lemma not in words_of("nobody")


def _aimed_at(sentence: Sentence, act: Frame) -> bool:
    """Whether the place of an act is what it was aimed at: "had fired at the village of Kisra", "an attack on Gao"."""
    told = sentence.words_in(Span(act.place.start, act.place.end)) if act.place is not None else []
    word = next(iter(told), None)
    while word is not None and word.dep in WITHIN:
        if word.dep == "prep" and word.head == act.head:
            return word.lower in FIRED_AT
        word = sentence.words[word.head]
    return False
