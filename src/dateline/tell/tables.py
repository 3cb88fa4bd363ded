"""The contract's tables as files: `jsonl` keeps everything, `csv` the flat fields that a spreadsheet can hold."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dateline.record import Record
from dateline.rows import Row
from dateline.tell.sheet import safe
from dateline.times import Interval, resolve

__all__ = ["TABLES", "csv_tables", "jsonl_tables"]

TABLES: Final = ("reports", "mentions", "claims", "events", "contradictions", "agreements", "commitments", "unread")


def jsonl_tables(record: Record, out: Path) -> list[Path]:
    """Write one JSON Lines file a table into the folder `out`; the same record gives the same bytes."""
    out.mkdir(parents=True, exist_ok=True)
    return [_write(out / f"{table}.jsonl", map(_line, _rows(record, table))) for table in TABLES]


def csv_tables(record: Record, out: Path) -> list[Path]:
    """Write one CSV file a table into the folder `out`, for spreadsheets: UTF-8 with a byte order mark, no formulas.

    Lists and nested fields are told as JSON in their cell; texts of reports are left to `jsonl`.
    """
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for table in TABLES:
        rows = [
            {name: value for name, value in told.items() if name != "text" or table != "reports"}
            for told in _rows(record, table)
        ]
        names = list(dict.fromkeys(name for told in rows for name in told))
        path = out / f"{table}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows({name: _cell(value) for name, value in told.items()} for told in rows)
        written.append(path)
    return written


def _rows(record: Record, table: str) -> Iterator[Row]:
    return _dated(record) if table == "mentions" else record.rows(table)


def _dated(record: Record) -> Iterator[Row]:
    """Mentions, their times worked out again from the date that weighing found for their report."""
    published = {told["id"]: told["published"] for told in record.rows("reports")}
    for told in record.rows("mentions"):
        yield _anchored(told, published[told["report"]]) if told["kind"] == "time" and told["formula"] else told


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
