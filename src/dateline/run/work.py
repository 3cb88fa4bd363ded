"""Reading inputs into a record, and finding what they claim."""

from __future__ import annotations

import itertools
import time
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from dateline.find import chain, find
from dateline.find.notes import Notes, Step
from dateline.find.sentences.parser import load_parser
from dateline.model import Mention, Report, Unread
from dateline.places import load_gazetteer
from dateline.read import Markup, read_kept
from dateline.record import Record, files_of
from dateline.rows import Row, mention_row, row
from dateline.run.crew import TRIES, Crew, Late, batches, spread
from dateline.run.local import Here
from dateline.run.log import LOG
from dateline.words.actors import load_roster

__all__ = ["Tally", "read_into"]

Found = tuple[Row, list[Row], list[Row]]
"""A report, its mentions and its claims, as rows."""


class Done(NamedTuple):
    """What became of one report, and the seconds it took."""

    key: str
    found: Found | Unread
    seconds: float


FEW = 24
"""Up to so many reports one process is faster than starting more: each loads the model first."""

PATIENCE = 60.0
"""Seconds that any report may take."""

SLOWEST = 1000
"""Characters a second below which a worker is taken to hang; on one core of 2020 it reads some 20,000."""

SLOW = 5
"""Reports named as the slowest."""

UNSURE = 0.5
"""Confidence below which a claim is counted as unsure."""

MOST_NAMED = 100
"""Inputs not read that are named when reading is done; the record has all of them."""

TOGETHER = 64
"""Reports written in one transaction: what a crash can cost is work, never half a report."""

NO_CLAIM = "no claim was found in it"


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the inputs."""

    read: int = 0
    known: int = 0
    unread: int = 0
    claims: int = 0
    undated: int = 0
    """Reports whose day of publication is not known from themselves."""
    foreign: int = 0
    """Reports in a language that no claim is sought in."""
    silent: int = 0
    """Reports in which no claim was found."""
    unsure: int = 0
    """Claims that are as likely wrong as right: of confidence below one half."""
    slow: tuple[tuple[float, str], ...] = ()
    """The reports that took longest: seconds and key, the slowest first."""
    refused: tuple[Unread, ...] = ()
    """The first inputs that were not read."""


def read_into(
    record: Record,
    inputs: Iterable[Path | str],
    *,
    places: tuple[Path, ...] = (),
    crew: Callable[[], Crew] = Here,
    progress: Callable[[Tally], None] = lambda tally: None,
    apart: Collection[Path] = (),
) -> Tally:
    """Read every input, find what it claims, and keep both in the record; what the record holds already is passed over.

    Every input ends as a report or as a row of `unread`. Calling it again after an interruption goes on where it stopped.
    Of what lies in a folder, the record's own files and those of `apart` are no inputs.
    """
    own = files_of(record.store.where).union(apart)
    told = (one for path in inputs for one in read_kept(path, apart=own))
    return take_into(record, told, places=places, crew=crew, progress=progress)


def take_into(
    record: Record,
    told: Iterable[tuple[Report | Unread, Markup | None]],
    *,
    places: tuple[Path, ...] = (),
    crew: Callable[[], Crew] = Here,
    progress: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """Find what each report claims, and keep both in the record, as `read_into` does; the reports come with their bytes."""
    intake = _Intake(record)
    reports = intake.new(told)
    fresh = list(itertools.islice(reports, FEW + 1))
    work = partial(find_rows, places=places)
    with crew() if len(fresh) > FEW else Here() as busy:
        results = spread(busy, work, itertools.chain(fresh, reports), seconds=_patience, given_up=_lost)
        for batch in batches(results, TOGETHER):
            intake.keep(batch)
            progress(intake.tally)
    LOG.info("read", extra={"told": asdict(intake.tally)})
    return intake.tally


class _Intake:
    """What goes into a record, and the tally of it as it goes."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.tally = Tally()
        self.taken: dict[str, str] = {}

    def new(self, told: Iterable[tuple[Report | Unread, Markup | None]]) -> Iterator[Report]:
        """The reports that the record does not hold yet, their bytes kept; what is no report, or one again, is refused."""
        for one, markup in told:
            if isinstance(one, Unread):
                self.refuse(one)
            elif self.taken.setdefault(one.id, one.key) != one.key:
                self.refuse(Unread(one.key, "duplicate", f"the same content as {self.taken[one.id]}, which is read"))
            elif self.record.holds(one.id):
                self.tally = replace(self.tally, known=self.tally.known + 1)
            else:
                if markup is not None:
                    self.record.keep_source(one.sha256, markup.data, markup.hint)
                yield one

    def refuse(self, one: Unread) -> None:
        """Keep what was not read, and why."""
        self.record.keep_unread(one)
        LOG.warning("not read", extra={"told": row(one)})
        self.tally = replace(self.tally, unread=self.tally.unread + 1, refused=(*self.tally.refused, one)[:MOST_NAMED])

    def keep(self, batch: Sequence[Done]) -> None:
        """Keep what was found in each report, in one transaction."""
        self.record.keep(done.found for done in batch if not isinstance(done.found, Unread))
        for done in batch:
            if isinstance(done.found, Unread):
                self.refuse(done.found)
        self.tally = _added(self.tally, batch)


