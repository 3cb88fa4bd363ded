"""Whose weapon it is that strikes: who owns it, or is told to have launched it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.find.frames.fillers import with_conjuncts
from dateline.find.frames.parties import Known
from dateline.find.frames.players import acts_of, armed
from dateline.find.frames.slots import Slots, verb_slots
from dateline.find.frames.triggers import Hit
from dateline.find.notes import Sentence
from dateline.find.sentences.dependents import children
from dateline.phenomena import words_of

__all__ = ["owners", "owners_beside", "struck_with"]


@cache
def _weapons() -> frozenset[str]:
    """The munitions, and what else strikes."""
    return words_of("munition") | words_of("fire")


def struck_with(word: str) -> bool:
    """Whether a word is for what somebody strikes with, other than a drone, which may be told with whose it is."""
    said = word.removesuffix("s")
    return said != "drone" and said in _weapons()


def owners(sentence: Sentence, known: Known, hit: Hit, slots: Slots) -> list[int]:
    """Whose weapon it is that strikes: "Chadian missiles hit the mill", "rebel rockets fell on the port"; or who is told to
    have launched it: "rockets fired by rebels fell on the port"."""
    heads = slots.get("subject", ()) if hit.trigger.kind == "verb" else with_conjuncts(sentence, hit.head)
    bearing = (f for f in heads if sentence.words[f].lemma in _weapons())
    return list(dict.fromkeys(c for f in bearing for c in _launchers(sentence, known, f)))


def owners_beside(sentence: Sentence, known: Known, fillers: Sequence[int], heads: Sequence[int]) -> list[int]:
    """Whose weapon is joined to a word for somebody, who then owns weapons as well: the army of "rebel or army shells"."""
    joined = (f for f in fillers if sentence.words[f].dep == "conj" and sentence.words[f].head in heads)
    return [c for f in joined if struck_with(sentence.words[f].lower) for c in _launchers(sentence, known, f)]


def _launchers(sentence: Sentence, known: Known, weapon: int) -> Iterator[int]:
    """Who owns or launched a weapon."""
    before = children(sentence, weapon, "compound", "amod", "nmod", "poss")
    inner = [c for b in before for c in children(sentence, b, "compound", "amod", "nmod", "conj")]
    yield from (c for c in (*before, *inner) if acts_of(sentence, known, c))
    came = (c for c in children(sentence, weapon, "prep") if sentence.words[c].lower == "from")
    sent = [o for c in came for o in children(sentence, c, "pobj")]
    yield from (o for o in sent if armed(sentence, known, o))
    behind = [weapon + 1] if weapon + 1 < len(sentence.words) else []
    for clause in dict.fromkeys((*children(sentence, weapon, "acl", "relcl"), *behind)):
        if sentence.words[clause].tag == "VBN" and sentence.words[clause].lemma in words_of("launching"):
            yield from (f for f in verb_slots(sentence, clause, True).get("subject", ()) if f != weapon)
