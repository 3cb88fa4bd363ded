"""What is said to be untrue: the reports of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.tags import ANY_SUBJECT, STATED
from dateline.model import Attribution
from dateline.words.mood import load_acts

__all__ = ["calls_false"]

REALITY: Final = frozenset({"reality", "truth", "fact"})
"""What a thing that is untrue has nothing to do with."""

NEAR, FAR = 3, 8
"""Words from a verb within which it is negated, and within which that stands."""

THAT: Final = frozenset({"it", "this", "that", "these", "they"})


def calls_false(sentence: Sentence, voice: Attribution, verbs: Sequence[Word]) -> bool:
    """Whether what others hold is called untrue: "said the reports were false", "dismissed it as lies"; `verbs`
    are the main ones of what is said."""
    acts, words = load_acts(), sentence.words
    cue = sentence.words_in(voice.cue)
    branded = [w for w in cue if w.lemma in acts.branding]
    content = sentence.words_in(voice.content) if branded else []
    behind = [w for verb in branded for at in dependents(words, verb, "prep") for w in dependents(words, at, "pobj")]
    called = [w for w in (*content, *behind) if words[w.head].lower == "as"]
    waved_off = called and any(w.lemma == "dismiss" for w in cue) and _of_hearsay(words, branded)
    if (
        waved_off
        or any(w.lemma in acts.untrue or _untrue_report(words, w) for w in called)
        or (any(w.lemma == "call" for w in cue) and _hearsay(sentence, voice))
    ):
        return True
    for verb in verbs:
        below = dependents(words, verb)
        if _void(words, verb):
            return True
        rated = acts.absurd if any(w.dep in ("ccomp", "csubj", "advcl") for w in below) else frozenset[str]()
        wrong = any(w.dep in STATED and w.lemma in acts.untrue - rated for w in below)
        right = any(w.dep in STATED and w.lemma in acts.true for w in below)
        held = any(w.dep in ANY_SUBJECT and (w.lemma in acts.hearsay or w.lower in THAT) for w in below)
        negated = any(w.dep == "neg" for w in below)
        told = (wrong and not negated) or (right and negated)
        if told and held and verb.lemma in ("be", "prove", "proven") and not any(w.tag == "MD" for w in below):
            return True
    return False


def _untrue_report(words: Sequence[Word], told: Word) -> bool:
    """Whether it is said what is untrue before it is said what that is: "rejected as false claims that it fired"."""
    acts = load_acts()
    return told.lemma in acts.hearsay and any(w.lemma in acts.untrue for w in dependents(words, told, "amod"))


def _of_hearsay(words: Sequence[Word], verbs: Sequence[Word]) -> bool:
    """Whether what others hold is the object of one of some verbs: "dismissed the report as a provocation"."""
    return any(w.lemma in load_acts().hearsay for verb in verbs for w in dependents(words, verb, "dobj", "nsubjpass"))


def _hearsay(sentence: Sentence, voice: Attribution) -> bool:
    """Whether what others hold is called untrue within what is said: "called the report rubbish"."""
    told = {word.lemma for word in sentence.words_in(voice.content)}
    return not told.isdisjoint(load_acts().hearsay) and not told.isdisjoint(load_acts().untrue)


def _void(words: Sequence[Word], verb: Word) -> bool:
    """Whether there is said to be nothing in a thing: "there is no truth in the report", "the claim has no basis",
    "the reports have nothing to do with reality"."""
    below = dependents(words, verb)
    reports = any(w.lemma in load_acts().hearsay and w.dep in ANY_SUBJECT for w in below)
    apart = any(w.dep == "neg" or w.lower in ("nothing", "no") for w in (*below, *words[verb.i : verb.i + NEAR]))
    if reports and apart and any(w.lemma in REALITY for w in words[verb.i : verb.i + FAR]):
        return True
    held = any(w.dep == "expl" or w.lemma in load_acts().hearsay or w.lower in THAT for w in below)
    things = (w for w in below if w.dep in ("attr", "dobj") and w.lemma in load_acts().groundings)
    return held and any(child.lower in ("no", "without") for w in things for child in dependents(words, w))
