"""The record in one SQLite file: one writer, many readers, nothing half-written."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Self

from dateline.errors import BrokenRecord, Overtaken
from dateline.model import Claim, Judgement, Report, Unread
from dateline.rows import noun, row

__all__ = ["FORMAT", "Record", "Row"]

Row = dict[str, Any]

FORMAT: Final = "1"
"""The number of the record's shape; a record of another one is refused, never guessed at."""


class Record:
    """A record on disk. Reports, mentions, claims and judgements are kept; what weighing derives is replaced whole.

    >>> with Record.open(":memory:") as record:
    ...     record.keep_unread(Unread("blank.txt", "empty", "the file holds no text"))
    ...     [row["reason"] for row in record.rows("unread")]
    ['empty']
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """The record at `path`, made where there is none.

        Raises BrokenRecord where the file is something else, of another format, or cannot be opened.
        """
        try:
            db = sqlite3.connect(path, timeout=30, isolation_level=None)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA foreign_keys = ON")
            db.executescript(files("dateline.record").joinpath("schema.sql").read_text("utf-8"))
            db.execute("INSERT OR IGNORE INTO about VALUES ('format', ?)", (FORMAT,))
            told = db.execute("SELECT value FROM about WHERE name = 'format'").fetchone()[0]
        except sqlite3.Error as error:
            raise BrokenRecord(f"{path} cannot be opened as a record: {error}") from error
        if told != FORMAT:
            raise BrokenRecord(f"{path} is a record of format {told}; this version reads format {FORMAT}")
        return cls(db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write what is pending to the one file and let go of it."""
        self._db.close()

    def note(self, name: str, value: str) -> None:
        """Note something about the record itself."""
        self._db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> str | None:
        """What was noted under a name, or None."""
        told = self._db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return None if told is None else str(told[0])

    # --- what is read ------------------------------------------------------------------------------------------------

    def holds(self, report: str) -> bool:
        """Whether the report with this id was read already."""
        return self._db.execute("SELECT 1 FROM report WHERE id = ?", (report,)).fetchone() is not None

    def keep(self, found: Iterable[tuple[Row, list[Row], list[Row]]]) -> None:
        """Add reports with their mentions and claims, as rows, in one transaction; what is known already is left as it is."""
        with self._writing():
            for report, mentions, claims in found:
                if not self.holds(report["id"]):
                    self._add(report, mentions, claims)

    def keep_source(self, sha256: str, data: bytes, hint: str | None) -> None:
        """Keep the bytes that the report with this digest was read from, and what told their encoding."""
        self._db.execute("INSERT OR IGNORE INTO source VALUES (?, ?, ?)", (sha256, hint, zlib.compress(data)))

    def source(self, sha256: str) -> tuple[bytes, str | None] | None:
        """The bytes that a report was read from, and what told their encoding; None where none were kept."""
        told = self._db.execute("SELECT data, hint FROM source WHERE sha256 = ?", (sha256,)).fetchone()
        return None if told is None else (zlib.decompress(told[0]), told[1])

    def keep_unread(self, unread: Unread) -> None:
        """Note an input that could not be read."""
        self._db.execute("INSERT OR REPLACE INTO unread VALUES (?, ?, ?)", (unread.key, unread.reason, unread.detail))

    def sources(self) -> Iterator[tuple[str, str | None, bytes]]:
        """The digest, the encoding told and the bytes of everything kept as it came, by digest."""
        for sha256, hint, data in self._db.execute("SELECT sha256, hint, data FROM source ORDER BY sha256"):
            yield sha256, hint, zlib.decompress(data)

    def as_read(self, table: str) -> Iterator[Row]:
        """The rows of `reports` (by id) or `claims` (by report and place) as they were read, whatever weighing made of them."""
        return self._told(_AS_READ[table])

    def reports(self) -> Iterator[Report]:
        """The reports as read, by id."""
        return (noun(Report, told) for told in self.as_read("reports"))

    def claims(self) -> Iterator[Claim]:
        """The claims as found, by report and place in its text."""
        return (noun(Claim, told) for told in self.as_read("claims"))

    # --- what is judged ----------------------------------------------------------------------------------------------

    def judge(self, judgement: Judgement) -> None:
        """Add a person's decision; it is on the disk when this returns."""
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("INSERT INTO judgement (row) VALUES (?)", (_json(row(judgement)),))
        self._db.execute("PRAGMA synchronous = NORMAL")

    def judge_after(self, judgement: Judgement, seen: int) -> int:
        """Add a decision made in sight of the decision numbered `seen` on its subject (0 for none); gives its own number.

        Raises Overtaken, and keeps nothing, where somebody decided on that subject since.
        """
        self._db.execute("PRAGMA synchronous = FULL")
        with self._writing():
            last = self.decided(judgement.subject)
            if last != seen:
                raise Overtaken(f"{judgement.subject} was decided on by somebody else meanwhile")
            added = self._db.execute("INSERT INTO judgement (row) VALUES (?)", (_json(row(judgement)),))
        self._db.execute("PRAGMA synchronous = NORMAL")
        return int(added.lastrowid or 0)

    def decided(self, subject: str | None = None) -> int:
        """The number of the last decision, on a subject or on anything; 0 where there is none."""
        where, values = ("", ()) if subject is None else (" WHERE row ->> 'subject' = ?", (subject,))
        return int(self._db.execute(f"SELECT coalesce(max(number), 0) FROM judgement{where}", values).fetchone()[0])

    def judgements(self) -> Iterator[Judgement]:
        """Every decision, in the order they were made."""
        return (noun(Judgement, told) for told in self._told("SELECT row FROM judgement ORDER BY number"))

    # --- what is derived ---------------------------------------------------------------------------------------------

    def derive(self, tables: dict[str, Iterable[Row]]) -> None:
        """Put what weighing derived in the place of what it derived before, whole."""
        with self._writing():
            self._db.execute("DELETE FROM weighed")
            for table, rows in tables.items():
                self._db.executemany(
                    "INSERT INTO weighed VALUES (?, ?, ?)", ((table, told["id"], _json(told)) for told in rows)
                )
            self._catalogue()
            self.note("weighing", str(int(self.noted("weighing") or 0) + 1))

    def catalogue(self) -> None:
        """Make the catalogue of events anew: of use for a record that was weighed before there was one."""
        with self._writing():
            self._catalogue()

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one table of the contract, sorted; reports and claims as weighing left them, once it was done."""
        return self._told(*_QUERIES[table](self._weighed(table)))

    def find(self, subject: str) -> tuple[str, Row] | None:
        """The table and row of anything that has an id, or None."""
        for query in _BY_ID:
            told = self._db.execute(query, (subject,)).fetchone()
            if told is not None:
                return told[0], json.loads(told[1])
        return None

    def check(self) -> list[str]:
        """What is wrong with the store, in plain words; nothing where all is well."""
        wrong = [line for (line,) in self._db.execute("PRAGMA integrity_check") if line != "ok"]
        orphans = self._db.execute("SELECT count(*) FROM claim WHERE report NOT IN (SELECT id FROM report)").fetchone()[
            0
        ]
        return wrong + ([f"{orphans} claims belong to no report"] if orphans else [])

    def _weighed(self, table: str) -> bool:
        return self._db.execute('SELECT 1 FROM weighed WHERE "table" = ? LIMIT 1', (table,)).fetchone() is not None

    def _add(self, report: Row, mentions: list[Row], claims: list[Row]) -> None:
        self._db.execute("INSERT INTO report VALUES (?, ?, ?)", (report["id"], report["key"], _json(report)))
        self._db.executemany(
            "INSERT INTO mention VALUES (?, ?, ?, ?, ?)",
            ((m["report"], m["start"], m["end"], m["kind"], _json(m)) for m in mentions),
        )
        self._db.executemany(
            "INSERT INTO claim VALUES (?, ?, ?, ?, ?)",
            ((c["id"], c["report"], c["start"], c["end"], _json(c)) for c in claims),
        )

    def _catalogue(self) -> None:
        for statement in _statements():
            self._db.execute(statement)

    def _told(self, query: str, values: tuple[object, ...] = ()) -> Iterator[Row]:
        return (json.loads(told) for (told,) in self._db.execute(query, values))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


Query = tuple[str, tuple[object, ...]]


def _derived(table: str, order: str) -> Callable[[bool], Query]:
    return lambda _: (f'SELECT row FROM weighed WHERE "table" = ? ORDER BY {order}', (table,))


def _read(table: str, plain: str, order: str) -> Callable[[bool], Query]:
    derived = _derived(table, order)
    return lambda weighed: derived(weighed) if weighed else (f"SELECT row FROM {plain} ORDER BY {order}", ())


_QUERIES: Final[dict[str, Callable[[bool], Query]]] = {
    "reports": _read("reports", "report", "row ->> 'key', id"),
    "claims": _read("claims", "claim", "row ->> 'report', row ->> 'start', row ->> 'end', id"),
    "mentions": lambda _: ("SELECT row FROM mention ORDER BY report, start, end, kind, row", ()),
    "events": _derived("events", "id"),
    "contradictions": _derived("contradictions", "id"),
    "agreements": _derived("agreements", "row ->> 'from', id"),
    "commitments": _derived("commitments", "row ->> 'due', id"),
    "unread": lambda _: (
        "SELECT json_object('key', key, 'reason', reason, 'detail', detail) FROM unread ORDER BY key, reason, detail",
        (),
    ),
    "judgements": lambda _: ("SELECT row FROM judgement ORDER BY number", ()),
}

_AS_READ: Final = {
    "reports": "SELECT row FROM report ORDER BY id",
    "claims": "SELECT row FROM claim ORDER BY report, start, end, id",
}

_BY_ID: Final = (
    'SELECT "table", row FROM weighed WHERE id = ?',
    "SELECT 'claims', row FROM claim WHERE id = ?",
    "SELECT 'reports', row FROM report WHERE id = ?",
)
"""Where an id may stand: as weighing left it, or as it was read."""


@cache
def _statements() -> tuple[str, ...]:
    script = files("dateline.record").joinpath("catalogue.sql").read_text("utf-8")
    return tuple(f"{statement};" for statement in script.split(";\n") if statement.strip())


def _json(told: Row) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
