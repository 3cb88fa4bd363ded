"""The contract's tables as files: `jsonl` keeps everything, `csv` the flat fields that a spreadsheet can hold."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dateline.rows import Row
from dateline.tell.about import about
from dateline.tell.sheet import safe
from dateline.tell.view import View
from dateline.times import Interval, resolve

__all__ = ["TABLES", "csv_tables", "dated", "jsonl_tables"]

TABLES: Final = (
    "reports",
    "mentions",
    "claims",
    "events",
    "contradictions",
    "agreements",
    "commitments",
    "revisions",
    "unread",
)


def jsonl_tables(view: View, out: Path) -> list[Path]:
    """Write one JSON Lines file a table into the folder `out`; the same record gives the same bytes."""
    out.mkdir(parents=True, exist_ok=True)
    return [*(_write(out / f"{table}.jsonl", map(_line, dated(view, table))) for table in TABLES), _about(view, out)]


def csv_tables(view: View, out: Path) -> list[Path]:
    """Write one CSV file a table into the folder `out`, for spreadsheets: UTF-8 with a byte order mark, no formulas.

    Lists and nested fields are told as JSON in their cell; texts of reports are left to `jsonl`.
    """
    out.mkdir(parents=True, exist_ok=True)
    return [*(_sheet(view, table, out / f"{table}.csv") for table in TABLES), _about(view, out)]


def dated(view: View, table: str) -> Iterator[Row]:
    """The rows of a table; times of mentions worked out again from the date that weighing found for their report."""
    if table != "mentions":
        yield from view.rows(table)
        return
    published = {told["id"]: told["published"] for told in view.rows("reports")}
    for told in view.rows("mentions"):
        yield _anchored(told, published[told["report"]]) if told["kind"] == "time" and told["formula"] else told


def _sheet(view: View, table: str, path: Path) -> Path:
    """One table, read twice: once for the names of its columns, which rows of one table need not share."""
    left_out = {"text"} if table == "reports" else set()
    names = {name: None for told in view.rows(table) for name in told if name not in left_out}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(names), extrasaction="ignore")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in told.items()} for told in dated(view, table))
    return path


def _about(view: View, out: Path) -> Path:
    return _write(out / "about.json", [json.dumps(about(view), ensure_ascii=False, indent=1, sort_keys=True) + "\n"])


def _anchored(told: Row, published: Row) -> Row:
    if published["from"] is None:
        return told
    timex, when = resolve(told["formula"], Interval.parse(published["from"], published["to"]))
    start, end = when.iso() if when else (None, None)
    return {**told, "timex": timex, "from": start, "to": end}


def _line(told: Row) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n"


def _write(path: Path, lines: Iterable[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)
    return path


def _cell(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else safe(value)
