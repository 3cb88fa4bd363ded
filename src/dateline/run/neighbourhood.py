"""What whoever works does with a neighbourhood: puts it on the scale, and, once the ledger is read, says what it comes to.

Neighbourhoods travel to workers and back as the record keeps them, so workers need no record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.model import Agreement, Claim, Event, Judgement, Report
from dateline.read import versions
from dateline.record import encoded, patch
from dateline.rows import Row, noun, row
from dateline.run.sealed import Sealed
from dateline.weigh import Scale, Weighed, begun, by_report, ended
from dateline.weigh.revisions import revisions

__all__ = ["Asked", "Kept", "Read", "begin", "end", "nouns"]


class Asked(NamedTuple):
    """A neighbourhood as the record has it: its reports, each with its claims; and the reports of it that the ledger reads."""

    found: Sequence[tuple[Row, list[Row]]]
    read: frozenset[str]


class Kept(NamedTuple):
    """What is put aside of a neighbourhood until the ledger is read."""

    reports: list[Report]
    claims: list[Claim]
    scale: Scale


class Read(NamedTuple):
    """A report that the ledger reads, with its claims, as weighing leaves them; and how they differ from what was found."""

    report: str
    told: Sealed[tuple[Report, list[Claim]]]
    claims: list[str]
    patches: dict[str, str]
    """Claim → how it was changed, as the record encodes it; nothing of those that stay as they are."""
    patch: str
    """The same of the report."""


class Begun(NamedTuple):
    """A neighbourhood on the scale."""

    kept: Sealed[Kept]
    read: list[Read]


class Ended(NamedTuple):
    """What a neighbourhood comes to: its tables with what the catalogue is told; and the events in which an agreement is broken."""

    part: Sealed[tuple[dict[str, list[Row]], list[tuple[str, Row]]]]
    breaking: list[Event]


def begin(asked: Sequence[Asked], judgements: Sealed[tuple[Judgement, ...]]) -> list[Begun]:
    """Neighbourhoods on the scale, by the judgements that stand."""
    stand = judgements.open()
    return [_begun(one, stand) for one in asked]


def end(kept: Iterable[tuple[Sealed[Kept], Sequence[Agreement]]]) -> list[Ended]:
    """What neighbourhoods come to, each by the agreements of its shelves."""
    return [_ended(one.open(), agreements) for one, agreements in kept]


def nouns(found: Iterable[tuple[Row, list[Row]]]) -> tuple[list[Report], list[Claim]]:
    """Reports and their claims, from their rows."""
    reports: list[Report] = []
    claims: list[Claim] = []
    for report, said in found:
        reports.append(noun(Report, report))
        claims.extend(noun(Claim, one) for one in said)
    return reports, claims


def _begun(asked: Asked, judgements: tuple[Judgement, ...]) -> Begun:
    reports, claims = nouns(asked.found)
    scale = begun(versions(reports), claims, judgements)
    said, found = by_report(scale.weighed.claims), {one.id: one for one in claims}
    before = {one.id: one for one in reports}
    read = [
        _read(before[report.id], report, found, said.get(report.id, []))
        for report in scale.weighed.reports
        if report.id in asked.read
    ]
    return Begun(Sealed(Kept(reports, claims, scale)), read)


def _read(before: Report, report: Report, found: Mapping[str, Claim], own: list[Claim]) -> Read:
    patches = {one["id"]: encoded(one) for one in _claim_patches(found, own)}
    return Read(
        report.id, Sealed((report, own)), [one.id for one in own], patches, encoded(_report_patch(before, report))
    )


def _report_patch(found: Report, weighed: Report) -> Row:
    return patch(row(found), row(weighed)) or {"id": weighed.id}


def _claim_patches(found: Mapping[str, Claim], weighed: Iterable[Claim]) -> Iterator[Row]:
    for claim in weighed:
        if claim != found[claim.id] and (told := patch(row(found[claim.id]), row(claim))) is not None:
            yield told


def _ended(kept: Kept, agreements: Sequence[Agreement]) -> Ended:
    weighed = ended(kept.scale, agreements)
    broken = {breach.claim for one in agreements for breach in one.violations}
    found, before = {one.id: one for one in kept.claims}, {one.id: one for one in kept.reports}
    rows = {
        "reports": [_report_patch(before[one.id], one) for one in weighed.reports],
        "claims": list(_claim_patches(found, weighed.claims)),
        "events": [row(one) for one in weighed.events],
        "contradictions": [row(one) for one in weighed.contradictions],
        "revisions": [row(one) for one in revisions(weighed.reports, weighed.claims)],
    }
    breaking = [event for event in weighed.events if not broken.isdisjoint(event.claims)]
    return Ended(Sealed((rows, _seen(weighed))), breaking)


def _seen(weighed: Weighed) -> list[tuple[str, Row]]:
    """What the catalogue is told of reports and claims."""
    days = [("reports", {"id": one.id, "published": row(one.published)}) for one in weighed.reports]
    said = [
        ("claims", {"id": one.id, "text": one.text, "speaker": [{"name": who.name} for who in one.speaker]})
        for one in weighed.claims
    ]
    return [*days, *said]
