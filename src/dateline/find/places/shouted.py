"""Names in reports that are written in capitals throughout, where capitals tell no name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.notes import Sentence
from dateline.find.places.evidence import ACRONYM
from dateline.find.places.toponyms import Stretch

__all__ = ["little", "shouted", "signs_shouted"]

BY_CASE: Final = frozenset("upper acronym acronym_town left_stop left_direction right_stop".split())
"""Signs that only capitals give, and that tell nothing where every word is in capitals."""

NAMED: Final = frozenset(("tag_NNP", "tag_NNPS"))
"""Tags of what the parse takes for a name though no capitals set it off."""

LETTERS: Final = 3
"""Letters of a name that no capitals set off: one of two may be "us", "la" or "in"."""


def shouted(sentences: Sequence[Sentence]) -> bool:
    """Whether most of a report is written in capitals."""
    return 2 * sum(len(s.text) for s in sentences if s.text.isupper()) > sum(len(s.text) for s in sentences)


def little(stretch: Stretch) -> bool:
    """Whether a name is too short to be told from a small word."""
    return len(stretch.text) < LETTERS


def signs_shouted(stretch: Stretch, signs: frozenset[str]) -> frozenset[str]:
    """The signs of a name without what its capitals tell; what opens a dateline, which has no parse, is in capitals anywhere."""
    parsed = any(sign.startswith("tag_") for sign in signs)
    if "opens" in signs and not parsed:
        return signs
    listed = signs & NAMED and bool(stretch.entries) and not stretch.shape
    told = "shouted_name" if listed and len(stretch.text) > ACRONYM else "shouted"
    return signs - BY_CASE | {told}
