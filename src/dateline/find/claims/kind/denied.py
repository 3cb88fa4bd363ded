"""Whether a voice says that an act did not happen, or that nothing tells of it: "no reports of raids"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.modality import modality_of
from dateline.find.claims.saying.own import own_act
from dateline.find.claims.saying.standing import binds
from dateline.find.frames.undone import CAUSES
from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.distance import upward
from dateline.find.sentences.tags import SUBJECTS
from dateline.model import Actor, Span
from dateline.phenomena import words_of
from dateline.phenomena.types import FOUGHT, VIOLENT
from dateline.words.measures import HARMED
from dateline.words.mood import load_acts
from dateline.words.speech import load_speech

__all__ = ["TALKS", "breached", "by_us", "denied", "held_true", "uncounted", "undone"]

DONE: Final = VIOLENT | {"detention", "prisoner_exchange", "displacement_figure", "protest", "ceasefire_violation"}
DISPUTED: Final = FOUGHT | {"protest", "ceasefire_violation"}
"""What a side denies by saying that there was none."""

HARMS: Final = frozenset({"looting", "siege", "blockade", "mob_violence", "torture"})
"""Phenomena of acts that have no type of their own, and that are none where they are told not to have been."""

PRESENCE: Final = "presence"
"""What is told of a place where armed people are, or are not."""

CARRIED_OFF: Final = "abduction"
"""The phenomenon of those whom somebody takes away, which is a crime where an arrest is none."""

WE: Final = frozenset({"we", "our"})
OURS: Final = WE | {"i", "my"}
THEIRS: Final = frozenset({"he", "she", "they", "his", "her", "their"})

NOUGHT: Final = frozenset({"no", "not", "n't", "never"})

TALKS: Final = "talks"
"""The phenomenon of those who negotiate: that they do is denied; who turns talks down, or sets terms for them, denies none."""

ASIDE: Final = frozenset({"advcl", "relcl"})

ASSURING: Final = frozenset({"sure", "ensure", "certain", "guarantee"})
"""Words for taking care that a thing is so."""

NONE_WITHIN: Final = 5
"""Words from an act up to the one that says there was none of it."""


def denied(group: Group, head: Frame) -> bool:
    """Whether a voice says that an act did not happen, or that nothing tells of it: "no reports of raids"."""
    if head.phenomenon == TALKS:
        return _no_talks(group.sentence, head)
    if head.type == "protest" and not _no_protest(group, head):
        return False  # who did not protest denies no protest
    happened = modality_of(group.sentence, head.head, "asserts") == "actual"
    if (head.type not in DISPUTED and head.phenomenon != CARRIED_OFF) or not happened or _beside(group, head):
        return False
    words = group.sentence.words
    word = words[head.head]
    if _only_missed(words, word) or _forgone(words, word) or _rated(words, word) or not _at_stake(group, word):
        return False
    if any(w.lower in ("can", "ca", "could") for w in dependents(words, word, "aux")):
        return False  # "cannot leave" tells what may not be done
    for _ in range(NONE_WITHIN):
        if word.lemma in load_acts().minding | load_acts().viewing or _uninformed(words, word, words[head.head]):
            return False
        if any(w.lower in NOUGHT for w in dependents(words, word, "det", "neg")):
            if any(w.lower == "yet" for w in dependents(words, word)):
                return False  # what is not done yet is no charge
            return not _wished(group.sentence, word)
        aimed = word.dep in ("xcomp", "advcl") and any(w.lower == "to" for w in dependents(words, word))
        if aimed and _nobody_sent(words, words[word.head]):
            return True
        if (
            word.dep in ("acl", "ccomp")
            and words[word.head].lemma in words_of("signs")
            and _none_of(words, words[word.head])
        ):
            return True
        if word.dep == "prep" and word.lower in CAUSES:
            return False
        if word.dep not in ("pobj", "prep", "dobj", "pcomp") or not word.tag.startswith(("NN", "IN", "VBG")):
            break
        word = words[word.head]
    above = words[word.head]
    told = group.voice is not None and group.voice.cue.start <= above.start < group.voice.cue.end
    return head.negated and (told or above.lemma not in load_acts().mind)


def breached(group: Group, head: Frame) -> bool:
    """Whether a truce was broken for all that a "no" stands there: "not the first breach", "no fewer than nine breaches"."""
    ranked = (w.lower in RANKED for w in dependents(group.sentence.words, group.sentence.words[head.head], "amod"))
    return any(ranked) or any((f.low or 0) > 0 and not f.negated for f in group.figures)


RANKED: Final = frozenset("first second third fourth last only worst isolated".split())


def _no_protest(group: Group, head: Frame) -> bool:
    """Whether none of a protest is told of; where none of those in one was harmed, or taken, there was one."""
    words = group.sentence.words
    return _none_of(words, words[head.head]) and not any(f.measure in ENDURED for f in group.figures)


ENDURED: Final = HARMED | {"detained"}


def _uninformed(words: tuple[Word, ...], word: Word, act: Word) -> bool:
    """Whether somebody only lacks news of an act that is known to be one: "no details of the raid", not "no word of any raid", nor
    what a side says that it knows nothing of."""
    known = any(w.lower in KNOWN or w.dep == "poss" for w in dependents(words, act, "det", "poss"))
    return known and word.lemma in load_acts().knowledge - DISCLAIMED


KNOWN: Final = frozenset({"the", "this", "that", "these", "those"})
DISCLAIMED: Final = frozenset({"knowledge", "record"})
"""What a side has none of that says it was not in an act."""


def _at_stake(group: Group, word: Word) -> bool:
    """Whether who speaks stands for a side, or tells of an act of their own; a neighbour who heard no raid denies none, nor does a
    doctor who says that there was none."""
    voice, words = group.voice, group.sentence.words
    if voice is None:
        return False
    if by_us(words, word, OURS) or binds(group.sentence, voice) or any(map(_of_state, voice.voices)):
        return True
    onlooker = all(map(_onlooker, voice.voices))
    told = any(by_us(words, verb, OURS | THEIRS) for verb in (word, words[word.head]))
    return own_act(group, voice, word) and (told or not onlooker)


def _onlooker(actor: Actor) -> bool:
    """Whether somebody is told by no name and holds no office: "a doctor", "one villager"."""
    words = actor.name.lower().split()
    return actor.kind == "person" and actor.name.islower() and load_speech().offices.isdisjoint(words)


def by_us(words: Sequence[Word], verb: Word, us: Set[str] = WE) -> bool:
    """Whether those who speak are told to act, or what is theirs: "our guns did not fire"."""
    subjects = dependents(words, verb, "nsubj")
    return any(word.lower in us for w in subjects for word in (w, *dependents(words, w)))


def _of_state(actor: Actor) -> bool:
    """Whether an outlet speaks for a state: "state media"."""
    return actor.kind == "media" and "state" in actor.text.lower().replace("-", " ").split()


def undone(group: Group, head: Frame) -> bool:
    """Whether a blow, an advance, an arrest, a release or a flight is told not to have been: "there were no raids", "has yet to
    enter the town"; one that was "not the last" was dealt, and who is nowhere holds nothing."""
    words = group.sentence.words
    word = words[head.head]
    if (
        (head.type not in DONE and head.phenomenon not in HARMS)
        or head.phenomenon == PRESENCE
        or _only_missed(words, word)
        or _rated(words, word)
    ):
        return False
    of = words[word.head]
    if head.type == "protest":
        return _no_protest(group, head) and words[words[word.head].head].lemma not in ASSURING
    sign = words[of.head] if word.dep == "pobj" and of.lower == "of" else word
    return head.negated or _none_of(words, word) or (sign.lemma in words_of("signs") and _none_of(words, sign))


