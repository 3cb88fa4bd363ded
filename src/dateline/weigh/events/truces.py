"""The event that a truce is, and the events that its breaches are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model import Agreement, Breach, Event
from dateline.weigh.traits import Traits

__all__ = ["absorbed", "instruments", "told_within", "truce_claims", "with_events"]

ASKED: Final = frozenset(("sought", "proposed", "rejected"))
"""States of a truce that nobody has agreed to: it is no happening yet, only demands and offers are."""

Group = tuple[int, ...]
MOST: Final = 0.5
"""The share of all their claims that a truce and a group have in common where they are one."""


def truce_claims(agreement: Agreement) -> frozenset[str]:
    """The claims that tell an agreement as a happening; none where it was only asked for."""
    if all(state.state in ASKED for state in agreement.states):
        return frozenset()
    return frozenset(agreement.claims).union(
        *(state.claims for state in agreement.states),
        *(term.claims for term in agreement.terms),
        (breach.claim for breach in agreement.violations),
    )


def told_within(agreement: Agreement, claims: frozenset[str]) -> Agreement | None:
    """The agreement as some claims tell it; itself where they are all of its claims, None where they tell nothing of it."""
    told = truce_claims(agreement)
    if told <= claims:
        return agreement
    if told.isdisjoint(claims):
        return None

    def kept(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(name for name in names if name in claims)

    return replace(
        agreement,
        claims=kept(agreement.claims),
        states=tuple(replace(state, claims=kept(state.claims)) for state in agreement.states),
        terms=tuple(replace(term, claims=kept(term.claims)) for term in agreement.terms),
        violations=tuple(breach for breach in agreement.violations if breach.claim in claims),
    )


def instruments(groups: Sequence[frozenset[str]], agreements: Sequence[Agreement]) -> list[Agreement | None]:
    """For each group of claims the agreement that it tells as a happening; None for all others."""
    told = [(agreement, truce_claims(agreement)) for agreement in agreements]
    holding: dict[str, list[int]] = {}
    for at, (_, claims) in enumerate(told):
        for claim in sorted(claims):
            holding.setdefault(claim, []).append(at)
    return [_instrument(group, told, holding) for group in groups]


def _instrument(
    group: frozenset[str], told: Sequence[tuple[Agreement, frozenset[str]]], holding: dict[str, list[int]]
) -> Agreement | None:
    near = Counter(at for claim in group for at in holding.get(claim, ()))
    fit = [at for at, both in near.items() if both >= MOST * (len(group) + len(told[at][1]) - both)]
    return told[min(fit, key=lambda at: (-near[at], told[at][0].id))][0] if fit else None


def absorbed(found: Sequence[Group], agreed: Sequence[Group], traits: Sequence[Traits]) -> list[Group]:
    """The groups found beside those of the truces; what shares most of its claims with a truce is that truce.

    So are sayings about it, half of which the ledger ties to it; raids stay what they are.
    """
    grown = {truce: set(truce) for truce in agreed}
    holding: dict[int, list[Group]] = {}
    for truce in agreed:
        for claim in truce:
            holding.setdefault(claim, []).append(truce)
    rest = []
    for group in found:
        near = Counter(truce for claim in group for truce in holding.get(claim, ()))
        said = _sayings([traits[i] for i in group])
        same = next((t for t, both in near.most_common() if both >= MOST * _size(t, group, both, said=said)), None)
        if same is None:
            rest.append(group)
        else:
            grown[same] |= set(group)
    return sorted({*(tuple(sorted(truce)) for truce in grown.values()), *rest})


def _sayings(group: Sequence[Traits]) -> bool:
    """Whether most of a group are sayings, and most speak of a truce."""
    said = sum(one.spoken for one in group)
    return 2 * said > len(group) and 2 * sum(one.truce for one in group) > len(group)


def _size(truce: Group, group: Group, both: int, *, said: bool) -> int:
    """What the claims in common are measured by: all claims of the two, or of sayings their own."""
    return len(group) if said else len(truce) + len(group) - both


def with_events(agreements: Sequence[Agreement], events: Sequence[Event]) -> tuple[Agreement, ...]:
    """The agreements, each breach with its event: the happening that its claim tells, not the truce that it breaks."""
    holding: dict[str, list[Event]] = {}
    for event in events:
        for claim in event.claims:
            holding.setdefault(claim, []).append(event)
    return tuple(_with_events(agreement, holding) for agreement in agreements)


def _with_events(agreement: Agreement, holding: dict[str, list[Event]]) -> Agreement:
    told = truce_claims(agreement)
    near = {event.id: event for breach in agreement.violations for event in holding.get(breach.claim, ())}
    # How much of an event is about the truce as such; of a raid it is only the claims that tie it.
    own = {name: (len(told & set(one.claims)) / len(one.claims), len(one.claims), name) for name, one in near.items()}

    def placed(breach: Breach) -> Breach:
        events = [event.id for event in holding.get(breach.claim, ())]
        return replace(breach, event=min(events, key=lambda name: own[name])) if events else breach

    return replace(agreement, violations=tuple(map(placed, agreement.violations)))
