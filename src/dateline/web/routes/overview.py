"""The overview: what matches a question, as a page, as rows and as places on a map."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from dateline.web.answers import DAY, MOST_ROWS, Day, as_csv
from dateline.web.asked import AREA, MOST_EACH, MOST_WORDS, SORTS, Asked
from dateline.web.overview import COLUMNS, flat, matching_rows, overview, places
from dateline.web.shapes import rows, table
from dateline.web.site import Site

__all__ = ["add"]

LAST_PAGE: Final = 1_000_000

Words = Annotated[str, Query(description="Words that the event's claims, title or names hold; quoted words stand together.", max_length=MOST_WORDS)]  # fmt: skip
Picked = Annotated[tuple[Annotated[str, Query(max_length=400)], ...], Query(description="Take only events with one of these values.", max_length=MOST_EACH)]  # fmt: skip
Kind = Annotated[tuple[Annotated[str, Query(max_length=400)], ...], Query(alias="type", description="Take only events of one of these types.", max_length=MOST_EACH)]  # fmt: skip
Since = Annotated[str, Query(alias="from", description="Events that last to this day or later.", json_schema_extra=DAY)]  # fmt: skip
Area = Annotated[str, Query(description="west,south,east,north in degrees", json_schema_extra={"pattern": f"^({AREA})?$"})]  # fmt: skip
Sort = Annotated[str, Query(description="Which come first.", json_schema_extra={"enum": ["", *SORTS]})]
Page = Annotated[int, Query(description="Pages of 50 events, from 1.", ge=1, le=LAST_PAGE)]


def add(app: FastAPI, site: Site) -> None:
    """The page, `events.json`, `events.csv` and `places.json`."""
    reader = site.reader

    @app.get("/", response_class=HTMLResponse, include_in_schema=False)
    def overview_page(request: Request) -> Response:
        return site.show(request, "overview.html.j2", **overview(reader, _asked(request)))

    @app.get("/events.json", summary="Events that match a question, a page of them", responses=rows("EventList"))
    def events_json(
        request: Request, q: Words = "", since: Since = "", to: Day = "", changed: Day = "", area: Area = "", grade: Picked = (),
        kind: Kind = (), place: Picked = (), actor: Picked = (), speaker: Picked = (), outlet: Picked = (),
        agreement: Picked = (), review: Picked = (), precision: Picked = (), told: Picked = (), sort: Sort = "", page: Page = 1,
    ) -> JSONResponse:  # fmt: skip
        total, found = matching_rows(reader, _asked(request), most=None)
        return JSONResponse({"total": total, "page": page, "events": list(found)})

    @app.get("/events.csv", summary="All events that match a question, one row an event", responses=table())
    def events_csv(
        request: Request, q: Words = "", since: Since = "", to: Day = "", changed: Day = "", area: Area = "", sort: Sort = "",
    ) -> Response:  # fmt: skip
        _, found = matching_rows(reader, _asked(request), most=MOST_ROWS)
        return as_csv("events", COLUMNS, map(flat, found))

    @app.get("/places.json", summary="The places of the events that match a question, as GeoJSON", responses=rows("PlaceList"))  # fmt: skip
    def places_json(
        request: Request, q: Words = "", since: Since = "", to: Day = "", changed: Day = "", area: Area = "",
    ) -> JSONResponse:  # fmt: skip
        return JSONResponse(places(reader, _asked(request)))


def _asked(request: Request) -> Asked:
    return Asked.of(request.query_params.multi_items())
