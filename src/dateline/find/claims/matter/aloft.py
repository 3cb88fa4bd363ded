"""What came from the air: an attack that aircraft deal, or that a report has told to come from there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.claims.matter.known import planted
from dateline.find.notes import Frame, Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import way
from dateline.find.sentences.tags import SUBJECTS
from dateline.phenomena import words_of

__all__ = ["FIRST_TOLD", "from_the_air"]

FIRST_TOLD: Final = 400
"""Happenings of a report among which one is sought that came from the air."""

CRAFT_NEAR: Final = 5
"""Steps through the parse from aircraft to the blow that they deal."""

STRIKES: Final = frozenset({"strike", "raid", "bombardment", "bombing", "bomb", "missile", "bombard"})
"""Words for an attack from the air once a report has told that it came from the air."""

BURSTS: Final = frozenset({"explosion", "blast", "missile", "bombardment", "bombing"})
"""Words for what is heard, or comes down, in an air campaign and out of guns alike."""

UNTOLD: Final = frozenset({"bombing", "shelling", "missile_attack"})
"""Phenomena of bursts that do not tell by themselves whether they came from the air."""

GROUND: Final = UNTOLD | {"suicide_bombing", "grenade_attack", "landmine"}
"""Phenomena of what is dealt from the ground."""

HANDMADE: Final = frozenset("petrol fire gasoline car truck parcel pipe nail roadside suicide homemade letter".split())
"""What stands before a bomb that no aircraft drops."""

CAMPAIGN: Final = 3
"""Air strikes of which a report tells, at the least, that is about an air campaign."""

AIRCRAFT: Final = frozenset("warplane warplanes jet jets plane planes aircraft helicopter helicopters airforce".split())


def from_the_air(notes: Notes, act: Frame) -> str:
    """The act's type; an attack told plainly is an air strike where aircraft do it, or the report has said so before."""
    if _in_campaign(notes, act):
        return "airstrike"
    sentence = notes.sentences[act.sentence]
    if act.type == "shelling" and any(_launches(sentence.words, word) for word in sentence.words):
        return "airstrike"
    if act.type not in ("armed_attack", "clash"):
        return act.type
    doers = {
        word
        for party in act.by
        for word in f"{party.text} {party.name}".lower().replace("air force", "airforce").split()
    }
    doers |= {w.lower for w in sentence.words if w.lower in AIRCRAFT and _deals(sentence, w, act)}
    named = sentence.words[act.head].lemma in STRIKES and not _by_hand(sentence.words, sentence.words[act.head])
    told = named and not planted(notes, act) and any(f.type == "airstrike" for f in notes.frames[:FIRST_TOLD])
    return "airstrike" if doers & AIRCRAFT or told else act.type


def _launches(words: Sequence[Word], craft: Word) -> bool:
    """Whether aircraft are what a missile was fired from or by: "a missile fired from a drone"."""
    prep = words[craft.head]
    fired = craft.dep == "pobj" and prep.lower in ("from", "by") and words[prep.head].lemma in words_of("launching")
    return fired and (craft.lower in AIRCRAFT or craft.lemma in words_of("drone"))


def _in_campaign(notes: Notes, act: Frame) -> bool:
    """Whether bursts that nobody is told to have caused are told in a report on an air campaign, with fewer tellings of guns and
    car bombs: "three explosions rocked the capital"; no "artillery bombardment" is one.
    """
    words = notes.sentences[act.sentence].words
    verb = words[act.head]
    near = [verb, *dependents(words, verb, *SUBJECTS)]
    if act.by or act.phenomenon not in UNTOLD or planted(notes, act) or not any(word.lemma in BURSTS for word in near):
        return False
    if any(_by_guns(words, word) for word in near):
        return False
    told = [f for f in notes.frames[:FIRST_TOLD] if not f.negated]
    air = sum(f.type == "airstrike" for f in told)
    ground = sum(f.phenomenon in GROUND and notes.sentences[f.sentence].words[f.head].lemma not in BURSTS for f in told)
    return air >= CAMPAIGN and air > ground


def _by_guns(words: Sequence[Word], burst: Word) -> bool:
    """Whether the words before a burst say that it came out of guns: "artillery and rocket bombardment"."""
    guns = words_of("gun") - BURSTS
    return any(w.lemma in guns for word in _before(words, burst) for w in (word, *dependents(words, word)))


def _by_hand(words: Sequence[Word], bomb: Word) -> bool:
    """Whether a bomb is of a kind that is thrown or laid: "petrol bombs", "a parcel bomb"."""
    return any(word.lemma in HANDMADE for word in _before(words, bomb))


def _before(words: Sequence[Word], noun: Word) -> list[Word]:
    """The words before a noun that tell of what kind it is."""
    return dependents(words, noun, "compound", "amod", "nmod")


def _deals(sentence: Sentence, craft: Word, act: Frame) -> bool:
    """Whether aircraft are what deals a blow: subject or agent of it, near by."""
    words = sentence.words
    if craft.dep == "pobj" and words[craft.head].lower != "by":
        return False
    there = way(sentence, craft.i, act.head)
    apart = craft.dep == "nsubj" or there.clauses
    if apart and any(w.i != craft.i for w in dependents(words, words[act.head], *SUBJECTS)):
        return False
    return craft.dep in ("nsubj", "pobj") and there.steps <= CRAFT_NEAR
