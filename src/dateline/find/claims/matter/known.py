"""What "the attack" was: a blow that a report told before and only names again."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Final

from dateline.find.claims.matter import KNOWN
from dateline.find.notes import Frame, Notes
from dateline.find.sentences.dependents import dependents
from dateline.phenomena import words_of
from dateline.phenomena.types import AFAR, BLOWS

__all__ = ["last_blow", "meant", "planted", "told_before", "told_type"]

PLAIN: Final = "attack"
"""The phenomenon of words for a blow that do not tell how it was dealt."""

FOUGHT: Final = "armed_clash"
"""The phenomenon of fights, and of one armed side that falls upon another."""

OPENED: Final = "offensive"
"""The phenomenon of operations that are begun, be they no more than an attack on a town."""

FALLING: Final = frozenset("attack ambush storm raid assault overrun hit target kill shoot open".split())
"""Verbs by which one side falls upon the other, who need not have fought back."""

BACK: Final = 60
"""Happenings of the report, counted back, among which the blow is looked for."""

LAID: Final = frozenset({"plant", "lay", "bury", "hide", "place"})
"""What was done with a bomb that lay in wait."""

PLANTED: Final = frozenset({"roadside", "suicide", "gas"})
"""What stands, besides the words for bombs, before an explosion that came from no gun and no aircraft."""

SOUNDS: Final = frozenset({"explosion", "blast"})
"""What is heard of a blow, whatever dealt it."""

OPENING: Final = 3
"""Sentences with which a report opens."""

SOON: Final = 6
"""Sentences after the plain word within which a report tells how the blow was dealt."""

FIRM: Final = 0.4
"""How high a blow must have stood that is taken up again."""


def told_before(notes: Notes, act: Frame) -> Frame | None:
    """The blow that a plain word means: "the attack", "Sunday's assault", after a bombing was told; or "an attack" with
    which a report opens that goes on to tell how it was dealt; else None.
    """
    word = notes.sentences[act.sentence].words[act.head]
    if act.phenomenon != PLAIN or not word.tag.startswith("NN"):
        return None
    below = dependents(notes.sentences[act.sentence].words, word)
    known = any(w.dep == "poss" or w.lower in KNOWN for w in below)
    at = _number(notes, act)
    earlier = (f for f in reversed(notes.frames[max(0, at - BACK) : at]) if f.sentence < act.sentence)
    before = next((f for f in earlier if _firm(f)), None)
    return before if known and before is not None else _told_after(notes, act, at)


def last_blow(notes: Notes, act: Frame) -> Frame | None:
    """The blow that a report told last before an act, and told how it was dealt, or None."""
    at = _number(notes, act)
    return next((f for f in reversed(notes.frames[max(0, at - BACK) : at]) if _firm(f)), None)


def meant(notes: Notes, act: Frame) -> Frame | None:
    """The blow that a word for one means, or that was heard, or None: "the attack", "explosions" after a shelling."""
    return told_before(notes, act) or _heard_from(notes, act)


def told_type(notes: Notes, act: Frame) -> str:
    """The type of an act; a plain word for a blow takes that of the blow it means, where it was dealt from afar. Where only
    one side is told to fall upon soldiers, and it is no state's, that is an attack; ACLED's code of it stays.
    """
    word = notes.sentences[act.sentence].words[act.head]
    if act.phenomenon == OPENED and _falls_upon(notes, act):
        return "armed_attack"
    if act.phenomenon == FOUGHT and word.lemma in FALLING and not any(p.kind in ("state", "military") for p in act.by):
        return "armed_attack"
    before = meant(notes, act)
    return before.type if before is not None and before.type in AFAR else act.type


def _falls_upon(notes: Notes, act: Frame) -> bool:
    """Whether one side is told to begin an attack, and no assault or operation: "launched a new attack on the port"."""
    words = notes.sentences[act.sentence].words
    return any(w.lemma == PLAIN for w in dependents(words, words[act.head], "dobj"))


def _heard_from(notes: Notes, act: Frame) -> Frame | None:
    """The shelling or the raid, told just before, of which explosions were heard: "shelled the town. Two blasts were heard"."""
    word = notes.sentences[act.sentence].words[act.head]
    if act.phenomenon != "bombing" or word.lemma not in SOUNDS or act.by or planted(notes, act):
        return None
    before = last_blow(notes, act)
    return before if before is not None and before.sentence >= act.sentence - 1 else None


def planted(notes: Notes, act: Frame) -> bool:
    """Whether an explosion is told to be one of a bomb that was laid: "a roadside explosion", "a bomb planted in a field"."""
    words = notes.sentences[act.sentence].words
    before = [w.lemma for w in dependents(words, words[act.head], "compound", "amod")]
    laid = any(w.lemma in LAID for w in dependents(words, words[act.head], "acl", "relcl"))
    return laid or not (PLANTED | words_of("bomb")).isdisjoint(before)


def _told_after(notes: Notes, act: Frame, at: int) -> Frame | None:
    """The one kind of blow of which a report tells that opens with a plain word for it."""
    if act.sentence >= OPENING:
        return None
    blows = [f for f in notes.frames[: at + BACK] if _firm(f)]
    one = len({f.phenomenon for f in blows}) == 1
    return blows[0] if one and act.sentence < blows[0].sentence <= act.sentence + SOON else None


def _firm(blow: Frame) -> bool:
    return blow.type in BLOWS and blow.phenomenon != PLAIN and blow.score >= FIRM and not blow.negated


def _number(notes: Notes, act: Frame) -> int:
    """The first happening of the sentence of an act, counted from 0."""
    return bisect_left(notes.frames, act.sentence, key=attrgetter("sentence"))
