"""Whether nature struck, or beasts, sicknesses, plans or words were struck with: no happening of a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.frames.triggers import Named
from dateline.find.notes import Sentence, Word
from dateline.phenomena import words_of
from dateline.phenomena.types import AFAR, FOUGHT, VIOLENT

__all__ = ["natural"]

DOERS: Final = ("subject", "doer", "by", "modifier", "possessor")
STRUCK: Final = ("object", "victim")
BEHIND: Final = ("of", "on", "against")
AGAINST: Final = ("against",)
WITH: Final = ("with",)
SWIFT: Final = "lightning"


def natural(sentence: Sentence, told: Named) -> bool:
    """Whether a blow is told of what cannot wage war: "a tremor hit the port", "herds were slaughtered", or only as a figure of
    speech: "attacked the plan", "bombarded him with questions", "an offensive against malaria"."""
    kind = told.hit.phenomenon.type
    if kind not in FOUGHT:
        return False
    if _all(_plain(sentence, told, STRUCK), "ideas") or _all(_plain(sentence, told, WITH), "utterances"):
        return True
    if _all(_plain(sentence, told, AGAINST), "weather"):
        return True
    struck = _plain(sentence, told, STRUCK) or _plain(sentence, told, BEHIND)
    return (kind not in AFAR and _all(struck, "beasts")) or (
        kind in VIOLENT and any(word in words_of("weather") for word in _plain(sentence, told, DOERS))
    )


def _all(words: Sequence[str], name: str) -> bool:
    """Whether there are words, and all of them are of a class."""
    return bool(words) and all(word in words_of(name) for word in words)


def _plain(sentence: Sentence, told: Named, slots: tuple[str, ...]) -> list[str]:
    """The base forms of what fills some slots, names left out: the missile "Storm Shadow" is no storm."""
    words = [(sentence.words[i], slot) for slot in slots for i in told.slots.get(slot, ())]
    head = sentence.words[told.hit.head]
    return ["" if word.tag.startswith("NNP") or _figure(word, slot, head) else word.lemma for word, slot in words]


def _figure(word: Word, slot: str, act: Word) -> bool:
    """Whether a word only tells how swift an act is: "a lightning raid", but "a lightning strike" is one of the sky."""
    return slot == "modifier" and word.lemma == SWIFT and act.lemma != "strike"
