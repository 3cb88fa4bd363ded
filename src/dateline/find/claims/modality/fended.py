"""Blows told only as what people are kept from, what is forgone, or is to be brought to an end: nobody says that one fell."""

from __future__ import annotations

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.words.mood import load_acts

__all__ = ["fended"]


def fended(sentence: Sentence, head: int) -> bool:
    """Whether a word names a blow that is fended off, forgone or to be ended: "to shield the camp from raids", "of ending the
    raids", "to refrain from shelling".

    What was ended did happen: "the truce ended the raids".
    """
    word = _foremost(sentence, head)
    if not word.tag.startswith("NN") and word.tag != "VBG":
        return False
    above = sentence.words[word.head]
    acts = load_acts()
    if word.dep in ("dobj", "xcomp"):
        return above.lemma in acts.stopping and _aimed_at(sentence, above)
    if word.dep not in ("pobj", "pcomp"):
        return False
    verb = sentence.words[above.head]
    if above.lower in ("from", "against"):
        return verb.lemma in acts.shielding
    objects = dependents(sentence.words, verb, "dobj")
    ends = verb.lemma in acts.stopping or any(one.lemma in acts.stopping for one in objects)
    return above.lower == "to" and ends and _aimed_at(sentence, verb)


def _foremost(sentence: Sentence, head: int) -> Word:
    """The first of the blows in a row; of one that somebody is told to carry out, the carrying out."""
    word = sentence.words[head]
    while word.dep == "conj" and sentence.words[word.head].tag.startswith(("NN", "VBG")):
        word = sentence.words[word.head]
    above = sentence.words[word.head]
    return above if word.dep == "dobj" and above.tag == "VBG" and above.dep in ("pcomp", "xcomp") else word


def _aimed_at(sentence: Sentence, verb: Word) -> bool:
    """Whether a verb tells what is meant to be done: "to end", "the goal of ending"."""
    to = any(w.tag == "TO" for w in dependents(sentence.words, verb))
    return (verb.tag == "VB" and to) or (verb.tag == "VBG" and verb.dep == "pcomp")
