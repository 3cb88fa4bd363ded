"""What changed: since a day, and by the last weighings."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from dateline.web.answers import Day, day_asked
from dateline.web.changes import changes_content, weighings
from dateline.web.shapes import rows
from dateline.web.site import Site

__all__ = ["add"]


def add(app: FastAPI, site: Site) -> None:
    """The page of what changed and its rows."""

    @app.get("/changes.json", summary="What the last weighings changed, the latest first", responses=rows("ChangeList"))
    def changes_json() -> JSONResponse:
        return JSONResponse({"weighings": weighings(site.reader)})

    @app.get("/changes", response_class=HTMLResponse, include_in_schema=False)
    def changes_page(request: Request, since: Day = "") -> Response:
        return site.show(request, "changes.html.j2", **changes_content(site.reader, day_asked(since)))
