"""Killed at any moment, a job loses nothing it acknowledged, leaves nothing half-written, and goes on to the same end."""

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import psycopg
import pytest
from jobs import DECISIONS, PAGES, decision, pages, work

from dateline.record import Record, Where
from dateline.rows import row
from dateline.run import read_into, weigh_record
from dateline.tell import FORMATS
from dateline.tell.tables import TABLES
from postgresql import Server

pytestmark = pytest.mark.slow

MOMENTS = int(os.environ.get("MOMENTS", "3"))
"""Kills of each job on each store."""

Held = dict[str, list[object]]


def held(where: Where) -> Held:
    """All that a record holds, by table; it is sound, or this fails."""
    with Record.reading(where) as record:
        assert record.check() == []
        with record.still():
            kept = {table: [list(record.rows(table))] for table in TABLES}
            kept["read"] = [list(record.as_read("reports")), list(record.as_read("claims")), list(record.sources())]
            kept["judged"] = [row(one) for one in record.judgements()]
            kept["weighed"] = [
                record.noted("decided"),
                *record.store.execute("SELECT event, claims FROM card ORDER BY event"),
            ]
    return kept


@dataclass
class Bench:
    """Where jobs are done: records of one store, each begun as a copy of a prepared one."""

    folder: Path
    server: Server | None
    numbers: Iterator[int]

    def fresh(self, prepared: Where | None) -> Where:
        """A new record, as the prepared one is, or none yet."""
        if self.server is None:
            path = self.folder / f"{next(self.numbers)}.db"
            if prepared is not None:
                shutil.copy(prepared, path)
            return path
        address = self.server.database() if prepared is None else ""
        if prepared is not None:
            name = f"copy_{next(self.numbers)}"
            with psycopg.connect(self.server.address("postgres"), autocommit=True) as db:
                db.execute(f"CREATE DATABASE {name} TEMPLATE {str(prepared).rsplit('/', 1)[1]}")
            address = self.server.address(name)
        return address


class Job:
    """A job in a process of its own."""

    def __init__(self, name: str, where: Where, given: Path) -> None:
        context = get_context("forkserver")
        context.set_forkserver_preload(["jobs"])
        self.heard, said = context.Pipe(duplex=False)
        self.process: ForkServerProcess = context.Process(target=work, args=(said, name, where, given))
        self.process.start()
        said.close()
        assert self.heard.recv() == "ready"
        self.began = time.monotonic()

    def killed_after(self, seconds: float) -> bool:
        """Kill it after so long; False where it was done before."""
        self.process.join(seconds)
        self.process.kill()
        self.process.join()
        return self.process.exitcode != 0

    def acknowledged(self) -> int:
        """The last number that it acknowledged."""
        last = 0
        while True:
            try:
                last = self.heard.recv()
            except EOFError:
                return last


@pytest.fixture(params=["sqlite", "postgresql"])
def bench(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A bench for each store."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(Path(__file__).parent), os.environ.get("PYTHONPATH", ""))))
    server: Server | None = None if request.param == "sqlite" else request.getfixturevalue("server")
    return Bench(tmp_path, server, count())


def stormed(
    bench: Bench, name: str, given: Path, prepared: Where | None, sound: Callable[[Held, int, Held], None]
) -> Held:
    """Do a job undisturbed; then kill it again and again, looking at what it leaves, and let it end: the end is the same."""
    calm = bench.fresh(prepared)
    job = Job(name, calm, given)
    assert not job.killed_after(300)
    whole, end = time.monotonic() - job.began, held(calm)
    moments = random.Random(11)
    kills, where, acknowledged = 0, bench.fresh(prepared), 0
    while kills < MOMENTS:
        job = Job(name, where, given)
        killed = job.killed_after(moments.uniform(0, whole))
        acknowledged = max(acknowledged, job.acknowledged())
        left = held(where)
        sound(left, acknowledged, end)
        kills += killed
        if not killed:
            assert left == end
            where, acknowledged = bench.fresh(prepared), 0
            whole *= 0.8  # the machine has less to do than when the job was timed
    assert not Job(name, where, given).killed_after(300)
    assert held(where) == end
    return end


def test_reading(bench: Bench) -> None:
    """Reports that were told as kept are kept, each with its claims."""

    def sound(left: Held, acknowledged: int, end: Held) -> None:
        assert len(left["read"][0]) >= acknowledged  # type: ignore[arg-type]

    stormed(bench, "read", pages(bench.folder / "pages.jsonl", 0, PAGES), None, sound)


def test_weighing(bench: Bench) -> None:
    """What a weighing leaves is the one before it or its own, never of both."""
    prepared = bench.fresh(None)
    with Record.open(prepared) as record:
        read_into(record, [pages(bench.folder / "first.jsonl", 0, PAGES // 2)])
        record.judge(decision(1))
        weigh_record(record)
        read_into(record, [pages(bench.folder / "second.jsonl", PAGES // 2, PAGES)])
        record.judge(decision(2))
    before = held(prepared)

    def sound(left: Held, acknowledged: int, end: Held) -> None:
        assert left in (before, end)

    stormed(bench, "weigh", bench.folder, prepared, sound)


def test_judging(bench: Bench) -> None:
    """Every decision that was acknowledged is there, in order, and at most one more."""

    def sound(left: Held, acknowledged: int, end: Held) -> None:
        kept = left["judged"]
        assert kept == [row(decision(n)) for n in range(len(kept))]
        assert acknowledged <= len(kept) <= DECISIONS

    stormed(bench, "judge", bench.folder, None, sound)


def test_importing(bench: Bench) -> None:
    """An archive is back whole or not at all."""
    with Record.open(bench.folder / "told.db") as record:
        read_into(record, [pages(bench.folder / "pages.jsonl", 0, PAGES)])
        record.judge(decision(1))
        weigh_record(record)
        FORMATS["archive"](record, bench.folder / "told.zip")
    nothing = held(_empty(bench))

    def sound(left: Held, acknowledged: int, end: Held) -> None:
        assert left == end or (left == nothing and not acknowledged)

    assert stormed(bench, "import", bench.folder / "told.zip", None, sound) == held(bench.folder / "told.db")


def _empty(bench: Bench) -> Where:
    where = bench.fresh(None)
    Record.open(where).close()
    return where
