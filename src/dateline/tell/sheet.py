"""Sheets: a format that is a table is a list of columns, each a name and how it is filled from one row of the record."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.record import Record
from dateline.rows import Row

__all__ = ["Column", "Desk", "desk_of", "safe", "write_sheet"]

DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a column may look up beside its own row: reports and claims by id, contradictions by event."""

    reports: dict[str, Row]
    claims: dict[str, Row]
    contradictions: dict[str, list[Row]]

    def told_by(self, event: Row) -> list[Row]:
        """The claims of an event."""
        return [self.claims[name] for name in event["claims"] if name in self.claims]

    def reports_of(self, event: Row) -> list[Row]:
        """The reports that tell an event."""
        return [self.reports[name] for name in event["reports"] if name in self.reports]


Fill = Callable[[Row, Desk], object]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the target format, how it is filled, and what it means or why it stays empty."""

    name: str
    fill: Fill
    meaning: str
    tag: str = ""
    """Its HXL tag, where it has one."""


def desk_of(record: Record) -> Desk:
    """Everything a column may look up. Texts of reports are left behind: they are the bulk, and no sheet holds them."""
    contradictions: dict[str, list[Row]] = {}
    for told in record.rows("contradictions"):
        contradictions.setdefault(told["event"], []).append(told)
    reports = {told["id"]: {**told, "text": None} for told in record.rows("reports")}
    return Desk(reports, {told["id"]: told for told in record.rows("claims")}, contradictions)


def write_sheet(
    path: Path, columns: Iterable[Column], rows: Iterable[Row], desk: Desk, *, tags: bool = False
) -> list[Path]:
    """Write rows as CSV under the columns' names, with a row of HXL tags below them where asked; gives the one file."""
    told = tuple(columns)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.name for column in told)
        if tags:
            writer.writerow(column.tag for column in told)
        writer.writerows(_cells(told, rows, desk))
    return [path]


def safe(value: object) -> str:
    """A cell that no spreadsheet takes for a formula; nothing is an empty cell.

    >>> safe("=1+1"), safe(-3), safe(None)
    ("'=1+1", '-3', '')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}"
    told = str(value)
    return f"'{told}" if told.startswith(DANGEROUS) and not isinstance(value, int) else told


def _cells(columns: tuple[Column, ...], rows: Iterable[Row], desk: Desk) -> Iterator[list[str]]:
    for row in rows:
        yield [safe(column.fill(row, desk)) for column in columns]
