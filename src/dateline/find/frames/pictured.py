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
STRUCK = {"V": ("object",), "N": ("on", "against", "at", "of")}
"""Where a verb, and a noun, tell what they are done to: who attacks "on a promise" attacks nobody's promise."""

UPON = frozenset({"open", "fire"})
"""Verbs that tell it behind "on": "opened fire on the budget"."""

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
    verb = words[head].tag[:1] == "V"
    struck = (*STRUCK["V" if verb else "N"], *(("on", "at") if words[head].lemma in UPON else ()))
    if kind == "casualty_figure" and not verb:
        return acting  # "nine deaths of cholera" are deaths
    return acting or (kind in HARM and _any(words, slots, struck, words_of("intangible")))


def _any(words: tuple[Word, ...], slots: Slots, names: tuple[str, ...], what: frozenset[str]) -> bool:
    """Whether whatever fills some slots is of a class of nouns."""
    fillers = [words[i] for name in names for i in slots.get(name, ())]
    opens = names == DOERS  # a capital there makes a name of "Panic seized the port"
    said = ((w.lemma in what and w.tag in COMMON) or (opens and w.i == 0 and w.lower in what) for w in fillers)
    return bool(fillers) and all(said)


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
    """Whether one person only walks away as soldiers do: "marched off to join his unit", "marched out of the room"."""
    subjects = dependents(sentence.words, word, "nsubj")
    crowds = words_of("quantities")  # "a crowd marched out of the mosque"
    alone = any((w.tag == "NN" and w.lemma not in crowds) or w.lower in ("he", "she", "i") for w in subjects)
    leaves = {w.lower for w in dependents(sentence.words, word, "prt", "advmod", "prep")}
    return word.lemma == "march" and word.tag.startswith("V") and alone and not leaves.isdisjoint(AWAY)


AWAY = frozenset(("off", "out", "away", "home"))
