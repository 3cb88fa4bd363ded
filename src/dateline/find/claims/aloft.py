"""What came from the air: an attack that aircraft deal, or that a report has told to come from there."""

from __future__ import annotations

from typing import Final

from dateline.find.notes import Frame, Notes, Sentence, Word
from dateline.find.sentences.distance import way

__all__ = ["FIRST_TOLD", "from_the_air"]

FIRST_TOLD: Final = 400
"""Happenings of a report among which one is sought that came from the air."""

CRAFT_NEAR: Final = 5
"""Steps through the parse from aircraft to the blow that they deal."""

STRIKES: Final = frozenset({"strike", "raid", "bombardment", "bombing", "bomb", "missile", "bombard"})
"""Words for an attack from the air once a report has told that it came from the air."""

AIRCRAFT: Final = frozenset("warplane warplanes jet jets plane planes aircraft helicopter helicopters airforce".split())


def from_the_air(notes: Notes, act: Frame) -> str:
    """The act's type; an attack told plainly is an air strike where aircraft do it, or the report has said so before."""
    if act.type not in ("armed_attack", "clash"):
        return act.type
    doers = {
        word
        for party in act.by
        for word in f"{party.text} {party.name}".lower().replace("air force", "airforce").split()
    }
    sentence = notes.sentences[act.sentence]
    doers |= {w.lower for w in sentence.words if w.lower in AIRCRAFT and _deals(sentence, w, act)}
    told = (sentence.words[act.head].lemma in STRIKES or _the_bombs(sentence, act)) and any(
        f.type == "airstrike" for f in notes.frames[:FIRST_TOLD]
    )
    return "airstrike" if doers & AIRCRAFT or told else act.type


def _the_bombs(sentence: Sentence, act: Frame) -> bool:
    """Whether bombs that were told before are what broke a thing: "huts were damaged by the bombs"."""
    words = sentence.words
    by = [words[i] for c in words[act.head].children for i in (c, *words[c].children)]
    known = (w for w in by if w.lemma in ("bomb", "missile", "rocket") and w.dep in ("nsubj", "pobj"))
    return act.phenomenon == "bombing" and any(words[i].lower in ("the", "these") for w in known for i in w.children)


def _deals(sentence: Sentence, craft: Word, act: Frame) -> bool:
    """Whether aircraft are what deals a blow: subject or agent of it, near by."""
    words = sentence.words
    if craft.dep == "pobj" and words[craft.head].lower != "by":
        return False
    there = way(sentence, craft.i, act.head)
    if there.clauses and any(words[c].dep in ("nsubj", "nsubjpass") and c != craft.i for c in words[act.head].children):
        return False
    return craft.dep in ("nsubj", "pobj") and there.steps <= CRAFT_NEAR
