"""The writes: decisions, one or many, and weighing again."""

from __future__ import annotations

from typing import Annotated, Final, get_args

from fastapi import FastAPI, Form, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from dateline.model import Verdict
from dateline.record import MOST_LETTERS, Record
from dateline.run import SECOND
from dateline.web.answers import Back, Token, own, wants_rows
from dateline.web.decisions import Decision, decide, decide_all
from dateline.web.shapes import written
from dateline.web.site import REVIEWER, VEIL, Site

__all__ = ["add"]

YEAR: Final = 365 * 86400
LATER: Final = 180 * 86400
MOST_PICKED: Final = 200

Subject = Annotated[str, Form(min_length=1, max_length=200, description="The id of what is decided on.")]
Said = Annotated[
    str, Form(min_length=1, description="What is decided.", json_schema_extra={"enum": list(get_args(Verdict))})
]
Words = Annotated[str, Form(max_length=MOST_LETTERS)]
Offset = Annotated[str, Form(max_length=9, description="Where the words stand in the report, in characters; empty where nobody showed them.", json_schema_extra={"pattern": "^[0-9]*$"})]  # fmt: skip


def add(app: FastAPI, site: Site) -> None:
    """Where forms and scripts send what they change. Each takes the token of a page of ours; the public ones answer a
    program with rows."""
    _add_decisions(app, site)
    _add_settings(app, site)
    _add_weighing(app, site)


def _add_decisions(app: FastAPI, site: Site) -> None:

    @app.post("/review/decide", summary="Add a decision; 409 where somebody else decided on the same thing meanwhile", responses=written("Kept"))  # fmt: skip
    def decide_one(
        request: Request, subject: Subject, verdict: Said, token: Token, seen: Annotated[int, Form(ge=0, le=2**53)] = 0, note: Words = "",
        field: Annotated[str, Form(max_length=40)] = "", value: Words = "", other: Annotated[str, Form(max_length=200)] = "",
        words: Words = "", start: Offset = "", end: Offset = "", back: Back = "/review",
    ) -> Response:  # fmt: skip
        site.check(request, token)
        shown = (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
        told = Decision(subject, verdict, site.name(request), seen, note, field, value, other, words, shown)
        number = decide(site.reader.path, told)
        site.log(request, verdict, subject)
        if wants_rows(request):
            return JSONResponse({"number": number, "subject": subject, "verdict": verdict})
        return RedirectResponse(own(back), 303)

    @app.post("/review/bulk", summary="The same decision on several events; those overtaken meanwhile are left as they are", responses=written("KeptMany"))  # fmt: skip
    def decide_many(
        request: Request, verdict: Said, token: Token,
        picked: Annotated[tuple[Annotated[str, Form(max_length=230)], ...], Form(max_length=MOST_PICKED, description="Ids, each with the number of the last decision seen: id|number.")] = (),
        note: Words = "", back: Back = "/review",
    ) -> Response:  # fmt: skip
        site.check(request, token)
        told = decide_all(site.reader.path, picked, verdict, site.name(request), note)
        site.log(request, f"{verdict}, {told['kept']} at once")
        return JSONResponse(told) if wants_rows(request) else RedirectResponse(own(back), 303)


def _add_settings(app: FastAPI, site: Site) -> None:
    """What the page keeps for who looks at it, and how many must read."""

    @app.post("/review/name", include_in_schema=False)
    def rename(request: Request, token: Token, name: Annotated[str, Form(max_length=80)] = "", back: Back = "/review") -> Response:  # fmt: skip
        site.check(request, token)
        answer = RedirectResponse(own(back), 303)
        told = " ".join("".join(c for c in name if c.isprintable() and c.isascii() and c not in '";,\\').split())
        site.keep(request, answer, REVIEWER, told or site.by, LATER)
        return answer

    @app.post("/veil", include_in_schema=False)
    def veil(request: Request, token: Token, words: Annotated[str, Form(max_length=10)] = "on", back: Back = "/") -> Response:  # fmt: skip
        site.check(request, token)
        answer = RedirectResponse(own(back), 303)
        site.keep(request, answer, VEIL, "off" if words == "off" else "on", YEAR)
        return answer

    @app.post("/settings/second", include_in_schema=False)
    def second(request: Request, token: Token, readers: Annotated[str, Form(max_length=10)] = "no", back: Back = "/review") -> Response:  # fmt: skip
        site.check(request, token)
        with Record.open(site.reader.path) as record:
            record.note(SECOND, "yes" if readers == "yes" else "no")
        site.log(request, f"second reader: {readers}")
        return RedirectResponse(own(back), 303)


def _add_weighing(app: FastAPI, site: Site) -> None:
    @app.post("/weigh", summary="Weigh again, with every decision", responses=written("Weighing", 202))
    def weigh_again(request: Request, token: Token, back: Back = "/review") -> Response:
        site.check(request, token)
        site.scales.start()
        site.log(request, "weigh")
        if wants_rows(request):
            return JSONResponse({"state": site.scales.state(), "weighing": site.reader.record.noted("weighing")}, 202)
        return RedirectResponse(own(back), 303)
