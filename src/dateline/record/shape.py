"""The shape of a record: made where there is none, brought up to date where it is of an earlier format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.errors import BrokenRecord
from dateline.record.derived import all_in_one
from dateline.record.digests import Sum, chained, whole
from dateline.record.store import Store, parsed

__all__ = ["FORMAT", "made_ready", "of_this_format"]

FORMAT: Final = "3"
"""The number of the record's shape. An earlier one is brought to it, a later one refused, never guessed at."""


def made_ready(store: Store) -> Store:
    """The store, holding a record of this format. Raises BrokenRecord, and closes it, where it holds something else."""
    try:
        if not of_this_format(store):
            with store.writing():
                _brought_up(store)
    except BaseException:
        store.close()
        raise
    return store


def of_this_format(store: Store) -> bool:
    """Whether the record is of this format; it is not where there is none yet, or an earlier one.

    Raises BrokenRecord where it is of a later format, or where something else is there.
    """
    told = _format(store)
    if told is not None and told != FORMAT and told not in STEPS:
        raise BrokenRecord(f"{store.where} is a record of format {told}; this version reads format {FORMAT}")
    return told == FORMAT


def _brought_up(store: Store) -> None:
    """Make the record, or take it through every step from its format to this one."""
    told = _format(store)
    if told is None:
        store.script("schema")
        store.forget_words(None)
        store.execute("INSERT INTO about VALUES ('format', ?)", (FORMAT,))
    while told is not None and told != FORMAT:
        told = STEPS[told](store)
        store.execute("UPDATE about SET value = ? WHERE name = 'format'", (told,))


def _format(store: Store) -> str | None:
    if not store.began():
        return None
    told = store.execute("SELECT value FROM about WHERE name = 'format'").fetchone()
    return "unknown" if told is None else str(told[0])


def _from_1(store: Store) -> str:
    """Digests for everything, nothing read can be changed, and words searched as they are folded now."""
    store.script("upgrade_1")
    for (name,) in store.execute("SELECT id FROM report"):
        queries = (
            "SELECT row FROM report WHERE id = ?",
            *(f"SELECT row FROM {t} WHERE report = ?" for t in ("mention", "claim")),
        )
        (told,), *found = ([row for (row,) in store.execute(query, (name,))] for query in queries)
        store.execute("UPDATE report SET digest = ? WHERE id = ?", (whole(told, *found), name))
    before = ""
    for number, told in store.execute("SELECT number, row FROM judgement ORDER BY number").rows:
        before = chained(before, told)
        store.execute("UPDATE judgement SET digest = ? WHERE number = ?", (before, number))
    sums: dict[str, Sum] = {}
    for table, told in store.stream('SELECT "table", row FROM weighed'):
        sums.setdefault(table, Sum()).add(told)
    for table, one in sums.items():
        store.execute("INSERT INTO about VALUES (?, ?)", (f"sum of {table}", one.told()))
    store.script("upgraded_1")
    return "2"


def _from_2(store: Store) -> str:
    """What was derived goes by parts, here one for all, and of reports and claims only what weighing changed is kept."""
    store.script("upgrade_2")
    tables = [name for (name,) in store.execute('SELECT DISTINCT "table" FROM weighed_2 ORDER BY 1')]
    query = 'SELECT row FROM weighed_2 WHERE "table" = ? ORDER BY id'
    all_in_one(store, {table: (parsed(told) for (told,) in store.stream(query, (table,))) for table in tables})
    store.script("upgraded_2")
    return "3"


STEPS: Final[dict[str, Callable[[Store], str]]] = {"1": _from_1, "2": _from_2}
"""From a format to the next one."""
