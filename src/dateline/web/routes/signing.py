"""Signing in and out, where the page is shared; and whether weighing is under way."""

from __future__ import annotations

from time import monotonic
from typing import Annotated, Final

from fastapi import FastAPI, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from dateline.web.answers import Back, Token, own
from dateline.web.security import COOKIE
from dateline.web.shapes import rows
from dateline.web.site import Site, client
from dateline.web.users import LASTS, SESSION, Attempts, Users

__all__ = ["add"]

WAIT: Final = 300
"""Seconds that somebody who failed too often has to wait."""

TOO_OFTEN: Final = "Too many attempts. Wait five minutes and try again."
WRONG: Final = "That name and password do not go together."


def add(app: FastAPI, site: Site) -> None:
    """The sign-in of a shared server, where there is one, and the state of the scales."""

    @app.get("/weigh.json", summary="Whether weighing again is under way, and how it ended", responses=rows("Weighing"))
    def weigh_state() -> JSONResponse:
        return JSONResponse({"state": site.scales.state(), "weighing": site.reader.record.noted("weighing")})

    if site.users is not None:
        _signing(app, site, site.users)


def _signing(app: FastAPI, site: Site, users: Users) -> None:
    by_name, by_place = Attempts(), Attempts(most=30)

    @app.get("/sign-in", response_class=HTMLResponse, include_in_schema=False)
    def sign_in_page(request: Request, back: str = "/") -> Response:
        return site.show(request, "signin.html.j2", back=own(back), wrong="")

    @app.post("/sign-in", response_class=HTMLResponse, include_in_schema=False)
    def sign_in(
        request: Request, token: Token, name: Annotated[str, Form(max_length=80)] = "",
        password: Annotated[str, Form(max_length=1000)] = "", back: Back = "/",
    ) -> Response:  # fmt: skip
        site.check(request, token)
        now, where = monotonic(), client(request)
        key = f"{name}\n{where}"
        if by_name.blocked(key, now) or by_place.blocked(where, now):
            users.log(name, "sign-in held off", "", where)
            raise HTTPException(429, TOO_OFTEN, {"retry-after": str(WAIT)})
        person = users.known(name, password)
        if person is None:
            by_name.note(key, now)
            by_place.note(where, now)
            users.log(name, "sign-in failed", "", where)
            return site.show(request, "signin.html.j2", 401, back=own(back), wrong=WRONG)
        by_name.forget(key)
        users.log(person.name, "signed in", "", where)
        answer = RedirectResponse(own(back), 303)
        site.keep(request, answer, SESSION, users.begin(person), int(LASTS.total_seconds()))
        site.keep(request, answer, COOKIE, site.seal.visitor(), None)
        return answer

    @app.post("/sign-out", include_in_schema=False)
    def sign_out(request: Request, token: Token) -> Response:
        site.check(request, token)
        users.end(request.cookies.get(SESSION, ""))
        users.log(site.name(request), "signed out", "", client(request))
        answer = RedirectResponse("/sign-in", 303)
        answer.delete_cookie(SESSION)
        return answer
