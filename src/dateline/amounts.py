"""Amounts as they are told: low, best and high, and the words that bound them.

"At least eight" is low 8, best 8, high open; never just 8. An open bound is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["VAGUE", "Amount"]

VAGUE: Final[dict[str, int]] = {
    "some": 2,
    "several": 3,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "tens_of_thousands": 20_000,
    "hundreds_of_thousands": 200_000,
    "millions": 2_000_000,
}
"""The least that a vague word can mean, in people or things."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, as far as the words go.

    >>> Amount.told(8, "at_least")
    Amount(low=8, best=8, high=None, qualifier='at_least')
    >>> Amount.vague("dozens")
    Amount(low=24, best=24, high=None, qualifier='vague:dozens')
    """

    low: float | None
    best: float | None
    high: float | None
    qualifier: str

    @classmethod
    def told(cls, value: float, qualifier: str = "exact") -> Amount:
        """One number under its qualifier: exact, about, at_least, more_than or up_to."""
        low = None if qualifier == "up_to" else value
        high = None if qualifier in ("at_least", "more_than") else value
        return cls(low, value, high, qualifier)

    @classmethod
    def between(cls, low: float, high: float) -> Amount:
        """A range with both ends told; its best is the middle, rounded down to a whole."""
        return cls(low, (low + high) // 2, high, "range")

    @classmethod
    def vague(cls, word: str) -> Amount:
        """A vague word of `VAGUE`: a floor and no ceiling. Raises KeyError for another word."""
        return cls(VAGUE[word], VAGUE[word], None, f"vague:{word}")
