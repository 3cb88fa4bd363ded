"""Lists of events made elsewhere, ACLED's, UCDP's or anyone's own, as rows to compare with; what cannot be read is told by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.errors import Unreadable
from dateline.tables import load_table

__all__ = ["Listed", "Wrong", "read_list"]

SHAPES: Final = ("acled", "ucdp", "own")


@dataclass(frozen=True, slots=True)
class Listed:
    """An event of a list: first and last day, place, point, kind and number killed, as far as the list tells."""

    number: int
    id: str
    shape: str
    first: date
    last: date
    place: str
    lat: float | None
    lon: float | None
    kind: str
    sides: str
    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A row of a list that cannot be compared, and why; `number` is its line."""

    number: int
    error: str


def read_list(path: Path) -> Iterator[Listed | Wrong]:
    """The rows of a list in CSV, with commas, semicolons or tabs. Raises Unreadable where it has no column of days."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            rows = csv.DictReader(file, delimiter=max(",;\t", key=first.count))
            names = {name.strip().lower(): name for name in rows.fieldnames or () if name}
            shape = next(s for s in SHAPES if set(_shapes()[s]["known_by"]) <= names.keys())
            columns = _columns(shape, names)
            if "first" not in columns:
                raise Unreadable(
                    "columns", f"{path} has no column of days; one of {', '.join(_shapes()['own']['first'])} is needed"
                )
            for number, row in enumerate(rows, 2):
                yield _listed(number, shape, {field: _told(row, own) for field, own in columns.items()})
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable("malformed", f"{path}: {error}; save it as CSV in UTF-8") from error


def day(told: str) -> date | None:
    """The day that a cell tells, in ISO or one of the formats of the lists; None where it tells none.

    >>> day("05 January 2019"), day("2019-01-05 00:00:00.000"), day("soon")
    (datetime.date(2019, 1, 5), datetime.date(2019, 1, 5), None)
    """
    for form in ("%Y-%m-%d", *_shapes()["days"]):
        try:
            return datetime.strptime(told[:10] if form == "%Y-%m-%d" else told, form).date()
        except ValueError:
            continue
    return None


def _listed(number: int, shape: str, told: dict[str, str]) -> Listed | Wrong:
    first = day(told.get("first", ""))
    if first is None:
        return Wrong(number, f"{told.get('first')!r} is no day")
    try:
        lat, lon = (float(told[field]) if told.get(field) else None for field in ("lat", "lon"))
        counts = [int(float(told[field])) if told.get(field) else None for field in ("low", "best", "high")]
    except (ValueError, OverflowError) as error:
        return Wrong(number, f"{error}")
    if lat is None and not told.get("place"):
        return Wrong(number, "neither a place nor a point is told")
    last = day(told.get("last", "")) or first
    name = told.get("id") or f"row {number}"
    return Listed(
        number,
        name,
        shape,
        first,
        max(first, last),
        told.get("place", ""),
        lat,
        lon,
        told.get("kind", ""),
        told.get("sides", ""),
        *counts,
    )


def _columns(shape: str, names: dict[str, str]) -> dict[str, list[str]]:
    """Field → the columns of this list that tell it."""
    told = {
        field: [names[name] for name in own if name in names]
        for field, own in _shapes()[shape].items()
        if field != "known_by"
    }
    return {field: own for field, own in told.items() if own}


def _told(row: dict[str, Any], names: Sequence[str]) -> str:
    return next((str(row[name]).strip() for name in names if row.get(name)), "")


@cache
def _shapes() -> dict[str, Any]:
    return load_table("tell/lists.toml")
