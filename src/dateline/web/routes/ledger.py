"""The ledger: what each agreement and commitment was worth on a day."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from dateline.web.answers import Day, as_csv, day_asked
from dateline.web.ledger import AGREEMENT_COLUMNS, MOST_TOLD, agreement_cells, ledger_content
from dateline.web.shapes import rows, table
from dateline.web.site import Site

__all__ = ["add"]


def add(app: FastAPI, site: Site) -> None:
    """The page of the ledger and its rows."""
    reader = site.reader

    @app.get("/ledger.json", summary="Agreements and commitments, with the state each was in on a day", responses=rows("LedgerTold"))  # fmt: skip
    def ledger_json(day: Day = "") -> JSONResponse:
        told = ledger_content(reader, day_asked(day))
        agreements = [{**e["row"], "state": e["state"], "disputed": e["disputed"]} for e in told["agreements"]]
        return JSONResponse(
            {"day": told["day"].isoformat(), "agreements": agreements, "commitments": told["commitments"]}
        )

    @app.get("/ledger.csv", summary="Agreements, one row each", responses=table())
    def ledger_csv(day: Day = "") -> Response:
        told = ledger_content(reader, day_asked(day))
        return as_csv("ledger", AGREEMENT_COLUMNS, map(agreement_cells, told["agreements"]))

    @app.get("/ledger", response_class=HTMLResponse, include_in_schema=False)
    def ledger_page(request: Request, day: str = "") -> Response:
        return site.show(request, "ledger.html.j2", **ledger_content(reader, day_asked(day), MOST_TOLD))
