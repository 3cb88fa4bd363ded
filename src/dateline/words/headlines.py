"""The words of headlines, as `headlines.toml` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.tables import load_table

__all__ = ["Headlinese", "load_headlinese"]


@dataclass(frozen=True, slots=True)
class Headlinese:
    """What verbs headlines tell without an article beside them, and what stands around them."""

    deeds: frozenset[str]
    stirs: frozenset[str]
    participles: frozenset[str]
    aimed: frozenset[str]
    many: frozenset[str]
    of_deeds: frozenset[str]


@cache
def load_headlinese() -> Headlinese:
    """The words, read once.

    >>> load_headlinese().aimed <= load_headlinese().deeds
    True
    """
    return Headlinese(**{name: frozenset(words) for name, words in load_table("words/headlines.toml").items()})
