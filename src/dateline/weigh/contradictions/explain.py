"""One sentence for each contradiction, in words a reader accepts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.model import Figure

__all__ = ["number", "sentence"]

ENDINGS: Final[dict[str, str]] = {
    "conflict": "they cannot all be right",
    "update": "the later figure replaces the earlier",
    "scope": "they do not count the same",
    "granularity": "they agree and differ in how precisely they tell it",
    "naming": "they name one thing differently",
    "attribution": "they differ in what somebody is said to have said or meant",
    "error": "one of them is a mistake of its report",
}


FIRMNESS: Final = {"at_least": "at least ", "more_than": "more than ", "up_to": "up to ", "about": "about "}


def number(figure: Figure) -> str:
    """A figure in words.

    >>> number(Figure("killed", 8, 8, None, "at_least", 0, 5, "eight"))
    'at least 8'
    """
    if figure.qualifier.startswith("vague"):
        return figure.qualifier.removeprefix("vague:").replace("_", " ")
    if figure.qualifier == "range" and figure.low is not None and figure.high is not None:
        return f"{figure.low:,.0f} to {figure.high:,.0f}"
    return f"{FIRMNESS.get(figure.qualifier, '')}{figure.best or 0:,.0f}"


def sentence(field: str, kind: str, said: Sequence[tuple[str, Sequence[str]]]) -> str:
    """The sentence for values and the names of those who hold them.

    >>> sentence("killed", "update", [("at least 12", ["a monitor"]), ("19", ["the governor"])])
    'Killed: at least 12 (a monitor), 19 (the governor); the later figure replaces the earlier.'
    """
    told = ", ".join(f"{value} ({_names(names)})" if names else value for value, names in said)
    return f"{field[:1].upper()}{field[1:]}: {told}; {ENDINGS[kind]}."


def _names(names: Sequence[str]) -> str:
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} others"
    return ", ".join(names)
