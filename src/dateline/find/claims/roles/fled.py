"""Who flees: civilians, unless the words for them tell more of who they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.model import Party

__all__ = ["fled"]

DWELLERS: Final = frozenset(
    "resident residents villager villagers inhabitants townspeople community communities".split()
)
"""Words for people by where they live."""


def fled(to: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who flee, as civilians unless they bear arms."""
    return tuple(p if _told_apart(p) else replace(p, name="civilians", kind="civilians") for p in to[:1])


def _told_apart(party: Party) -> bool:
    """Whether words for those who flee tell more of them than that they are people."""
    if party.kind == "person":
        return False
    if party.kind not in ("other", "civilians", "state"):
        return True
    words = party.text.split()
    return words[-1].lower() in DWELLERS or (len(words) > 1 and words[-1][:1].isupper())
