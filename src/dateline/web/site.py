"""What every route shares: the record, the token in the forms, who looks, and how a template becomes an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from dateline.rows import Row
from dateline.web.pages import page
from dateline.web.reader import Reader
from dateline.web.scales import Scales
from dateline.web.security import COOKIE, Seal
from dateline.web.users import Person, Users

__all__ = ["REVIEWER", "VEIL", "Add", "Site"]

REVIEWER: Final = "dateline-reviewer"
VEIL: Final = "dateline-veil"
"""The cookie in which a browser remembers that its reader wants distressing words shown: `off`."""

TOO_OLD: Final = "This form is too old, or came from elsewhere; load the page again."


@dataclass(frozen=True)
class Site:
    """The page of one record. `by` signs decisions where nobody signs in; `users` are those who may, None on one's own machine."""

    reader: Reader
    scales: Scales
    seal: Seal
    by: str
    users: Users | None = None

    def person(self, request: Request) -> Person | None:
        """Who is signed in; None where nobody is, or nobody needs to be."""
        told: Person | None = getattr(request.state, "person", None)
        return told

    def name(self, request: Request) -> str:
        """The name that decisions of this request are signed with."""
        person = self.person(request)
        return person.name if person is not None else request.cookies.get(REVIEWER) or self.by

    def may_decide(self, request: Request) -> bool:
        """Whether decisions of this request would be taken."""
        person = self.person(request)
        return self.users is None or (person is not None and person.role != "reader")

    def show(self, request: Request, template: str, code: int = 200, **content: Any) -> HTMLResponse:
        """A page: with the visitor's token in its forms, the visitor's name on them, and distressing words as they want them."""
        visitor = request.cookies.get(COOKIE) or self.seal.visitor()
        shared = {
            "here": request.url.path, "address": _address(request), "token": self.seal.token(visitor), "reviewer": self.name(request),
            "person": self.person(request), "shared": self.users is not None, "may_decide": self.may_decide(request),
            "veiled": request.cookies.get(VEIL) != "off", "second": self.reader.second_reader,
        }  # fmt: skip
        answer = HTMLResponse(page(template, **{**shared, **content}), code, headers={"cache-control": "no-store"})
        if COOKIE not in request.cookies:
            self.keep(request, answer, COOKIE, visitor, None)
        return answer

    def keep(self, request: Request, answer: Response, name: str, value: str, seconds: int | None) -> None:
        """Have the browser keep a cookie that no script reads and no foreign page sends."""
        secure = request.url.scheme == "https"
        answer.set_cookie(name, value, max_age=seconds, httponly=True, samesite="lax", secure=secure)

    def check(self, request: Request, token: str) -> None:
        """Turn away a write whose token is not the visitor's own."""
        if not self.seal.holds(request.cookies.get(COOKIE), token):
            raise HTTPException(403, TOO_OLD)

    def row(self, subject: str, table: str) -> Row:
        """The row of a table under an id. Raises 404 where there is none."""
        found = self.reader.record.find(subject)
        if found is None or found[0] != table:
            raise HTTPException(404, f"None of the {table} has the id {subject}.")
        return found[1]

    def log(self, request: Request, what: str, on: str = "") -> None:
        """Note a write in the audit log of a shared server."""
        if self.users is not None:
            self.users.log(self.name(request), what, on, client(request))


def client(request: Request) -> str:
    """The address a request came from."""
    return request.client.host if request.client is not None else ""


def _address(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


Add = Callable[[FastAPI, Site], None]
"""What puts the routes of one place on an app."""
