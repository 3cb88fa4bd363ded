"""Claims → events, contradictions and the ledger: weighing as a list of steps, each a pure function.

The same reports and claims give the same result in any order; judgements come in the order they were made.
Nothing is read or written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dateline.model import Agreement, Claim, Commitment, Contradiction, Event, Judgement, Reference, Report
from dateline.weigh.blocks import blocks, joined
from dateline.weigh.contradictions import contradictions, each_once
from dateline.weigh.copies import echoes, with_copies
from dateline.weigh.dating import anchored, dated
from dateline.weigh.fuse import Scene, event
from dateline.weigh.judgements import Grouped, active, corrected, founders, judged, regrouped, standing
from dateline.weigh.ledger import ledger
from dateline.weigh.readings import readings
from dateline.weigh.same import groups
from dateline.weigh.scopes import scopes
from dateline.weigh.stories import storied
from dateline.weigh.traits import Traits, traits_of, weights
from dateline.weigh.truces import absorbed, instruments, truce_claims, with_events
from dateline.weigh.undated import dated_by_days
from dateline.weigh.voices import Voice, voices_of

__all__ = ["STEPS", "Weighed", "weigh"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighing derives from reports, claims and judgements; the reports and claims as weighing left them."""

    reports: tuple[Report, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class _Scale:
    """What is on the scale while weighing."""

    weighed: Weighed
    judgements: tuple[Judgement, ...] = ()
    known: tuple[Reference, ...] = ()
    voices: dict[str, frozenset[Voice]] = field(default_factory=dict)
    traits: tuple[Traits, ...] = ()
    groups: tuple[Grouped, ...] = ()


def _stories(scale: _Scale) -> _Scale:
    """Which reports tell one story."""
    return replace(scale, weighed=replace(scale.weighed, reports=storied(scale.weighed.reports)))


def _dates(scale: _Scale) -> _Scale:
    """When undated reports were published, by their siblings; and the times of their claims again."""
    reports = dated_by_days(dated(scale.weighed.reports), scale.weighed.claims)
    claims = anchored(scale.weighed.claims, {report.id: report for report in reports})
    return replace(scale, weighed=replace(scale.weighed, reports=reports, claims=claims))


def _copies(scale: _Scale) -> _Scale:
    """Which reports repeat another."""
    return replace(scale, weighed=replace(scale.weighed, reports=with_copies(scale.weighed.reports)))


def _voices(scale: _Scale) -> _Scale:
    """Who is behind each claim."""
    known = {report.id: report for report in scale.weighed.reports}
    echoed = echoes(scale.weighed.claims, known)
    return replace(scale, voices={claim.id: voices_of(claim, known, echoed) for claim in scale.weighed.claims})


def _ledger(scale: _Scale) -> _Scale:
    """What was agreed and what was due."""
    book = ledger(scale.weighed.reports, scale.weighed.claims, scale.known)
    return replace(scale, weighed=replace(scale.weighed, agreements=book.agreements, commitments=book.commitments))


def _same(scale: _Scale) -> _Scale:
    """Which claims tell one happening: the truces of the ledger; the rest block by block, then across blocks."""
    truces = [claims for agreement in scale.weighed.agreements if (claims := truce_claims(agreement))]
    kept = frozenset[str]().union(*truces)
    traits = traits_of(scale.weighed.claims, {report.id: report for report in scale.weighed.reports})
    found = []
    for block in blocks(traits):
        within = [traits[i] for i in block]
        found.append([tuple(block[i] for i in group) for group in groups(within, weights(within), kept)])
    at = {one.claim.id: i for i, one in enumerate(traits)}
    agreed = [tuple(sorted(at[claim] for claim in claims if claim in at)) for claims in truces]
    told = absorbed(joined(found, traits), agreed, traits)
    return replace(scale, traits=traits, groups=tuple(regrouped(told, traits, scale.judgements)))


def _events(scale: _Scale) -> _Scale:
    """The events, their fields fused; and what contradicts itself within each."""
    scene = Scene({report.id: report for report in scale.weighed.reports}, scale.voices)
    told = [[scale.traits[i] for i in item.group] for item in scale.groups]
    names = founders(scale.groups, scale.traits)
    agreed = instruments([frozenset(one.claim.id for one in group) for group in told], scale.weighed.agreements)
    events = [
        event(group, scene, name, item.because, instrument)
        for group, name, item, instrument in zip(told, names, scale.groups, agreed, strict=True)
    ]
    found = [item for one, group in zip(events, told, strict=True) for item in contradictions(one, group, scale.voices)]
    found += [*scopes(events, told, scale.voices), *readings(events, told, scale.voices)]
    weighed = replace(
        scale.weighed,
        events=judged(sorted(events, key=lambda one: one.id), scale.judgements),
        contradictions=standing(each_once(sorted(found, key=lambda one: one.id)), scale.judgements),
    )
    return replace(scale, weighed=weighed)


def _breaches(scale: _Scale) -> _Scale:
    """Which event each breach in the ledger is."""
    told = with_events(scale.weighed.agreements, scale.weighed.events)
    return replace(scale, weighed=replace(scale.weighed, agreements=told))


def _judgements(scale: _Scale) -> _Scale:
    """What people corrected in the claims; their other verdicts are replayed where events are made."""
    claims = corrected(scale.weighed.claims, scale.judgements)
    return replace(scale, weighed=replace(scale.weighed, claims=claims))


Step = Callable[[_Scale], _Scale]
STEPS: Final[tuple[Step, ...]] = (_stories, _dates, _judgements, _copies, _voices, _ledger, _same, _events, _breaches)
"""Weighing, in order."""


def weigh(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    judgements: Sequence[Judgement] = (),
    known: Sequence[Reference] = (),
) -> Weighed:
    """Weigh claims against each other and against what people judged; `known` are agreements of a list to link to.

    >>> weigh((), ()).events
    ()
    """
    scale = _Scale(
        Weighed(
            reports=tuple(sorted({report.id: report for report in reports}.values(), key=lambda r: r.id)),
            claims=tuple(sorted({claim.id: claim for claim in claims}.values(), key=lambda c: c.id)),
        ),
        active(judgements),
        tuple(known),
    )
    for step in STEPS:
        scale = step(scale)
    return scale.weighed
