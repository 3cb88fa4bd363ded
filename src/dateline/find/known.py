"""What "the attack" was: a blow that a report told before and only names again."""

from __future__ import annotations

from typing import Final

from dateline.find.matter import KNOWN
from dateline.find.notes import Frame, Notes

__all__ = ["told_before"]

PLAIN: Final = "attack"
"""The phenomenon of words for a blow that do not tell how it was dealt."""

BLOWS: Final = frozenset({"armed_attack", "airstrike", "shelling", "facility_attack"})
BACK: Final = 60
"""Happenings of the report, counted back, among which the blow is looked for."""

FIRM: Final = 0.4
"""How high a blow must have stood that is taken up again."""


def told_before(notes: Notes, act: Frame) -> Frame | None:
    """The blow that a plain word takes up: "the attack", "Sunday's assault", after a bombing was told; else None."""
    word = notes.sentences[act.sentence].words[act.head]
    if act.phenomenon != PLAIN or not word.tag.startswith("NN"):
        return None
    below = [notes.sentences[act.sentence].words[i] for i in word.children]
    if word.tag == "NNS" or not any(w.dep == "poss" or w.lower in KNOWN for w in below):
        return None
    at = _number(notes, act)
    earlier = (f for f in reversed(notes.frames[max(0, at - BACK) : at]) if f.sentence < act.sentence)
    return next((f for f in earlier if _firm(f)), None)


def _firm(blow: Frame) -> bool:
    return blow.type in BLOWS and blow.phenomenon != PLAIN and blow.score >= FIRM and not blow.negated


def _number(notes: Notes, act: Frame) -> int:
    """The first happening of the sentence of an act, counted from 0."""
    low, high = 0, len(notes.frames)
    while low < high:
        middle = (low + high) // 2
        if notes.frames[middle].sentence < act.sentence:
            low = middle + 1
        else:
            high = middle
    return low
