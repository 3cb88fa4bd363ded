"""A log that programs read: one JSON object a line, with the time, what happened, and its figures."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

__all__ = ["LOG", "log_to"]

LOG: Final = logging.getLogger("dateline")
"""Everything that is logged; `extra={"told": {…}}` carries the figures."""
LOG.addHandler(logging.NullHandler())  # else Python writes bare warnings between a command's own messages


class Lines(logging.Formatter):
    """A record of the log as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line.

        >>> made = logging.makeLogRecord({"msg": "read", "levelname": "INFO", "created": 0.0, "told": {"reports": 3}})
        >>> Lines().format(made)
        '{"at": "1970-01-01T00:00:00.000+00:00", "level": "info", "what": "read", "reports": 3}'
        """
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = {"at": at, "level": record.levelname.lower(), "what": record.getMessage(), **getattr(record, "told", {})}
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def log_to(place: str) -> None:
    """Log to a file, at its end, or to standard error where the place is `-`. Raises OSError where it cannot be written."""
    handler = logging.StreamHandler(sys.stderr) if place == "-" else logging.FileHandler(Path(place), encoding="utf-8")
    handler.setFormatter(Lines())
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
