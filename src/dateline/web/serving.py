"""Serving the page: on 127.0.0.1 and nowhere else, until stopped. A shared server stands behind a proxy of its own."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import uvicorn

from dateline.record import Where
from dateline.run import Metrics
from dateline.web.app import create_app
from dateline.web.measured import Measured
from dateline.web.users import Users

__all__ = ["serve", "taken"]

PATIENCE: Final = 5
"""Seconds an idle connection is kept."""


def taken(port: int) -> bool:
    """Whether something else answers at a port of this machine already, or it is not ours to open."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def serve(
    record: Where,
    port: int,
    by: str,
    users: Path | None = None,
    names: Sequence[str] = (),
    metrics: int | None = None,
) -> None:
    """Serve the record at a port of this machine; decisions are signed `by`. Returns when it is stopped.

    With a file of `users`, everybody signs in. `names` are further names that the page answers to: those under which a
    proxy on this machine, which speaks https to the world, hands requests on. Prometheus is answered at the port `metrics`.
    Raises Misnamed where the file is none.
    """
    known = None if users is None else Users(users)
    app = create_app(record, by, known, frozenset(name.lower() for name in names))
    if metrics is not None:
        counted = Metrics(record)
        app.add_middleware(Measured, registry=counted.registry)
        counted.serve(metrics)
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=port,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=PATIENCE,
    )
