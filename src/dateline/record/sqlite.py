"""A record's store in one SQLite file: one writer, many readers, nothing half-written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, Self
from urllib.parse import quote

from dateline.errors import BrokenRecord, DatelineError, Refused, Unusable
from dateline.record.store import PATIENCE, Answer, Told, statements
from dateline.record.words import Phrase, folded, phrases

__all__ = ["SQLite"]

SAID: Final = {
    "SQLITE_FULL": "its disk is full; nothing of this step was kept. Make room and run the same command again",
    "SQLITE_READONLY": "it cannot be written: the file, its folder or its disk is read-only",
    "SQLITE_BUSY": f"another process has been writing to it for {PATIENCE} seconds; run the same command again when that one is done",
    "SQLITE_LOCKED": "another process is writing to it; run the same command again when that one is done",
    "SQLITE_CANTOPEN": "it cannot be opened: is its folder there, and may you write in it?",
    "SQLITE_PERM": "you may not use it",
    "SQLITE_IOERR": "its disk failed, or lets no file grow this large; nothing of this step was kept",
    "SQLITE_NOMEM": "there is not enough memory",
}
"""What SQLite calls it → what a person is told, where the record itself is sound."""


CACHE: Final = 64_000
"""Kilobytes of pages a writer keeps at hand; a weighing of 100,000 claims takes half as long as with the usual 2,000."""

AT_ONCE: Final = 500
"""Rows taken from the file at once."""

MEMORY: Final = ":memory:"
"""Instead of a path: a store that is gone when it is closed."""


class SQLite:
    """A store in a file, or in memory where the path is `:memory:`."""

    def __init__(self, db: sqlite3.Connection, path: Path | str) -> None:
        self._db = db
        self._path = path
        self.where = str(path)
        self.closed = False
        self.name = f"SQLite {sqlite3.sqlite_version}"

    @classmethod
    def writable(cls, path: Path | str) -> Self:
        """The store at `path`, made where there is none.

        Raises BrokenRecord where the file is something else, Unusable where it cannot be written.
        """
        _no_folder(path)
        folder = Path(path).parent
        if not folder.is_dir():
            raise Unusable(f"{path}: there is no folder {folder}; make it first")
        if path != MEMORY and not os.access(folder, os.W_OK):
            raise Unusable(f"{path}: {SAID['SQLITE_READONLY']}")
        with _plainly(path):
            store = cls(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None), path)
            if store._db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                store._db.execute("PRAGMA journal_mode = WAL")
            store._db.execute("PRAGMA synchronous = NORMAL")
            store._db.execute("PRAGMA foreign_keys = ON")
            store._db.execute(f"PRAGMA cache_size = {-CACHE}")
        return store

    @classmethod
    def readable(cls, path: Path | str) -> Self:
        """The store at `path`, which cannot be written through this connection, and may lie where nothing can."""
        _no_folder(path)
        with _plainly(path):
            db = sqlite3.connect(_address(Path(path)), uri=True, timeout=PATIENCE, isolation_level=None)
            db.execute("PRAGMA query_only = ON")
        return cls(db, path)

    def execute(self, query: str, values: Sequence[object] = ()) -> Answer:
        """Run one statement."""
        with _plainly(self._path):
            return Answer(self._db.execute(query, values).fetchall())

    def stream(self, query: str, values: Sequence[object] = ()) -> Iterator[Told]:
        """The rows of a query, a few at a time."""
        with _plainly(self._path):
            cursor = self._db.execute(query, values)
            while rows := cursor.fetchmany(AT_ONCE):
                yield from rows

    def fill(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Add many whole rows to a table."""
        told = iter(rows)
        first = next(told, None)
        if first is None:
            return
        insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"
        with _plainly(self._path):
            self._db.execute(insert, first)
            self._db.executemany(insert, told)

    def script(self, name: str) -> None:
        """Run the statements of a file."""
        for statement in statements("sqlite", name):
            self.execute(statement)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that no other writer can come between."""
        if self._db.in_transaction:
            yield
            return
        with _plainly(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def deciding(self) -> Iterator[None]:
        """A transaction that is on the disk when it ends."""
        if self._db.in_transaction:
            yield
            return
        self.execute("PRAGMA synchronous = FULL")
        try:
            with self.writing():
                yield
        finally:
            self.execute("PRAGMA synchronous = NORMAL")

    @contextmanager
    def still(self) -> Iterator[None]:
        """One view of the store, as it stood at the first look."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            self.execute("ROLLBACK")

    def began(self) -> bool:
        """Whether the file holds a record. Raises BrokenRecord where it is a database of something else."""
        tables = {name for (name,) in self.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if tables and not {"about", "report", "judgement"} <= tables:
            raise BrokenRecord(
                f"{self._path} cannot be opened as a record: it is a database of something else, and is left as it is"
            )
        return bool(tables)

    def index_words(self, rows: Iterable[tuple[int, str]]) -> None:
        """Make the words of cards findable."""
        with _plainly(self._path):
            told = ((n, " ".join(folded(words))) for n, words in rows)
            self._db.executemany("INSERT INTO card_text (rowid, words) VALUES (?, ?)", told)

    def forget_words(self, cards: Sequence[int] | None) -> None:
        """Let the words of some cards, or of all, be found no more; those of some stay until all go, and lead to no card."""
        if cards is None:
            self.script("words")

    def cards_holding(self, words: str) -> list[int] | None:
        """The numbers of the cards that hold all these words; None where nothing is asked."""
        asked = phrases(words)
        if not asked:
            return None
        query = "SELECT rowid FROM card_text WHERE card_text MATCH ? AND rowid IN (SELECT n FROM card)"
        return [n for (n,) in self.execute(query, (" ".join(map(_matched, asked)),))]

    def damage(self) -> list[str]:
        """What SQLite finds broken in the file."""
        return [line for (line,) in self.execute("PRAGMA integrity_check") if line != "ok"]

    def copy_to(self, path: Path) -> None:
        """Copy the whole store as it stands to a new file, while others go on reading and writing."""
        with _plainly(path), closing(sqlite3.connect(path, isolation_level=None)) as copy:
            self._db.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """Write what is pending to the one file and let go of it."""
        self.closed = True
        with _plainly(self._path):
            self._db.close()


def _address(path: Path) -> str:
    """How to open a file to read it: where no one can write beside it, and nothing is pending, as one that stays as it is."""
    pending = Path(f"{path}-wal")
    fixed = not os.access(path.parent, os.W_OK) and not (pending.exists() and pending.stat().st_size)
    return f"file:{quote(str(path.absolute()))}?mode=ro" + ("&immutable=1" if fixed else "")


def _no_folder(path: Path | str) -> None:
    if Path(path).is_dir():
        raise Unusable(f"{path} is a folder; a record is a file, such as {Path(path) / 'dateline.db'}")


def _matched(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"' + ("*" if phrase.open else "")


@contextmanager
def _plainly(path: Path | str) -> Iterator[None]:
    """What SQLite raises inside, raised in plain words."""
    try:
        yield
    except sqlite3.Error as error:
        raise _said(error, path) from error


def _said(error: sqlite3.Error, path: Path | str) -> DatelineError | sqlite3.Error:
    name = str(getattr(error, "sqlite_errorname", ""))
    if name.startswith("SQLITE_CONSTRAINT"):
        return Refused(f"{path} refuses this: {error}")
    if name == "SQLITE_NOTADB":
        return BrokenRecord(f"{path} cannot be opened as a record: {error}")
    if name.startswith("SQLITE_CORRUPT") or (
        isinstance(error, sqlite3.OperationalError) and name in ("", "SQLITE_ERROR")
    ):
        return BrokenRecord(
            f"{path} is damaged: {error}. It is left as it is; bring back a backup with `dateline restore`"
        )
    plain = next((told for code, told in SAID.items() if name == code or name.startswith(f"{code}_")), None)
    return error if plain is None else Unusable(f"{path}: {plain} ({error})")
