"""What the record asks its store for, in SQL that SQLite and PostgreSQL both read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

__all__ = ["AS_READ", "BY_ID", "TOLD"]

Query = tuple[str, tuple[object, ...]]


def _derived(table: str, order: str) -> Callable[[bool], Query]:
    return lambda _: (f'SELECT row FROM weighed WHERE "table" = ? ORDER BY {order}', (table,))


def _read(table: str, plain: str, order: str) -> Callable[[bool], Query]:
    derived = _derived(table, order)
    return lambda weighed: derived(weighed) if weighed else (f"SELECT row FROM {plain} ORDER BY {order}", ())


def _text(field: str) -> str:
    return f"""row ->> '{field}' COLLATE "binary" NULLS FIRST"""


def _number(field: str) -> str:
    return f"CAST(row ->> '{field}' AS INTEGER)"


TOLD: Final[dict[str, Callable[[bool], Query]]] = {
    "reports": _read("reports", "report", f"{_text('key')}, id"),
    "claims": _read("claims", "claim", f"{_text('report')}, {_number('start')}, {_number('end')}, id"),
    "mentions": lambda _: (
        'SELECT row FROM mention ORDER BY report, start, "end", kind, CAST(row AS TEXT) COLLATE "binary"',
        (),
    ),
    "events": _derived("events", "id"),
    "contradictions": _derived("contradictions", "id"),
    "revisions": _derived("revisions", f"{_text('report')}, id"),
    "agreements": _derived("agreements", f"{_text('from')}, id"),
    "commitments": _derived("commitments", f"{_text('due')}, id"),
    "judgements": lambda _: ("SELECT row FROM judgement ORDER BY number", ()),
}
"""The rows of each table of the contract, sorted, by whether weighing left rows of that table."""

AS_READ: Final = {
    "reports": "SELECT row FROM report ORDER BY id",
    "claims": 'SELECT row FROM claim ORDER BY report, start, "end", id',
}
"""Reports and claims as they were read, whatever weighing made of them."""

BY_ID: Final = (
    'SELECT "table", row FROM weighed WHERE id = ?',
    "SELECT 'claims', row FROM claim WHERE id = ?",
    "SELECT 'reports', row FROM report WHERE id = ?",
)
"""Where an id may stand: as weighing left it, or as it was read."""
