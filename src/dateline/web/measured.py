"""How long the page takes to answer, for whoever watches it: counted by kind of answer, never by what was asked."""

from __future__ import annotations

import time

from prometheus_client import CollectorRegistry, Histogram

from dateline.web.security import App, Receive, Scope, Send

__all__ = ["Measured"]

EDGES = (0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 1.0, 3.0, 10.0)
"""Seconds between which answers are counted."""


class Measured:
    """Stands before everything else and counts each answer with the seconds until its first word."""

    def __init__(self, app: App, registry: CollectorRegistry) -> None:
        self._app = app
        self._seconds = Histogram(
            "dateline_answer_seconds", "Time until a page begins", ["status"], buckets=EDGES, registry=registry
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()

        async def told(message: Scope) -> None:
            if message["type"] == "http.response.start":
                status = f"{message['status'] // 100}xx"
                self._seconds.labels(status).observe(time.perf_counter() - began)
            await send(message)

        await self._app(scope, receive, told)
