"""Who is charged by words that have an act for their object: "condemned violence by the guards", "their crackdown"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.model import Actor

__all__ = ["charged"]

ACTING: Final = frozenset({"state", "military", "armed_group", "person", "other", "intergovernmental"})
"""Kinds of actors that can be charged with an act."""

OWNING: Final = ("poss", "amod", "compound", "nmod")


def charged(sentence: Sentence, at: int, known: Sequence[Actor]) -> Actor | None:
    """The actor whose act is the object of the verb at `at`, or who is held to have done it; `known` are those of the
    sentence."""
    for word in _doers(sentence, at):
        found = next((a for a in known if a.start <= word.start < a.end and a.kind in ACTING), None)
        if found is not None:
            return found
    return None


def _doers(sentence: Sentence, at: int) -> Iterator[Word]:
    """The words that can name the doer, the surest first; "by" may have been hung on the verb that condemns."""
    words = sentence.words
    if words[at].tag.startswith("NN"):
        yield from _agents(words, words[at])
    if has_dependent(words, words[at], "dobj"):
        yield from (w for w in _agents(words, words[at]) if w.start > words[at].start)
    for child in dependents(words, words[at]):
        if child.dep in ("ccomp", "xcomp", "oprd"):
            yield from dependents(words, child, "nsubj")
        if child.dep == "dobj":
            yield from _agents(words, child)
            yield from dependents(words, child, *OWNING)


def _agents(words: Sequence[Word], act: Word) -> Iterator[Word]:
    """Who stands behind "by" at an act, or at what the act is done to."""
    for word in dependents(words, act):
        if word.dep == "acl" and word.tag == "VBN":
            yield from _agents(words, word)
        if word.dep in ("prep", "agent"):
            inner = dependents(words, word, "pobj")
            if word.lower == "by":
                yield from inner
            elif word.lower in ("of", "against", "on"):
                for noun in inner:
                    yield from _agents(words, noun)
