"""What ties an act to a truce: "despite the ceasefire announced in May"."""

from __future__ import annotations

from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.notes import Frame
from dateline.phenomena import words_of
from dateline.phenomena.types import BLOWS

__all__ = ["breaks", "tie_of"]

BREACHING: Final = frozenset({"despite", "notwithstanding"})
TIES: Final = frozenset({"despite", "since", "during", "under", "after", "amid"})
FIRM: Final = frozenset({"ceasefire", "cease-fire", "truce", "cessation"})
"""Instruments that an act of violence breaks; a zone or an area is none."""


def tie_of(group: Group) -> str | None:
    """The words that tie the act to a truce: "despite the ceasefire announced in May"."""
    sentence, truce = group.sentence, words_of("truce")
    for word in sentence.words:
        if word.lower in TIES and word.dep in ("prep", "mark"):
            told = sentence.subtree(word.i)
            if any(w.lemma in truce for w in told):
                return sentence.text[told[0].start - sentence.start : told[-1].end - sentence.start]
    return None


def breaks(group: Group, head: Frame) -> bool:
    """Whether an act of violence is said to happen in spite of a truce."""
    if head.type not in (*BLOWS, "clash", "territorial_control", "casualty_figure") or head.negated:
        return False
    tie = tie_of(group)
    return tie is not None and tie.split()[0].lower() in BREACHING and any(word in tie.lower() for word in FIRM)
