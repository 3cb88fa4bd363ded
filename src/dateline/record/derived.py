"""What weighing derived, part by part: a part is put in the place of the one before it, and nothing else is touched.

Of a report or a claim only what weighing changed is kept. What is the same as it was found is looked up there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from dateline.record.catalogue import Catalogue, dropped, emptied, paired
from dateline.record.digests import Sum
from dateline.record.store import Store, Told, parsed
from dateline.rows import Row

__all__ = ["Part", "all_in_one", "encoded", "of_part", "patch", "put", "remade"]

FOUND: Final = {"reports": "report", "claims": "claim"}
"""Tables of which rows stand as they were found, and where."""
TOGETHER: Final = 500
"""Rows looked up at once."""


class Part(NamedTuple):
    """What was derived together, under the name of its part: rows by table, those of reports and claims as patches."""

    name: str
    rows: Mapping[str, Iterable[Row]]
    seen: Iterable[tuple[str, Row]]
    """What the catalogue is made from: rows of the part and of agreements that it tells of, whole or what is needed of them."""


def patch(found: Row | None, weighed: Row) -> Row | None:
    """What weighing changed of a row: its id and each field that is another one; None where it left all as it was.

    >>> patch({"id": "c1", "type": "clash", "by": []}, {"id": "c1", "type": "airstrike", "by": []})
    {'id': 'c1', 'type': 'airstrike'}
    """
    if found is None:
        return weighed
    changed = {name: value for name, value in weighed.items() if name not in found or found[name] != value}
    return {"id": weighed["id"], **changed} if changed else None


def put(store: Store, parts: Iterable[Part], gone: Iterable[str] | None) -> None:
    """Take out the parts that are gone, or all where None is given, and put in others; inside a transaction."""
    sums: dict[str, Sum] = {}
    if gone is None:
        _all_out(store)
    else:
        kept = store.execute("SELECT name, value FROM about WHERE name LIKE 'sum of %'")
        sums = {name.removeprefix("sum of "): Sum(value) for name, value in kept}
        for name in gone:
            _take_out(store, name, sums)
    for part in parts:
        catalogue = Catalogue()
        for table, one in part.seen:
            catalogue.take(table, one)
        for table, rows in part.rows.items():
            store.fill("weighed", _passing(table, part.name, rows, sums.setdefault(table, Sum())))
        catalogue.fill(store)
    paired(store)
    store.execute("DELETE FROM about WHERE name LIKE 'sum of %'")
    for table, total in sums.items():
        if total.told() != Sum().told():  # of a table without rows nothing is told
            store.execute("INSERT INTO about VALUES (?, ?)", (f"sum of {table}", total.told()))


def _all_out(store: Store) -> None:
    emptied(store)
    store.execute("DELETE FROM weighed")
    store.execute("DELETE FROM part")
    store.execute("DELETE FROM about WHERE name LIKE 'sum of %'")


def _take_out(store: Store, part: str, sums: Mapping[str, Sum]) -> None:
    dropped(store, part)
    for table, told in store.execute('SELECT "table", row FROM weighed WHERE part = ?', (part,)):
        sums[table].drop(told)
    store.execute("DELETE FROM weighed WHERE part = ?", (part,))
    store.execute("DELETE FROM part WHERE name = ?", (part,))


def _passing(table: str, part: str, rows: Iterable[Row], told: Sum) -> Iterator[Told]:
    return ((table, one["id"], part, told.add(encoded(one))) for one in rows)


def of_part(store: Store, part: str, table: str) -> list[Row]:
    """The rows of a table that were derived with a part, by id; of reports and claims the patches."""
    told = store.execute('SELECT "table", row FROM weighed WHERE part = ? ORDER BY id', (part,))
    return [parsed(row) for name, row in told if name == table]


def all_in_one(store: Store, tables: Mapping[str, Iterable[Row]]) -> None:
    """Put whole rows of the contract's tables in the place of all that was derived, as one part; inside a transaction."""
    catalogue = Catalogue()
    sums = {table: Sum() for table in tables}
    _all_out(store)
    for table, rows in tables.items():
        for batch in _batches(_taken(rows, table, catalogue)):
            store.fill("weighed", list(_passing(table, "", _patches(store, table, batch), sums[table])))
        store.execute("INSERT INTO about VALUES (?, ?)", (f"sum of {table}", sums[table].told()))
    catalogue.fill(store)
    paired(store)


def _taken(rows: Iterable[Row], table: str, catalogue: Catalogue) -> Iterator[Row]:
    for one in rows:
        catalogue.take(table, one)
        yield one


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, TOGETHER)):
        yield batch


def _patches(store: Store, table: str, rows: list[Row]) -> Iterator[Row]:
    """Rows as they are kept: of reports and claims what differs from what was found; a report says at least that it was weighed."""
    if table not in FOUND:
        yield from rows
        return
    query = f"SELECT id, row FROM {FOUND[table]} WHERE id IN ({', '.join('?' * len(rows))})"
    found = {name: parsed(told) for name, told in store.execute(query, [one["id"] for one in rows])}
    for one in rows:
        told = patch(found.get(one["id"]), one)
        if told is not None or table == "reports":
            yield told or {"id": one["id"]}


def remade(store: Store) -> None:
    """Make the catalogue of events anew from what was derived; inside a transaction."""
    emptied(store)
    catalogue = Catalogue()
    for table, plain in FOUND.items():
        query = f"""SELECT f.row, w.row FROM {plain} f LEFT JOIN weighed w ON w."table" = ? AND w.id = f.id"""
        for found, told in store.stream(query, (table,)):
            catalogue.take(table, parsed(found) | (parsed(told) if told is not None else {}))
    for table, told in store.stream('SELECT "table", row FROM weighed'):
        if table not in FOUND:
            catalogue.take(table, parsed(told))
    catalogue.fill(store)
    paired(store)


def encoded(told: Row) -> str:
    """A row as it is kept."""
    return _ENCODER.encode(told)


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
