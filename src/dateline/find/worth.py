"""How sure a coder would be to take a claim: the logistic of what it tells, each thing by its worth."""

from __future__ import annotations

from math import exp
from typing import Final

from dateline.model import Claim

__all__ = ["LEAST", "worth"]

WORTH: Final[dict[str, float]] = {
    "frame": 0.5, "figures": 1.1, "to": 0.35, "by": 0.35, "place": 0.1, "speaker": 0.6, "words": 0.045, "stance": 0.2,
    "time": 0.4, "soft": -0.6, "none": -0.5, "base": -2.2,
}  # fmt: skip
"""What each thing that a claim tells adds to the log-odds that a coder would take it: measured, then rounded."""

SOFT: Final = frozenset({"statement", "support", "promise", "sanctions", "aid"})
"""Phenomena that fill the news without being its matter."""

LONGEST: Final = 30
"""Words beyond which a longer claim tells no more."""

LEAST: Final = 0.3
"""Claims less worth than this are left out."""


def worth(claim: Claim, score: float, *, dated: bool, placed: bool) -> float:
    """The chance, 0 to 1, that a coder takes the claim; `score` is its frame's, `dated` and `placed` are said of its words."""
    vouching = {party.name for party in claim.speaker}
    told = {
        "base": 1.0,
        "frame": score,
        "none": float(claim.phenomenon is None),
        "soft": float(claim.phenomenon in SOFT),
        "figures": float(bool(claim.figures)),
        "to": float(bool(claim.to)),
        "by": float(any(party.name not in vouching for party in claim.by)),
        "place": float(placed),
        "speaker": float(bool(vouching)),
        "words": float(min(LONGEST, claim.text.count(" ") + 1)),
        "stance": float(claim.stance != "asserts"),
        "time": float(dated),
    }
    odds = sum(WORTH[name] * value for name, value in told.items())
    return round(1 / (1 + exp(-odds)), 2)
