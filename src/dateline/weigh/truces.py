"""The event that a truce is: its making, its states, its breaches and what is said about it."""

from __future__ import annotations

from typing import Final

from dateline.model import Agreement

__all__ = ["truce_claims"]

ASKED: Final = frozenset(("sought", "proposed", "rejected"))
"""States of a truce that nobody has agreed to: it is no happening yet, only demands and offers are."""


def truce_claims(agreement: Agreement) -> frozenset[str]:
    """The claims that tell an agreement as a happening; none where it was only asked for."""
    if all(state.state in ASKED for state in agreement.states):
        return frozenset()
    return frozenset(agreement.claims).union(
        *(state.claims for state in agreement.states),
        *(term.claims for term in agreement.terms),
        (breach.claim for breach in agreement.violations),
    )
