"""What a watch remembers of every file, feed and page it has looked at: in a small file beside the record.

The record never rests on it: without it, everything is looked at once more, and what is known already stays what it is.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final, Literal, Self

__all__ = ["AGAIN", "Visit", "Visits", "failed", "looked_at"]

Kind = Literal["file", "seed", "link"]

HOUR: Final = 3_600.0
DAY: Final = 24 * HOUR
AGAIN: Final = (HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY)
"""Seconds after its first visit at which a page that a feed led to is looked at again: most corrections come early."""
TRIES: Final = 5
"""Failures in a row after which such a page is given up."""
MEMORY: Final = 90 * DAY
"""Seconds for which a page is remembered that will not be looked at again: longer than a feed lists it."""

SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS visit (
    key TEXT PRIMARY KEY,
    due REAL,
    row TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS visit_due ON visit (due);
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known of one thing that is watched.

    `key` is its path or its address without what campaigns add; `url` is how it is asked for. `tag` and `modified` are
    what the server knows its state by, and for a file its size and time of change; `story` is a digest of what it told
    when it was last kept. `own` is what a feed carried of a page, for the case that the page itself cannot be had.
    """

    key: str
    kind: Kind
    url: str
    due: float | None
    first: float
    tag: str | None = None
    modified: str | None = None
    story: str | None = None
    failures: int = 0
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    own: str | None = None


def looked_at(visit: Visit, now: float, every: float) -> Visit:
    """A visit that went well, with the time of the next one: a seed every so often, a page a few times in its first week.

    >>> looked_at(Visit("e.org/a", "link", "https://e.org/a", 0.0, first=0.0), now=10.0, every=60.0).due
    3600.0
    """
    own = visit.own if visit.story is None else None
    if visit.kind == "seed":
        return replace(visit, failures=0, due=now + every)
    return replace(
        visit, failures=0, own=own, due=next((visit.first + age for age in AGAIN if visit.first + age > now), None)
    )


def failed(visit: Visit, now: float, every: float, wait: float | None = None, *, gone: bool = False) -> Visit:
    """A visit that failed, with the time of the next one: later each time; a page is given up at last, a seed never.

    >>> failed(Visit("e.org/a", "seed", "https://e.org/a", 0.0, first=0.0, failures=2), now=0.0, every=60.0).due
    480.0
    """
    failures = visit.failures + 1
    if visit.kind == "link" and (gone or failures >= TRIES):
        return replace(visit, failures=failures, due=None)
    pause = every if visit.kind == "seed" else HOUR / 4
    return replace(visit, failures=failures, due=now + max(wait or 0.0, min(DAY, pause * 2 ** min(failures, 12))))


class Visits:
    """The visits of one record's watch, on disk: what is watched for weeks does not grow in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """The visits at `path`, made where there are none."""
        db = sqlite3.connect(path, timeout=30, isolation_level=None)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.executescript(SCHEMA)
        return cls(db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def of(self, key: str) -> Visit | None:
        """The visit with this key, or None."""
        told = self._db.execute("SELECT row FROM visit WHERE key = ?", (key,)).fetchone()
        return None if told is None else _visit(told[0])

    def keep(self, visit: Visit) -> None:
        """Keep a visit in the place of what was known of it."""
        told = {name: value for name, value in asdict(visit).items() if value not in (None, 0)}
        self._db.execute("INSERT OR REPLACE INTO visit VALUES (?, ?, ?)", (visit.key, visit.due, json.dumps(told)))

    def due(self, now: float, most: int) -> list[Visit]:
        """The visits whose time has come, the longest due first, `most` of them."""
        told = self._db.execute("SELECT row FROM visit WHERE due <= ? ORDER BY due, key LIMIT ?", (now, most))
        return [_visit(row) for (row,) in told]

    def next_due(self) -> float | None:
        """When the next visit is due; None where none is."""
        told = self._db.execute("SELECT min(due) FROM visit").fetchone()[0]
        return None if told is None else float(told)

    def seeds(self) -> Iterator[Visit]:
        """The visits of what a person named."""
        return (
            _visit(row)
            for (row,) in self._db.execute("SELECT row FROM visit WHERE row ->> 'kind' = 'seed' ORDER BY key")
        )

    def drop(self, visit: Visit) -> None:
        """Look at something no more: a person does not name it any longer."""
        self._db.execute("DELETE FROM visit WHERE key = ?", (visit.key,))

    def forget(self, now: float) -> None:
        """Forget the pages that are looked at no more, after three months."""
        self._db.execute(
            "DELETE FROM visit WHERE due IS NULL AND row ->> 'first' < ? AND row ->> 'kind' = 'link'", (now - MEMORY,)
        )


def _visit(told: str) -> Visit:
    return Visit(**({"due": None, "first": 0.0} | json.loads(told)))
