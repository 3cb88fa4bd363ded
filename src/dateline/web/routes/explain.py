"""Why: the words, the rule and the reasons behind anything that has an id; and what the interface offers."""

from __future__ import annotations

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from dateline.tell.explain import explain
from dateline.web.answers import Id
from dateline.web.apart import apart_content, beside
from dateline.web.history import history_of
from dateline.web.reasons import reasons
from dateline.web.shapes import meanings, rows
from dateline.web.site import Site

__all__ = ["add"]


def add(app: FastAPI, site: Site) -> None:
    """The page of the reasons behind an id, its lines, and the page that lists every address and field."""
    reader = site.reader

    def told(subject: str) -> tuple[str, str]:
        found = reader.record.find(subject)
        words = explain(reader.record, subject)
        if found is None or words is None:
            raise HTTPException(404, f"Nothing has the id {subject}.")
        return found[0], words

    @app.get("/explain/{subject}.json", summary="Why: the words, the rule and the reasons behind an id, in lines", responses=rows("Why"))  # fmt: skip
    def explain_json(subject: Id) -> JSONResponse:
        table, words = told(subject)
        return JSONResponse({"id": subject, "table": table, "lines": words.splitlines()})

    @app.get("/explain/{subject}", response_class=HTMLResponse, include_in_schema=False)
    def explain_page(request: Request, subject: str) -> Response:
        table, words = told(subject)
        event = site.row(subject, "events") if table == "events" else None
        return site.show(
            request, "explain.html.j2", subject=subject, table=table, reasons=reasons(words.splitlines()), event=event,
            beside=beside(reader, subject) if event else [], history=history_of(reader, (subject,)),
        )  # fmt: skip

    @app.get("/apart/{subject}/{other}.json", summary="Why two events are two: what speaks for and against their being one", responses=rows("Apart"))  # fmt: skip
    def apart_json(subject: Id, other: Id) -> JSONResponse:
        told = apart_content(reader, site.row(subject, "events"), site.row(other, "events"))
        sums = {name: told[name] for name in ("never", "bias", "sum")}
        fields = [{"compared": label, "worth": worth} for label, worth in told["fields"]]
        return JSONResponse({"one": subject, "other": other, **sums, "fields": fields})

    @app.get("/apart/{subject}/{other}", response_class=HTMLResponse, include_in_schema=False)
    def apart_page(request: Request, subject: str, other: str) -> Response:
        content = apart_content(reader, site.row(subject, "events"), site.row(other, "events"))
        return site.show(request, "apart.html.j2", **content)

    @app.get("/api", response_class=HTMLResponse, include_in_schema=False)
    def api_page(request: Request) -> Response:
        return site.show(request, "api.html.j2", paths=app.openapi()["paths"], shapes=meanings())
