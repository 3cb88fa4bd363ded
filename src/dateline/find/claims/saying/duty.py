"""What is asked for in what is said: a duty, a need, what another side is waited for to do, an order given outright."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.tags import ANY_SUBJECT, FIRST, NOUNS
from dateline.model import Attribution
from dateline.phenomena import words_of
from dateline.words.mood import load_acts

__all__ = ["IMPERSONAL", "awaited", "bidden", "bound", "needed", "ordered", "overdue", "stressed", "terms", "waived"]

OWNING: Final = frozenset({"accept", "admit", "acknowledge", "concede", "remember", "confess"})
"""Verbs of what one owes by oneself."""

IMPERSONAL: Final = frozenset({"it", "they"})


def needed(sentence: Sentence, verb: Word) -> bool:
    """Whether somebody else has, or needs, to do it, or it is asked that they do: "has to stop", "that he step down"."""
    words = sentence.words
    below = dependents(words, verb)
    others = any(w.dep in ANY_SUBJECT and w.lower not in FIRST | IMPERSONAL for w in below)
    forced = _forced(words, verb)
    asked_of = verb.tag == "VBP" and words[verb.head].lemma == "insist" and words[verb.head].tag in ("VBD", "VBN")
    bare = (
        (verb.tag == "VB" or asked_of) and verb.dep == "ccomp" and not any(w.dep in ("aux", "auxpass") for w in below)
    )
    asked = (
        bare
        and any(w.dep == "mark" and w.lower == "that" for w in below)
        and words[verb.head].lemma in load_acts().insisting
    )
    return others and (forced or asked) and not any(w.dep == "neg" for w in below)


def _forced(words: tuple[Word, ...], verb: Word) -> bool:
    """Whether a verb binds somebody to an infinitive: "has to stop"; not "has yet to", nor to be something: "needs to be"."""
    told = (w for w in dependents(words, verb, "xcomp") if w.tag == "VB")
    act = next(told, None) if verb.lemma in load_acts().binding and verb.tag != "VBG" else None
    if act is None or not any(w.lower == "to" for w in dependents(words, act)):
        return False
    led = any(w.tag == "MD" for w in dependents(words, verb)) or any(w.lower == "yet" for w in words[verb.i : act.i])
    return not led and not (verb.lemma == "need" and _is(act))


def stressed(sentence: Sentence, voice: Attribution) -> bool:
    """Whether a need is what somebody stresses: "underlined the need for a truce", "stressed the need to let them leave"."""
    acts, words = load_acts(), sentence.words
    cue = {w.i for w in sentence.words_in(voice.cue)}
    needs = (w for w in sentence.words_in(voice.content) if w.lemma in acts.needs and w.dep == "dobj" and w.head in cue)
    return any(
        words[need.head].lemma in acts.stressing
        and any(w.dep == "acl" or w.lower in ("for", "of") for w in dependents(words, need))
        for need in needs
    )


def _is(verb: Word | None) -> bool:
    """Whether a verb only tells what a thing is: "the aim needs to be peace"."""
    return verb is not None and verb.lemma == "be"


def overdue(sentence: Sentence, verb: Word) -> bool:
    """Whether others are told that it is for them to act: "it is time for him to go", "it is up to them to leave"."""
    words, below = sentence.words, dependents(sentence.words, verb)
    if any(w.dep == "neg" or w.tag == "MD" for w in below):
        return False
    is_time = verb.lemma == "be" and any(w.lemma == "time" and w.dep == "attr" for w in below)
    come = verb.lemma == "come" and any(w.lemma == "time" and w.dep == "nsubj" for w in below)
    left = verb.lemma == "be" and any(
        w.lower == "up" and [x.lower for x in words[w.i + 1 : w.i + 2]] == ["to"] for w in below
    )
    act = next((w for w in words[verb.i + 1 :] if w.tag == "VB" and words[w.i - 1].lower == "to"), None)
    if act is None or not (is_time or come or left):
        return False
    whom = words[verb.i + 1 : act.i]
    told = left or any(w.lower == "for" and w.dep == "mark" for w in whom)
    return told and not any(w.lower in ("us", "me") for w in whom)


def terms(sentence: Sentence, verb: Word) -> bool:
    """Whether terms are set for a deal: "there can be no truce unless they leave"."""
    below = dependents(sentence.words, verb)
    if (
        verb.lemma != "be"
        or not any(w.dep == "expl" for w in below)
        or not any(w.lower in ("can", "could") for w in below)
    ):
        return False
    dealt = [w for w in below if w.lemma in words_of("accord") | TALKING]
    none = any(child.lower == "no" for w in dealt for child in dependents(sentence.words, w))
    return none and any(w.lower in ("unless", "until", "without") for w in sentence.words[verb.i :])


TALKING: Final = frozenset({"talk", "talks", "peace", "dialogue", "negotiation", "settlement"})
"""What, besides a deal, somebody can set terms for."""


def waived(words: Sequence[Word], noun: Word) -> bool:
    """Whether a demand is one that somebody gave up: "dropped their insistence that he leave"."""
    return noun.tag in NOUNS and noun.dep == "dobj" and words[noun.head].lemma in load_acts().waiving


def awaited(sentence: Sentence, verb: Word) -> bool:
    """Whether one side expects another to act: "expects an end to", "is waiting for them to begin"."""
    acts, words = load_acts(), sentence.words
    below = dependents(words, verb)
    if verb.lemma not in acts.awaiting or any(w.dep == "neg" for w in below):
        return False
    ends = any(w.lemma in acts.ends and w.dep in ("dobj", "pobj") for w in below)
    asked = any(w.dep in ("ccomp", "advcl", "xcomp") and _has_subject(words, w) for w in below)
    waited = any(w.lower == "for" and any(_aimed(words, child, verb) for child in dependents(words, w)) for w in below)
    return ends or asked or waited


def _has_subject(words: tuple[Word, ...], word: Word) -> bool:
    """Whether an infinitive has a subject of its own: "expects them to leave"."""
    told = dependents(words, word)
    return any(w.dep in ANY_SUBJECT for w in told) and any(w.lower == "to" and w.dep == "aux" for w in told)


def _aimed(words: tuple[Word, ...], noun: Word, verb: Word) -> bool:
    """Whether an infinitive follows the one who is waited for, wherever the parse hangs it."""
    to = (words[i] for i in range(noun.i + 1, min(noun.i + 5, len(words))))
    return noun.tag in NOUNS and any(w.lower == "to" and w.dep == "aux" for w in to) and noun.i > verb.i


def bound(sentence: Sentence, verb: Word) -> bool:
    """Whether a verb tells a duty: "must leave"; not what must or should have been, nor what comes if it should,
    nor what is supposed: "it should be easy", "the raids should achieve their aim", "the filter should be effective", "it must be about money", "it must be noted", "must be joking".
    """
    below = dependents(sentence.words, verb)
    subject = next((w.i for w in below if w.dep in ANY_SUBJECT), -1)
    duty = any(w.dep == "aux" and w.lower in load_acts().duty and w.i > subject for w in below)
    owning = verb.lemma in OWNING
    if any(w.dep == "nsubj" and (w.lower == "i" or (owning and w.lower in FIRST)) for w in below):
        return False  # "I must say", "we must accept it": a duty of one's own
    thing = sentence.words[subject].lower if subject >= 0 else ""
    told = verb.lemma == "be" or any(w.dep == "dobj" for w in below)
    supposed = told and thing in ("it", "this", "that")
    supposed = supposed or verb.lemma in load_acts().attaining
    supposed = supposed or any(w.dep == "acomp" and w.lemma in load_acts().likely for w in below)
    supposed = supposed and any(w.dep == "aux" and w.lower == "should" for w in below)
    supposed = supposed or (thing == "it" and verb.lemma in load_acts().addressing)
    supposed = supposed or (verb.tag == "VBG" and any(w.dep == "aux" and w.lower == "be" for w in below))
    return duty and not supposed and not any(w.dep == "aux" and w.lower == "have" for w in below)


def ordered(verb: Word, words: tuple[Word, ...]) -> bool:
    """Whether a verb orders: bare, with nobody for its subject, not "let us", nor what is only looked at: "look, …"."""
    if verb.tag != "VB" or verb.dep in ("xcomp", "conj") or verb.lemma in load_acts().addressing:
        return False
    below = dependents(words, verb)
    if any(w.tag == "CC" for w in words[: verb.i]):
        return False
    return not any(w.dep in (*ANY_SUBJECT, "aux", "expl", "mark") for w in below)


def bidden(words: Sequence[Word], verb: Word) -> bool:
    """Whether somebody else is told what to do: "asked the rebels to go"."""
    infinitives = (w for w in dependents(words, verb, "xcomp", "ccomp") if w.tag == "VB")
    return any(w.lower == "to" for act in infinitives for w in dependents(words, act, "aux"))
