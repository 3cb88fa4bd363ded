"""How weighing grows, and what it costs to add to what was weighed: made-up claims, in growing numbers.

    python bench/weigh_scale.py 1000 10000 100000 [--add 100] [--on here|pool|ray] [--folder DIR]

Every incident is told by a handful of outlets over three days, in sentences made here from templates; nothing is real
but the names of towns and countries. Each number of claims is weighed in a process and a record of its own: first all,
then, with --add, as many more reports of incidents of all years, and again as many of one day's. Prints a line each:
claims, reports and neighbourhoods weighed, CPU seconds of all processes, seconds that passed, the highest memory of this
process and of the largest of the others, and for what was added its share of weighing everything, by what passed.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path

from dateline.model import Claim, Figure, Part, Party, Place, Published, Report, Span, Time
from dateline.record import Record
from dateline.rows import Row, row
from dateline.run import Weighing, cores, hired, weigh_record
from dateline.times import Interval

TOGETHER = 500
"""Reports kept at once."""
OTHERS = resource.RUSAGE_CHILDREN
OUTLETS = [f"Outlet {n}" for n in range(40)]
SPEAKERS = (
    "a hospital doctor",
    "the interior ministry",
    "a rescue service",
    "villagers",
    "the district governor",
    "a war monitor",
)
ACTS = (("airstrike", "planes bombed"), ("shelling", "shells fell on"), ("armed_attack", "gunmen attacked"))
SIDES = ("government forces", "rebels", "militants", "an unnamed group")
FILL = (
    "Shops stayed shut.",
    "Roads out of town were cut.",
    "The power failed by noon.",
    "Families slept in a school.",
    "Nobody claimed it.",
)


def incident(n: int, rng: random.Random, on: date | None = None) -> tuple[list[Report], list[Claim]]:
    """One incident, of a day or of any day: two to eight reports of it, a few claims each."""
    day = on or date(2015, 1, 1) + timedelta(days=rng.randrange(1500))
    town, lat, lon = f"{rng.choice('BDKMRTZ')}{n % 997}abad", 30 + rng.random() * 8, 36 + rng.random() * 8
    kind, verb = rng.choice(ACTS)
    side, killed = rng.choice(SIDES), rng.randrange(1, 60)
    names = " ".join(f"{rng.choice('ABCDEFGH')}{rng.randrange(9999)}or" for _ in range(6))
    reports, claims = [], []
    for r in range(rng.randrange(2, 9)):
        told = [
            f"In {town}, {verb} a market and {killed + r} people were killed, said {rng.choice(SPEAKERS)}.",
            f"{rng.choice(SPEAKERS).capitalize()} put the dead at {killed + rng.randrange(3)} in {town}.",
            f"{side.capitalize()} denied that they attacked {town}.",
            f"At least {rng.randrange(2, 90)} were hurt in {town}, said {rng.choice(SPEAKERS)}.",
        ]
        text = "\n".join([f"{names} {town}", *told, *rng.sample(FILL, 3)])
        report = _report(text, day + timedelta(days=rng.randrange(3)), OUTLETS[(n * 7 + r) % 40])
        reports.append(report)
        place = Place(0, 0, town, town, None, "Syria", None, lat, lon, 3.0, "near")
        for k, (sentence, what) in enumerate(
            zip(told, (kind, "casualty_figure", "denial", "casualty_figure"), strict=True)
        ):
            claims.append(_claim(report, sentence, what, place, day, side, killed + k))
    return reports, claims


def _report(text: str, day: date, outlet: str) -> Report:
    sha = hashlib.sha256(f"{outlet}{text}".encode()).hexdigest()
    return Report(
        sha[:16],
        sha[:8],
        sha,
        text,
        (Part(0, len(text), "body"),),
        Published(Interval.day(day), "given"),
        outlet=outlet,
    )


def _claim(report: Report, sentence: str, kind: str, place: Place, day: date, side: str, count: int) -> Claim:
    at = report.text.index(sentence)
    end = at + len(sentence)
    measure = "injured" if "hurt" in sentence else "killed"
    place = replace(place, start=at, end=end)
    figures = () if kind == "denial" else (Figure(measure, count, count, count, "exact", at, end, sentence),)
    time = Time(at, end, "", "DATE", day.isoformat(), Interval.day(day))
    said = (Party(sentence.split(" said ")[-1].rstrip("."), ""),) if " said " in sentence else ()
    stance = "denies" if kind == "denial" else "asserts"
    return Claim(
        f"{report.id}.{at}", report.id, at, end, sentence, kind, Span(at, end), (Party(side, side),), (), place, time,
        figures, said, stance=stance,  # type: ignore[arg-type]
    )  # fmt: skip


def found(reports: list[Report], claims: list[Claim]) -> list[tuple[Row, list[Row], list[Row]]]:
    """Reports with their claims, as rows."""
    said: dict[str, list[Row]] = {}
    for claim in claims:
        said.setdefault(claim.report, []).append(row(claim))
    return [(row(report), [], said.get(report.id, [])) for report in reports]


def used() -> float:
    """CPU seconds of this process and of those it started that have ended."""
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, (resource.RUSAGE_SELF, OTHERS)))


def timed(record: Record, on: str) -> tuple[float, float, Weighing]:
    """The CPU seconds that one weighing takes, those that pass meanwhile, and what it did."""
    began, cpu = time.perf_counter(), used()
    done = weigh_record(record, crew=hired(on, cores()))
    return used() - cpu, time.perf_counter() - began, done


def say(told: str, cpu: float, passed: float, done: Weighing, rest: str) -> None:
    """A line of the result."""
    memory = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, OTHERS)]
    weighed = f"{done.reports:,} reports in {done.weighed:,} of {done.neighbourhoods:,} neighbourhoods"
    sys.stdout.write(
        f"{told}: {weighed}, {cpu:.2f} CPU s, {passed:.2f} s, {memory[0]:.0f} and {memory[1]:.0f} MB{rest}\n"
    )
    sys.stdout.flush()


def measure(wanted: int, add: int, on: str, folder: str | None) -> None:
    """Weigh so many claims, and then what is added."""
    rng, n = random.Random(7), 0
    with tempfile.TemporaryDirectory(dir=folder) as within, Record.open(Path(within) / "r.db") as record:
        while wanted > 0:
            batch: list[tuple[Row, list[Row], list[Row]]] = []
            while wanted > 0 and len(batch) < TOGETHER:
                reports, claims = incident(n, rng)
                batch += found(reports, claims)
                wanted -= len(claims)
                n += 1
            record.keep(batch)
        size = record.counts()["claims"]
        cpu, whole, done = timed(record, on)
        say(f"{size:,} claims", cpu, whole, done, f", {1000 * cpu / size:.2f} CPU s a thousand claims")
        for what, day in (("of all years", None), ("of one day", date(2019, 1, 30))) if add else ():
            new: list[tuple[Row, list[Row], list[Row]]] = []
            while len(new) < add:
                n += 1
                new += found(*incident(n, rng, day))
            record.keep(new[:add])
            cpu, took, done = timed(record, on)
            say(f"  {add} reports {what}", cpu, took, done, f", 1/{whole / took:.0f} of the whole")
        sys.stdout.write(
            f"  record: {(Path(within) / 'r.db').stat().st_size / 1e6:.1f} MB; {record.check() or 'sound'}\n"
        )


def main() -> None:
    """Measure each number of claims in a process of its own."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", type=int, nargs="*", default=[1000, 10_000])
    options.add_argument("--add", type=int, default=0)
    options.add_argument("--on", default="here")
    options.add_argument("--folder")
    chosen = options.parse_args()
    for size in chosen.sizes:
        process = get_context("spawn").Process(target=measure, args=(size, chosen.add, chosen.on, chosen.folder))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
