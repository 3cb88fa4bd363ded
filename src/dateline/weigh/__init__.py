"""Claims → events, contradictions and the ledger: weighing as a list of steps, each a pure function.

The same reports and claims give the same result in any order; judgements come in the order they were made.
Nothing is read or written. A large record is weighed neighbourhood by neighbourhood, and its ledger read shelf by shelf.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from dateline.model import Agreement, Claim, Commitment, Contradiction, Event, Judgement, Published, Reference, Report
from dateline.weigh.contradictions import contradictions, each_once
from dateline.weigh.contradictions.readings import readings
from dateline.weigh.contradictions.scopes import scopes
from dateline.weigh.events import Scene, event
from dateline.weigh.events.truces import absorbed, instruments, told_within, truce_claims, with_events
from dateline.weigh.judgements import Grouped, active, corrected, founders, judged, regrouped, standing
from dateline.weigh.ledger import Ledger, ledger
from dateline.weigh.neighbourhoods import WHOLE, Trace, shelves, subjects, ties, together, trace_of
from dateline.weigh.persons import with_persons
from dateline.weigh.same import groups
from dateline.weigh.same.blocks import blocks, joined
from dateline.weigh.settled import traits_of
from dateline.weigh.stories import storied
from dateline.weigh.stories.copies import echoes, with_copies
from dateline.weigh.stories.dating import anchored, dated
from dateline.weigh.stories.undated import dated_by_days
from dateline.weigh.threads import one_thread
from dateline.weigh.traits import Traits, weights
from dateline.weigh.voices import Voice, voices_of

__all__ = ["AFTER", "BEFORE", "Ledger", "Scale", "Weighed", "begun", "by_report", "ended", "ledger", "weigh"]


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
class Scale:
    """What is on the scale while a neighbourhood is weighed."""

    weighed: Weighed
    judgements: tuple[Judgement, ...] = ()
    voices: dict[str, frozenset[Voice]] = field(default_factory=dict)
    traits: tuple[Traits, ...] = ()
    groups: tuple[Grouped, ...] = ()


def _stories(scale: Scale) -> Scale:
    """Which reports tell one story."""
    return replace(scale, weighed=replace(scale.weighed, reports=storied(scale.weighed.reports)))


def _dates(scale: Scale) -> Scale:
    """When undated reports were published, by their siblings; and the times of their claims again."""
    reports = dated_by_days(dated(scale.weighed.reports, scale.weighed.claims), scale.weighed.claims)
    claims = anchored(scale.weighed.claims, {report.id: report for report in reports})
    return replace(scale, weighed=replace(scale.weighed, reports=reports, claims=claims))


def _copies(scale: Scale) -> Scale:
    """Which reports repeat another."""
    return replace(scale, weighed=replace(scale.weighed, reports=with_copies(scale.weighed.reports)))


def _voices(scale: Scale) -> Scale:
    """Who is behind each claim."""
    known = {report.id: report for report in scale.weighed.reports}
    echoed = echoes(scale.weighed.claims, known)
    voices = {claim.id: voices_of(claim, known, echoed) for claim in scale.weighed.claims}
    return replace(scale, voices=with_persons(voices, scale.weighed.claims, known))


def _same(scale: Scale) -> Scale:
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


def _events(scale: Scale) -> Scale:
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


def _judgements(scale: Scale) -> Scale:
    """What people corrected in the claims; their other verdicts are replayed where events are made."""
    claims = corrected(scale.weighed.claims, scale.judgements)
    return replace(scale, weighed=replace(scale.weighed, claims=claims))


Step = Callable[[Scale], Scale]
BEFORE: Final[tuple[Step, ...]] = (_stories, _dates, _judgements, _copies, _voices)
"""The steps before the ledger is read, in order."""
AFTER: Final[tuple[Step, ...]] = (_same, _events)
"""The steps once it is known what was agreed."""


def begun(reports: Iterable[Report], claims: Iterable[Claim], judgements: tuple[Judgement, ...] = ()) -> Scale:
    """A neighbourhood on the scale: its stories, days, corrections, copies and voices. `judgements` are those that stand."""
    scale = Scale(
        Weighed(
            reports=tuple(sorted({report.id: report for report in reports}.values(), key=lambda r: r.id)),
            claims=tuple(sorted({claim.id: claim for claim in claims}.values(), key=lambda c: c.id)),
        ),
        judgements,
    )
    return _through(BEFORE, scale)


def ended(scale: Scale, agreements: Sequence[Agreement]) -> Weighed:
    """What a neighbourhood comes to, by what the ledger says was agreed: its events and contradictions, nothing of the ledger."""
    told = frozenset(claim.id for claim in scale.weighed.claims)
    within = tuple(one for agreement in agreements if (one := told_within(agreement, told)) is not None)
    scale = replace(scale, weighed=replace(scale.weighed, agreements=within))
    return replace(_through(AFTER, scale).weighed, agreements=())


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
    stand = active(judgements)
    traces = _traces(reports, claims) if len(claims) > WHOLE else {}
    scales = [begun(*near, stand) for near in _near(reports, claims, stand, traces)]
    books = [ledger(*shelf, known) for shelf in _shelved(scales, traces)]
    agreed = [one for book in books for one in book.agreements]
    done = [ended(scale, agreed) for scale in scales]
    events = _in_order(one for part in done for one in part.events)
    return Weighed(
        reports=_in_order(one for part in done for one in part.reports),
        claims=_in_order(one for part in done for one in part.claims),
        events=events,
        contradictions=_in_order(one for part in done for one in part.contradictions),
        agreements=with_events(agreed, events),
        commitments=tuple(one for book in books for one in book.commitments),
    )


def _through(steps: Iterable[Step], scale: Scale) -> Scale:
    with one_thread():
        for step in steps:
            scale = step(scale)
    return scale


Named = TypeVar("Named", Report, Claim, Event, Contradiction)


def _in_order(found: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted(found, key=lambda one: one.id))


def by_report(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Report → its claims.

    >>> by_report(())
    {}
    """
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.report, []).append(claim)
    return found


