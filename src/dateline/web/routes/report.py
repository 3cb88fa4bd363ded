"""A report as read, with its claims marked in place."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from dateline.web.answers import Id, as_csv
from dateline.web.decisions import CHOICES, CLAIM_FIELDS
from dateline.web.event import CLAIM_COLUMNS, claim_cells, copies
from dateline.web.history import history_of
from dateline.web.marks import MOST_SHOWN, marked, words_asked
from dateline.web.reader import Reader
from dateline.web.shapes import rows, table
from dateline.web.site import Site

__all__ = ["add"]


def add(app: FastAPI, site: Site) -> None:
    """The page of a report and its rows."""
    reader = site.reader

    @app.get("/report/{subject}.json", summary="A report as read, with its claims", responses=rows("ReportTold"))
    def report_json(subject: Id) -> JSONResponse:
        return JSONResponse({"report": site.row(subject, "reports"), "claims": reader.claims_in(subject)})

    @app.get("/report/{subject}.csv", summary="A report's claims, one row a claim", responses=table())
    def report_csv(subject: Id) -> Response:
        report = site.row(subject, "reports")
        return as_csv("claims", CLAIM_COLUMNS, (claim_cells(claim, report) for claim in reader.claims_in(subject)))

    @app.get("/report/{subject}", response_class=HTMLResponse, include_in_schema=False)
    def report_page(request: Request, subject: str, at: str | None = None, correct: str = "") -> Response:
        report = site.row(subject, "reports")
        claims = reader.claims_in(subject)
        words = words_asked(at, len(report["text"]))
        ids = [claim["id"] for claim in claims]
        decided = history_of(reader, ids) if ids else []
        return site.show(
            request, "report.html.j2", report=report, claims=claims, words=words, text=marked(report, claims, words), fields=CLAIM_FIELDS,
            choices=CHOICES, seen={one["subject"]: one["number"] for one in reversed(decided)}, history=decided,
            told_in=_events_of(reader, ids), correct=correct, cut=len(report["text"]) - MOST_SHOWN, copies=copies(reader, [report]),
        )  # fmt: skip


def _events_of(reader: Reader, claims: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The event each claim helps to tell: its id and title."""
    found: dict[str, tuple[str, str]] = {}
    for row in reader.events_telling(claims):
        found |= dict.fromkeys(row["claims"], (row["id"], row["title"]))
    return found
