"""Who brings others together: a land that brokers a deal is not the one whose rebels and soldiers made it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.notes import Word

__all__ = ["BROKERING", "mediates"]

BROKERING: Final = frozenset({"broker", "mediate", "host", "sponsor", "facilitate"})
"""What who brings others together does."""

MEDIATION: Final = frozenset({"mediation", "auspices", "sponsorship", "facilitation"})
"""Nouns for it."""


def mediates(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether those whom the words from `first` up to `last` name bring others together: "a deal brokered by Togo", "after
    Togo mediated", "a Togo-brokered deal", "mediation by Togo".
    """
    behind = [word.lemma for word in words[last : last + 2]]
    if behind[:1] == ["-"] and not BROKERING.isdisjoint(behind):
        return True
    return any(_brings_together(words, word) for word in words[first:last])


def _brings_together(words: Sequence[Word], word: Word) -> bool:
    while word.dep in ("conj", "appos", "compound") and words[word.head].tag.startswith("NN") and word.head != word.i:
        word = words[word.head]
    above = words[word.head]
    if word.dep == "pobj" and above.lower in ("by", "of"):
        does = words[above.head]
        return does.lemma in MEDIATION or (above.lower == "by" and does.lemma in BROKERING)
    if word.dep == "poss":
        return above.lemma in MEDIATION
    return word.dep == "nsubj" and above.lemma in BROKERING
