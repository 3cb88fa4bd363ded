"""Decisions that come back from a spreadsheet: each row checked before any is kept, so that a preview tells all that would happen.

`dateline tell review` writes the sheet: fill in a verdict where there is one, leave the others empty.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast, get_args

from dateline.errors import Misjudged, Unreadable
from dateline.model import Judgement, Verdict
from dateline.record import made_sense
from dateline.rows import Row
from dateline.tell.foremost import foremost
from dateline.tell.parts import part
from dateline.tell.sheet import DANGEROUS, Column, Desk, Sheet
from dateline.tell.view import View

__all__ = ["JUDGEMENTS", "REVIEW", "Returned", "returned"]

FIELDS: Final = ("verdict", "other", "field", "value", "note", "by", "at")


@dataclass(frozen=True, slots=True)
class Returned:
    """One row that came back: the decision it tells, or why it tells none; `number` is its line in the sheet."""

    number: int
    subject: str
    judgement: Judgement | None
    error: str | None
    title: str = ""


def returned(view: View, path: Path, by: str, at: str) -> Iterator[Returned]:
    """The decisions of a CSV or Excel sheet; rows without a verdict are passed over, ones the record has already too.

    `by` and `at` stand in where a row does not say who decided, and when. Raises Unreadable where the sheet lacks the
    columns `subject` and `verdict`, or is neither CSV nor Excel.
    """
    known = {_key(told) for told in view.rows("judgements")}
    for number, told in enumerate(_rows(path), 2):
        if not told.get("verdict"):
            continue
        one = _read(view, number, told, by, at)
        if one.judgement is None or _key(_fields(one.judgement)) not in known:
            yield one


def _read(view: View, number: int, told: dict[str, str], by: str, at: str) -> Returned:
    subject, verdict = told.get("subject", ""), told["verdict"].lower()
    found = view.find(subject)
    title = "" if found is None else str(found[1].get("title") or found[1].get("name") or found[1].get("text", ""))[:80]
    note, field, value, other = (told.get(name) or None for name in ("note", "field", "value", "other"))
    made = Judgement(
        subject, cast(Verdict, verdict), told.get("by") or by, told.get("at") or at, note, field, value, other
    )
    try:
        return Returned(number, subject, made_sense(view.find, made), None, title)
    except Misjudged as error:
        return Returned(number, subject, None, str(error), title)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a sheet by column, without what a spreadsheet was guarded by."""
    rows = _excel(path) if path.suffix.lower() == ".xlsx" else _csv(path)
    names = [name.strip().lower() for name in next(rows, [])]
    if not {"subject", "verdict"} <= set(names):
        raise Unreadable(
            "columns", f"{path} needs the columns subject and verdict; `dateline tell review` writes such a sheet"
        )
    for row in rows:
        yield {name: _bare(cell.strip()) for name, cell in zip(names, row, strict=False)}


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(DANGEROUS) else cell


def _csv(path: Path) -> Iterator[list[str]]:
    """CSV with commas or, as spreadsheets write it in many countries, semicolons or tabs."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            mark = max(",;\t", key=first.count)
            yield from csv.reader(file, delimiter=mark)
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable("malformed", f"{path}: {error}; save it as CSV in UTF-8") from error


def _excel(path: Path) -> Iterator[list[str]]:
    book = part("openpyxl", "reading Excel").load_workbook(path, read_only=True, data_only=True)
    for row in book.worksheets[0].iter_rows(values_only=True):
        yield ["" if cell is None else str(cell) for cell in row]
    book.close()


def _fields(judgement: Judgement) -> Row:
    return {name: getattr(judgement, name) for name in ("subject", *FIELDS)}


def _key(told: Row) -> tuple[object, ...]:
    return tuple(told[name] or None for name in ("subject", *FIELDS) if name != "at")


def _blank(names: Iterable[str]) -> list[Column]:
    meanings = {
        "verdict": f"to be filled in: {', '.join(get_args(Verdict))}",
        "other": "the second id, for same, different and merge",
        "field": "for correct: the field",
        "value": "for correct: what it should say",
        "note": "why",
        "by": "who decides",
        "at": "when; empty for the time of the import",
    }
    return [Column(name, lambda e, d: None, meanings[name]) for name in names]


def _decided(name: str) -> Column:
    return Column(name, lambda j, d: j[name], f"{name} of the decision")


def _words(event: Row, desk: Desk) -> str:
    return " | ".join(" ".join(claim["text"].split()) for claim in foremost(event, desk.told_by(event)))


REVIEW: Final = Sheet(
    "review",
    (
        Column("subject", lambda e, d: e["id"], "id of the event"),
        Column("title", lambda e, d: e["title"], "its title"),
        Column("day", lambda e, d: e["time"] and e["time"]["from"][:10], "its first day", "", "date"),
        Column("grade", lambda e, d: e["grade"], "how far it is vouched for"),
        Column("voices", lambda e, d: len(e["voices"]), "independent voices", "", "integer"),
        *_blank(FIELDS),
        Column("words", _words, "the words of its claims, those that tell it best first"),
    ),
    lambda view, desk: view.rows("events"),
    "Events to review: fill in verdicts and bring the sheet back with `dateline import`",
    "review.csv",
)

JUDGEMENTS: Final = Sheet(
    "judgements",
    tuple(map(_decided, ("subject", *FIELDS))),
    lambda view, desk: view.rows("judgements"),
    "Every decision of a person, in order",
    "judgements.csv",
)
