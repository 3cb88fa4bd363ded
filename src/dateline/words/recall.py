"""Words by which a report recalls something other than the day's news."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from dateline.tables import load_table

__all__ = ["Recall", "load_recall"]


@dataclass(frozen=True, slots=True)
class Recall:
    """Lists of words, and sentences that recall or tell news, the happening between « and »."""

    eras: frozenset[str]
    began: frozenset[str]
    happenings: frozenset[str]
    upheavals: frozenset[str]
    holding: frozenset[str]
    remembrances: frozenset[str]
    lasting: frozenset[str]
    homes: frozenset[str]
    kin: frozenset[str]
    other: frozenset[str]
    adverbs: frozenset[str]
    often: frozenset[str]
    usual: frozenset[str]
    habits: frozenset[str]
    recaps: frozenset[str]
    archives: frozenset[str]
    hinges: frozenset[str]
    spans: frozenset[str]
    blows: frozenset[str]
    violence: frozenset[str]
    pacts: frozenset[str]
    leading: frozenset[str]
    recalled: frozenset[str]
    news: frozenset[str]


@cache
def load_recall() -> Recall:
    """The words of recollection."""
    told = load_table("words/recall.toml")
    return Recall(*(frozenset(told[field.name]) for field in fields(Recall)))
