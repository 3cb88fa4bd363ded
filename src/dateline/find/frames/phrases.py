"""The words of a noun phrase that name somebody or something: without its articles and without how many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from dateline.find.actors.phrases import BULLETS
from dateline.find.notes import Word
from dateline.phenomena import load_classes
from dateline.words.numbers import load_numbers

__all__ = ["counting", "facility_of", "named_words"]

BARE = ("DT", "PDT", "PRP$", ",", "``", "''", "POS", "-LRB-", "-RRB-", "_SP")
"""Tags of words that are no part of what a noun phrase names."""

COUNTED = frozenset({"nummod", "quantmod", "advmod", "amod", "npadvmod", "prep", "mark", "punct"})
COUNTS = frozenset({"CD", "RBS", "RBR", "JJR", "JJS", "RB", "IN"})
"""How and as what the words before a noun count."""

COUNTING_UP = frozenset({"several", "many", "dozen", "dozens", "hundred", "few", "estimated", "additional"})


def named_words(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a noun phrase without its articles and without how many there are: "guards" of "at least nine guards"."""
    told = [word for word in words if not _bare(word) or len(words) == 1]
    many = bool(told) and told[-1].tag == "NNS"
    if len(told) > 2 and told[0].lower == "dead" and told[1].tag == "CD":
        told = told[1:]  # "shot dead nine men"
    first = next((n for n, word in enumerate(told) if not (_counts(word) or (many and _numeral(word)))), 0)
    return told if told[first : first + 1] and told[first].tag == "HYPH" else told[first:]


def _bare(word: Word) -> bool:
    """Whether a word is no part of a name: an article, a mark, a "that" which the parse took for one."""
    return word.tag in BARE or word.text in BULLETS or (word.lower == "that" and word.dep == "det")


def counting(word: Word) -> bool:
    """Whether a word only counts: "nine", and "Nine" though a capital made it a name for the parse."""
    return word.tag == "CD" or _numeral(word)


def _numeral(word: Word) -> bool:
    """Whether a word is a number, though a capital at the head of a sentence made it a name for the parse."""
    return word.lower in load_numbers().cardinals


def _counts(word: Word) -> bool:
    """Whether a word before a noun only counts: "at least nine", "more than a dozen"; a name may open with a number."""
    return word.lower in COUNTING_UP or (word.dep in COUNTED and word.tag in COUNTS)


@cache
def _facilities() -> Mapping[str, str]:
    return {word: c.facility for c in load_classes().values() if c.facility for word in sorted(c.words)}


def facility_of(words: Sequence[Word]) -> str | None:
    """The kind of facility that a noun phrase names, told by its last word for one: "clinic" of "the school clinic"."""
    known = _facilities()
    return next((known[w] for word in reversed(words) for w in (word.lemma, word.lower) if w in known), None)
