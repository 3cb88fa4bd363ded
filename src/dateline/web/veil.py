"""Which words are veiled until a reader asks for them: those that describe what was done to bodies, by a written rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.rows import Row
from dateline.tables import load_table

__all__ = ["distressing", "groups"]


def distressing(text: str) -> bool:
    """Whether some words of a text are veiled.

    >>> distressing("Rescuers covered the charred remains."), distressing("Nine people were killed.")
    (True, False)
    """
    wanted, spared = _rule()
    return wanted.search(spared.sub(" ", text)) is not None


@cache
def groups() -> tuple[Row, ...]:
    """The groups of the rule, each with its words, and sentences that it finds and refuses."""
    told = load_table("web/distress.toml")
    return tuple(told["group"])


@cache
def _rule() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is veiled, and what is taken out first because it only looks so."""
    return _any([word for group in groups() for word in group["words"]]), _any(
        [word for group in groups() for word in group.get("but", ())]
    )


def _any(words: Sequence[str]) -> re.Pattern[str]:
    """What finds any of some words; those that begin alike stand together, so that few are tried at each word of a text."""
    told: dict[str, list[str]] = {}
    for word in words:
        told.setdefault(word[:2], []).append(re.escape(word[2:]).replace(r"\*", r"\w*").replace(r"\ ", r"\s+"))
    begun = [f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in told.items()]
    return re.compile(rf"\b(?:{'|'.join(begun)})\b", re.IGNORECASE)
