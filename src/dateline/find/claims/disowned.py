"""What is said to be untrue: the reports of others, and that anything was fired."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.claims.menace import SUBJECTS, under
from dateline.find.notes import Sentence, Word
from dateline.model import Attribution
from dateline.words.mood import load_acts

__all__ = ["calls_false", "no_shot", "undeniable"]

STATES: Final = ("acomp", "attr", "oprd")
THAT: Final = frozenset({"it", "this", "that", "these", "they"})


def calls_false(sentence: Sentence, voice: Attribution, verbs: Sequence[Word]) -> bool:
    """Whether what others hold is called untrue: "said the reports were false", "dismissed it as lies"; `verbs`
    are the main ones of what is said."""
    acts, words = load_acts(), sentence.words
    cue = sentence.words_in(voice.cue) if voice.cue is not None else []
    branded = [w for w in cue if w.lemma in acts.branding]
    called = [words[i] for w in branded for i in under(words, w) if words[words[i].head].lower == "as"]
    called += [words[i] for w in called if w.lemma in acts.hearsay for i in w.children]  # "as baseless claims that"
    if any(w.lemma in acts.untrue for w in called) or (
        any(w.lemma == "call" for w in cue) and _hearsay(sentence, voice)
    ):
        return True
    for verb in verbs:
        below = [words[i] for i in verb.children]
        if _void(words, verb) or _far_off(words, verb):
            return True
        rated = acts.absurd if any(w.dep in ("ccomp", "csubj", "advcl") for w in below) else frozenset[str]()
        wrong = any(w.dep in STATES and w.lemma in acts.untrue - rated for w in below)
        right = any(w.dep in STATES and w.lemma in acts.true for w in below)
        held = any(w.dep in SUBJECTS and (w.lemma in acts.hearsay or w.lower in THAT) for w in below)
        negated = any(w.dep == "neg" for w in below)
        told = (wrong and not negated) or (right and negated)
        if held and verb.tag == "VBN" and verb.lemma in acts.faking and not negated:
            return True
        if told and held and verb.lemma in ("be", "prove", "proven") and not any(w.tag == "MD" for w in below):
            return True
    return False


def _hearsay(sentence: Sentence, voice: Attribution) -> bool:
    """Whether what others hold is called untrue within what is said: "called the report rubbish"."""
    told = {word.lemma for word in sentence.words_in(voice.content)}
    return not told.isdisjoint(load_acts().hearsay) and not told.isdisjoint(load_acts().untrue)


def _void(words: Sequence[Word], verb: Word) -> bool:
    """Whether there is said to be nothing in a thing: "there is no truth in the report", "the claim has no basis"."""
    below = [words[i] for i in verb.children]
    held = any(w.dep == "expl" or w.lemma in load_acts().hearsay or w.lower in THAT for w in below)
    things = (w for w in below if w.dep in ("attr", "dobj") and w.lemma in load_acts().groundings)
    return held and any(words[i].lower in ("no", "without") for w in things for i in w.children)


def _far_off(words: Sequence[Word], verb: Word) -> bool:
    """Whether what others hold is told to be far from true: "the report was far from the truth"."""
    below = [words[i] for i in verb.children]
    held = any(w.dep in SUBJECTS and (w.lemma in load_acts().hearsay or w.lower in THAT) for w in below)
    far = any(w.lower in ("far", "further", "farther") for w in (words[i] for i in under(words, verb)))
    return verb.lemma == "be" and held and far and any(w.lemma in TRUTH for w in words[verb.i : verb.i + 7])


TRUTH: Final = frozenset({"truth", "true", "reality", "accurate"})


def undeniable(words: Sequence[Word], verb: Word) -> bool:
    """Whether a denial is told of that nobody makes: "it is impossible to deny that", "few would deny that"."""
    if verb.lemma != "deny":
        return False
    before = words[verb.head] if verb.dep in ("xcomp", "ccomp", "csubj", "advcl") else verb
    opening = words[max(0, verb.i - 2) : verb.i] if verb.tag == "VB" else ()
    few = any(w.lower in ("few", "nobody", "none") for w in words[:1]) and any(w.tag == "MD" for w in opening)
    hard = any(w.lemma in load_acts().undeniable for w in (before, *(words[i] for i in before.children)))
    return few or (hard and any(w.tag == "TO" for w in opening))


def no_shot(words: Sequence[Word], verb: Word) -> bool:
    """Whether nothing is told to have been fired: "there was not a single shot", "no fire was opened"."""
    acts = load_acts()
    below = [words[i] for i in verb.children]
    there = verb.lemma == "be" and any(w.dep == "expl" for w in below)
    fired = verb.lemma in acts.firing and any(w.dep == "auxpass" for w in below)
    things = (w for w in below if w.dep in ("attr", "nsubj", "nsubjpass") and w.lemma in acts.shots)
    return (there or fired) and any(words[i].lower in ("no", "not", "single") for w in things for i in w.children)
