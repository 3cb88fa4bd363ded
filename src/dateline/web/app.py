"""The routes: each page at its address, the same as JSON under `.json` and as CSV under `.csv`, and the few writes."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Final

from fastapi import FastAPI, Form, HTTPException, Query, Request
from fastapi.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException as RoutingError

import dateline
from dateline.errors import Overtaken
from dateline.rows import Row
from dateline.tell.explain import explain
from dateline.tell.sheet import safe
from dateline.web.asked import Asked, Misasked
from dateline.web.event import CLAIM_COLUMNS, claim_cells, event_content
from dateline.web.history import history, history_of
from dateline.web.ledger import AGREEMENT_COLUMNS, agreement_cells, ledger_content
from dateline.web.marks import MOST_SHOWN, marked, words_asked
from dateline.web.overview import COLUMNS, flat, matching_rows, overview, places
from dateline.web.pages import page
from dateline.web.reader import Reader, prepared
from dateline.web.review import FIELDS, Decision, Misjudged, Scales, decide, queue
from dateline.web.security import COOKIE, Guard, Seal

__all__ = ["create_app"]

MOST_ROWS: Final = 200_000
HISTORY: Final = 500
REVIEWER: Final = "dateline-reviewer"

Day = Annotated[str, Query(description="A day, as 2020-01-31.", max_length=10)]
Words = Annotated[
    str,
    Query(
        description="Words that the event's claims, title or names hold; quoted words stand together.", max_length=400
    ),
]
Picked = Annotated[list[str] | None, Query(description="Take only events with one of these values.")]
Back = Annotated[str, Form(max_length=2000)]


def create_app(path: Path, by: str = "reviewer") -> FastAPI:
    """The page of the record at `path`; decisions are signed `by` until a visitor says another name."""
    reader, scales, seal = Reader(prepared(path)), Scales(path), Seal()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        reader.shelf()
        yield
        scales.close()

    app = FastAPI(title="Dateline", version=dateline.__version__, docs_url=None, redoc_url=None, lifespan=lifespan)
    app.add_middleware(Guard)
    app.mount("/static", StaticFiles(directory=str(files("dateline.web").joinpath("static"))), name="static")
    show = _shower(seal, by)
    _errors(app, show)
    _overview(app, reader, show)
    _event(app, reader, show)
    _report(app, reader, show)
    _ledger(app, reader, show)
    _explain(app, reader, show)
    _review(app, reader, show)
    _writes(app, reader, scales, seal, by)
    return app


Show = Callable[..., HTMLResponse]


def _shower(seal: Seal, by: str) -> Show:
    """How a template becomes an answer: with the visitor's token in its forms and the visitor's name on them."""

    def show(request: Request, template: str, code: int = 200, **content: Any) -> HTMLResponse:
        visitor = request.cookies.get(COOKIE) or seal.visitor()
        reviewer = request.cookies.get(REVIEWER) or by
        html = page(template, here=request.url.path, token=seal.token(visitor), reviewer=reviewer, **content)
        answer = HTMLResponse(html, code, headers={"cache-control": "no-store"})
        if COOKIE not in request.cookies:
            answer.set_cookie(COOKIE, visitor, httponly=True, samesite="strict")
        return answer

    return show


def _errors(app: FastAPI, show: Show) -> None:
    @app.exception_handler(RoutingError)
    async def wrong(request: Request, error: RoutingError) -> Response:
        if request.url.path.endswith((".json", ".csv")) or "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"detail": error.detail}, error.status_code, headers=error.headers)
        return show(request, "wrong.html.j2", error.status_code, status=error.status_code, detail=error.detail)

    @app.exception_handler(Misasked)
    async def misasked(request: Request, error: Misasked) -> Response:
        return await wrong(request, RoutingError(400, str(error)))

    @app.exception_handler(Misjudged)
    async def misjudged(request: Request, error: Misjudged) -> Response:
        return await wrong(request, RoutingError(400, str(error)))

    @app.exception_handler(Overtaken)
    async def overtaken(request: Request, error: Overtaken) -> Response:
        return await wrong(
            request, RoutingError(409, f"{error}; nothing was kept. Look at the decision and decide again.")
        )


def _overview(app: FastAPI, reader: Reader, show: Show) -> None:
    @app.get("/", response_class=HTMLResponse, include_in_schema=False)
    def overview_page(request: Request) -> Response:
        asked = Asked.of(request.query_params.multi_items())
        return show(request, "overview.html.j2", **overview(reader, asked))

    @app.get("/events.json", summary="Events that match a question, a page of them or all")
    def events_json(
        request: Request, q: Words = "", since: Annotated[Day, Query(alias="from")] = "", to: Day = "", changed: Day = "",
        area: Annotated[str, Query(description="west,south,east,north in degrees")] = "", grade: Picked = None, kind: Annotated[list[str] | None, Query(alias="type")] = None,
        place: Picked = None, actor: Picked = None, speaker: Picked = None, outlet: Picked = None, agreement: Picked = None,
        review: Picked = None, precision: Picked = None, told: Picked = None,
        sort: Annotated[str, Query(description="newest, oldest, voices or doubt")] = "newest",
        page: Annotated[str, Query(description="Pages of 50 events, from 1.")] = "1",
    ) -> JSONResponse:  # fmt: skip
        total, rows = matching_rows(reader, Asked.of(request.query_params.multi_items()), most=None)
        return JSONResponse({"total": total, "page": int(page or 1), "events": list(rows)})

    @app.get(
        "/events.csv", summary="All events that match a question, one row an event", response_class=PlainTextResponse
    )
    def events_csv(request: Request) -> Response:
        _, rows = matching_rows(reader, Asked.of(request.query_params.multi_items()), most=MOST_ROWS)
        return _csv("events", COLUMNS, map(flat, rows))

    @app.get("/places.json", summary="The places of the events that match a question, as GeoJSON")
    def places_json(request: Request) -> JSONResponse:
        return JSONResponse(places(reader, Asked.of(request.query_params.multi_items())))


def _event(app: FastAPI, reader: Reader, show: Show) -> None:
    @app.get("/event/{subject}.json", summary="An event with its claims, contradictions and decisions")
    def event_json(subject: str) -> JSONResponse:
        told = event_content(reader, _of(reader, subject, "events"))
        kept = ("event", "claims", "differences", "history", "state")
        return JSONResponse({name: told[name] for name in kept})

    @app.get("/event/{subject}.csv", summary="An event's claims, one row a claim", response_class=PlainTextResponse)
    def event_csv(subject: str) -> Response:
        told = event_content(reader, _of(reader, subject, "events"))
        rows = (claim_cells(claim, told["reports"][claim["report"]]) for claim in told["claims"].values())
        return _csv("claims", CLAIM_COLUMNS, rows)

    @app.get("/event/{subject}", response_class=HTMLResponse, include_in_schema=False)
    def event_page(request: Request, subject: str) -> Response:
        return show(request, "event.html.j2", fields=FIELDS, **event_content(reader, _of(reader, subject, "events")))

    @app.get("/claim/{subject}", include_in_schema=False)
    def claim_page(subject: str) -> Response:
        claim = _of(reader, subject, "claims")
        return RedirectResponse(f"/report/{claim['report']}?at={claim['start']}-{claim['end']}#asked", 303)


def _report(app: FastAPI, reader: Reader, show: Show) -> None:
    @app.get("/report/{subject}.json", summary="A report as read, with its claims")
    def report_json(subject: str) -> JSONResponse:
        return JSONResponse({"report": _of(reader, subject, "reports"), "claims": reader.claims_in(subject)})

    @app.get("/report/{subject}.csv", summary="A report's claims, one row a claim", response_class=PlainTextResponse)
    def report_csv(subject: str) -> Response:
        report = _of(reader, subject, "reports")
        return _csv("claims", CLAIM_COLUMNS, (claim_cells(claim, report) for claim in reader.claims_in(subject)))

    @app.get("/report/{subject}", response_class=HTMLResponse, include_in_schema=False)
    def report_page(request: Request, subject: str, at: str | None = None) -> Response:
        report = _of(reader, subject, "reports")
        claims = reader.claims_in(subject)
        words = words_asked(at, len(report["text"]))
        told_in = _events_of(reader, [claim["id"] for claim in claims])
        return show(
            request, "report.html.j2", report=report, claims=claims, words=words, text=marked(report, claims, words),
            told_in=told_in, cut=len(report["text"]) - MOST_SHOWN,
        )  # fmt: skip


def _events_of(reader: Reader, claims: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The event each claim helps to tell: its id and title."""
    found: dict[str, tuple[str, str]] = {}
    for row in reader.events_telling(claims):
        found |= dict.fromkeys(row["claims"], (row["id"], row["title"]))
    return found


