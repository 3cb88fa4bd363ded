"""iCalendar (RFC 5545): deadlines and the ends of agreements as entries of a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import dateline
from dateline.rows import Row
from dateline.tell.about import about, in_lines
from dateline.tell.cited import parties
from dateline.tell.explain import source
from dateline.tell.sheet import Desk, desk_of
from dateline.tell.view import View
from dateline.times import day_of

__all__ = ["ical"]

WIDEST: Final = 75
"""Octets of a line before it is folded."""

STATUS: Final = {"met": "CONFIRMED", "missed": "CANCELLED", "superseded": "CANCELLED"}


def ical(view: View, out: Path) -> list[Path]:
    """Write the commitments that are due at some time and the agreed ends of agreements; `out` is the file, or a folder that gets `deadlines.ics`."""
    path = out if out.suffix == ".ics" else out / "deadlines.ics"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(folded(line) + "\r\n" for line in _calendar(view))
    return [path]


def folded(line: str) -> str:
    """A content line, broken where it is longer than 75 octets, never inside a character.

    >>> folded("SUMMARY:" + "é" * 40).split("\\r\\n ")[1]
    'ééééééé'
    """
    pieces, piece, size = [], "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > WIDEST:
            pieces.append(piece)
            piece, size = "", 1
        piece, size = piece + sign, size + width
    return "\r\n ".join([*pieces, piece])


def _calendar(view: View) -> Iterator[str]:
    told, desk = about(view), desk_of(view)
    stamp = _stamp(told["reports_until"])
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Dateline//{dateline.__version__}//EN")
    yield from ("X-WR-CALNAME:Deadlines, as reported", f"X-WR-CALDESC:{_text(' '.join(in_lines(told)))}")
    for commitment in view.rows("commitments"):
        if commitment["due"]:
            title = (
                f"{commitment['kind'].capitalize()}: {parties(commitment['who']) or 'somebody'}: {commitment['what']}"
            )
            status = STATUS.get(commitment["outcome"], "TENTATIVE")
            yield from _entry(
                commitment, commitment["due"], title, status, [f"Outcome: {commitment['outcome']}"], desk, stamp
            )
    for agreement in view.rows("agreements"):
        if agreement["until"]:
            bound = [f"Bound: {parties(agreement['parties'])}"]
            yield from _entry(
                agreement, agreement["until"], f"Ends: {agreement['name']}", "TENTATIVE", bound, desk, stamp
            )
    yield "END:VCALENDAR"


def _entry(row: Row, due: str, title: str, status: str, lines: list[str], desk: Desk, stamp: str) -> Iterator[str]:
    claims = desk.told_by(row)
    words = [f"{_source(claim, desk)}: {' '.join(claim['text'].split())} [{claim['id']}]" for claim in claims]
    yield from ("BEGIN:VEVENT", f"UID:{row['id']}@dateline", f"DTSTAMP:{stamp}", *_when(due))
    yield f"SUMMARY:{_text(' '.join(title.split()))}"
    yield from (
        f"DESCRIPTION:{_text(chr(10).join([*lines, *words]))}",
        f"STATUS:{status}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _source(claim: Row, desk: Desk) -> str:
    report = desk.row(claim["report"])
    return source(report) if report else claim["report"]


def _when(due: str) -> Iterator[str]:
    """A day as a whole day; an instant with an offset as UTC; one without as the clock of its place."""
    if "T" not in due:
        day = day_of(due.split("/")[-1])
        yield from (f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(1):%Y%m%d}")
        return
    told = datetime.fromisoformat(due.split("/")[-1])
    yield f"DTSTART:{told.astimezone(UTC):%Y%m%dT%H%M%SZ}" if told.tzinfo else f"DTSTART:{told:%Y%m%dT%H%M%S}"


def _stamp(day: str | None) -> str:
    return f"{day_of(day or '1970-01-01'):%Y%m%d}T000000Z"


def _text(told: str) -> str:
    r"""A value with what iCalendar gives a meaning to escaped.

    >>> _text("by 5 p.m., or; else")
    'by 5 p.m.\\, or\\; else'
    """
    plain = "".join(sign for sign in told if sign >= " " or sign == "\n")
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
