"""What is recalled because it is of a whole war: totals since it began, those killed in it, what was before it."""

from __future__ import annotations

from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.tags import SUBJECTS
from dateline.model import Figure
from dateline.words.recall import load_recall
from dateline.words.speech import load_speech

__all__ = ["ERA", "LEAD", "by_era", "by_toll", "of_the_war", "perfect"]

ERA: Final = "it is a total of the war"

WAR_TOLL: Final = 1000
"""As many dead, told with no day below the head of a report, are those of a war."""

LEAD: Final = 2
"""The first paragraphs of a report, in which a toll may be the news however high it is."""


def by_toll(sentence: Sentence, figures: tuple[Figure, ...]) -> str | None:
    """Thousands of dead, below the head of a report: no one day's."""
    dead = (f for f in figures if f.measure == "killed" and f.modality == "actual" and not f.negated)
    many = any((figure.low or 0) >= WAR_TOLL for figure in dead)
    return ERA if many and sentence.part == "body" and sentence.block > LEAD else None


def by_era(sentence: Sentence, word: Word) -> str | None:
    """A total since the war began."""
    words = load_recall()
    shared = word.dep == "dobj" or (word.dep == "conj" and word.lemma not in load_speech().verbs)
    told = (word, sentence.words[word.head]) if shared else (word,)
    verbs = [verb for verb in told if not any(w.tag == "MD" for w in dependents(sentence.words, verb))]
    subjects = (w for v in verbs for w in dependents(sentence.words, v, *SUBJECTS))
    if any(subject.lemma in words.eras for subject in subjects):
        return ERA
    for below in dependents(sentence.words, word, "prep", "advcl"):
        lowers = {w.lower for w in sentence.subtree(below.i)}
        began = lowers & words.upheavals or (lowers & words.eras and lowers & words.began)
        lasts = not word.tag.startswith("VB") or perfect(sentence, word)
        if "since" in lowers and began and lasts and not _ranked(sentence, below.i):
            return ERA
        if below.lower == "before" and _past(sentence, word) and any(_begins(sentence, i) for i in below.children):
            return "it was before what the war or the unrest began with"
    return None


def _ranked(sentence: Sentence, at: int) -> bool:
    """Whether what stands before "since" tells which one in a row a thing of today is: "the second reporter taken since"."""
    before = sentence.words[max(0, at - RANKED) : at]
    return any(word.tag in ("JJS", "RBS") or word.lower in RANKS for word in before)


RANKED: Final = 15
"""Words before "since" within which a rank makes it the bound of a comparison."""

RANKS: Final = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest only".split())


def _past(sentence: Sentence, word: Word) -> bool:
    """Whether something was done, and not only is to come."""
    return word.tag in ("VBD", "VBN") or any(
        w.lower in ("was", "were", "had") for w in dependents(sentence.words, word)
    )


def _begins(sentence: Sentence, at: int) -> bool:
    """Whether words tell of a war or its start: "the uprising", "the start of the revolt"."""
    words = load_recall()
    noun = sentence.words[at]
    below = {w.lower for w in sentence.subtree(at)}
    return noun.tag.startswith("NN") and (
        noun.lemma in words.eras or (noun.lemma in words.began and bool(below & words.eras))
    )


WARS: Final = frozenset({"war", "conflict"})


def of_the_war(sentence: Sentence, word: Word) -> str | None:
    """Those killed "in the war", on no day that is told."""
    for prep in (w for w in dependents(sentence.words, word) if w.lower in ("in", "during")):
        for noun in dependents(sentence.words, prep):
            if noun.lemma in WARS and has_dependent(sentence.words, noun, "det", "poss"):
                return ERA
    return None


def perfect(sentence: Sentence, word: Word) -> bool:
    """Whether a verb tells what has been going on."""
    return any(w.lower in ("has", "have", "'ve") for w in dependents(sentence.words, word, "aux"))
