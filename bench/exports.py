"""How exports grow: seconds and memory of every format, for a made-up record of many events.

    python bench/exports.py 100000 [FORMAT…]

Towns, outlets and sentences are made here from templates; nothing is real but the names of countries. Every format is
told in a process of its own. Prints a line each: format, seconds, seconds of CPU, megabytes of memory at most, megabytes written.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dateline.model import (
    Claim,
    Contradiction,
    Event,
    EventFigure,
    Figure,
    Part,
    Party,
    Perpetrator,
    Place,
    Published,
    Report,
    Span,
    Time,
    Value,
)
from dateline.record import Record
from dateline.rows import Row, row
from dateline.tell import FORMATS
from dateline.times import Interval

KINDS = (("airstrike", "Air/drone strike", "bombed"), ("shelling", "Shelling/artillery/missile attack", "shelled"))
SIDES = ("Army of the North", "River Front", "Unnamed gunmen")

CHILD = """
import sys, time
from pathlib import Path
from dateline.record import Record
from dateline.tell import FORMATS
began = time.perf_counter()
with Record.open(Path(sys.argv[1])) as record:
    paths = FORMATS[sys.argv[2]](record, Path(sys.argv[3]))
took, cpu = time.perf_counter() - began, time.process_time()
most = int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]) / 1024
print(f"{sys.argv[2]:<13} {took:7.1f} s {cpu:7.1f} s CPU {most:8.0f} MB {sum(p.stat().st_size for p in paths) / 1e6:9.1f} MB written", flush=True)
"""


def made(number: int) -> tuple[Report, list[Claim], Event, Contradiction]:
    """One event, told by two claims of one report that differ."""
    rng = random.Random(number)
    day = date(2016, 1, 1) + timedelta(days=rng.randrange(1800))
    town, (kind, code, verb) = f"Qar{number % 4999}", rng.choice(KINDS)
    lat, lon, killed, side = 33 + rng.random() * 3, 36 + rng.random() * 3, rng.randrange(1, 40), rng.choice(SIDES)
    first = f"{side} {verb} {town} and at least {killed} people were killed, a doctor said."
    second = f"Residents counted {killed + 2} dead in {town}."
    text = f"News from {town}\n{first} {second} " + "The road was closed and shops stayed shut until the evening. " * 12
    when = Interval.day(day)
    where = Place(
        text.index(town),
        text.index(town) + len(town),
        town,
        town,
        f"geonames:{number % 4999}",
        "SY",
        "Idlib",
        lat,
        lon,
        3.0,
        "near",
    )
    report = Report(f"report:{number:016x}", f"page-{number}", f"{number:064x}", text, (Part(0, len(text), "body"),), Published(when, "given"),
                    f"News from {town}", f"Outlet {number % 37}", url=f"https://news.example/{number}", language="en", story=f"story:{number:016x}")  # fmt: skip
    by, doctor = Party(side, side, 0, len(side), kind="armed_group"), Party("a doctor", "a doctor", kind="other")
    claims = []
    for n, (said, low) in enumerate(((first, killed), (second, killed + 2))):
        at = text.index(said)
        figure = Figure(
            "killed", low, low, None if n == 0 else low, "at_least" if n == 0 else "exact", at, at + 9, said[:9]
        )
        told = Time(at, at + 4, said[:4], "DATE", day.isoformat(), when)
        claims.append(Claim(f"claim:{2 * number + n:016x}", report.id, at, at + len(said), said, kind, Span(at, at + 4), (by,), (), where, told,
                            (figure,), (doctor,) if n == 0 else (), confidence=0.8, because=("a verb of striking",)))  # fmt: skip
    names = tuple(claim.id for claim in claims)
    fused = EventFigure("killed", None, killed, killed, killed + 2, names, "lowest to highest of two voices")
    event = Event(f"event:{number:016x}", kind, f"{kind.capitalize()}, {town}, {day}", names, (report.id,), (f"Outlet {number % 37}",),
                  ("a doctor", "residents"), where, when, (fused,), (Perpetrator(side, None, names),), (), "corroborated",
                  {"acled": code, "plover": "ASSAULT"}, day.isoformat(), False)  # fmt: skip
    values = (Value(str(killed), names[:1]), Value(str(killed + 2), names[1:]))
    differ = Contradiction(
        f"contradiction:{number:016x}", event.id, "killed", "conflict", values, f"{killed} or {killed + 2} killed."
    )
    return report, claims, event, differ


def filled(path: Path, size: int) -> None:
    """A record of so many events at a path."""

    def rows(part: int) -> Iterator[Row]:
        for number in range(size):
            told = made(number)[part]
            yield from map(row, told if isinstance(told, list) else [told])

    with Record.open(path) as record:
        record.keep((row(report), [], list(map(row, claims))) for report, claims, _, _ in map(made, range(size)))
        record.derive({"reports": rows(0), "claims": rows(1), "events": rows(2), "contradictions": rows(3)})


def main() -> None:
    """Make the record, then tell it in each format."""
    size, forms = int(sys.argv[1]), sys.argv[2:] or sorted(FORMATS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dateline.db"
        began = time.perf_counter()
        filled(path, size)
        sys.stdout.write(f"made {size:,} events, {2 * size:,} claims: {time.perf_counter() - began:.0f} s\n")
        sys.stdout.flush()
        for form in forms:
            subprocess.run([sys.executable, "-c", CHILD, str(path), form, str(Path(folder) / form)], check=True)


if __name__ == "__main__":
    main()
