"""A record's store in a PostgreSQL database: many readers, one writer at a time, decisions beside it; with PostGIS where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count
from typing import Any, Final, Self
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.sql import SQL
from psycopg.types.json import set_json_loads

from dateline.errors import BrokenRecord, DatelineError, Refused, Unusable
from dateline.record.store import PATIENCE, Answer, Told, statements
from dateline.record.words import Phrase, folded, phrases

__all__ = ["PostgreSQL", "shown"]

WRITER: Final = 5_113_001
DECIDER: Final = 5_113_002
"""Names of the two locks: of the one writer, and of the one who decides."""

AT_ONCE: Final = 2000
"""Rows fetched from the server at once."""

MOST_BYTES: Final = 900_000
"""Of the words of one card: PostgreSQL takes no more than a megabyte."""
MOST_PLACES: Final = 16_383
"""Places of words in a text that PostgreSQL tells apart."""
LONGEST: Final = 200
"""Letters of a word that can be searched for."""
NO_ADDRESS: Final = (
    "that is no address of a PostgreSQL database; one looks like postgresql://NAME@HOST:5432/DATABASE, "
    "with ?sslmode=require or another option that PostgreSQL knows behind it"
)

SAID: Final = {
    "53100": "the server's disk is full; nothing of this step was kept. Make room and run the same command again",
    "53300": "the server takes no more connections; raise max_connections or close some",
    "25006": "it cannot be written: the server or this user may only read",
    "55P03": f"another process has been writing to it for {PATIENCE} seconds; run the same command again when that one is done",
    "40P01": "two processes waited for each other; nothing of this step was kept. Run the same command again",
    "42501": "this user may not do that",
    "58030": "the server's disk failed",
}
"""What PostgreSQL calls it → what a person is told, where the record itself is sound."""

_PAIR: Final = re.compile(r"\\\\|\\u0000")


class PostgreSQL:
    """A store in the schema `dateline` of a database."""

    def __init__(self, db: psycopg.Connection[Told], address: str) -> None:
        self._db = db
        self._address = address
        self.where = shown(address)
        self._cursors = count()
        version = db.info.server_version
        self.name = f"PostgreSQL {version // 10000}.{version % 10000}"

    @classmethod
    def writable(cls, address: str) -> Self:
        """The store at an address. Raises Unusable where the server does not answer."""
        return cls._opened(address)

    @classmethod
    def readable(cls, address: str) -> Self:
        """The store at an address, which cannot be written through this connection."""
        store = cls._opened(address)
        store.execute("SET default_transaction_read_only = on")
        return store

    @classmethod
    def _opened(cls, address: str) -> Self:
        with _plainly(address):
            try:
                db = psycopg.connect(address, autocommit=True, connect_timeout=PATIENCE)
            except psycopg.ProgrammingError:
                raise Unusable(NO_ADDRESS) from None  # what it says may hold the password
            if db.info.encoding != "utf-8" or db.info.parameter_status("server_encoding") != "UTF8":
                raise Unusable(
                    f"{shown(address)}: a record needs a database in UTF-8; make one with `createdb -E UTF8`"
                )
            db.execute("SET search_path = dateline, public")
            db.execute(f"SET lock_timeout = '{PATIENCE}s'")
            db.execute("SET client_min_messages = warning")
            set_json_loads(_letters, db)
        return cls(db, address)

    def execute(self, query: str, values: Sequence[object] = ()) -> Answer:
        """Run one statement."""
        with _plainly(self._address):
            cursor = self._db.execute(_asked(query), [_guarded(value) for value in values] or None)
            rows = cursor.fetchall() if cursor.description else []
        return Answer([tuple(map(_bared, row)) for row in rows])

    def stream(self, query: str, values: Sequence[object] = ()) -> Iterator[Told]:
        """The rows of a query, from a cursor on the server."""
        alone = self._db.info.transaction_status == TransactionStatus.IDLE
        name = f"told_{next(self._cursors)}"
        with _plainly(self._address), self._db.cursor(name, withhold=alone) as cursor:
            cursor.itersize = AT_ONCE
            for row in cursor.execute(_asked(query), [_guarded(value) for value in values] or None):
                yield tuple(map(_bared, row))

    def fill(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Add many whole rows to a table."""
        with (
            _plainly(self._address),
            self._db.cursor() as cursor,
            cursor.copy(SQL(f"COPY {table} FROM STDIN")) as copy,
        ):
            for row in rows:
                copy.write_row([_guarded(value) for value in row])

    def script(self, name: str) -> None:
        """Run the statements of a file."""
        for statement in _script(name):
            self.execute(statement)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that no other writer can come between; readers see what was there before."""
        with self._together():
            self.execute("SELECT pg_advisory_xact_lock(?::bigint)", (WRITER,))
            yield

    @contextmanager
    def deciding(self) -> Iterator[None]:
        """A transaction that is on the server's disk when it ends, and waits for no weighing."""
        with self._together():
            self.execute("SELECT pg_advisory_xact_lock(?::bigint)", (DECIDER,))
            # A server may be set to answer before it has written; a person's decision waits until it has.
            self.execute(
                "SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'"
            )
            yield

    @contextmanager
    def still(self) -> Iterator[None]:
        """One view of the store, as it stood at the first look."""
        self.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            yield
        finally:
            self.execute("ROLLBACK")

    def began(self) -> bool:
        """Whether the database holds a record."""
        return self.execute("SELECT to_regclass('dateline.about') IS NOT NULL").rows == [(True,)]

    def index_words(self, rows: Iterable[tuple[int, str]]) -> None:
        """Make the words of cards findable."""
        self.fill("card_text", ((n, _placed(folded(words))) for n, words in rows))

    def forget_words(self, cards: Sequence[int] | None) -> None:
        """Let the words of some cards, or of all, be found no more; who searches meanwhile finds the old ones."""
        if cards is None:
            self.script("words")
        else:
            self.execute("DELETE FROM card_text WHERE n = ANY(?)", (list(cards),))

    def cards_holding(self, words: str) -> list[int] | None:
        """The numbers of the cards that hold all these words; None where nothing is asked."""
        asked = phrases(words)
        if not asked:
            return None
        told = " & ".join(map(_matched, asked))
        return [n for (n,) in self.execute("SELECT n FROM card_text WHERE words @@ ?::tsquery", (told,))]

    def damage(self) -> list[str]:
        """What the server finds broken: every page of every table and index is read, and its checksum compared where it has one."""
        found = []
        for (table,) in self.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'dateline'::regnamespace AND relkind = 'r' ORDER BY 1"
        ):
            try:
                self.execute(f"SELECT count(*) FROM {table}")
            except BrokenRecord as error:
                found.append(f"{table}: {error}")
        return found

    @property
    def closed(self) -> bool:
        """Whether the connection is gone."""
        return self._db.closed

    def close(self) -> None:
        """Let go of the connection."""
        self._db.close()

    @contextmanager
    def _together(self) -> Iterator[None]:
        """A transaction, or a part of the one that is under way."""
        if self._db.info.transaction_status != TransactionStatus.IDLE:
            yield
            return
        with _plainly(self._address), self._db.transaction():
            yield


