"""Who may pass on a shared server: nobody without signing in, and nobody further than their role reaches."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import quote

from starlette.responses import JSONResponse, RedirectResponse, Response

from dateline.web.security import READING, App, Receive, Scope, Send
from dateline.web.users import SESSION, Role, Users

__all__ = ["Gate", "least"]

OPEN: Final = frozenset({"/sign-in"})
ADMIN: Final = ("/people", "/log", "/settings")
REVIEWING: Final = frozenset({"/review/decide", "/review/bulk", "/weigh"})
ANYBODY: Final = frozenset({"/sign-out", "/veil"})
"""Writes that concern nobody but who asks for them."""


def least(method: str, path: str) -> Role | None:
    """The least role that an address asks for; None where nobody needs to be known. A write we do not know asks for the most.

    >>> least("GET", "/event/x"), least("POST", "/review/decide"), least("GET", "/log.json"), least("GET", "/static/page.css")
    ('reader', 'reviewer', 'admin', None)
    """
    if path in OPEN or path.startswith("/static/"):
        return None
    if path.startswith(ADMIN):
        return "admin"
    if method in READING or path in ANYBODY:
        return "reader"
    return "reviewer" if path in REVIEWING else "admin"


class Gate:
    """Stands behind the guard of a shared server: looks who asks, and turns away who may not."""

    def __init__(self, app: App, users: Users) -> None:
        self._app = app
        self._users = users

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        person = self._users.whose(_secret(scope))
        scope.setdefault("state", {})["person"] = person
        role = least(scope["method"], scope["path"])
        if role is None or (person is not None and person.may(role)):
            await self._app(scope, receive, send)
            return
        refusal = _unknown(scope) if person is None else _refused(role)
        await refusal(scope, receive, send)


def _secret(scope: Scope) -> str | None:
    for name, value in scope["headers"]:
        if name == b"cookie":
            try:
                told = SimpleCookie(value.decode("latin-1")).get(SESSION)
            except CookieError:
                return None
            return told.value if told is not None else None
    return None


def _unknown(scope: Scope) -> Response:
    """The way to the sign-in for a person, a plain refusal for a program."""
    path = scope["path"]
    if scope["method"] == "GET" and not path.endswith((".json", ".csv")):
        query = scope.get("query_string", b"").decode("latin-1")
        return RedirectResponse(f"/sign-in?back={quote(path + (f'?{query}' if query else ''), safe='/')}", 303)
    return JSONResponse({"detail": "Sign in first."}, 401)


def _refused(role: Role) -> Response:
    return JSONResponse({"detail": f"This asks for the role of {role}."}, 403)
