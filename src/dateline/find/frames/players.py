"""Who may play a role of a happening: the fillers of its slots that its trigger takes for it, and the parties they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.find.frames.parties import WEST, Known
from dateline.find.frames.slots import Slots
from dateline.find.notes import Sentence
from dateline.model import Party
from dateline.phenomena import Trigger, WordClass, load_classes, words_of
from dateline.words.kinds import ARMED, PARTISAN

__all__ = ["acts_of", "armed", "partisans", "players", "role_fillers"]

OF_WAR: Final = frozenset({"military", "national", "armed", "air", "terrorist", "terror"})
"""Words before a noun that tell what sort of act it is, not whose."""


@cache
def players(name: str, place: bool) -> WordClass:
    """The class of those who can play a role, and whether a place can; whoever can kill can be killed."""
    known = load_classes()
    words = known[name].words | (known["killers"].words if name == "targets" else frozenset())
    return replace(known[name], place=place, words=words)


def role_fillers(sentence: Sentence, known: Known, trigger: Trigger, slots: Slots, role: str) -> list[int]:
    """The words in the slots of a role, each once; of what stands before a noun only what names an actor."""
    return list(
        dict.fromkeys(
            f
            for slot, held in trigger.roles.items()
            for f in slots.get(slot, ())
            if ("by" if _owned(sentence, known, trigger, slots, slot, f) else _role(trigger, slots, slot)) == role
            if slot != "between" or _sides(sentence, known, slots)
            if not (role == "by" and slot == "object" and slots.get("subject") and "subject" in trigger.roles)
            if not (slot == "modifier" and sentence.words[f].lemma in trigger.words and not armed(sentence, known, f))
            if slot != "modifier"
            or acts_of(sentence, known, f)
            or (held == "to" and sentence.words[f].lemma in words_of("targets"))
        )
    )


def _role(trigger: Trigger, slots: Slots, slot: str) -> str:
    """The role of a slot. Whose act it is told to be did it, where it is also told to whom: "the guild's arrest of a clerk",
    but "the clerk's arrest"; with whom they fought did it to those who fell in a fight: "nine died in clashes with rebels".
    """
    held = trigger.roles[slot]
    dealt = (slot == "possessor" and slots.get("of")) or (slot == "with" and slots.get("victim"))
    return "by" if dealt and held != "none" and trigger.kind == "noun" else held


def _owned(sentence: Sentence, known: Known, trigger: Trigger, slots: Slots, slot: str, i: int) -> bool:
    """Whether an act that is told to be somebody's was done by them: the kidnappings of a band that has a name are its own,
    a soldier's was done to him; "the raid of the guards" is theirs, but not
    where others are told to have made it: "the raid of the guards by the rebels"."""
    if slot == "of" and trigger.roles[slot] == "to" and not RAIDS.isdisjoint(trigger.words):
        noun = sentence.words[sentence.words[sentence.words[i].head].head]
        return armed(sentence, known, i) and noun.lemma in RAIDS and not slots.get("by")
    if slot != "possessor" or trigger.roles[slot] != "to" or not sentence.words[i].tag.startswith("NNP"):
        return False
    word = sentence.words[i]
    return any(a.kind in PARTISAN and a.start <= word.start < a.end for a in known.actors)


RAIDS: Final = frozenset({"raid", "attack", "assault", "offensive", "incursion", "strike"})
"""Nouns for acts that are "of" those who do them; a killing or a shelling is of those who suffer it."""


def partisans(sentence: Sentence, heads: Sequence[int]) -> tuple[Party, ...]:
    """Those who fight for whom a word names: "pro-emir raids" are of forces that are for the emir, and not his own."""
    told = []
    for i in heads:
        before = sentence.words[max(0, i - 2) : i]
        if [word.lower for word in before] == ["pro", "-"]:
            start, end = before[0].start, sentence.words[i].end
            text = sentence.text[start - sentence.start : end - sentence.start]
            told.append(Party(f"pro{text[3:]} forces", text, start, end, kind="armed_group"))
    return tuple(told)


def armed(sentence: Sentence, known: Known, i: int) -> bool:
    """Whether a word is part of the words for somebody in arms."""
    word = sentence.words[i]
    return any(a.kind in ARMED and a.start <= word.start < a.end for a in known.actors)


def _sides(sentence: Sentence, known: Known, slots: Slots) -> bool:
    """Whether it is between sides that something happens, and not between two towns: one of them at least is known to act."""
    classes = load_classes()
    heads = [sentence.words[f] for f in slots.get("between", ())]
    acting = any(a.start <= w.start < a.end for w in heads for a in known.actors)
    return acting or any(w.lemma in classes["agents"].words or w.lower in classes["agents"].words for w in heads)


def acts_of(sentence: Sentence, known: Known, i: int) -> bool:
    """Whether a word before a noun names who acts: "regime shelling", "Russian raids", not "military shelling"."""
    classes = load_classes()
    word = sentence.words[i]
    if word.lemma in OF_WAR or (i > 1 and sentence.words[i - 2].lower == "anti" and sentence.words[i - 1].text == "-"):
        return False
    told = (a for a in known.actors if a.start < word.end and word.start < a.end)
    if word.text == WEST or any(a.text.rpartition(" ")[2] not in OF_WAR or a.country is not None for a in told):
        return True
    return word.lemma in classes["state"].words or word.lemma in classes["rebels"].words
