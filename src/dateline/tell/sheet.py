"""Sheets: a format that is a table is a list of columns, each a name and how it is filled from one row of the record."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from dateline.rows import Row
from dateline.tell.about import about
from dateline.tell.foremost import gravest
from dateline.tell.view import View
from dateline.times import Interval

__all__ = ["Column", "Desk", "Kind", "Sheet", "cells", "day_after", "desk_of", "last_day", "safe", "write_sheet"]

DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""

NEAR: Final = 1024
"""Rows kept at hand: events lie by id, so what one needs is rarely what the next one needs."""

Kind = Literal["string", "integer", "number", "boolean", "date"]


class Desk:
    """What a column may look up beside its own row: reports and claims by id, contradictions by event.

    Rows are fetched when asked for, so a record of any size is told in the same memory.
    """

    def __init__(self, view: View) -> None:
        self._find = lru_cache(NEAR)(view.find)
        self._differences: dict[str, list[str]] = {}
        for told in view.rows("contradictions"):
            self._differences.setdefault(told["event"], []).append(told["id"])

    def row(self, subject: str) -> Row | None:
        """The row that has an id, or None."""
        found = self._find(subject)
        return None if found is None else found[1]

    def told_by(self, event: Row) -> list[Row]:
        """The claims of an event, or of a row of the ledger."""
        return self._rows(event["claims"])

    def reports_of(self, event: Row) -> list[Row]:
        """The reports that tell an event."""
        return self._rows(event["reports"])

    def differences(self, event: Row) -> list[Row]:
        """The contradictions of an event, the gravest first."""
        return gravest(self._rows(self._differences.get(event["id"], ())))

    def _rows(self, names: Iterable[str]) -> list[Row]:
        return [told for told in map(self.row, names) if told is not None]


Fill = Callable[[Row, Desk], object]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the target format, how it is filled, and what it means or why it stays empty."""

    name: str
    fill: Fill
    meaning: str
    tag: str = ""
    """Its HXL tag, where it has one."""
    kind: Kind = "string"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to write: its file, its columns, which rows it has, and what one row is."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[View, Desk], Iterator[Row]]
    meaning: str
    file: str
    tagged: bool = False
    """Whether a row of HXL tags stands under the headings."""
    delimiter: str = ","

    def write(self, view: View, out: Path) -> list[Path]:
        """Write the sheet, and beside it the data package that describes it; `out` is the file, or a folder for it."""
        path = out if out.suffix == Path(self.file).suffix else out / self.file
        return write_sheet(path, self, view)


def desk_of(view: View) -> Desk:
    """A desk over a view."""
    return Desk(view)


def write_sheet(path: Path, sheet: Sheet, view: View) -> list[Path]:
    """Write the rows of a sheet under its columns' names, and its description; gives both files."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=sheet.delimiter)
        writer.writerow(column.name for column in sheet.columns)
        if sheet.tagged:
            writer.writerow(column.tag for column in sheet.columns)
        writer.writerows([safe(cell) for cell in row] for row in cells(sheet, view))
    beside = path.with_name(f"{path.stem}.datapackage.json")
    beside.write_text(
        json.dumps(package(view, [resource(sheet, path.name)]), ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    return [path, beside]


def cells(sheet: Sheet, view: View) -> Iterator[list[object]]:
    """The cells of a sheet, row by row, as plain values."""
    desk = desk_of(view)
    for row in sheet.rows(view, desk):
        yield [column.fill(row, desk) for column in sheet.columns]


def package(view: View, resources: list[Row]) -> Row:
    """A Frictionless data package: the resources with every column's type and meaning, and what the export says of itself."""
    told = about(view)
    return {
        "profile": "tabular-data-package",
        "name": "dateline",
        "title": "Events of a conflict as reported, weighed by Dateline",
        "version": told["version"],
        "licenses": [{"name": "CC-BY-4.0", "title": told["licences"][0]}],
        "contributors": [{"title": "GeoNames", "path": "https://www.geonames.org", "role": "contributor"}],
        "dateline": told,
        "resources": resources,
    }


def resource(sheet: Sheet, file: str) -> Row:
    """One file of a data package."""
    fields = [{"name": c.name, "type": c.kind, "description": c.meaning} for c in sheet.columns]
    form = {"format": "parquet"} if file.endswith(".parquet") else _dialect(sheet)
    return {
        "name": sheet.name,
        "path": file,
        "profile": "tabular-data-resource",
        "description": sheet.meaning,
        **form,
        "schema": {"fields": fields},
    }


def _dialect(sheet: Sheet) -> Row:
    tagged = {"commentRows": [2]} if sheet.tagged else {}
    return {
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"header": True, "delimiter": sheet.delimiter, **tagged},
    }


def last_day(time: Row) -> date:
    """The last day that an interval touches.

    >>> last_day({"from": "2020-06-05", "to": "2020-06-08"}), last_day({"from": "2020-06-05T05:00", "to": "2020-06-05T12:00"})
    (datetime.date(2020, 6, 7), datetime.date(2020, 6, 5))
    """
    return Interval.parse(time["from"], time["to"]).last


def day_after(time: Row | None) -> str | None:
    """The first day that lies wholly behind an interval; None where there is none.

    >>> day_after({"from": "2020-06-05T05:00", "to": "2020-06-05T12:00"})
    '2020-06-06'
    """
    return (last_day(time) + timedelta(1)).isoformat() if time else None


def safe(value: object) -> str:
    """A cell that no spreadsheet takes for a formula; nothing is an empty cell.

    >>> safe("=1+1"), safe(-3), safe(None), safe(True)
    ("'=1+1", '-3', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.10g}"
    told = str(value)
    return f"'{told}" if told.startswith(DANGEROUS) and not isinstance(value, int) else told