def _ledger(app: FastAPI, reader: Reader, show: Show) -> None:
    @app.get("/ledger.json", summary="Agreements and commitments, with the state each was in on a day")
    def ledger_json(day: Day = "") -> JSONResponse:
        told = ledger_content(reader, _day(day))
        agreements = [{**e["row"], "state": e["state"], "disputed": e["disputed"]} for e in told["agreements"]]
        return JSONResponse(
            {"day": told["day"].isoformat(), "agreements": agreements, "commitments": told["commitments"]}
        )

    @app.get("/ledger.csv", summary="Agreements, one row each", response_class=PlainTextResponse)
    def ledger_csv(day: Day = "") -> Response:
        told = ledger_content(reader, _day(day))
        return _csv("ledger", AGREEMENT_COLUMNS, map(agreement_cells, told["agreements"]))

    @app.get("/ledger", response_class=HTMLResponse, include_in_schema=False)
    def ledger_page(request: Request, day: str = "", step: str = "") -> Response:
        return show(request, "ledger.html.j2", **ledger_content(reader, _day(day)))


def _explain(app: FastAPI, reader: Reader, show: Show) -> None:
    def told(subject: str) -> tuple[str, str]:
        found = reader.record.find(subject)
        words = explain(reader.record, subject)
        if found is None or words is None:
            raise HTTPException(404, f"Nothing has the id {subject}.")
        return found[0], words

    @app.get("/explain/{subject}.json", summary="Why: the words, the rule and the reasons behind an id, in lines")
    def explain_json(subject: str) -> JSONResponse:
        table, words = told(subject)
        return JSONResponse({"id": subject, "table": table, "lines": words.splitlines()})

    @app.get("/explain/{subject}", response_class=HTMLResponse, include_in_schema=False)
    def explain_page(request: Request, subject: str) -> Response:
        table, words = told(subject)
        return show(
            request,
            "explain.html.j2",
            subject=subject,
            table=table,
            words=words,
            history=history_of(reader, (subject,)),
        )

    @app.get("/api", response_class=HTMLResponse, include_in_schema=False)
    def api_page(request: Request) -> Response:
        return show(request, "api.html.j2", paths=app.openapi()["paths"])


