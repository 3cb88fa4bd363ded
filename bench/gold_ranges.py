"""The UCDP-shaped sheet against coded ranges: deaths told for each coded event, and deaths that its coders wrote down.

    python bench/gold_ranges.py GOLD SCORE

GOLD holds one folder an episode with gold.json, SCORE the scorers that turn coded claims into the contract's shape. The
coded claims of each episode are weighed and told as `ucdp`; a coded event with deaths is laid beside the row that holds
most of its claims. Its own range is the lowest and the highest whole count of killed in its claims. Prints a line an event.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dateline.record import Record
from dateline.rows import Row
from dateline.run import take_given, weigh_record
from dateline.tell import FORMATS


def main() -> None:
    """Compare every episode, and print how many ranges overlap and how many best figures lie within the coded range."""
    gold, score = Path(sys.argv[1]), Path(sys.argv[2])
    told = coded = overlaps = within = 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "gold_as_claims.py", str(gold.resolve()), folder], cwd=score, check=True)
        for path in sorted(gold.glob("*/gold.json")):
            episode = path.parent.name
            rows = dict(_told(Path(folder) / episode))
            for name, low, high, claims in _coded(json.loads(path.read_text("utf-8"))):
                coded += 1
                row = max(rows.values(), key=lambda r: (len(r["claims"] & claims), r["id"]), default=None)
                if row is None or not row["claims"] & claims:
                    sys.stdout.write(f"{episode} {name:<5} coded {low:g} to {high or 'open'}: no row\n")
                    continue
                told += 1
                overlaps += row["low"] <= (high or row["low"]) and low <= (row["high"] or low)
                within += low <= row["best"] <= (high or row["best"])
                sys.stdout.write(
                    f"{episode} {name:<5} coded {low:g} to {high or 'open'}: low {row['low']:g} best {row['best']:g} high {row['high']:g}\n"
                )
    sys.stdout.write(
        f"{coded} coded events with deaths, {told} told; ranges overlap {overlaps}, best within {within}\n"
    )


def _told(folder: Path) -> Iterator[tuple[str, Row]]:
    """The rows of the sheet with the claims they rest on."""
    with Record.open(":memory:") as record:
        take_given(record, folder)
        weigh_record(record)
        claims = {event["id"]: set(event["claims"]) for event in record.rows("events")}
        (path, *_) = FORMATS["ucdp"](record, folder)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            event = next(name for name in claims if name in row.values())
            bounds = {name: float(row[name]) for name in ("low", "best", "high")}
            yield event, {"id": event, "claims": claims[event], **bounds}


def _coded(gold: Row) -> Iterator[tuple[str, float, float | None, set[str]]]:
    """Each coded event with whole counts of killed: its name, lowest, highest (None where one is open above) and claims."""
    claims = {claim["id"]: claim for article in gold["articles"] for claim in article["claims"]}
    for event in gold["events"]:
        names = {name for told in event["claims"].values() for name in told}
        counts = [
            figure
            for name in names
            for figure in claims[name]["figures"]
            if figure["measure"] == "killed" and figure["subgroup"] is None
        ]
        lows = [figure["value_low"] or figure["value_high"] for figure in counts]
        highs = [figure["value_high"] for figure in counts]
        if lows:
            yield event["id"], min(lows), None if None in highs else max(highs), names


if __name__ == "__main__":
    main()
