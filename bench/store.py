"""How long a store takes to take in, replace, read, check and copy a record of many made-up claims.

    python bench/store.py [--claims 100000] WHERE…

WHERE is a file that is not there yet, or the address of an empty PostgreSQL database. The record is made from a seed.
Times are this process's own, without the server's, and then the
wall's; memory is the most this process held.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from dateline.model import Judgement
from dateline.record import Record, Where, back_up, bring_back, named, place

Row = dict[str, Any]

TOWNS: Final = 400
CLAIMS_A_REPORT: Final = 5
CLAIMS_AN_EVENT: Final = 2
WORDS: Final = (
    "market bridge convoy hospital school checkpoint drone mortar road village truce elders depot river".split()
)
DECISIONS: Final = 200


def say(line: str) -> None:
    """A line of the result."""
    sys.stdout.write(line + "\n")


def report(n: int, dice: random.Random) -> Row:
    """A report of some 300 words."""
    day = f"2021-{1 + n % 12:02}-{1 + n % 28:02}"
    text = " ".join(dice.choice(WORDS) for _ in range(300))
    return {
        "id": f"report:{n:08x}", "key": f"{n}.txt", "sha256": f"{n:064x}", "title": f"Report {n}", "outlet": f"Paper {n % 30}", "text": text,
        "wire": None, "url": None, "language": "en", "published": {"from": day, "to": None, "basis": "given"}, "story": None, "copy_of": None,
        "parts": [{"start": 0, "end": len(text), "part": "body"}], "notes": [],
    }  # fmt: skip


def claim(n: int, dice: random.Random) -> Row:
    """A claim with all its fields."""
    town, start = dice.randrange(TOWNS), dice.randrange(900)
    where = {"start": 0, "end": 0, "text": "", "name": f"Town {town}", "id": None, "country": "SY", "admin1": None, "lat": 33 + town % 20 / 4, "lon": 35 + town % 28 / 4, "radius_km": 2.0, "precision": "exact", "metonym": False}  # fmt: skip
    day = f"2021-{1 + n % 12:02}-{1 + n % 28:02}"
    return {
        "id": f"claim:{n:08x}", "report": f"report:{n // CLAIMS_A_REPORT:08x}", "start": start, "end": start + 120, "text": " ".join(dice.choice(WORDS) for _ in range(18)),
        "type": dice.choice(("airstrike", "shelling", "clash")), "trigger": {"start": start, "end": start + 4}, "by": [{"name": f"Army {n % 30}", "text": "army"}], "to": [],
        "place": where, "time": {"from": day, "to": None, "start": 0, "end": 0, "text": "", "type": "DATE", "timex": day}, "figures": [], "speaker": [{"name": f"Office {n % 40}", "text": ""}],
        "via": None, "stance": "asserts", "modality": "actual", "background": False, "deadline": None, "codes": {}, "confidence": 0.7, "because": ["the verb names it"],
    }  # fmt: skip


def event(n: int, held: list[Row]) -> Row:
    """An event that some claims tell."""
    first = held[0]
    return {
        "id": f"event:{n:08x}", "type": first["type"], "title": f"{first['type'].capitalize()}, {first['place']['name']}", "claims": [c["id"] for c in held],
        "reports": sorted({c["report"] for c in held}), "outlets": ["Gulf Ledger"], "voices": sorted({c["speaker"][0]["name"] for c in held}), "place": first["place"],
        "time": {"from": first["time"]["from"], "to": None}, "figures": [], "by": [{"name": first["by"][0]["name"], "id": None, "claims": [], "denied_by": []}], "to": [],
        "grade": "single_voice", "codes": {}, "first_seen": first["time"]["from"], "background": False, "because": [],
    }  # fmt: skip


def mention(one: Row) -> Row:
    """A mention of a claim's place."""
    return {
        "report": one["report"],
        "start": one["start"],
        "end": one["start"] + 7,
        "kind": "place",
        "text": "village",
        "place": one["place"],
    }


def measured(where: Where, claims: int) -> None:
    """Fill a record, and time all that is done with it."""
    dice = random.Random(7)
    reports = [report(n, dice) for n in range(claims // CLAIMS_A_REPORT)]
    found = [claim(n, dice) for n in range(claims)]
    events = [event(n, found[at : at + CLAIMS_AN_EVENT]) for n, at in enumerate(range(0, claims, CLAIMS_AN_EVENT))]
    derived: dict[str, list[Row]] = {
        "reports": reports,
        "claims": found,
        "events": events,
        "contradictions": [],
        "agreements": [],
        "commitments": [],
    }

    def batches() -> Iterator[list[tuple[Row, list[Row], list[Row]]]]:
        for first in range(0, len(reports), 64):
            told = (
                found[n * CLAIMS_A_REPORT : (n + 1) * CLAIMS_A_REPORT]
                for n in range(first, min(first + 64, len(reports)))
            )
            yield [
                (one, [mention(c) for c in said], said)
                for one, said in zip(reports[first : first + 64], told, strict=True)
            ]

    say(f"\n{named(where)}: {claims:,} claims, {len(reports):,} reports, {len(events):,} events")
    with Record.open(where) as record, tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        timed("read: kept, 64 reports a transaction", lambda: [record.keep(batch) for batch in batches()])
        timed("weigh: derived and catalogued", lambda: record.derive(derived))  # type: ignore[arg-type]  # lists are iterables
        timed("weigh again: replaced whole", lambda: record.derive(derived))  # type: ignore[arg-type]
        timed("every claim read back", lambda: sum(1 for _ in record.rows("claims")))
        timed("every claim read back as a noun", lambda: sum(1 for _ in record.claims()))
        timed("1,000 things found by id", lambda: [record.find(found[n * 7 % claims]["id"]) for n in range(1000)])
        timed(
            "100 searches for words", lambda: [record.store.cards_holding(f"bridge {word} conv") for word in WORDS * 7]
        )
        timed(f"{DECISIONS} decisions, each on the disk", lambda: [record.judge(Judgement(f"event:{n:08x}", "accept", "ana", f"2022-01-01T00:00:{n:06}")) for n in range(DECISIONS)])  # fmt: skip
        timed("check: every row against its digest", record.check)
        timed("backup, checked", lambda: back_up(where, copy))
        timed("backup brought back into a file", lambda: bring_back(copy, Path(folder) / "again.db"))
    say(
        f"  most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB, most of it the made-up rows"
    )


def timed(what: str, act: Callable[[], object]) -> None:
    """Do it, and tell how long it took: of this process's time, and by the wall."""
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    say(f"  {what:<40} {time.process_time() - cpu:8.2f} s {time.perf_counter() - wall:8.2f} s")


def main() -> None:
    """Measure each store named."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("where", nargs="+")
    words.add_argument("--claims", type=int, default=100_000)
    told = words.parse_args()
    for where in told.where:
        measured(place(where), told.claims)


if __name__ == "__main__":
    main()
