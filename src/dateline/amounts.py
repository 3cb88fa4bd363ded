"""Amounts as they are told: low, best and high, and the words that bound them.

"At least eight" is low 8, best 8, high open; never just 8. An open bound is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["CAUTIOUS", "REACH", "VAGUE", "Amount", "cautious", "merged", "share_of", "told_by", "total"]

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

CAUTIOUS: Final[dict[str, int]] = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1_000}
"""The least that those who record casualties, ACLED and Airwars among them, make of a vague word: one of the unit it names."""

REACH: Final = 3
"""An account that tells more than this many times the leading one counts something else."""


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


def merged(low: Amount, high: Amount, *, scale: bool = False) -> Amount | None:
    """The range between two told amounts, or None where they are not its ends.

    With `scale`, the scale word of the high end goes for both: "two to three million".

    >>> merged(Amount.told(15, "at_least"), Amount.told(25, "up_to"))
    Amount(low=15, best=20, high=25, qualifier='range')
    >>> merged(Amount.told(2), Amount.told(3_000_000), scale=True)
    Amount(low=2000000, best=2500000, high=3000000, qualifier='range')
    """
    if low.best is None or high.best is None or "vague" in low.qualifier + high.qualifier:
        return None
    floor = low.best
    if scale and floor < 1_000 <= high.best:
        unit = 1_000_000_000 if high.best >= 1_000_000_000 else 1_000_000 if high.best >= 1_000_000 else 1_000
        floor *= unit
    return Amount.between(floor, high.best) if floor < high.best else None


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of amounts: a bound is open where one of its terms is.

    >>> total([Amount.told(3), Amount.told(2, "at_least")])
    Amount(low=5, best=5, high=None, qualifier='at_least')
    """
    terms = tuple(amounts)
    low = None if any(term.low is None for term in terms) else sum(term.low or 0 for term in terms)
    high = None if any(term.high is None for term in terms) else sum(term.high or 0 for term in terms)
    best = sum(term.best or 0 for term in terms)
    kinds = {term.qualifier for term in terms}
    qualifier = kinds.pop() if len(kinds) == 1 else _kind(low, high)
    return Amount(low, best, high, qualifier)


def share_of(whole: Amount, parts: int, among: int, qualifier: str = "about") -> Amount:
    """So many parts of an amount, in whole numbers: half of 31 are about 15; its open bounds stay open.

    >>> share_of(Amount.between(150, 200), 1, 2)
    Amount(low=75, best=87, high=100, qualifier='range')
    >>> share_of(Amount.told(30), 2, 3, "more_than")
    Amount(low=20, best=20, high=None, qualifier='more_than')
    """
    low, best, high = (
        None if bound is None else bound * parts // among for bound in (whole.low, whole.best, whole.high)
    )
    if qualifier in ("more_than", "at_least"):
        return Amount(low, best, None, qualifier)
    if qualifier == "up_to":
        return Amount(None, best, high, qualifier)
    return Amount(low, best, high, whole.qualifier if low != high else "about")


def cautious(amount: Amount) -> float | None:
    """The low of an amount as recorders of casualties set it: a vague word is worth one of its unit, "dozens" a dozen.

    >>> cautious(Amount.vague("dozens")), cautious(Amount.vague("several")), cautious(Amount.told(30, "at_least"))
    (12, 3, 30)
    """
    return CAUTIOUS.get(amount.qualifier.removeprefix("vague:"), amount.low)


def told_by(accounts: Sequence[Amount]) -> Amount:
    """One toll as several accounts tell it, the leading one first: an open bound of the lead is closed by the others.

    A floor is the nearest number below, for what is less may be a part or an early count; a ceiling the greatest one told.
    A vague lead gives way to the first number that bears it out, or else to the word that tells dozens and more.

    >>> told_by([Amount.told(21, "at_least"), Amount.told(19), Amount.told(26), Amount.told(400)])
    Amount(low=21, best=21, high=26, qualifier='range')
    >>> told_by([Amount.told(9, "up_to"), Amount.told(8)])
    Amount(low=8, best=9, high=9, qualifier='range')
    >>> told_by([Amount.vague("dozens"), Amount.told(4), Amount.told(45)])
    Amount(low=45, best=45, high=45, qualifier='exact')
    >>> told_by([Amount.told(11, "at_least"), Amount.between(9, 14)])
    Amount(low=11, best=11, high=14, qualifier='range')
    >>> told_by([Amount.vague("some"), Amount.vague("hundreds")]).qualifier
    'vague:hundreds'
    """
    lead, *others = _most_telling_first(accounts)
    if lead.best is None or (lead.low is not None and lead.high is not None):
        return lead
    best = lead.best
    told = [other for other in others if not _is_vague(other)]
    floors = [_first_of(other.low, other.best) for other in told]
    ceilings = [_first_of(other.high, other.best) for other in told]
    low = lead.low if lead.low is not None else max((n for n in floors if best / REACH <= n < best), default=None)
    high = lead.high if lead.high is not None else max((n for n in ceilings if best < n <= best * REACH), default=None)
    return Amount(low, best, high, lead.qualifier if None in (low, high) else "range")


def _first_of(bound: float | None, best: float | None) -> float:
    """A bound that was told, else the best, else nothing."""
    return bound if bound is not None else best or 0


def _most_telling_first(accounts: Sequence[Amount]) -> Sequence[Amount]:
    """The accounts; a vague lead after the first number that is no less, or else after the word that tells most."""
    floor = accounts[0].best or 0
    if not _is_vague(accounts[0]):
        return accounts
    firm = (i for i, one in enumerate(accounts) if not _is_vague(one) and (one.best or 0) >= floor)
    more = [i for i, one in enumerate(accounts) if _is_vague(one) and (one.best or 0) > max(floor, VAGUE["several"])]
    at = next(firm, max(more, key=lambda i: (accounts[i].best or 0, -i), default=0))
    return [accounts[at], *accounts[:at], *accounts[at + 1 :]]


def _is_vague(amount: Amount) -> bool:
    return amount.qualifier.startswith("vague")


def _kind(low: float | None, high: float | None) -> str:
    if low is None:
        return "up_to"
    return "at_least" if high is None else "exact" if low == high else "range"
