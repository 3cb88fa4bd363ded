"""Words for men in arms who are not named: from roles.toml."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.tables import load_table

__all__ = ["Men", "load_men"]


class Men(NamedTuple):
    """Words for the men of an armed group, by what they tell of it; `sorts`, `doing` and `anybody` in the singular."""

    sorts: frozenset[str]
    doing: frozenset[str]
    anybody: frozenset[str]
    apart: frozenset[str]
    ranks: frozenset[str]
    talking: frozenset[str]
    movements: frozenset[str]


@cache
def load_men() -> Men:
    """The packaged words.

    >>> "militants" in load_men().ranks, "militant" in load_men().sorts
    (True, True)
    """
    told = load_table("words/roles.toml")["men"]
    return Men(**{name: frozenset(told[name]) for name in Men._fields})
