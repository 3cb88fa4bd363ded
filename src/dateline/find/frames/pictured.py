"""Words of war that only paint a picture: prices that hit, panic that grips a town, a deal that is struck, the first casualty of war."""

from __future__ import annotations

from dateline.find.frames.slots import Slots
from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import children, dependents
from dateline.find.sentences.pictures import fallen_thing
from dateline.phenomena import words_of
from dateline.phenomena.types import VIOLENT

__all__ = ["pictured"]

FORCE = VIOLENT | {"detention"}
"""What is done by somebody, or by a weapon: an idea takes no town."""

HARM = FORCE | {"casualty_figure"}
"""What befalls somebody or something: a chance is not killed, nor a hope wounded."""

DOERS = ("subject", "doer", "by")
SUFFERERS = ("object", "on", "against", "at", "of")

STATES = frozenset({"denial"})
"""What somebody is "in" who does not see how things are."""


def pictured(sentence: Sentence, head: int, kind: str, slots: Slots) -> bool:
    """Whether the word at `head`, which names a happening of the type `kind`, is only a picture."""
    words = sentence.words
    if kind == "denial":
        return _in_a_state(sentence, words[head])
    if kind == "protest":
        return _goes_off(sentence, words[head]) or _any(words, slots, DOERS, words_of("unacting") | {"time"})
    if kind == "casualty_figure" and fallen_thing(sentence, head):
        return True
    acting = kind in FORCE and _any(words, slots, DOERS, words_of("unacting"))
    return acting or (kind in HARM and _any(words, slots, SUFFERERS, words_of("intangible")))


def _any(words: tuple[Word, ...], slots: Slots, names: tuple[str, ...], what: frozenset[str]) -> bool:
    """Whether one of the slots is filled by a noun of a class."""
    fillers = (words[i] for name in names for i in slots.get(name, ()))
    return any((w.lemma in what and w.tag in COMMON) or (w.i == 0 and w.lower in what) for w in fillers)


COMMON = ("NN", "NNS")


def _in_a_state(sentence: Sentence, word: Word) -> bool:
    """Whether somebody is told to be "in denial"."""
    return (
        word.lemma in STATES
        and word.dep == "pobj"
        and sentence.words[word.head].lower == "in"
        and not children(sentence, word.i, "det", "poss", "amod")
    )


def _goes_off(sentence: Sentence, word: Word) -> bool:
    """Whether somebody only walks away as soldiers do: "marched off to join his unit", "marched out of the room"."""
    leaves = {w.lower for w in dependents(sentence.words, word, "prt", "advmod", "prep")}
    return word.lemma == "march" and word.tag.startswith("V") and not leaves.isdisjoint(AWAY)


AWAY = frozenset(("off", "out", "away", "home"))
