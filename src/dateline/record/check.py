"""Whether a record is what it was given: its store sound, every row under its digest, every decision in its chain."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Final

from dateline.errors import BrokenRecord
from dateline.record.digests import Sum, chained, whole
from dateline.record.store import Store

__all__ = ["check"]


def check(store: Store) -> list[str]:
    """What is wrong with a record, in plain words; nothing where all is well. It reads everything and changes nothing."""
    found = [f"the store is damaged: {line}" for line in _sound(store)]
    for look in LOOKS:
        try:
            with store.still():
                found.extend(look(store))
        except BrokenRecord as error:
            found.append(str(error))
    return found


def _sound(store: Store) -> list[str]:
    try:
        return store.damage()
    except BrokenRecord as error:
        return [str(error)]


def _orphans(store: Store) -> Iterator[str]:
    for table in ("claim", "mention"):
        query = f"SELECT count(*) FROM {table} WHERE report NOT IN (SELECT id FROM report)"
        for (lost,) in store.execute(query):
            if lost:
                yield f"{lost} {table}s belong to no report"


def _reports(store: Store) -> Iterator[str]:
    """Reports whose row, or what was found in them, is not what was kept."""
    claims, mentions = (_Groups(store, table) for table in ("claim", "mention"))
    for name, told, digest in store.stream("SELECT id, row, digest FROM report ORDER BY id"):
        if whole(told, mentions.of(name), claims.of(name)) != digest:
            yield f"{name} is not as it was read, or what was found in it is not"


def _decisions(store: Store) -> Iterator[str]:
    """The first decision that breaks the chain: it, or one before it, was changed, lost or moved."""
    before, expected = "", 1
    for number, told, digest in store.stream("SELECT number, row, digest FROM judgement ORDER BY number"):
        if number != expected or chained(before, told) != digest:
            yield f"decision {number} does not follow from the one before it: a decision was changed, lost or moved"
            return
        before, expected = digest, number + 1


def _derived(store: Store) -> Iterator[str]:
    """Tables that are not what weighing left; weighing again makes them anew."""
    kept: dict[str, str] = dict(store.execute("SELECT name, value FROM about WHERE name LIKE 'sum of %'").rows)
    sums = {table: Sum() for table in (name.removeprefix("sum of ") for name in kept)}
    for table, told in store.stream('SELECT "table", row FROM weighed'):
        sums.setdefault(table, Sum()).add(told)
    for table, one in sums.items():
        if kept.get(f"sum of {table}") != one.told():
            yield f"the {table} are not as weighing left them; `dateline weigh` makes them anew"


def _sources(store: Store) -> Iterator[str]:
    for name, data in store.stream("SELECT sha256, data FROM source"):
        try:
            zlib.decompress(data)
        except zlib.error:
            yield f"the bytes of the page {name} are damaged"


LOOKS: Final[tuple[Callable[[Store], Iterator[str]], ...]] = (_orphans, _reports, _decisions, _derived, _sources)


class _Groups:
    """The rows of a table by report, taken in the order of reports."""

    def __init__(self, store: Store, table: str) -> None:
        self._rows = store.stream(f"SELECT report, row FROM {table} ORDER BY report")
        self._next = next(self._rows, None)

    def of(self, report: str) -> list[str]:
        """The rows of a report; ask for each report once, in the order of ids."""
        told: list[str] = []
        while self._next is not None and self._next[0] <= report:
            if self._next[0] == report:
                told.append(self._next[1])
            self._next = next(self._rows, None)
        return told
