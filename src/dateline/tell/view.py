"""Views: what a writer reads. A record is one; a filter over it is another, and the public's sight of it a third."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Protocol

from dateline.rows import Row
from dateline.times import Interval, day_of

__all__ = ["Counted", "Filter", "Filtered", "View", "notices"]

LEDGERS: Final = ("agreements", "commitments")

STEP: Final = 200
"""Rows between two words to whoever waits."""


class View(Protocol):
    """Anything that has the contract's tables and finds a row by its id."""

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one table, sorted."""
        ...

    def find(self, subject: str) -> tuple[str, Row] | None:
        """The table and row of anything that has an id, or None."""
        ...


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events to tell; an empty field lets all pass. `until` is the first day that is left out again."""

    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()

    def keeps(self, event: Row) -> bool:
        """Whether an event passes.

        >>> Filter(types=("airstrike",)).keeps({"type": "shelling", "grade": "confirmed", "place": None, "time": None})
        False
        """
        return (
            (not self.types or event["type"] in self.types)
            and (not self.grades or event["grade"] in self.grades)
            and (not self.places or _lies_in(event["place"], self.places))
            and (not (self.since or self.until) or self._in_time(event["time"]))
        )

    def told(self) -> tuple[str, ...]:
        """The filter in words, a phrase a field.

        >>> Filter(since="2021-05-01", grades=("confirmed",)).told()
        ('since 2021-05-01', 'grade confirmed')
        """
        lists = (("type", self.types), ("place", self.places), ("grade", self.grades))
        days = [f"{name} {day}" for name, day in (("since", self.since), ("before", self.until)) if day]
        return (*days, *(f"{name} {' or '.join(values)}" for name, values in lists if values))

    def _in_time(self, time: Row | None) -> bool:
        if time is None:
            return False
        told = Interval.parse(time["from"], time["to"])
        return (self.since is None or told.last >= day_of(self.since)) and (
            self.until is None or told.first < day_of(self.until)
        )


class Filtered:
    """A view of the events that a filter keeps, and of what they rest on: their claims, reports, differences and ledger.

    An agreement or commitment is told where one of its claims is; then all of its claims are.
    """

    def __init__(self, under: View, chosen: Filter) -> None:
        self.under = under
        self.chosen = chosen

    @property
    def notices(self) -> tuple[str, ...]:
        """What was chosen, in words."""
        return (*notices(self.under), *self.chosen.told())

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one table that belong to what is chosen."""
        return (told for told in self.under.rows(table) if self._keeps(table, told))

    def find(self, subject: str) -> tuple[str, Row] | None:
        """The table and row of anything chosen that has an id, or None."""
        found = self.under.find(subject)
        return found if found is not None and self._keeps(*found) else None

    def _keeps(self, table: str, told: Row) -> bool:
        if table == "events":
            return self.chosen.keeps(told)
        if table == "contradictions":
            return told["event"] in self._kept["events"]
        if table in ("mentions", "revisions"):
            return told["report"] in self._kept["reports"]
        return table not in self._kept or told["id"] in self._kept[table]

    @cached_property
    def _kept(self) -> dict[str, frozenset[str]]:
        """The ids that are told, by table."""
        events, claims, reports = set(), set(), set()
        for event in self.under.rows("events"):
            if self.chosen.keeps(event):
                events.add(event["id"])
                claims.update(event["claims"])
                reports.update(event["reports"])
        kept: dict[str, frozenset[str]] = {"events": frozenset(events)}
        rest: set[str] = set()
        for table in LEDGERS:
            chosen = [told for told in self.under.rows(table) if not claims.isdisjoint(told["claims"])]
            kept[table] = frozenset(told["id"] for told in chosen)
            rest.update(name for told in chosen for name in (*told["claims"], *told.get("evidence", ())))
        for name in rest - claims:
            found = self.under.find(name)
            if found is not None:
                reports.add(found[1]["report"])
        return {**kept, "claims": frozenset(claims | rest), "reports": frozenset(reports)}


class Counted:
    """A view that tells how many of its rows were taken so far, for whoever waits."""

    def __init__(self, under: View, told: Callable[[int], None]) -> None:
        self.under = under
        self._told = told
        self._taken = 0

    @property
    def notices(self) -> tuple[str, ...]:
        """What was chosen or left out underneath."""
        return notices(self.under)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one table, counted."""
        return self.counted(self.under.rows(table))

    def counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Any rows, counted as they are taken."""
        for row in rows:
            self._taken += 1
            if self._taken % STEP == 0:
                self._told(self._taken)
            yield row

    def find(self, subject: str) -> tuple[str, Row] | None:
        """The table and row of anything that has an id, or None."""
        return self.under.find(subject)


def notices(view: View) -> tuple[str, ...]:
    """What a reader must know of a view: what was chosen, what was left out; nothing of a whole record."""
    told = getattr(view, "notices", ())
    return tuple(told)


def _lies_in(place: Row | None, names: tuple[str, ...]) -> bool:
    if place is None:
        return False
    own = {str(place[field]).casefold() for field in ("name", "admin1", "country", "id") if place[field]}
    return any(name.casefold() in own for name in names)