def _traces(reports: Iterable[Report], claims: Iterable[Claim]) -> dict[str, Trace]:
    """Report → its trace; claims whose report is missing are of a report without words."""
    said, known = by_report(claims), {report.id: report for report in reports}
    blank = {name: Report(name, "", "", "", (), Published(None, "none")) for name in said if name not in known}
    return {name: trace_of(report, said.get(name, ())) for name, report in sorted((known | blank).items())}


def _near(
    reports: Sequence[Report], claims: Sequence[Claim], stand: Sequence[Judgement], traces: Mapping[str, Trace]
) -> list[tuple[Sequence[Report], Sequence[Claim]]]:
    """Reports and claims, neighbourhood by neighbourhood."""
    if not traces:
        return [(reports, claims)]
    said, known = by_report(claims), {report.id: report for report in reports}
    named = frozenset(name for one in stand for name in (one.subject, one.other) if name is not None)
    tied = ties(stand, subjects(((claim.id, claim.report) for claim in claims), named))
    return [
        ([known[name] for name in near if name in known], [claim for name in near for claim in said.get(name, ())])
        for near in together(list(traces.values()), tied)
    ]


def _shelved(scales: Sequence[Scale], traces: Mapping[str, Trace]) -> list[tuple[Sequence[Report], Sequence[Claim]]]:
    """Reports and claims as the ledger reads them together: in a small record all."""
    if not traces:
        return [(scale.weighed.reports, scale.weighed.claims) for scale in scales]
    known = {report.id: report for scale in scales for report in scale.weighed.reports}
    said = by_report(claim for scale in scales for claim in scale.weighed.claims)
    return [
        ([known[name] for name in names if name in known], [claim for name in names for claim in said.get(name, ())])
        for names in shelves(traces.values()).values()
    ]
