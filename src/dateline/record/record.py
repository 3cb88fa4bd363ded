"""The record: what was read, what people judged and what weighing derived from both, in one store."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import chain
from typing import Final, Self

from dateline.errors import BrokenRecord, Overtaken
from dateline.model import Claim, Judgement, Report, Unread
from dateline.record.check import check
from dateline.record.derived import Part, all_in_one, encoded, of_part, put, remade
from dateline.record.digests import chained, whole
from dateline.record.memory import Memory
from dateline.record.queries import ALONE, AS_READ, BY_ID, NOT_WEIGHED, PATCHED, SAID, TOLD
from dateline.record.shape import made_ready, of_this_format
from dateline.record.store import Store, Told, parsed
from dateline.record.where import Where, reaching, there
from dateline.rows import Row, noun, row

__all__ = ["Record"]

Found = tuple[Row, list[Row], list[Row]]
"""A report, its mentions and its claims, as rows."""

TOGETHER: Final = 256
"""Reports whose rows are handed to the store at once."""


class Record:
    """A record. Reports, mentions, claims and judgements are kept; what weighing derives is replaced.

    >>> with Record.open(":memory:") as record:
    ...     record.keep_unread(Unread("blank.txt", "empty", "the file holds no text"))
    ...     [row["reason"] for row in record.rows("unread")]
    ['empty']
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.memory = Memory(store)

    @classmethod
    def open(cls, where: Where) -> Self:
        """The record at a path or address, made where there is none, and of this version's format from then on.

        Raises BrokenRecord where something else is there, or a record of a later format; Unusable where it cannot be
        opened or written.
        """
        return cls(made_ready(reaching(where).writable()))

    @classmethod
    def reading(cls, where: Where) -> Self:
        """The record at a path or address, to be read alone; it may lie where nothing can be written.

        Raises BrokenRecord where there is none.
        """
        store = reaching(where).readable()
        if of_this_format(store):
            return cls(store)
        store.close()
        cls.open(where).close()  # a record of an earlier format is brought to this one first
        return cls(reaching(where).readable())

    @staticmethod
    def there(where: Where) -> bool:
        """Whether something is at a path or address. Raises Unusable where a server does not answer."""
        return there(where)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def together(self) -> AbstractContextManager[None]:
        """All that is written inside is kept together or not at all; meanwhile others may read, and decide where the store lets them."""
        return self.store.writing()

    def at_once(self) -> AbstractContextManager[None]:
        """As `together`, and on the disk when it ends; nobody else decides meanwhile."""
        return self.store.deciding()

    def still(self) -> AbstractContextManager[None]:
        """Inside, the record is read as it stood at the first look, whatever others write meanwhile."""
        return self.store.still()

    def note(self, name: str, value: str) -> None:
        """Note something about the record itself."""
        told = "INSERT INTO about VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        self.store.execute(told, (name, value))

    def noted(self, name: str) -> str | None:
        """What was noted under a name, or None."""
        told = self.store.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return None if told is None else str(told[0])

    def notes(self) -> list[tuple[str, str]]:
        """Every note, by name."""
        return [(name, value) for name, value in self.store.execute("SELECT name, value FROM about ORDER BY name")]

    # --- what is read ------------------------------------------------------------------------------------------------

    def holds(self, report: str) -> bool:
        """Whether the report with this id was read already."""
        return self.store.execute("SELECT 1 FROM report WHERE id = ?", (report,)).fetchone() is not None

    def keep(self, found: Iterable[Found]) -> None:
        """Add reports with their mentions and claims, as rows, in one transaction; what is known already is left as it is."""
        with self.store.writing():
            waiting: dict[str, Found] = {}
            for one in found:
                waiting.setdefault(one[0]["id"], one)
                if len(waiting) == TOGETHER:
                    self._add(waiting)
                    waiting = {}
            self._add(waiting)

    def keep_source(self, sha256: str, data: bytes, hint: str | None) -> None:
        """Keep the bytes that the report with this digest was read from, and what told their encoding."""
        told = "INSERT INTO source VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        self.store.execute(told, (sha256, hint, zlib.compress(data)))

    def source(self, sha256: str) -> tuple[bytes, str | None] | None:
        """The bytes that a report was read from, and what told their encoding; None where none were kept."""
        told = self.store.execute("SELECT data, hint FROM source WHERE sha256 = ?", (sha256,)).fetchone()
        return None if told is None else (_unpacked(told[0]), told[1])

    def keep_unread(self, unread: Unread) -> None:
        """Note an input that could not be read."""
        told = "INSERT INTO unread VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        self.store.execute(told, (unread.key, unread.reason, unread.detail))

    def sources(self) -> Iterator[tuple[str, str | None, bytes]]:
        """The digest, the encoding told and the bytes of everything kept as it came, by digest."""
        for sha256, hint, data in self.store.stream("SELECT sha256, hint, data FROM source ORDER BY sha256"):
            yield sha256, hint, _unpacked(data)

    def as_read(self, table: str) -> Iterator[Row]:
        """The rows of `reports` (by id) or `claims` (by report and place) as they were read, whatever weighing made of them."""
        return self._told(AS_READ[table])

    def reports(self) -> Iterator[Report]:
        """The reports as read, by id."""
        return (noun(Report, told) for told in self.as_read("reports"))

    def claims(self) -> Iterator[Claim]:
        """The claims as found, by report and place in its text."""
        return (noun(Claim, told) for told in self.as_read("claims"))

    # --- what is judged ----------------------------------------------------------------------------------------------

    def judge(self, judgement: Judgement) -> int:
        """Add a person's decision and give its number; it is on the disk when this returns."""
        with self.store.deciding():
            last = self.store.execute("SELECT number, digest FROM judgement ORDER BY number DESC LIMIT 1").fetchone()
            number, before = (0, "") if last is None else last
            told = encoded(row(judgement))
            self.store.execute("INSERT INTO judgement VALUES (?, ?, ?)", (number + 1, told, chained(before, told)))
        return int(number) + 1

    def judge_after(self, judgement: Judgement, seen: int) -> int:
        """Add a decision made in sight of the decision numbered `seen` on its subject (0 for none); gives its own number.

        Raises Overtaken, and keeps nothing, where somebody decided on that subject since.
        """
        with self.store.deciding():
            if self.decided(judgement.subject) != seen:
                raise Overtaken(f"{judgement.subject} was decided on by somebody else meanwhile")
            return self.judge(judgement)

    def decided(self, subject: str | None = None) -> int:
        """The number of the last decision, on a subject or on anything; 0 where there is none."""
        where, values = ("", ()) if subject is None else (" WHERE row ->> 'subject' = ?", (subject,))
        told = self.store.execute(f"SELECT coalesce(max(number), 0) FROM judgement{where}", values).fetchone()
        return int(told[0]) if told else 0

    def judgements(self, after: int = 0) -> Iterator[Judgement]:
        """The decisions in the order they were made; only those after the one of a number, where it is given."""
        query = "SELECT row FROM judgement WHERE number > ? ORDER BY number"
        return (noun(Judgement, parsed(told)) for (told,) in self.store.stream(query, (after,)))

    # --- what is derived ---------------------------------------------------------------------------------------------

    def derive(self, tables: dict[str, Iterable[Row]]) -> None:
        """Put rows of the contract's tables in the place of all that weighing derived before, whole."""
        with self.store.writing():
            all_in_one(self.store, tables)
            self._weighed_again()

    def put(self, parts: Iterable[Part], gone: Iterable[str] | None) -> None:
        """Put parts that weighing derived in the place of those that are gone, or of all where None is given."""
        with self.store.writing():
            put(self.store, parts, gone)
            self._weighed_again()

    def _weighed_again(self) -> None:
        self.note("weighing", str(int(self.noted("weighing") or 0) + 1))

    def of_part(self, part: str, table: str) -> list[Row]:
        """The rows of a table that were derived with a part, by id; of reports and claims what weighing changed."""
        return of_part(self.store, part, table)

    def catalogue(self) -> None:
        """Make the catalogue of events anew: of use for a record that was weighed before there was one."""
        with self.store.writing():
            remade(self.store)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one table of the contract, sorted; reports and claims as weighing left them, once it was done."""
        if table == "unread":
            query = "SELECT key, reason, detail FROM unread ORDER BY key, reason, detail"
            return (dict(zip(("key", "reason", "detail"), told, strict=True)) for told in self.store.stream(query))
        if table in PATCHED:
            return self._patched(table)
        return self._told(TOLD[table])

    def _patched(self, table: str) -> Iterator[Row]:
        weighed = """SELECT 1 FROM weighed WHERE "table" IN ('reports', 'claims') LIMIT 1"""
        if self.store.execute(weighed).fetchone() is None:
            return self._told(NOT_WEIGHED[table])
        return chain((_merged(*told) for told in self.store.stream(PATCHED[table])), self._told(ALONE[table]))

    def claims_of(self, report: str) -> list[Row]:
        """The claims of a report as weighing left them, in the order of its text."""
        return [_merged(*told) for told in self.store.execute(SAID, (report,))]

    def report_of(self, claim: str) -> str:
        """The report in which a claim was found. Raises KeyError where there is none."""
        told = self.store.execute("SELECT report FROM claim WHERE id = ?", (claim,)).fetchone()
        if told is None:
            raise KeyError(claim)
        return str(told[0])

    def left(self, reports: Sequence[str]) -> Iterator[tuple[Row, list[Row]]]:
        """Some reports as the last weighing left them, each with its claims."""
        for report, claims in self.found(reports):
            changed = self.memory.changed("reports", [report["id"]]) | self.memory.changed(
                "claims", [c["id"] for c in claims]
            )
            yield _changed(report, changed), [_changed(claim, changed) for claim in claims]

    def found(self, reports: Sequence[str]) -> Iterator[tuple[Row, list[Row]]]:
        """Some reports as they were read, by id, each with its claims in the order of its text."""
        for start in range(0, len(reports), TOGETHER):
            names = sorted(reports[start : start + TOGETHER])
            marks = ", ".join("?" * len(names))
            said: dict[str, list[Row]] = {}
            query = f'SELECT report, row FROM claim WHERE report IN ({marks}) ORDER BY report, start, "end", id'
            for name, told in self.store.execute(query, names):
                said.setdefault(name, []).append(parsed(told))
            for name, told in self.store.execute(
                f"SELECT id, row FROM report WHERE id IN ({marks}) ORDER BY id", names
            ):
                yield parsed(told), said.get(name, [])

    def find(self, subject: str) -> tuple[str, Row] | None:
        """The table and row of anything that has an id, or None."""
        for table, query in BY_ID:
            told = self.store.execute(query, (subject,)).fetchone()
            if told is not None:
                return table, _merged(*told)
        return None

    def counts(self) -> dict[str, int]:
        """How many rows each table has, decisions among them; `weighed` counts the reports that the last weighing saw."""
        plain = {
            "reports": "report",
            "claims": "claim",
            "mentions": "mention",
            "judgements": "judgement",
            "unread": "unread",
        }
        told = {
            name: self.store.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for name, table in plain.items()
        }
        derived: dict[str, int] = dict(
            self.store.execute('SELECT "table", count(*) FROM weighed GROUP BY "table"').fetchall()
        )
        told |= {name: derived.get(name, 0) for name in ("events", "contradictions", "agreements", "commitments")}
        return {**told, "weighed": derived.get("reports", 0)}

    def check(self) -> list[str]:
        """What is wrong with the record, in plain words; nothing where all is well."""
        return check(self.store)

    def _add(self, found: dict[str, Found]) -> None:
        """Add those of some reports that are not kept yet."""
        if not found:
            return
        marks = ", ".join("?" * len(found))
        known = {name for (name,) in self.store.execute(f"SELECT id FROM report WHERE id IN ({marks})", tuple(found))}
        reports: list[Told] = []
        mentions: list[Told] = []
        claims: list[Told] = []
        for report, named, said in (one for name, one in found.items() if name not in known):
            told = encoded(report), [encoded(m) for m in named], [encoded(c) for c in said]
            reports.append((report["id"], report["key"], told[0], whole(*told)))
            mentions += ((m["report"], m["start"], m["end"], m["kind"], j) for m, j in zip(named, told[1], strict=True))
            claims += ((c["id"], c["report"], c["start"], c["end"], j) for c, j in zip(said, told[2], strict=True))
        for table, rows in (("report", reports), ("mention", mentions), ("claim", claims)):
            self.store.fill(table, rows)

    def _told(self, query: str) -> Iterator[Row]:
        return (parsed(told) for (told,) in self.store.stream(query))


def _merged(found: str, changed: str | None) -> Row:
    """A row as it was found, with what weighing changed of it."""
    return parsed(found) if changed is None else parsed(found) | parsed(changed)


def _changed(found: Row, changed: Mapping[str, str]) -> Row:
    told = changed.get(found["id"])
    return found if told is None else found | parsed(told)


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise BrokenRecord(f"the record is damaged: the bytes of a page cannot be unpacked ({error})") from error
