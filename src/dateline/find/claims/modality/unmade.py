"""What only looks like a deal: a view that is shared, a deal that nobody made, deals in general."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.clauses import finite, kept_from
from dateline.find.sentences.dependents import dependent, dependents

__all__ = ["unmade"]

DEALS: Final = frozenset({"agreement", "deal", "accord", "pact", "treaty", "settlement", "understanding"})

ANY: Final = frozenset({"no", "any", "that", "such"})
"""What stands before a deal that nobody made: "no deal", "any settlement", "that big a deal"."""

AGREEING: Final = frozenset("agree accede consent sign ink reach conclude ratify clinch strike seal make".split())

TERMS: Final = frozenset({"to", "on", "upon"})


def unmade(sentence: Sentence, head: Frame) -> bool:
    """Whether nobody comes to terms: "agreed that there was no link", "no deal was made", "free to make deals"."""
    if head.type != "agreement":
        return False
    word = sentence.words[head.head]
    if word.tag.startswith("VB"):
        refused = head.negated and word.lemma in AGREEING
        return (
            refused or _out_of_reach(sentence.words, word) or (word.lemma == "agree" and _concurs(sentence.words, word))
        )
    return word.lemma in DEALS and word.tag.startswith("NN") and _no_one_deal(sentence.words, word)


def _out_of_reach(words: Sequence[Word], verb: Word) -> bool:
    """Whether somebody is only told not to get there, or to be waited for: "unable to come to terms", "abstained from passing
    it", "until they agree to leave"."""
    above = words[verb.head]
    unable = verb.dep == "xcomp" and above.lemma in ("able", "unable")
    awaited = any(w.lower == "until" for w in dependents(words, verb, "mark"))
    return unable or awaited or kept_from(words, verb)


def _concurs(words: Sequence[Word], verb: Word) -> bool:
    """Whether somebody is only of the same mind: "agree that it was so", "agreed with the clerks", "in which they all agree"."""
    clause, below = dependent(words, verb, "ccomp"), dependents(words, verb)
    if clause is not None:
        return finite(words, clause)
    bound = any(w.dep in ("xcomp", "dobj", "auxpass", "prt") or w.lower in TERMS for w in below)
    return not bound and any(w.lower == "with" for w in below)


def _no_one_deal(words: Sequence[Word], noun: Word) -> bool:
    """Whether no deal in particular is told of."""
    noun = words[noun.head] if noun.dep == "conj" else noun
    bare = noun.tag == "NNS" and not dependents(words, noun, "det", "poss", "nummod", "relcl", "acl")
    open_to = bare and (noun.dep == "pobj" or words[noun.head].tag == "VB")
    return open_to or any(w.lower in ANY for w in dependents(words, noun, "det"))