def _review(app: FastAPI, reader: Reader, show: Show) -> None:
    @app.get("/review", response_class=HTMLResponse, include_in_schema=False)
    def review_page(request: Request, state: str = "open") -> Response:
        return show(request, "review.html.j2", **queue(reader, state))

    @app.get("/review.json", summary="What to decide next, and why it stands there")
    def review_json(state: str = "open") -> JSONResponse:
        told = queue(reader, state)
        items = [{name: item[name] for name in ("event", "weight", "why", "seen")} for item in told["items"]]
        return JSONResponse({**told, "items": items})

    @app.get("/history", response_class=HTMLResponse, include_in_schema=False)
    def history_page(request: Request) -> Response:
        return show(request, "history.html.j2", history=history(reader, HISTORY))

    @app.get("/history.json", summary="Every decision, the latest first")
    def history_json() -> JSONResponse:
        return JSONResponse(history(reader, MOST_ROWS))

    @app.get("/history.csv", summary="Every decision, the latest first", response_class=PlainTextResponse)
    def history_csv() -> Response:
        columns = ("number", "subject", "verdict", "by", "at", "note", "field", "value", "other", "weighed")
        return _csv("history", columns, ([one[name] for name in columns] for one in history(reader, MOST_ROWS)))


def _writes(app: FastAPI, reader: Reader, scales: Scales, seal: Seal, by: str) -> None:
    def checked(request: Request, token: str) -> None:
        if not seal.holds(request.cookies.get(COOKIE), token):
            raise HTTPException(403, "This form is too old, or came from elsewhere; load the page again.")

    @app.post("/review/decide", summary="Add a decision; 409 where somebody else decided on the same thing meanwhile")
    def decide_one(
        request: Request, subject: Annotated[str, Form()], verdict: Annotated[str, Form()], token: Annotated[str, Form()],
        seen: Annotated[int, Form(ge=0)] = 0, note: Annotated[str, Form()] = "", field: Annotated[str, Form()] = "",
        value: Annotated[str, Form()] = "", other: Annotated[str, Form()] = "", back: Back = "/review",
    ) -> Response:  # fmt: skip
        checked(request, token)
        who = request.cookies.get(REVIEWER) or by
        number = decide(reader.path, Decision(subject, verdict, who, seen, note, field, value, other))
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"number": number, "subject": subject, "verdict": verdict})
        return RedirectResponse(_own(back), 303)

    @app.post(
        "/review/bulk", summary="The same decision on several events; those overtaken meanwhile are left as they are"
    )
    def decide_many(
        request: Request, verdict: Annotated[str, Form()], token: Annotated[str, Form()],
        picked: Annotated[list[str] | None, Form(description="Ids, each with the number of the last decision seen: id|number.")] = None,
        note: Annotated[str, Form()] = "", back: Back = "/review",
    ) -> Response:  # fmt: skip
        checked(request, token)
        who = request.cookies.get(REVIEWER) or by
        told = (picked or [])[:200]
        kept = [one for one in told if _kept(reader.path, one, verdict, who, note)]
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"kept": len(kept), "overtaken": len(told) - len(kept)})
        return RedirectResponse(_own(back), 303)

    @app.post("/review/name", include_in_schema=False)
    def rename(
        request: Request,
        token: Annotated[str, Form()],
        name: Annotated[str, Form(max_length=80)] = "",
        back: Back = "/review",
    ) -> Response:
        checked(request, token)
        answer = RedirectResponse(_own(back), 303)
        told = " ".join("".join(c for c in name if c.isprintable() and c.isascii() and c not in '";,\\').split())
        answer.set_cookie(REVIEWER, told or by, httponly=True, samesite="strict", max_age=180 * 86400)
        return answer

    @app.post("/weigh", summary="Weigh again, with every decision")
    def weigh_again(request: Request, token: Annotated[str, Form()], back: Back = "/review") -> Response:
        checked(request, token)
        scales.start()
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"state": scales.state()}, 202)
        return RedirectResponse(_own(back), 303)

    @app.get("/weigh.json", summary="Whether weighing again is under way, and how it ended")
    def weigh_state() -> JSONResponse:
        return JSONResponse({"state": scales.state(), "weighing": reader.record.noted("weighing")})


