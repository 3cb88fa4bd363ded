"""What the record asks of a store: plain SQL that SQLite and PostgreSQL both understand, and the few things they do differently."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Protocol

from dateline.errors import BrokenRecord
from dateline.rows import Row

__all__ = ["PATIENCE", "TABLES", "Answer", "Store", "Told", "parsed", "statements"]

Told = tuple[Any, ...]

PATIENCE: Final = 30
"""Seconds a writer waits for another one before it gives up."""

TABLES: Final = ("about", "report", "mention", "claim", "source", "unread", "judgement", "weighed")
"""What a record consists of, in an order in which it can be filled. The catalogue of events is made from it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that answer a short query, all at hand."""

    rows: list[Told]

    def __iter__(self) -> Iterator[Told]:
        return iter(self.rows)

    def fetchone(self) -> Any:
        """The first row, or None."""
        return self.rows[0] if self.rows else None

    def fetchall(self) -> list[Told]:
        """Every row."""
        return self.rows


class Store(Protocol):
    """One open store. What goes wrong in it is raised as Unusable, Refused or BrokenRecord, in plain words.

    Queries are SQL that both stores read, with `?` for values; text sorts by code point under COLLATE "binary".
    """

    name: str
    """The kind of store and its version."""
    where: str
    """Where it lies, as it may be shown."""

    @property
    def closed(self) -> bool:
        """Whether it was closed, or lost its server."""
        ...

    def execute(self, query: str, values: Sequence[object] = ()) -> Answer:
        """Run one statement; for answers that fit in memory."""
        ...

    def stream(self, query: str, values: Sequence[object] = ()) -> Iterator[Told]:
        """The rows of a query, a few at a time."""
        ...

    def fill(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Add many whole rows to a table."""
        ...

    def script(self, name: str) -> None:
        """Run the statements of a file of this store, inside a transaction."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """All that is written inside is kept at once or not at all; within another transaction it is a part of that."""
        ...

    def deciding(self) -> AbstractContextManager[None]:
        """As `writing`, and on the disk when it ends."""
        ...

    def still(self) -> AbstractContextManager[None]:
        """Inside, everything is read as it stood at the first look, whatever others write."""
        ...

    def began(self) -> bool:
        """Whether the store holds a record, of whatever format."""
        ...

    def index_words(self, rows: Iterable[tuple[int, str]]) -> None:
        """Make the words of cards, by the cards' numbers, findable."""
        ...

    def forget_words(self, cards: Sequence[int] | None) -> None:
        """Let the words of some cards be found no more, or of all where None is given."""
        ...

    def cards_holding(self, words: str) -> list[int] | None:
        """The numbers of the cards that hold all these words; None where nothing is asked."""
        ...

    def damage(self) -> list[str]:
        """What the store itself finds broken."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


def parsed(told: str) -> Row:
    """A row as it is kept. Raises BrokenRecord where it is no JSON.

    >>> parsed('{"id":"event:1"}')
    {'id': 'event:1'}
    """
    try:
        row: Row = json.loads(told)
    except ValueError as error:
        raise BrokenRecord(f"the record is damaged: a row of it is no JSON ({error}); bring back a backup") from error
    return row


@cache
def statements(store: str, name: str) -> tuple[str, ...]:
    """The statements of a file of SQL, in order; each ends with a semicolon at the end of its line."""
    script = files("dateline.record").joinpath("sql", store, f"{name}.sql").read_text("utf-8")
    return tuple(f"{statement};" for statement in script.split(";\n") if statement.strip())
