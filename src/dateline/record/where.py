"""Where a record lies: a file, or a PostgreSQL database named by its address."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple

from dateline.errors import MissingPart
from dateline.record.sqlite import SQLite
from dateline.record.store import Store

__all__ = ["Reach", "Where", "files_of", "named", "on_a_server", "place", "reaching", "there"]

Where = Path | str
"""A path, or an address like postgresql://ana@localhost/desk."""

ADDRESS: Final = ("postgresql://", "postgres://")
BESIDE: Final = ("", "-wal", "-shm", "-journal")
"""How the names of a file's record end: the store itself, and what it writes beside itself."""


class Reach(NamedTuple):
    """The two ways to open a store."""

    writable: Callable[[], Store]
    readable: Callable[[], Store]


def on_a_server(where: Where) -> bool:
    """Whether this is the address of a server, not a path.

    >>> on_a_server("postgresql://ana@localhost/desk"), on_a_server("desk.db")
    (True, False)
    """
    return isinstance(where, str) and where.startswith(ADDRESS)


def place(told: Where) -> Where:
    """What a person wrote, as a path or as an address. Raises ValueError for an address of another kind of store.

    >>> place("postgresql://ana@localhost/desk")
    'postgresql://ana@localhost/desk'
    """
    if isinstance(told, str) and "://" in told and not on_a_server(told):
        raise ValueError("a record is a file, or postgresql://…")
    return told if on_a_server(told) else Path(told)


def reaching(where: Where) -> Reach:
    """How to open what lies there. Raises MissingPart where the program has no part for it."""
    if on_a_server(where):
        store = _postgresql().PostgreSQL
        return Reach(lambda: store.writable(where), lambda: store.readable(where))
    return Reach(lambda: SQLite.writable(where), lambda: SQLite.readable(where))


def there(where: Where) -> bool:
    """Whether anything is there. Raises Unusable where a server does not answer."""
    if not on_a_server(where):
        return Path(where).exists()
    store = reaching(where).readable()
    try:
        return store.began()
    finally:
        store.close()


def files_of(where: Where) -> frozenset[Path]:
    """The files of a record, and of what a watch remembers beside it; none where a server keeps it."""
    if on_a_server(where):
        return frozenset()
    path = Path(where).resolve()
    return frozenset(path.with_name(path.name + watch + end) for watch in ("", "-watch") for end in BESIDE)


def named(where: Where) -> str:
    """How to call it in a message: without a password."""
    return str(_postgresql().shown(where)) if on_a_server(where) else str(where)


def _postgresql() -> Any:
    """The part that speaks with PostgreSQL; it is an extra."""
    try:
        return import_module("dateline.record.postgresql")
    except ModuleNotFoundError as error:
        raise MissingPart(f"{error.name} is not installed: pip install 'dateline[postgres]'") from error
