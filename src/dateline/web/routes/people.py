"""Who may sign in, and the log of a shared server: for admins alone."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from dateline.web.answers import MOST_ROWS, Token
from dateline.web.site import Site
from dateline.web.users import ROLES, Misnamed, Users

__all__ = ["add"]

LINES: Final = 300


def add(app: FastAPI, site: Site) -> None:
    """The pages of people and of the log, where the page is shared."""
    if site.users is not None:
        _people(app, site, site.users)


def _people(app: FastAPI, site: Site, users: Users) -> None:
    def show(request: Request, code: int = 200, wrong: str = "") -> Response:
        return site.show(
            request,
            "people.html.j2",
            code,
            people=users.people(),
            roles=ROLES,
            lines=users.logged(LINES),
            wrong=wrong,
        )

    @app.get("/people", response_class=HTMLResponse, include_in_schema=False)
    def people_page(request: Request) -> Response:
        return show(request)

    @app.get("/log.json", include_in_schema=False)
    def log_json() -> JSONResponse:
        return JSONResponse(users.logged(MOST_ROWS))

    @app.post("/people", response_class=HTMLResponse, include_in_schema=False)
    def let_in(
        request: Request, token: Token, name: Annotated[str, Form(max_length=80)] = "", role: Annotated[str, Form(max_length=10)] = "reader",
        password: Annotated[str, Form(max_length=1000)] = "",
    ) -> Response:  # fmt: skip
        site.check(request, token)
        try:
            users.add(name, role, password)
        except Misnamed as error:
            return show(request, 400, str(error))
        site.log(request, f"let in as {role}", name)
        return RedirectResponse("/people", 303)

    @app.post("/people/remove", include_in_schema=False)
    def remove(request: Request, token: Token, name: Annotated[str, Form(max_length=80)] = "") -> Response:
        site.check(request, token)
        if users.remove(name):
            site.log(request, "let in no more", name)
        return RedirectResponse("/people", 303)
