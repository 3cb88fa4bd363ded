"""How a run grows, and what more workers bring: made-up reports, in growing numbers, read by each crew.

    python bench/scale.py 1000 10000 [--on pool here ray] [--workers N] [--no-weighing] [--sentences N] [--into FILE --first N]

Reports are varied from templates made here: towns, outlets, numbers, speakers and order of sentences differ, so that
nearly no two tell the same; --sentences makes each of so many, for a feed of flashes instead of reports. Every
measurement runs in a process of its own; `taskset` before the command says on which cores. With --into the reports
from number --first on are added to a record that stays, so that a million can be read in several goes. Prints a line
each: crew, reports, seconds of the clock and of all processors, milliseconds of processor a report, reports a second,
megabytes of the largest process, and the size of the record.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

TOWNS = (
    "Maresh",
    "Tel Zamar",
    "Qara",
    "Lissen",
    "Ober",
    "Dalat",
    "Hamra",
    "Sefwan",
    "Kuresh",
    "Beit Anar",
    "Rovna",
    "Selmin",
)
OUTLETS = tuple(
    f"The {name} {kind}"
    for name in ("Hill", "River", "Northern", "Vale", "Coast")
    for kind in ("Post", "Desk", "Wire", "Herald")
)
LEADS = (
    "{side} shelled the town of {town} on {day}, killing {n} people and wounding {m} others, {who} said.",
    "At least {n} people were killed when warplanes bombed a market in {town} on {day}, according to {who}.",
    "Gunmen attacked a checkpoint near {town} late on {day}; {n} soldiers died, {who} told reporters.",
    "A car bomb exploded outside a police station in {town} on {day}, killing {n}, {who} said.",
)  # fmt: skip
BODIES = (
    "{side} denied that its forces had carried out the attack.",
    "Some {k},000 people have fled {town} since the fighting began last month, the United Nations said.",
    "The two sides agreed on a truce of {m} days, to begin at midnight on {day}.",
    "{who} accused {side} of breaking the ceasefire {n} times in the past week.",
    "The hospital of {town} was hit twice and is out of service, a doctor there said.",
    "Talks are to resume in the capital next {day}, a diplomat said.",
    "Residents said the roads out of {town} had been closed and that bread was running out.",
    "{side} gave the defenders until {day} to withdraw, or the offensive would go on.",
    "The mayor said {m} houses had been destroyed and that crews were still searching the rubble.",
)
SIDES = ("The government", "The Northern Front", "The army", "The rebels", "The River Brigade")
VOICES = ("the mayor", "a rescue service", "the health ministry", "residents", "a war monitor", "a police spokesman")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

CHILD = """
import resource, sys, time
from pathlib import Path
from dateline.record import Record
from dateline.run import hired, read_into, weigh_record
if __name__ == "__main__":
    began = time.perf_counter()
    with Record.open(Path(sys.argv[2])) as record:
        tally = read_into(record, [sys.argv[1]], crew=hired(sys.argv[3], int(sys.argv[4])))
        read = time.perf_counter() - began
        if sys.argv[5] == "weigh":
            weigh_record(record)
    print(tally.read, tally.claims, read, time.perf_counter() - began)
"""


def page(number: int, sentences: int | None) -> dict[str, str]:
    """One report, the same for the same number, of four to seven sentences or of so many."""
    rng = random.Random(number)
    town = f"{rng.choice(TOWNS)} {rng.choice(('East', 'West', 'North', 'al-Jadid', 'Camp', 'Port'))}"
    fill = {"town": town, "side": rng.choice(SIDES), "who": rng.choice(VOICES), "day": rng.choice(DAYS),
            "n": rng.randrange(2, 60), "m": rng.randrange(3, 90), "k": rng.randrange(2, 80)}  # fmt: skip
    told = [rng.choice(LEADS), *rng.sample(BODIES, rng.randrange(3, 7) if sentences is None else sentences - 1)]
    day = date(2016, 1, 1) + timedelta(days=rng.randrange(2500))
    return {
        "id": f"page-{number}",
        "text": "\n\n".join(sentence.format(**fill) for sentence in told),
        "outlet": rng.choice(OUTLETS),
        "published": day.isoformat(),
    }


def lines(first: int, size: int, sentences: int | None) -> Iterator[str]:
    """So many reports, a line each."""
    return (json.dumps(page(number, sentences)) + "\n" for number in range(first, first + size))


def measured(source: Path, crew: str, workers: int, weigh: bool, into: Path | None) -> str:
    """One line: what a run in a process of its own took."""
    with tempfile.TemporaryDirectory() as folder:
        script, record = Path(folder) / "child.py", into or Path(folder) / "r.db"
        script.write_text(CHILD, "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        words = [
            sys.executable,
            str(script),
            str(source),
            str(record),
            crew,
            str(workers),
            "weigh" if weigh else "read",
        ]
        began = time.perf_counter()
        done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
        took = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        size = sum(path.stat().st_size for path in record.parent.glob(f"{record.name}*")) / 1e6
    read, claims, reading, _ = done.stdout.split()[-4:]
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return (
        f"{crew:<5} x{workers} {int(read):>9,} reports {int(claims):>10,} claims {took:8.1f} s (reading {float(reading):.1f}) {cpu:8.1f} CPU s "
        f"{1000 * cpu / int(read):7.2f} ms each {int(read) / float(reading):7.1f} reports/s {after.ru_maxrss / 1024:6.0f} MB {size:8.1f} MB record"
    )


def main() -> None:
    """Measure every size with every crew."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", type=int, nargs="+")
    options.add_argument("--on", nargs="+", default=["here", "pool"])
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--no-weighing", action="store_true")
    options.add_argument("--sentences", type=int, choices=range(1, len(BODIES) + 2))
    options.add_argument("--into", type=Path)
    options.add_argument("--first", type=int, default=0)
    chosen = options.parse_args()
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "reports.jsonl"
            with source.open("w", encoding="utf-8") as file:
                file.writelines(lines(chosen.first, size, chosen.sentences))
            for crew in chosen.on:
                workers = 1 if crew == "here" else chosen.workers
                sys.stdout.write(measured(source, crew, workers, not chosen.no_weighing, chosen.into) + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
