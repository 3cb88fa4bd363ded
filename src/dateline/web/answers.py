"""What routes answer with besides pages: tables as CSV, an address to go on to, and the words of the interface's parameters."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Annotated, Final

from fastapi import Form, Path, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import JsonValue

from dateline.tell.sheet import safe
from dateline.web.asked import Asked

__all__ = ["DAY", "MOST_ROWS", "Back", "Day", "Id", "Token", "as_csv", "day_asked", "own", "wants_rows"]

MOST_ROWS: Final = 200_000
BUFFER: Final = 60_000

DAY: Final[dict[str, JsonValue]] = {"anyOf": [{"format": "date"}, {"maxLength": 0}]}
"""What a day of an address looks like; forms send an empty one where none was chosen."""

Day = Annotated[str, Query(description="A day, as 2020-01-31.", json_schema_extra=DAY)]
Id = Annotated[str, Path(description="An id, as the rows of the record have it.", max_length=200)]
Back = Annotated[str, Form(max_length=2000, description="The page to go on to.")]
Token = Annotated[str, Form(min_length=1, max_length=200, description="The token of a form of ours.")]


def as_csv(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A table as CSV that a spreadsheet opens well and takes no formula from, sent as it is made."""

    def lines() -> Iterator[str]:
        held = io.StringIO()
        writer = csv.writer(held)
        yield "\ufeff"
        writer.writerow(columns)
        for row in rows:
            writer.writerow([safe(cell) for cell in row])
            if held.tell() > BUFFER:
                yield held.getvalue()
                held.seek(0)
                held.truncate()
        yield held.getvalue()

    headers = {"content-disposition": f'attachment; filename="dateline-{name}.csv"'}
    return StreamingResponse(lines(), media_type="text/csv; charset=utf-8", headers=headers)


def own(back: str) -> str:
    """An address of ours; anything else leads home.

    >>> own("/review?state=open"), own("//elsewhere.example/")
    ('/review?state=open', '/')
    """
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable() else "/"


def day_asked(told: str) -> date | None:
    """A day of an address; None where none is asked. Raises Misasked where it is none."""
    return Asked.of([("from", told)]).since


def wants_rows(request: Request) -> bool:
    """Whether a program asks, which wants rows and no page."""
    return "application/json" in request.headers.get("accept", "")
