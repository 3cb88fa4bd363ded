"""On whom a threat hangs, and who went back on a promise: the subjects of the words beside those for the saying."""

from __future__ import annotations

from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.frames.parties import party_of
from dateline.find.notes import Frame, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import upward
from dateline.model import Party
from dateline.phenomena.types import FOUGHT
from dateline.words.kinds import PARTISAN

__all__ = ["hanging_on", "reneging"]

CONDITIONS: Final = frozenset({"unless", "if"})
"""Words that open what a threat hangs on."""

GOING_BACK: Final = frozenset({"renege", "break", "breach", "abandon", "betray", "ignore"})
"""Verbs of not keeping one's word."""

UP: Final = 4
"""Words up from a promise to the verb by which it is not kept."""

FIGHTERS: Final = PARTISAN | {"person"}
"""Kinds of those whom a threat can be meant for."""


def hanging_on(group: Group, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those on whose doing a threat hangs: "unless the guard leaves the port, the clans will attack"."""
    words = group.sentence.words
    makers = {party.name for party in by}
    for mark in (word for word in words if word.lower in CONDITIONS and word.dep == "mark"):
        subjects = dependents(words, words[mark.head], "nsubj")
        told = [party_of(actor) for word in subjects for actor in group.named_at(word) if actor.kind in FIGHTERS]
        if told and told[0].name not in makers:
            return (told[0],)
    return ()


def reneging(group: Group, head: Frame) -> tuple[Party, ...]:
    """Who is told not to have kept a promise: "the guard reneged on a pledge to leave, the clans said"."""
    words = group.sentence.words
    if not words[head.head].tag.startswith("NN") or head.type in FOUGHT:
        return ()
    verb = next((word for word in upward(group.sentence, head.head)[1:UP] if _goes_back(group, word)), None)
    subjects = dependents(words, verb, "nsubj") if verb is not None else []
    return tuple(party_of(actor) for word in subjects for actor in group.named_at(word))[:1]


def _goes_back(group: Group, word: Word) -> bool:
    if not word.tag.startswith("VB"):
        return False
    back = any(w.lower == "back" for w in dependents(group.sentence.words, word))
    return word.lemma in GOING_BACK or (word.lemma == "go" and back)
