"""Weighing a record: only the neighbourhoods are weighed that are new or were decided on, and the shelves of the ledger that changed.

The record then holds, row for row, what weighing all of it afresh would leave. Nothing is written before all is worked out.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from dateline.model import Agreement, Claim, Commitment, Event, Reference, Report
from dateline.read import versions
from dateline.record import Part, Record, encoded, patch
from dateline.rows import Row, noun, row
from dateline.run.changes import Standing, note_changes, standing
from dateline.run.log import LOG
from dateline.run.parts import ALL, KNOWN, RULES, Decided, Layout, decided_on, digest, laid_out, nouns, stand
from dateline.run.spool import Spool
from dateline.weigh import Scale, Weighed, begun, ended, ledger
from dateline.weigh.events.truces import truce_claims, with_events
from dateline.weigh.revisions import revisions

__all__ = ["Weighing", "weigh_record"]

TRIES: Final = 3
"""How often a weighing begins again that another one overtook."""
CHANGING: Final = ("events", "agreements", "commitments")
"""Tables of which it is told what a weighing changed."""


class Weighing(NamedTuple):
    """What one weighing did: how many neighbourhoods and reports it weighed, of how many neighbourhoods; the seconds it took."""

    weighed: int
    reports: int
    neighbourhoods: int
    seconds: float


@dataclass(slots=True)
class _Bench:
    """One weighing under way: what it goes by, and what it worked out so far."""

    record: Record
    decided: Decided
    layout: Layout
    spool: Spool
    afresh: bool
    due: dict[str, None] = field(default_factory=dict)
    """The neighbourhoods that are weighed, in order."""
    moved: set[str] = field(default_factory=set)
    """The shelves on which a report stands otherwise than after the weighing before."""
    agreements: dict[str, Sequence[Agreement]] = field(default_factory=dict)
    """Shelf → the agreements on it."""
    commitments: dict[str, Sequence[Commitment]] = field(default_factory=dict)
    """The same of commitments, of the shelves that were read now."""
    breaking: dict[str, Event] = field(default_factory=dict)
    """The events weighed now in which a breach stands."""


def weigh_record(record: Record, known: Sequence[Reference] | None = None) -> Weighing:
    """Weigh what is new in a record or was decided on, and keep the result beside what stands.

    `known` agreements are kept in the record, and later weighings link to them as well.
    """
    if known is not None:
        record.note(KNOWN, json.dumps([row(one) for one in known]))
    done = next((done for _ in range(TRIES) if (done := _weighed(record)) is not None), Weighing(0, 0, 0, 0.0))
    LOG.info("weighed", extra={"told": done._asdict()})
    return done


def _weighed(record: Record) -> Weighing | None:
    """Weigh once; None where another weighing ended meanwhile, with which the result would not go together."""
    began, weighing = time.perf_counter(), record.noted("weighing")
    decided = stand(record)
    layout = laid_out(record, decided)
    parts = record.memory.parts()
    touched = decided_on(record, layout, int(record.noted("decided") or 0))
    afresh = not parts or touched is None or record.noted(RULES) != decided.rules
    with Spool() as spool:
        bench = _Bench(record, decided, layout, spool, afresh)
        for name, reports in layout.near.items():
            if afresh or name not in parts or not (touched or frozenset()).isdisjoint(reports):
                _begin(bench, name)
        _read_ledger(bench, parts)
        for name in bench.due:
            _end(bench, name)
        shelves = _linked(bench)
        with record.together():
            if record.noted("weighing") != weighing:
                return None
            _keep(bench, parts, shelves)
    took = round(time.perf_counter() - began, 3)
    return Weighing(len(bench.due), sum(len(layout.near[name]) for name in bench.due), len(layout.near), took)


# --- neighbourhoods ---------------------------------------------------------------------------------------------------


def _begin(bench: _Bench, name: str) -> None:
    """Put a neighbourhood on the scale, and see which of its reports the ledger must read again."""
    if name in bench.due:
        return
    bench.due[name] = None
    reports, claims = nouns(bench.record.found(bench.layout.near[name]))
    scale = begun(versions(reports), claims, bench.decided.judgements)
    bench.spool.put(name, (reports, claims, scale))
    if ALL in bench.layout.shelves:
        bench.moved.add(ALL)
        return
    said = _by_report(scale.weighed.claims)
    found = {one.id: one for one in claims}
    before = {one.id: one for one in reports}
    for report in scale.weighed.reports:
        shelf = bench.layout.shelf_of.get(report.id)
        if shelf is not None:
            own = said.get(report.id, [])
            bench.spool.put(f"report {report.id}", (report, own))
            if not bench.afresh and _moved(bench.record, before[report.id], report, found, own):
                bench.moved.add(shelf)


def _moved(record: Record, before: Report, report: Report, found: Mapping[str, Claim], own: Sequence[Claim]) -> bool:
    """Whether a report or one of its claims stands otherwise than after the weighing before."""
    memory = record.memory
    now = {one["id"]: encoded(one) for one in _claim_patches(found, own)}
    if memory.changed("claims", [claim.id for claim in own]) != now:
        return True
    return memory.changed("reports", [report.id]) != {report.id: encoded(_report_patch(before, report))}


def _by_report(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.report, []).append(claim)
    return found


def _report_patch(found: Report, weighed: Report) -> Row:
    return patch(row(found), row(weighed)) or {"id": weighed.id}


def _claim_patches(found: Mapping[str, Claim], weighed: Iterable[Claim]) -> Iterator[Row]:
    for claim in weighed:
        if claim != found[claim.id] and (told := patch(row(found[claim.id]), row(claim))) is not None:
            yield told


def _end(bench: _Bench, name: str) -> None:
    """What a neighbourhood comes to, put aside as the rows of its part."""
    reports, claims, scale = bench.spool.take(name)
    agreements = [one for shelf in _shelves_of(bench, name) for one in _agreements(bench, shelf)]
    weighed = ended(scale, agreements)
    broken = {breach.claim for one in agreements for breach in one.violations}
    bench.breaking |= {event.id: event for event in weighed.events if not broken.isdisjoint(event.claims)}
    found, before = {one.id: one for one in claims}, {one.id: one for one in reports}
    rows = {
        "reports": [_report_patch(before[one.id], one) for one in weighed.reports],
        "claims": list(_claim_patches(found, weighed.claims)),
        "events": [row(one) for one in weighed.events],
        "contradictions": [row(one) for one in weighed.contradictions],
        "revisions": [row(one) for one in revisions(weighed.reports, weighed.claims)],
    }
    bench.spool.put(f"part {name}", (rows, _seen(weighed)))


def _seen(weighed: Weighed) -> list[tuple[str, Row]]:
    """What the catalogue is told of reports and claims."""
    days = [("reports", {"id": one.id, "published": row(one.published)}) for one in weighed.reports]
    said = [
        ("claims", {"id": one.id, "text": one.text, "speaker": [{"name": who.name} for who in one.speaker]})
        for one in weighed.claims
    ]
    return [*days, *said]


# --- the ledger -------------------------------------------------------------------------------------------------------


def _shelf(name: str) -> str:
    """The part under which what a shelf tells is kept."""
    return f"s:{name}"


def _shelves_of(bench: _Bench, name: str) -> list[str]:
    """The shelves on which the reports of a neighbourhood stand."""
    if ALL in bench.layout.shelves:
        return [ALL]
    at = bench.layout.shelf_of
    return sorted({at[report] for report in bench.layout.near[name] if report in at})


def _agreements(bench: _Bench, shelf: str) -> Sequence[Agreement]:
    """The agreements on a shelf, as read now or as they stand."""
    if shelf not in bench.agreements:
        told = bench.record.of_part(_shelf(shelf), "agreements")
        bench.agreements[shelf] = [noun(Agreement, one) for one in told]
    return bench.agreements[shelf]


def _read_ledger(bench: _Bench, parts: Mapping[str, str]) -> None:
    """Read the shelves that changed; neighbourhoods in which another agreement is told than before are weighed as well."""
    wanted = [
        shelf
        for shelf, reports in bench.layout.shelves.items()
        if bench.afresh or shelf in bench.moved or parts.get(_shelf(shelf)) != digest(reports)
    ]
    claims = {claim for shelf in wanted for claim in _read(bench, shelf)}
    if not bench.afresh:
        kept = {_shelf(shelf) for shelf in bench.layout.shelves}
        for gone in (part for part in parts if part.startswith("s:") and part not in kept):
            claims |= {claim for one in bench.record.of_part(gone, "agreements") for claim in _told(one)}
        for home in sorted({bench.layout.home_of[bench.record.report_of(claim)] for claim in claims}):
            _begin(bench, home)


def _read(bench: _Bench, shelf: str) -> Iterator[str]:
    """Read a shelf; the claims of agreements that are new, gone or told otherwise."""
    reports, claims = _on_shelf(bench, shelf)
    book = ledger(reports, claims, bench.decided.known)
    bench.agreements[shelf], bench.commitments[shelf] = book.agreements, book.commitments
    if bench.afresh:
        return
    before = {one["id"]: one for one in bench.record.of_part(_shelf(shelf), "agreements")}
    now = {one.id: row(one) for one in book.agreements}
    for name in sorted(before.keys() | now.keys()):
        old, new = before.get(name), now.get(name)
        if old is None or new is None or _unlinked(old) != _unlinked(new):
            yield from (claim for one in (old, new) if one is not None for claim in _told(one))


def _on_shelf(bench: _Bench, shelf: str) -> tuple[list[Report], list[Claim]]:
    """The reports of a shelf and their claims, as weighing leaves them."""
    if shelf == ALL:
        scale: Scale = bench.spool.take(next(iter(bench.due)))[2]
        return list(scale.weighed.reports), list(scale.weighed.claims)
    reports: list[Report] = []
    claims: list[Claim] = []
    standing_still = []
    for name in bench.layout.shelves[shelf]:
        if f"report {name}" in bench.spool:
            report, own = bench.spool.take(f"report {name}")
            reports.append(report)
            claims += own
        else:
            standing_still.append(name)
    more, said = nouns(bench.record.left(standing_still))
    return reports + more, claims + said


def _unlinked(agreement: Row) -> str:
    """An agreement without the events of its breaches."""
    told = [{**breach, "event": None} for breach in agreement["violations"]]
    return encoded({**agreement, "violations": told})


def _told(agreement: Row) -> frozenset[str]:
    """The claims of an agreement."""
    return truce_claims(noun(Agreement, agreement)) | frozenset(agreement["claims"])


def _linked(bench: _Bench) -> dict[str, list[Agreement]]:
    """The agreements of each shelf that is concerned, each breach with its event: one weighed now, or the one it had."""
    shelves = {shelf: None for name in bench.due for shelf in _shelves_of(bench, name)}
    shelves |= dict.fromkeys(bench.commitments)
    events = list(bench.breaking.values())
    return {
        shelf: list(with_events([_as_before(bench, shelf, one) for one in _agreements(bench, shelf)], events))
        for shelf in shelves
    }


def _as_before(bench: _Bench, shelf: str, agreement: Agreement) -> Agreement:
    """An agreement, each breach with the event it had, where that was not weighed again."""
    if bench.afresh or not agreement.violations:
        return agreement
    before = bench.record.find(agreement.id)
    had = {one["claim"]: one["event"] for one in before[1]["violations"]} if before is not None else {}

    def kept(claim: str) -> str | None:
        return None if bench.layout.home_of[bench.record.report_of(claim)] in bench.due else had.get(claim)

    return replace(agreement, violations=tuple(replace(one, event=kept(one.claim)) for one in agreement.violations))


# --- keeping it -------------------------------------------------------------------------------------------------------


def _keep(bench: _Bench, parts: Mapping[str, str], shelves: Mapping[str, Sequence[Agreement]]) -> None:
    """Put what was worked out in the place of what it replaces; inside a transaction."""
    record, layout = bench.record, bench.layout
    now = {**dict.fromkeys(layout.near, ""), **{_shelf(shelf): digest(told) for shelf, told in layout.shelves.items()}}
    books = {shelf: _book(bench, shelf, told) for shelf, told in shelves.items()}
    gone = [part for part in parts if part not in now or part in bench.due]
    gone += [_shelf(shelf) for shelf in books if _shelf(shelf) in parts and _shelf(shelf) in now]
    before = standing((table, one) for table in CHANGING for one in record.rows(table)) if bench.afresh else {}
    for part in () if bench.afresh else gone:
        before |= standing((table, one) for table in CHANGING for one in record.of_part(part, table))
    after: dict[str, Standing] = {}
    record.put(_parts(bench, books, after), None if bench.afresh else gone)
    record.memory.keep(
        {name: state for name, state in now.items() if bench.afresh or name in gone or name not in parts},
        layout.traces,
        layout.subjects,
    )
    record.note("decided", str(bench.decided.number))
    record.note(RULES, bench.decided.rules)
    note_changes(record, before, after)


def _book(bench: _Bench, shelf: str, agreements: Sequence[Agreement]) -> dict[str, list[Row]]:
    """The rows of a shelf."""
    read = bench.commitments.get(shelf)
    due = bench.record.of_part(_shelf(shelf), "commitments") if read is None else [row(one) for one in read]
    return {"agreements": [row(one) for one in agreements], "commitments": due}


def _parts(
    bench: _Bench,
    books: Mapping[str, dict[str, list[Row]]],
    after: dict[str, Standing],
) -> Iterator[Part]:
    """The parts that are new, one after another; how what they tell stands is gathered in `after`."""
    for shelf, rows in books.items():
        after |= standing((table, one) for table, told in rows.items() for one in told)
        yield Part(_shelf(shelf), rows, ())
    for name in bench.due:
        rows, seen = bench.spool.take(f"part {name}")
        after |= standing(("events", one) for one in rows["events"])
        told = [("agreements", one) for shelf in _shelves_of(bench, name) for one in books[shelf]["agreements"]]
        derived = [(table, one) for table in ("events", "contradictions") for one in rows[table]]
        yield Part(name, rows, [*seen, *derived, *told])