def uncounted(group: Group) -> bool:
    """Whether what is counted was not done to those who are: "did not turn out 300 families"."""
    words = group.sentence.words
    nouns = [w for f in group.figures for w in group.sentence.words_in(Span(f.start, f.end)) if w.dep == "dobj"]
    return bool(nouns) and all(
        has_dependent(words, words[w.head], "neg") and not any(x.tag == "VBN" for x in dependents(words, w, "amod"))
        for w in nouns
    )


def _no_talks(sentence: Sentence, head: Frame) -> bool:
    """Whether it is said that nobody negotiates: "there are no talks with them", "is not holding any talks"."""
    words, word = sentence.words, sentence.words[head.head]
    verb = words[word.head] if word.tag.startswith("NN") else word
    terms = any(w.lower in load_acts().conditions or w.lower == "until" for w in words)
    ahead = any(w.tag == "MD" for w in dependents(words, verb))
    if terms or ahead or verb.lemma in load_acts().mind - {"have"}:
        return False
    none = word.tag.startswith("NN") and verb.lemma in ("be", "have", "hold") and _none_of(words, word)
    held = word is verb or word.dep == "dobj"
    return none or (held and head.negated and has_dependent(words, verb, "neg"))


def _none_of(words: tuple[Word, ...], noun: Word) -> bool:
    """Whether there is none of a thing: "no sign that they were leaving"."""
    return any(w.lower == "no" for w in dependents(words, noun, "det"))