def _added(tally: Tally, batch: Sequence[Done]) -> Tally:
    """The tally with the reports of a batch that were read, and with the slowest."""
    found = [done.found for done in batch if not isinstance(done.found, Unread)]
    claims = [claim for *_, told in found for claim in told]
    slow = sorted((*tally.slow, *((done.seconds, done.key) for done in batch)), reverse=True)[:SLOW]
    return replace(
        tally,
        read=tally.read + len(found),
        claims=tally.claims + len(claims),
        undated=tally.undated + sum(report["published"]["from"] is None for report, *_ in found),
        foreign=tally.foreign + sum(report["language"] not in ("en", None) for report, *_ in found),
        silent=tally.silent + sum(not told for *_, told in found),
        unsure=tally.unsure + sum(claim["confidence"] < UNSURE for claim in claims),
        slow=tuple(slow),
    )


def _patience(report: Report) -> float:
    """Seconds that a report may take: many for its first word, and as many again as a slow machine needs for its length."""
    return PATIENCE + len(report.text) / SLOWEST


def _lost(report: Report, reason: str) -> Done:
    why = Unread(report.key, reason, "finding claims in it ended or outlasted its process, three times")
    return Done(report.key, why, TRIES * _patience(report) if reason == Late.reason else 0.0)


def find_rows(reports: list[Report], places: tuple[Path, ...] = ()) -> list[Done]:
    """The rows of each report, with what was found in it; this is what a worker does."""
    steps = _steps(places)
    return [_timed(report, steps) for report in reports]


def _timed(report: Report, steps: tuple[Step, ...]) -> Done:
    began = time.perf_counter()
    found = _found(report, steps)
    return Done(report.key, found, round(time.perf_counter() - began, 3))


def _found(report: Report, steps: tuple[Step, ...]) -> Found | Unread:
    try:
        return _rows(find(report, steps))
    except Exception as error:  # noqa: BLE001 - one page that a step cannot take must not end a night's run
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Unread(
            report.key, "failed", f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}: {error}"
        )


@cache
def _steps(places: tuple[Path, ...]) -> tuple[Step, ...]:
    return chain(load_parser(), load_gazetteer(places), load_roster())


def _rows(notes: Notes) -> Found:
    report = notes.report
    if not notes.claims:
        report = replace(report, notes=(*report.notes, NO_CLAIM))
    return (
        row(report),
        [mention_row(report.id, mention) for mention in _mentions(notes)],
        [row(claim) for claim in notes.claims],
    )


def _mentions(notes: Notes) -> Iterator[Mention]:
    yield from notes.times
    yield from notes.places
    yield from notes.actors
    yield from notes.counts
    yield from notes.attributions
