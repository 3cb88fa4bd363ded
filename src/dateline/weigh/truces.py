"""The event that a truce is, and the events that its breaches are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model import Agreement, Breach, Event

__all__ = ["truce_claims", "with_events"]

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


def with_events(agreements: Sequence[Agreement], events: Sequence[Event]) -> tuple[Agreement, ...]:
    """The agreements, each breach with its event: the happening that its claim tells, not the truce that it breaks."""
    holding: dict[str, list[Event]] = {}
    for event in events:
        for claim in event.claims:
            holding.setdefault(claim, []).append(event)
    return tuple(_with_events(agreement, holding) for agreement in agreements)


def _with_events(agreement: Agreement, holding: dict[str, list[Event]]) -> Agreement:
    told = truce_claims(agreement)

    def own(event: Event) -> tuple[float, int, str]:
        """How much of an event is about the truce as such; of a raid it is only the claims that tie it."""
        return len(told & set(event.claims)) / len(event.claims), len(event.claims), event.id

    def placed(breach: Breach) -> Breach:
        events = holding.get(breach.claim, ())
        return replace(breach, event=min(events, key=own).id) if events else breach

    return replace(agreement, violations=tuple(map(placed, agreement.violations)))
