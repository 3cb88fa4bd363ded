"""Violations told by how often: "the army has violated the truce 30 times" counts thirty of them."""

from __future__ import annotations

from typing import Final

from dateline.find.figures.counts import Counted
from dateline.find.figures.row import Row
from dateline.words.measures import Noun

__all__ = ["often"]

OF: Final = frozenset(("dobj", "nsubjpass"))
"""What is violated: the object of the verb, or what is said to be violated."""

FAR: Final = 12
"""Words between a verb and how often it was done."""


def often(row: Row, one: Counted) -> Counted:
    """A count; one of times that an agreement was violated counts the violations."""
    if one.said not in ("times", "time"):
        return one
    words = row.sentence.words
    verb = words[one.head].head
    if not row.small(verb, "breaking"):
        verb = next((k for k in range(one.first - 1, max(-1, one.first - FAR), -1) if row.small(k, "breaking")), -1)
    broken = verb >= 0 and any(row.small(k, "broken") for k in words[verb].children if words[k].dep in OF)
    return one._replace(noun=Noun("breaches"), said="violations") if broken else one
