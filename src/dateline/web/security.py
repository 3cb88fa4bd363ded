"""What keeps a page on this machine safe: who may ask, how much, how often, and what a browser may do with the answer."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Final

__all__ = [
    "COOKIE",
    "HEADERS",
    "HOSTS",
    "MOST_BYTES",
    "READING",
    "App",
    "Guard",
    "Receive",
    "Scope",
    "Seal",
    "Send",
    "Writes",
]

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE: Final = "dateline"
HOSTS: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""The names this machine goes by to itself. Any other name means that a foreign page had it resolved to us."""

MOST_BYTES: Final = 64 * 1024
"""The largest body a request may carry: a decision is a few hundred bytes."""

MOST_ADDRESS: Final = 16 * 1024
READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})

HEADERS: Final = {
    "content-security-policy": "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""What every answer carries: nothing runs, loads or is sent anywhere but here."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Tokens that only a page of ours can hold: a keyed hash of the visitor's cookie."""

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def visitor(self) -> str:
        """A fresh name for a browser that has none yet."""
        return secrets.token_urlsafe(18)

    def token(self, visitor: str) -> str:
        """The token of a visitor's forms."""
        return hmac.digest(self.key, visitor.encode(), "sha256").hex()

    def holds(self, visitor: str | None, token: str | None) -> bool:
        """Whether a form came from a page that we gave to this visitor.

        >>> seal = Seal()
        >>> seal.holds("ana", seal.token("ana")), seal.holds("eve", seal.token("ana")), seal.holds(None, None)
        (True, False, False)
        """
        return bool(visitor and token) and hmac.compare_digest(
            self.token(visitor or "").encode(), (token or "").encode()
        )


@dataclass(slots=True)
class Writes:
    """How many writes are allowed: so many a second on average, and a few at once."""

    rate: float = 20.0
    most: float = 60.0
    left: float = 60.0
    at: float = field(default_factory=monotonic)

    def allowed(self, now: float) -> bool:
        """Take one from what is left; False where nothing is.

        >>> few = Writes(rate=1.0, most=1.0, left=1.0, at=0.0)
        >>> few.allowed(0.0), few.allowed(0.1), few.allowed(2.0)
        (True, False, True)
        """
        self.left, self.at = min(self.most, self.left + (now - self.at) * self.rate), now
        if self.left < 1:
            return False
        self.left -= 1
        return True


class Guard:
    """Stands before the pages: turns away foreign hosts and origins, bodies too large and writes too many."""

    def __init__(self, app: App, hosts: frozenset[str], writes: Writes) -> None:
        self._app = app
        self._hosts = hosts
        self._writes = writes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused is not None:
            await _refuse(send, *refused)
            return
        await self._app(scope, _bounded(receive), _with_headers(send))

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        told = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        host = told.get("host", "")
        if _name(host) not in self._hosts:
            return 421, "This page does not go by that name."
        if len(scope.get("query_string", b"")) > MOST_ADDRESS:
            return 414, "The address is too long."
        if not told.get("content-length", "0").isdecimal() or int(told.get("content-length", "0")) > MOST_BYTES:
            return 413, f"A request carries at most {MOST_BYTES} bytes."
        if scope["method"] in READING:
            return None
        origin = told.get("origin")
        if origin is not None and origin.split("://")[-1] != host:
            return 403, "This request came from another page."
        return None if self._writes.allowed(monotonic()) else (429, "Too many decisions at once; wait a moment.")


def _name(host: str) -> str:
    """The host without its port.

    >>> _name("localhost:8000"), _name("[::1]:8000"), _name("127.0.0.1")
    ('localhost', '[::1]', '127.0.0.1')
    """
    name, colon, port = host.rpartition(":")
    return name.lower() if colon and port.isdecimal() else host.lower()


def _bounded(receive: Receive) -> Receive:
    """The body, up to what is allowed; a longer one, whatever it says of its length, ends as if the visitor had gone."""
    taken = 0

    async def bounded() -> MutableMapping[str, Any]:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > MOST_BYTES else message

    return bounded


def _with_headers(send: Send) -> Send:
    async def sent(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            told = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
            message = {**message, "headers": [*message.get("headers", ()), *told]}
        await send(message)

    return sent


async def _refuse(send: Send, status: int, reason: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await _with_headers(send)({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": reason.encode()})
