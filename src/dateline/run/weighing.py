"""Weighing a record: only the neighbourhoods are weighed that are new or were decided on, and the shelves of the ledger that changed.

The record then holds, row for row, what weighing all of it afresh would leave. Nothing is written before all is worked out.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final, NamedTuple, TypeVar

from dateline.model import Agreement, Claim, Commitment, Event, Reference, Report
from dateline.record import Part, Record, encoded
from dateline.rows import Row, noun, row
from dateline.run.changes import Standing, note_changes, standing
from dateline.run.crew import Crew, spread
from dateline.run.local import Here
from dateline.run.log import LOG
from dateline.run.neighbourhood import Asked, Kept, Read, begin, end, nouns
from dateline.run.parts import ALL, KNOWN, RULES, Decided, Layout, decided_on, digest, laid_out, stand
from dateline.run.sealed import Sealed
from dateline.run.spool import Spool
from dateline.weigh import ledger
from dateline.weigh.events.truces import truce_claims, with_events

__all__ = ["Weighing", "weigh_record"]

TRIES: Final = 3
"""How often a weighing begins again that another one overtook."""
CHANGING: Final = ("events", "agreements", "commitments")
"""Tables of which it is told what a weighing changed."""
FEW: Final = 96
"""Up to so many neighbourhoods one process weighs faster than others would be started."""
TOGETHER: Final = 4
"""Neighbourhoods a worker is handed at once: each may hold a thousand claims."""
PATIENCE: Final = 600.0
"""Seconds that weighing a neighbourhood may take; a thousand claims take less than one."""

A = TypeVar("A")
B = TypeVar("B")


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
    crew: Crew
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


def weigh_record(record: Record, known: Sequence[Reference] | None = None, crew: Callable[[], Crew] = Here) -> Weighing:
    """Weigh what is new in a record or was decided on, and keep the result beside what stands.

    `known` agreements are kept in the record, and later weighings link to them as well. A crew is asked where there is
    enough to do; the result is the same whoever works.
    """
    if known is not None:
        record.note(KNOWN, json.dumps([row(one) for one in known]))
    done = next((done for _ in range(TRIES) if (done := _weighed(record, crew)) is not None), Weighing(0, 0, 0, 0.0))
    LOG.info("weighed", extra={"told": done._asdict()})
    return done


def _weighed(record: Record, crew: Callable[[], Crew]) -> Weighing | None:
    """Weigh once; None where another weighing ended meanwhile, with which the result would not go together."""
    began, weighing = time.perf_counter(), record.noted("weighing")
    decided = stand(record)
    layout = laid_out(record, decided)
    parts = record.memory.parts()
    touched = decided_on(record, layout, int(record.noted("decided") or 0))
    afresh = not parts or touched is None or record.noted(RULES) != decided.rules
    due = [
        name
        for name, reports in layout.near.items()
        if afresh or name not in parts or not (touched or frozenset()).isdisjoint(reports)
    ]
    with Spool() as spool, crew() if len(due) > FEW else Here() as busy:
        bench = _Bench(record, decided, layout, spool, busy, afresh)
        _begin(bench, due)
        _read_ledger(bench, parts)
        _end(bench)
        shelves = _linked(bench)
        with record.together():
            if record.noted("weighing") != weighing:
                return None
            _keep(bench, parts, shelves)
    took = round(time.perf_counter() - began, 3)
    return Weighing(len(bench.due), sum(len(layout.near[name]) for name in bench.due), len(layout.near), took)


# --- neighbourhoods ---------------------------------------------------------------------------------------------------


def _begin(bench: _Bench, names: Iterable[str]) -> None:
    """Put neighbourhoods on the scale, and see which of their reports the ledger must read again."""
    layout, new = bench.layout, [name for name in names if name not in bench.due]
    bench.due |= dict.fromkeys(new)
    read = {} if ALL in layout.shelves else layout.shelf_of
    asked = (
        Asked(list(bench.record.found(layout.near[name])), frozenset(one for one in layout.near[name] if one in read))
        for name in new
    )
    begun = _spread(bench, partial(begin, judgements=Sealed(bench.decided.judgements)), asked)
    for name, (kept, told) in zip(new, begun, strict=True):
        bench.spool.put(name, kept)
        for one in told:
            bench.spool.put(f"report {one.report}", one.told)
            if not bench.afresh and _moved(bench.record, one):
                bench.moved.add(layout.shelf_of[one.report])
    if new and ALL in layout.shelves:
        bench.moved.add(ALL)


def _end(bench: _Bench) -> None:
    """What the neighbourhoods come to, put aside as the rows of their parts."""
    asked = (
        (bench.spool.take(name), [one for shelf in _shelves_of(bench, name) for one in _agreements(bench, shelf)])
        for name in bench.due
    )
    for name, (part, breaking) in zip(bench.due, _spread(bench, end, asked), strict=True):
        bench.breaking |= {event.id: event for event in breaking}
        bench.spool.put(f"part {name}", part)


def _spread(bench: _Bench, work: Callable[[list[A]], list[B]], items: Iterable[A]) -> Iterator[B]:
    """The work of a weighing on some items, whoever does it; what a worker comes to no end of is done here."""
    return spread(
        bench.crew, work, items, seconds=lambda _: PATIENCE, given_up=lambda item, _: work([item])[0], size=TOGETHER
    )


def _moved(record: Record, one: Read) -> bool:
    """Whether a report or one of its claims stands otherwise than after the weighing before."""
    memory = record.memory
    if memory.changed("claims", one.claims) != one.patches:
        return True
    return memory.changed("reports", [one.report]) != {one.report: one.patch}


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
        _begin(bench, sorted({bench.layout.home_of[bench.record.report_of(claim)] for claim in claims}))


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
        kept: Sealed[Kept] = bench.spool.take(next(iter(bench.due)))
        weighed = kept.open().scale.weighed
        return list(weighed.reports), list(weighed.claims)
    reports: list[Report] = []
    claims: list[Claim] = []
    standing_still = []
    for name in bench.layout.shelves[shelf]:
        if f"report {name}" in bench.spool:
            report, own = bench.spool.take(f"report {name}").open()
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
        rows, seen = bench.spool.take(f"part {name}").open()
        after |= standing(("events", one) for one in rows["events"])
        told = [("agreements", one) for shelf in _shelves_of(bench, name) for one in books[shelf]["agreements"]]
        derived = [(table, one) for table in ("events", "contradictions") for one in rows[table]]
        yield Part(name, rows, [*seen, *derived, *told])
