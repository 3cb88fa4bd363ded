"""What something is only likened to: "an attack similar to one in Mumbai", "as in the raid on Baga", "rockets that resemble those"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.tags import PROPER, SUBJECTS
from dateline.phenomena import words_of
from dateline.words.recall import load_recall

__all__ = ["likened"]

LIKE: Final = frozenset({"like", "unlike"})
ALIKE: Final = {
    "to": frozenset({"similar", "identical", "akin", "comparable", "compare", "liken", "equate"}),
    "with": frozenset({"compare", "comparable"}),
    "of": frozenset({"reminiscent", "evocative"}),
}
"""Prepositions before what something is like, by the words that say so."""

RESEMBLE: Final = frozenset({"resemble", "mimic"})
CALLING_UP: Final = frozenset({"match", "mirror", "echo", "recall", "evoke"})
"""What a blow or a weapon does to one like it; somebody who recalls a raid remembers it."""

SORTS: Final = frozenset({"kind", "sort", "type"})
MEANS: Final = frozenset({"tactic", "technique", "method", "weapon", "strategy", "approach"})


def likened(sentence: Sentence, passed: Sequence[Word]) -> bool:
    """Whether the words on the way up from something show that another thing is only likened to it."""
    return any(
        (low.dep == "prep" and low.lower in LIKE and not _example(sentence, low, high))
        or (low.lower == "in" and high.lower == "as" and high.dep == "prep")
        or _over(sentence, low, high).lemma in ALIKE.get(low.lower, ())
        or (low.dep == "dobj" and (high.lemma in RESEMBLE or _calls_up(sentence, high)))
        or (low.dep == "relcl" and _one_of_a_sort(sentence, high))
        for low, high in pairwise(passed)
    )


def _example(sentence: Sentence, like: Word, noun: Word) -> bool:
    """Whether "like" gives one of those just named: "towns like Goma"."""
    recall = load_recall()
    named = any(w.tag in PROPER for w in dependents(sentence.words, like, "pobj"))
    return like.lower == "like" and named and noun.tag == "NNS" and noun.lemma not in recall.blows | recall.happenings


def _over(sentence: Sentence, prep: Word, head: Word) -> Word:
    """What a preposition hangs on; the verb where the parse hung it on its object: "compared the raid to one in Mumbai"."""
    return sentence.words[head.head] if head.dep == "dobj" and prep.lower != "of" else head


def _calls_up(sentence: Sentence, verb: Word) -> bool:
    """Whether a blow, or what it was dealt with, calls another one up."""
    recall = load_recall()
    dealt = recall.blows | recall.happenings | words_of("munition")
    return verb.lemma in CALLING_UP and any(w.lemma in dealt for w in dependents(sentence.words, verb, *SUBJECTS))


def _one_of_a_sort(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun tells only what sort a thing is: "of the kind that …", "the same tactics that …"; where "the type of bomb that
    killed nine" is what a sentence is about, they were killed."""
    means = noun.lemma in MEANS | words_of("munition")
    sort = noun.lemma in SORTS and noun.dep not in SUBJECTS
    return sort or (means and any(w.lower == "same" for w in dependents(sentence.words, noun, "amod")))
