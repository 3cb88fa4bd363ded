"""The lines of an explanation as a page sets them: statements with their labels, and quoted words with those that count marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

__all__ = ["Reason", "reasons"]

WIDTH: Final = 12
"""Characters that a label and its room take in a line."""


class Reason(NamedTuple):
    """One statement: how deep it stands, what it is about (a label, or the id of a claim), what it says, and the words it quotes: before, those that count, after."""

    depth: int
    label: str
    said: str
    quote: tuple[str, str, str] | None = None


def reasons(lines: Iterable[str]) -> list[Reason]:
    """What an explanation says, line by line.

    >>> reasons(["event:1: Raid", "  told by     2 outlets", "      …on Monday »a raid« took place…"])[1:]
    [Reason(depth=1, label='told by', said='2 outlets', quote=None), Reason(depth=3, label='', said='', quote=('…on Monday ', 'a raid', ' took place…'))]
    """
    return [_reason(line) for line in lines if line.strip()]


def _reason(line: str) -> Reason:
    said = line.lstrip(" ")
    if said.startswith("claim:"):
        name, _, rest = said.partition(" ")
        return Reason((len(line) - len(said)) // 2, name.removesuffix(":"), rest)
    depth = (len(line) - len(said)) // 2
    label = said[:WIDTH].rstrip() if depth and len(said) > WIDTH and said[WIDTH - 1] == " " else ""
    rest = said[WIDTH:].strip() if label else said
    before, mark, tail = rest.partition("»")
    words, end, after = tail.partition("«")
    if mark and end:
        return Reason(depth, label, "", (before, words, after))
    return Reason(depth, label, rest)
