"""An event and its claims, side by side by outlet."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from dateline.web.answers import Id, as_csv
from dateline.web.decisions import CLAIM_FIELDS, EVENT_FIELDS
from dateline.web.event import CLAIM_COLUMNS, claim_cells, event_content
from dateline.web.shapes import rows, table
from dateline.web.site import Site

__all__ = ["add"]

KEPT = ("event", "claims", "differences", "history", "state")
"""What of the page's content the rows tell."""


def add(app: FastAPI, site: Site) -> None:
    """The page of an event, its rows, and the way from a claim to its words."""
    reader = site.reader

    @app.get("/event/{subject}.json", summary="An event with its claims, contradictions and decisions", responses=rows("EventTold"))  # fmt: skip
    def event_json(subject: Id) -> JSONResponse:
        told = event_content(reader, site.row(subject, "events"))
        return JSONResponse({name: told[name] for name in KEPT})

    @app.get("/event/{subject}.csv", summary="An event's claims, one row a claim", responses=table())
    def event_csv(subject: Id) -> Response:
        told = event_content(reader, site.row(subject, "events"))
        cells = (claim_cells(claim, told["reports"][claim["report"]]) for claim in told["claims"].values())
        return as_csv("claims", CLAIM_COLUMNS, cells)

    @app.get("/event/{subject}", response_class=HTMLResponse, include_in_schema=False)
    def event_page(request: Request, subject: str) -> Response:
        content = event_content(reader, site.row(subject, "events"))
        return site.show(request, "event.html.j2", fields=CLAIM_FIELDS, event_fields=EVENT_FIELDS, **content)

    @app.get("/claim/{subject}", include_in_schema=False)
    def claim_page(subject: str) -> Response:
        claim = site.row(subject, "claims")
        return RedirectResponse(f"/report/{claim['report']}?at={claim['start']}-{claim['end']}#asked", 303)