def shown(address: str) -> str:
    """An address as it may be shown: without a password.

    >>> shown("postgresql://ana:secret@db.example/desk?sslmode=require")
    'postgresql://ana@db.example/desk'
    """
    told = urlsplit(address)
    host = told.netloc.rpartition("@")[2]
    return urlunsplit(told._replace(netloc=f"{told.username}@{host}" if told.username else host, query="", fragment=""))


@cache
def _script(name: str) -> tuple[str, ...]:
    """The statements of a file; what stands between dollar signs is one."""
    found: list[str] = []
    for piece in statements("postgresql", name):
        if found and found[-1].count("$$") % 2:
            found[-1] += "\n" + piece
        else:
            found.append(piece)
    return tuple(found)


@cache
def _asked(query: str) -> Any:
    return query.replace("?", "%s")


def _letters(data: str | bytes) -> str:
    """JSON as it is kept, letter for letter."""
    return data if isinstance(data, str) else data.decode()


def _guarded(value: object) -> object:
    """A text without the character of the code 0, which PostgreSQL does not hold; U+FFFF, which no text has, marks its place.

    >>> _bared(_guarded("a\\x00b"))
    'a\\x00b'
    """
    if not isinstance(value, str) or not ("\x00" in value or "\\u0000" in value or "\uffff" in value):
        return value
    told = value.replace("\uffff", "\uffff1").replace("\x00", "\uffff2")
    return _PAIR.sub(lambda pair: pair[0] if pair[0] == r"\\" else "\uffff0", told)


def _bared(value: Any) -> Any:
    if not isinstance(value, str) or "\uffff" not in value:
        return value
    return value.replace("\uffff0", r"\u0000").replace("\uffff2", "\x00").replace("\uffff1", "\uffff")


def _placed(words: Sequence[str]) -> str:
    """Words with their places, as PostgreSQL keeps them to be searched.

    >>> _placed(["aid", "for", "aid"])
    "'aid':1,3 'for':2"
    """
    places: dict[str, list[str]] = {}
    size = 0
    for at, word in enumerate(words[:MOST_PLACES], 1):
        told = places.setdefault(word[:LONGEST], [])
        size += 2 if told else 2 + len(word[:LONGEST].encode())
        if size > MOST_BYTES:
            break
        told.append(str(at))
    return " ".join(f"'{word}':{','.join(told)}" for word, told in places.items() if told)


def _matched(phrase: Phrase) -> str:
    told = " <-> ".join(f"'{word[:LONGEST]}'" for word in phrase.words)
    return f"({told}{':*' if phrase.open else ''})"


@contextmanager
def _plainly(address: str) -> Iterator[None]:
    """What PostgreSQL raises inside, raised in plain words."""
    try:
        yield
    except psycopg.Error as error:
        raise _said(error, shown(address)) from error


def _said(error: psycopg.Error, name: str) -> DatelineError | psycopg.Error:
    code, told = error.sqlstate or "", " ".join(str(error).split())
    if code in SAID:
        return Unusable(f"{name}: {SAID[code]} ({told})")
    if code in ("XX001", "XX002", "42P01"):
        return BrokenRecord(f"{name} is damaged: {told}. Bring back a backup with `dateline restore`")
    if code.startswith("23") or code == "P0001":
        return Refused(f"{name} refuses this: {told}")
    if code.startswith(("08", "28", "53", "57")) or (not code and isinstance(error, psycopg.OperationalError)):
        return Unusable(f"{name}: the server cannot be reached or gave up: {told}")
    return error
