"""Charges that are told not to be made: "laid no blame on them", "stopped short of accusing them", "too early to blame them"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.notes import Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.tags import NOUNS
from dateline.words.mood import load_acts

__all__ = ["withheld"]

WAY: Final = frozenset({"pcomp", "prep", "xcomp", "pobj", "dobj", "acomp", "advmod", "amod", "attr", "acl"})
"""Relations by which a charge hangs on what holds it back."""

SHORT: Final = frozenset({"stop", "fall"})
"""Verbs that hold back with a "short": "fell short of blaming them"."""

EARLY: Final = frozenset({"early", "soon", "premature"})
"""What it is told to be where it is not yet done."""

STEPS: Final = 5
"""The most words between a charge and what holds it back."""


def withheld(words: Sequence[Word], charge: Word) -> bool:
    """Whether the charge that a verb or noun names is one that somebody does not make."""
    if charge.lemma not in load_acts().charges:
        return False  # who is not held to account is charged all the same
    if _negated(words, charge):
        return True
    below, above = charge, words[charge.head]
    for _ in range(STEPS):
        if below.dep not in WAY or above.i == below.i:
            return False
        if _holds_back(words, above, below):
            return not _negated(words, words[above.head] if above.lower == "short" else above)
        if below is charge and charge.tag in NOUNS and below.dep in ("dobj", "attr") and _negated(words, above):
            return True
        if below.dep == "xcomp" and above.lemma in load_acts().willing and _negated(words, above):
            return True
        if above.tag.startswith("V") and above.lemma not in load_acts().charging:
            return False  # "refused to withdraw the charge"
        below, above = above, words[above.head]
    return False


def _holds_back(words: Sequence[Word], above: Word, below: Word) -> bool:
    """Whether a word tells that what hangs on it is not done, or that somebody is free of it."""
    acts = load_acts()
    if above.lower == "short":
        return words[above.head].lemma in SHORT
    if above.lower in EARLY:
        return above.lower == "premature" or any(w.lower == "too" for w in dependents(words, above))
    verb = words[above.head] if above.dep == "dobj" else above  # "cleared them of blame"
    cleared = verb.lemma in acts.clearing and below.dep == "prep" and below.lower in ("of", "from")
    return cleared or above.lemma in acts.sparing


def _negated(words: Sequence[Word], word: Word) -> bool:
    """Whether a "not" or a "no" stands at a word, and no "not only"."""
    told = dependents(words, word, "neg", "det", "preconj")
    return any(
        w.dep == "neg" or w.lower in ("no", "neither")
        for w in told
        if words[w.i + 1].lower not in ("only", "just", "merely")
    )