def _kept(path: Path, picked: str, verdict: str, by: str, note: str) -> bool:
    subject, _, seen = picked.rpartition("|")
    try:
        decide(path, Decision(subject, verdict, by, int(seen) if seen.isdecimal() else -1, note))
    except Overtaken:
        return False
    return True


def _of(reader: Reader, subject: str, table: str) -> Row:
    found = reader.record.find(subject)
    if found is None or found[0] != table:
        raise HTTPException(404, f"None of the {table} has the id {subject}.")
    return found[1]


def _own(back: str) -> str:
    """An address of ours; anything else leads home."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable() else "/"


def _day(told: str) -> date | None:
    return Asked.of([("from", told)]).since


def _csv(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A table as CSV that a spreadsheet opens well and takes no formula from, sent as it is made."""

    def lines() -> Iterator[str]:
        held = io.StringIO()
        writer = csv.writer(held)
        yield "\ufeff"
        writer.writerow(columns)
        for row in rows:
            writer.writerow([safe(cell) for cell in row])
            if held.tell() > 60_000:
                yield held.getvalue()
                held.seek(0)
                held.truncate()
        yield held.getvalue()

    headers = {"content-disposition": f'attachment; filename="dateline-{name}.csv"'}
    return StreamingResponse(lines(), media_type="text/csv; charset=utf-8", headers=headers)