def _only_missed(words: tuple[Word, ...], verb: Word) -> bool:
    """Whether an act was done and only failed: "was fired at but not hit"."""
    first = words[verb.head]
    below = dependents(words, first)
    turned = verb.dep == "conj" and first.tag.startswith("V") and any(w.lower == "but" for w in below if w.dep == "cc")
    return turned and not any(w.dep == "neg" for w in below)


def _forgone(words: tuple[Word, ...], verb: Word) -> bool:
    """Whether an act is only not chosen, or not to be: "bailed out rather than bomb the town", "sworn not to fire on it"."""
    below = dependents(words, verb)
    than = any(w.lower == "than" for w in (*below, *words[max(0, verb.i - 1) : verb.i]))
    bare = verb.tag == "VB" and any(w.dep == "neg" for w in below) and any(w.tag == "TO" for w in below)
    return than or (bare and verb.dep not in ("conj", "ccomp"))


def _rated(words: tuple[Word, ...], noun: Word) -> bool:
    """Whether a toll is only told not to be something: "the figures were not final", "the fight is not over"; that it is "not true" disowns it."""
    verb = words[noun.head]
    while noun.dep in ("compound", "pobj", "prep") and verb.i != noun.i:
        noun, verb = verb, words[verb.head]
    told = [w for w in dependents(words, verb) if w.dep in ("acomp", "attr") or w.lower == "over"]
    told = [
        w for w in told if not any(child.tag == "PRP$" for child in dependents(words, w))
    ]  # "was not our work" denies
    return (
        verb.lemma == "be" and noun.dep == "nsubj" and bool(told) and all(w.lemma not in load_acts().true for w in told)
    )


def _nobody_sent(words: tuple[Word, ...], verb: Word) -> bool:
    """Whether nobody set out to do a thing: "no soldier left the fort to fire on them"."""
    subjects = dependents(words, verb, *SUBJECTS)
    return any(w.lower == "no" for subject in subjects for w in dependents(words, subject))


def _beside(group: Group, head: Frame) -> bool:
    """Whether an act only stands beside what is said: "since they did not fire", "to make sure nobody is shot"."""
    above = upward(group.sentence, head.head)
    inside = [w for w in above if group.voice is None or w.start >= group.voice.content.start]
    return any(w.dep in ASIDE or group.sentence.words[w.head].lemma in ASSURING for w in inside)


def _wished(sentence: Sentence, word: Word) -> bool:
    """Whether a thing is only what somebody wants or needs: "what we want is a truce and not more raids"."""
    words = sentence.words
    above = (w for w in upward(sentence, word.i) if w.lemma == "be")
    wishes = (w for verb in above for w in dependents(words, verb, "csubj"))
    return any(wish.lemma in load_acts().awaiting for wish in wishes)


def held_true(group: Group, act: Frame) -> bool:
    """Whether an act is told as a fact, not feared."""
    return modality_of(group.sentence, act.head, "asserts") != "hypothetical"
