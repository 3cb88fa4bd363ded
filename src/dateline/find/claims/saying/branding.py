"""A bad name given to what another does, or to whoever does it: "dismissed it as a trick", "the raid was a massacre"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.claims.saying.standing import binding
from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents, under
from dateline.find.sentences.tags import STATED
from dateline.model import Attribution
from dateline.words.mood import load_acts

__all__ = ["brands", "slurs"]

CALLING: Final = frozenset({"call", "label", "term", "brand", "declare", "deem"})


def brands(sentence: Sentence, voice: Attribution, verbs: Sequence[Word]) -> bool:
    """Whether a side calls what another does a bad thing: "dismissed the truce as a trick", "called the blockade illegal",
    "said the raid was a massacre"; `verbs` are the main ones of what is said."""
    if not any(map(binding, voice.voices)):
        return False
    acts, words = load_acts(), sentence.words
    cue = [w for w in sentence.words_in(voice.cue) if w.lemma in acts.branding]
    called = [below for w in cue for below in under(words, w) if below.lower == "as" and below.dep == "prep"]
    bad = acts.slurs | acts.untrue | acts.tricks
    if any(_names_one(sentence, at, bad) for at in called):
        return True
    rated = (w for verb in verbs if _is_so(words, verb) for w in dependents(words, verb))
    told = (w for w in sentence.words_in(voice.content) if w.dep == "oprd" and words[w.head].lemma in CALLING)
    return any(w.dep in STATED and w.lemma in acts.slurs | (acts.tricks - acts.partless) for w in (*rated, *told))


def _is_so(words: Sequence[Word], verb: Word) -> bool:
    """Whether a thing is told to be so: "was a massacre"; not what would be, nor what is not."""
    below = dependents(words, verb)
    none = any(child.lower == "no" for w in below for child in dependents(words, w))
    unsure = none or any(w.dep in ("neg", "expl") or w.tag == "MD" or w.lower in ("if", "whether") for w in below)
    return verb.lemma == "be" and not unsure and words[-1].text != "?"


def _names_one(sentence: Sentence, preposition: Word, nouns: frozenset[str]) -> bool:
    """Whether what follows a preposition holds one of some nouns, or what is like them."""
    return any(word.lemma in nouns for word in sentence.subtree(preposition.i))


def slurs(sentence: Sentence, voice: Attribution) -> bool:
    """Whether a bad name is given to somebody: "called them traitors"."""
    cue = sentence.words_in(voice.cue)
    return any(word.lemma == "call" for word in cue) and any(
        word.lemma in load_acts().slurs for word in sentence.words_in(voice.content)
    )
