"""Words that tell planned and possible happenings from those that happened."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Mood", "load_moods"]


@dataclass(frozen=True, slots=True)
class Mood:
    """What puts a happening into one modality, and sentences that show it, the judged word between « and »."""

    auxiliaries: frozenset[str]
    governors: frozenset[str]
    modifiers: frozenset[str]
    marks: frozenset[str]
    examples: tuple[str, ...]


@cache
def load_moods() -> dict[str, Mood]:
    """The words of each modality: planned, hypothetical, actual."""
    told = tomllib.loads(files("dateline.words").joinpath("mood.toml").read_text("utf-8"))
    lists = ("auxiliaries", "governors", "modifiers", "marks")
    return {
        name: Mood(*(frozenset(words.get(kind, ())) for kind in lists), tuple(words["examples"]))
        for name, words in told.items()
    }
