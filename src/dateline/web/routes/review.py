"""The queue of what to decide, and all that was decided."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from dateline.web.answers import MOST_ROWS, as_csv
from dateline.web.history import history
from dateline.web.review import STATES, queue
from dateline.web.shapes import rows, table
from dateline.web.site import Site

__all__ = ["add"]

HISTORY: Final = 500
COLUMNS: Final = (
    "number", "subject", "verdict", "by", "at", "note", "field", "value", "other", "start", "end", "words", "weighed",
)  # fmt: skip

State = Annotated[str, Query(description="What was decided on the events so far.", json_schema_extra={"enum": list(STATES)})]  # fmt: skip


def add(app: FastAPI, site: Site) -> None:
    """The page of the queue, the page of the decisions, and the rows of both."""
    reader = site.reader

    @app.get("/review", response_class=HTMLResponse, include_in_schema=False)
    def review_page(request: Request, state: str = "open") -> Response:
        return site.show(request, "review.html.j2", states=STATES, **queue(reader, state, site.name(request)))

    @app.get("/review.json", summary="What to decide next, and why it stands there", responses=rows("Queue"))
    def review_json(request: Request, state: State = "open") -> JSONResponse:
        told = queue(reader, state, site.name(request))
        items = [{name: item[name] for name in ("event", "weight", "why", "seen")} for item in told["items"]]
        return JSONResponse({**told, "items": items})

    @app.get("/history", response_class=HTMLResponse, include_in_schema=False)
    def history_page(request: Request) -> Response:
        return site.show(request, "history.html.j2", history=history(reader, HISTORY))

    @app.get("/history.json", summary="Every decision, the latest first", responses=rows("Decisions"))
    def history_json() -> JSONResponse:
        return JSONResponse(history(reader, MOST_ROWS))

    @app.get("/history.csv", summary="Every decision, the latest first", responses=table())
    def history_csv() -> Response:
        told = history(reader, MOST_ROWS)
        return as_csv("history", COLUMNS, ([one.get(name) for name in COLUMNS] for one in told))
