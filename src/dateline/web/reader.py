"""A record as pages read it: a connection a thread that cannot write, and the shelf of the last weighing in memory."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.model import Judgement
from dateline.record import Record, Where
from dateline.record.store import Store
from dateline.rows import Row, noun
from dateline.run import SECOND
from dateline.tell.foremost import gravest
from dateline.web.asked import Asked
from dateline.web.shelf import Mask, Numbers, Shelf, load_shelf
from dateline.web.standing import states, states_of_two

__all__ = ["Reader", "prepared"]


def prepared(path: Where) -> Where:
    """The record at a path or address, its catalogue made where it was weighed before there was one.

    Raises BrokenRecord where what is there is no record.
    """
    with Record.open(path) as record:
        if record.noted("weighing") is None:
            record.catalogue()
            record.note("weighing", "0")
    return path


class Reader:
    """The record of a page. Any number of threads may read at once, and none waits for a writer."""

    def __init__(self, path: Where) -> None:
        self.path = path
        self._own = threading.local()
        self._lock = threading.Lock()
        self._reading = threading.Lock()
        self._judgements: tuple[int, tuple[Judgement, ...]] = (0, ())
        self._shelf: tuple[tuple[str, int, bool], Shelf] | None = None

    @property
    def db(self) -> Store:
        """The store behind this thread's record."""
        return self.record.store

    @property
    def record(self) -> Record:
        """This thread's record, opened again where a server went away meanwhile."""
        known: Record | None = getattr(self._own, "record", None)
        if known is None or known.store.closed:
            known = self._own.record = Record.reading(self.path)
        return known

    def shelf(self) -> Shelf:
        """The shelf of the last weighing and the last decision, loaded again only when either is new."""
        weighing = self.record.noted("weighing") or "0"
        as_of = (weighing, self.record.decided(), self.second_reader)
        kept = self._shelf
        if kept is not None and kept[0] == as_of:
            return kept[1]
        with self._lock:
            kept = self._shelf
            if kept is not None and kept[0] == as_of:
                return kept[1]
            same = kept is not None and kept[0][0] == weighing
            shelf = kept[1] if kept is not None and same else self._loaded(weighing)
            shelf = shelf.reviewed(self._states())
            self._shelf = (as_of, shelf)
        return shelf

    def _loaded(self, weighing: str) -> Shelf:
        record = self.record
        with record.still():
            return load_shelf(record.store, weighing)

    @property
    def second_reader(self) -> bool:
        """Whether a decision counts only once a second person made the same one."""
        return self.record.noted(SECOND) == "yes"

    def _states(self) -> dict[str, str]:
        """What people's decisions made of each thing decided on."""
        return (states_of_two if self.second_reader else states)(self.judgements())

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision, in the order they were made; only those that are new are read again."""
        with self._reading:
            number, known = self._judgements
            query = "SELECT number, row FROM judgement WHERE number > ? ORDER BY number"
            fresh = [(n, noun(Judgement, json.loads(told))) for n, told in self.db.execute(query, (number,))]
            if fresh:
                self._judgements = (fresh[-1][0], (*known, *(told for _, told in fresh)))
            return self._judgements[1]

    def matching(self, asked: Asked) -> tuple[Shelf, Mask, dict[str, Mask]]:
        """The shelf, what matches on it, and what matches all but each thing picked."""
        shelf = self.shelf()
        return shelf, *shelf.masks(asked, self._holding(asked.words, shelf))

    def _holding(self, words: str, shelf: Shelf) -> Numbers | None:
        """Where on the shelf the events stand whose words hold all that is asked; None where no word is."""
        found = self.db.cards_holding(words)
        return None if found is None else shelf.places_of(found)

    def weighed(self, ids: Iterable[str], table: str = "events") -> list[Row]:
        """The rows of a table of the contract, in the order of the ids."""
        record = self.record
        told = (record.find(name) for name in ids)
        return [found[1] for found in told if found is not None and found[0] == table]

    def differing(self, event: str) -> list[Row]:
        """The contradictions of an event, the gravest first."""
        query = """SELECT row FROM weighed WHERE "table" = 'contradictions' AND row ->> 'event' = ?"""
        return gravest(json.loads(row) for (row,) in self.db.execute(query, (event,)))

    def claims_in(self, report: str) -> list[Row]:
        """The claims of a report, in the order of its text."""
        return sorted(self.record.claims_of(report), key=lambda c: (c["start"], -c["end"], c["id"]))

    def events_telling(self, claims: Sequence[str]) -> list[Row]:
        """The events that any of some claims helps to tell."""
        query = "SELECT event FROM card_claim JOIN card USING (n) WHERE claim = ? ORDER BY first, event"
        told = (event for claim in claims for (event,) in self.db.execute(query, (claim,)))
        return self.weighed(dict.fromkeys(told))

    def reports_of(self, claims: Iterable[Row]) -> Mapping[str, Row]:
        """The reports of claims, by id."""
        return {told["id"]: told for told in self.weighed(dict.fromkeys(c["report"] for c in claims), "reports")}

    def pairs(self, most: int) -> Iterator[tuple[str, str, int]]:
        """Pairs of events that may be one, the fullest first: their ids, and how many claims a decision would move."""
        return iter(
            self.db.execute(
                "SELECT one, other, claims FROM card_pair ORDER BY claims DESC, one, other LIMIT ?", (most,)
            )
        )
