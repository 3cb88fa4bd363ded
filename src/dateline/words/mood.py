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
    return {name: _mood(words) for name, words in told.items()}


def _mood(words: dict[str, list[str]]) -> Mood:
    def listed(name: str) -> frozenset[str]:
        return frozenset(words.get(name, ()))

    return Mood(
        listed("auxiliaries"), listed("governors"), listed("modifiers"), listed("marks"), tuple(words["examples"])
    )
