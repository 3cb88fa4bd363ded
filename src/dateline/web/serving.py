"""Serving the page: on 127.0.0.1 and nowhere else, until stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import uvicorn

from dateline.web.app import create_app

__all__ = ["serve"]

PATIENCE: Final = 5
"""Seconds an idle connection is kept."""


def serve(record: Path, port: int, by: str) -> None:
    """Serve the record at a port of this machine; decisions are signed `by`. Returns when it is stopped."""
    uvicorn.run(
        create_app(record, by),
        host="127.0.0.1",
        port=port,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=PATIENCE,
    )
