"""Whether a clause says that a happening did not take place: "did not strike", "no raids", "at no time did we bomb"."""

from __future__ import annotations

from typing import Final

from dateline.find.frames.slots import Slots
from dateline.find.notes import Sentence
from dateline.find.sentences.dependents import children, dependents
from dateline.words.mood import load_acts

__all__ = ["CAUSES", "negated", "under"]

NONE: Final = frozenset({"no", "neither", "nor"})
OCCASIONS: Final = frozenset({"time", "point", "stage", "moment", "way", "circumstance", "account", "means"})
"""Nouns with which a clause opens that denies itself: "at no time", "under no circumstances"."""

BOUNDS: Final = frozenset({"fewer", "less", "more", "doubt", "longer", "other", "sooner"})
"""What "no" may stand before without denying anything: "no fewer than nine"."""

CAUSES: Final = frozenset({"because", "despite", "amid", "during", "due", "owing", "since", "after"})
"""What opens the circumstance in which something is not done: "they cannot stay because of the shelling"."""


def negated(sentence: Sentence, head: int, verb: int | None, slots: Slots) -> bool:
    """Whether the clause itself says that it did not happen; `slots` are those of a verb whose subject or object may be
    nobody: "no school was burnt".
    """
    words = sentence.words
    if any(words[c].lower in NONE for c in children(sentence, head, "det", "preconj", "cc")):
        return True
    if verb is None or words[verb].lemma in load_acts().minding:  # "does not regret the raid"
        return False
    told = bool(children(sentence, verb, "neg")) or _forgone(sentence, verb) or _at_no_time(sentence, verb)
    told = told or _yet_to(sentence, verb)
    return told or any(_none_of(sentence, i) for slot in ("subject", "object") for i in slots.get(slot, ()))


def _none_of(sentence: Sentence, i: int) -> bool:
    """Whether a noun says that there was none of it, in its own clause: "no school"."""
    words = sentence.words
    said = (w for w in dependents(words, words[i], "det") if w.lower == "no")
    return any(no.i < i and words[no.i + 1].lower not in BOUNDS for no in said)


def _yet_to(sentence: Sentence, verb: int) -> bool:
    """Whether an act is still to come: "the troops have yet to enter"."""
    above = sentence.words[sentence.words[verb].head]
    waits = above.lemma in ("have", "be") and any(w.lower == "yet" for w in dependents(sentence.words, above))
    return waits and sentence.words[verb].dep == "xcomp"


def _at_no_time(sentence: Sentence, verb: int) -> bool:
    """Whether what opens a clause denies it: "at no time did we bomb", "in no way have we helped them"."""
    words = sentence.words
    opening = (w for c in children(sentence, verb, "prep") if c < verb for w in dependents(words, words[c]))
    return any(w.lemma in OCCASIONS and any(child.lower == "no" for child in dependents(words, w)) for w in opening)


def under(sentence: Sentence, head: int, verb: int | None) -> bool:
    """Whether what denies a verb denies the happening: "launched no raid", "not at the hands of the raiders" tells of one."""
    if verb is None or head == verb:
        return True
    word, steps = sentence.words[head], 0
    while word.i != verb and word.head != word.i:
        if word.dep == "prep" and word.lower in CAUSES:
            return False
        steps += word.dep == "pobj"
        word = sentence.words[word.head]
    return steps < 2


def _forgone(sentence: Sentence, verb: int) -> bool:
    """Whether something was done in the act's place, or without it: "fled rather than attack", "instead of shelling it"."""
    words = sentence.words
    word = words[verb]
    above = words[word.head]
    if word.dep == "conj" and any(words[c].lower == "than" for c in children(sentence, above.i, "cc")):
        return any(words[c].lower == "rather" for c in (*above.children, *word.children, word.i - 2) if c >= 0)
    if word.dep != "pcomp":
        return False
    return above.lower == "without" or (
        above.lower in ("of", "than") and words[above.i - 1].lower in ("instead", "rather")
    )
