"""What weighing remembers in a record, so that it need weigh only what is new; all of it may be lost, and is made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.record.store import Store

__all__ = ["Memory", "Traced"]

Traced = tuple[str, int, str, bytes]
"""A report, how many claims it makes, its shelf, and what it shares with others."""


class Memory:
    """What is remembered of the last weighing, and what it is compared with."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def parts(self) -> dict[str, str]:
        """The parts that were derived, each with its state."""
        return dict(self._store.execute("SELECT name, state FROM part").rows)

    def traces(self) -> Iterator[Traced]:
        """The traces of reports, by report."""
        yield from self._store.stream("SELECT report, size, shelf, keys FROM trace ORDER BY report")

    def subjects(self) -> dict[str, str]:
        """Claims and events that were decided on, each with its report; nothing where no claim was of that name."""
        return dict(self._store.execute("SELECT name, report FROM subject").rows)

    def size(self) -> int:
        """How many claims were found."""
        return int(self._store.execute("SELECT count(*) FROM claim").rows[0][0])

    def reports(self) -> list[str]:
        """The ids of all reports, in order."""
        return [name for (name,) in self._store.execute("SELECT id FROM report ORDER BY id")]

    def untraced(self) -> list[str]:
        """The ids of the reports that have no trace yet."""
        query = (
            "SELECT id FROM report WHERE NOT EXISTS (SELECT 1 FROM trace WHERE trace.report = report.id) ORDER BY id"
        )
        return [name for (name,) in self._store.execute(query)]

    def claims(self) -> Iterator[tuple[str, str]]:
        """Every claim and its report."""
        yield from self._store.stream("SELECT id, report FROM claim")

    def changed(self, table: str, names: Iterable[str]) -> dict[str, str]:
        """Of some reports or claims, what the last weighing changed; nothing of those that it did not change or see."""
        query = 'SELECT row FROM weighed WHERE "table" = ? AND id = ?'
        told = ((name, self._store.execute(query, (table, name)).fetchone()) for name in names)
        return {name: row[0] for name, row in told if row is not None}

    def keep(self, parts: Mapping[str, str], traces: Sequence[Traced], subjects: Mapping[str, str]) -> None:
        """Remember what is new; inside a transaction."""
        told = "INSERT INTO part VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET state = excluded.state"
        for part in sorted(parts.items()):
            self._store.execute(told, part)
        self._store.fill("trace", traces)
        told = "INSERT INTO subject VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET report = excluded.report"
        for subject in sorted(subjects.items()):
            self._store.execute(told, subject)
