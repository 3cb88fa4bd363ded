"""Agreements known beforehand, from a CSV that a person keeps: name, date, parties; and where told id, place, until."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from dateline.errors import Unreadable
from dateline.model import Reference
from dateline.times import Interval

__all__ = ["load_references", "references"]

COLUMNS: Final = {
    "agreement": "name", "title": "name", "agt": "name", "signed": "date", "agreed": "date", "start": "date", "from": "date", "dat": "date",
    "party": "parties", "sides": "parties", "signatories": "parties", "country": "place", "location": "place", "con": "place",
    "end": "until", "to": "until", "agtid": "id",
}  # fmt: skip
"""Another name of a column, and the field it fills where the table has no column of the field's own name."""
NEEDED: Final = ("name", "date", "parties")
MOST_TOLD: Final = 10
"""Bad rows told in one message."""
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def load_references(path: Path) -> tuple[Reference, ...]:
    """The agreements of a file. Raises Unreadable, naming every bad line and what would be right."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("malformed", f"{path} is not UTF-8 text; save it as CSV in UTF-8") from error
    return references(text, str(path))


def references(text: str, name: str) -> tuple[Reference, ...]:
    """The agreements of a CSV text; parties are set apart by a semicolon. `name` is what to call it in a message.

    Raises Unreadable, naming every bad line and what would be right.

    >>> references("name,date,parties\\nArta accords,2021-05,Yemen; Houthis\\n", "known.csv")[0].parties
    ('Yemen', 'Houthis')
    """
    found: list[Reference] = []
    wrong: list[str] = []
    lines: dict[str, int] = {}
    for line, row in _rows(text, name):
        what = _wrong(row)
        label = row.get("id") or row.get("name") or ""
        if what is None and label in lines:
            what = f"{label!r} stands in line {lines[label]} already; give each agreement an id of its own"
        if what is None:
            lines[label] = line
            found.append(_reference(row))
        else:
            wrong.append(f"{name}:{line}: {what}")
    if wrong:
        more = f"\nand {len(wrong) - MOST_TOLD} more" if len(wrong) > MOST_TOLD else ""
        raise Unreadable("malformed", "\n".join(wrong[:MOST_TOLD]) + more)
    return tuple(found)


def _rows(text: str, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Every row that is not blank as field → value, with the line it ends on."""
    first = text.removeprefix("\ufeff").split("\n", 1)[0]
    mark = max(",\t;|", key=lambda told: (first.count(told), -",\t;|".index(told)))
    cells = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=mark)
    plain = [cell.strip().lower() for cell in next(cells, [])]
    fields = [COLUMNS.get(cell, cell) if COLUMNS.get(cell) not in plain else cell for cell in plain]
    lacking = [need for need in NEEDED if need not in fields]
    if lacking:
        raise Unreadable(
            "malformed",
            f"{name}:1: the first line needs the columns name, date and parties; it lacks {', '.join(lacking)}",
        )
    for row in cells:
        if any(cell.strip() for cell in row):
            yield cells.line_num, {field: cell.strip() for field, cell in zip(fields, row, strict=False)}


def _wrong(row: Mapping[str, str]) -> str | None:
    """What is wrong with a row and what would be right, or None."""
    for need in NEEDED:
        if not row.get(need, "").strip(" ;|"):
            return f"the {need} is empty; each row needs name, date and parties"
    for field in ("date", "until"):
        told = row.get(field)
        if told and not _is_date(told):
            return f"the {field} {told!r} is no date; write a day as 2020-03-05, a month as 2020-03 or a year as 2020"
    until = row.get("until")
    if until and Interval.parse(until, None).end <= Interval.parse(row["date"], None).start:
        return f"it ends on {until}, before its date {row['date']}; until is the last day it holds"
    return None


def _is_date(told: str) -> bool:
    if not _DATE.fullmatch(told):
        return False
    try:
        Interval.parse(told, None)
    except (ValueError, OverflowError):
        return False
    return True


def _reference(row: Mapping[str, str]) -> Reference:
    parties = (party.strip() for party in re.split(r"[;|]", row["parties"]))
    return Reference(
        name=row["name"],
        date=row["date"],
        parties=tuple(party for party in parties if party),
        id=row.get("id") or None,
        place=row.get("place") or None,
        until=row.get("until") or None,
    )
