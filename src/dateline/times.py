"""Half-open intervals of local time, and times that wait for an anchor.

A day in the news is a day where it happened, so instants are kept as that place's clock and its offset, when told,
stands beside them. "Early February" is an interval, never its first instant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateline.formulas import evaluate

__all__ = ["DAY", "Interval", "day_of", "resolve"]

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The time from `start` up to, not including, `end`; `offset` is the zone's, as "+03:00", where it was told.

    >>> Interval.parse("2019-12-24", "2019-12-25").iso()
    ('2019-12-24', '2019-12-25')
    >>> Interval.day(date(2019, 12, 24)).overlaps(Interval.parse("2019-12", None))
    True
    """

    start: datetime
    end: datetime
    offset: str | None = None

    def __post_init__(self) -> None:
        if not self.start < self.end:
            raise ValueError(f"an interval must end after it starts: {self.start} .. {self.end}")

    @classmethod
    def day(cls, day: date) -> Interval:
        """The whole of one day."""
        start = datetime.combine(day, time())
        return cls(start, start + DAY)

    @classmethod
    def parse(cls, start: str, end: str | None) -> Interval:
        """The interval two ISO strings tell; without an end, the whole of the day, month, year or minute of `start`.

        Raises ValueError where either is not an ISO date, month, year or instant.
        """
        first, last, offset = _bounds(start)
        return cls(first, _bounds(end)[0] if end else last, offset)

    def iso(self) -> tuple[str, str]:
        """Both bounds as ISO strings: days where the bounds are midnights and no zone was told, instants elsewhere."""
        whole = self.offset is None and self.start.time() == time() == self.end.time()
        if whole:
            return self.start.date().isoformat(), self.end.date().isoformat()
        zone = self.offset or ""
        return self.start.isoformat(timespec="seconds") + zone, self.end.isoformat(timespec="seconds") + zone

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share an instant."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Interval) -> bool:
        """Whether all of `other` lies within this interval."""
        return self.start <= other.start and other.end <= self.end

    @property
    def days(self) -> float:
        """Its length in days."""
        return (self.end - self.start) / DAY

    @property
    def first(self) -> date:
        """The day it starts."""
        return self.start.date()

    @property
    def last(self) -> date:
        """The last day it touches."""
        return (self.end - timedelta(microseconds=1)).date()


def day_of(text: str) -> date:
    """The day an ISO day or instant falls on. Raises ValueError where it is neither.

    >>> day_of("2020-02-06T10:15:00+03:00")
    datetime.date(2020, 2, 6)
    """
    return date.fromisoformat(text[:10])


def resolve(formula: str, anchor: Interval | None) -> tuple[str | None, Interval | None]:
    """The TIMEX3 value of a formula, and the interval it denotes; both None where it waits for an anchor.

    `formulas` tells how a formula is written. Nothing raises: one that leads to no date gives None. An anchor of more
    than a day gives no exact value unless all its days agree, but the stretch that holds it.

    >>> value, when = resolve("pub tue<=", Interval.parse("2020-02-06", None))
    >>> value, when.iso()
    ('2020-02-04', ('2020-02-04', '2020-02-05'))
    """
    if anchor is not None and anchor.days > 1 and formula.startswith("pub"):
        return _between(resolve(formula, Interval.day(anchor.first)), resolve(formula, Interval.day(anchor.last)))
    value, stretch = evaluate(formula, (anchor.start, anchor.end, anchor.offset) if anchor else None)
    return value, Interval(*stretch) if stretch else None


def _between(
    early: tuple[str | None, Interval | None], late: tuple[str | None, Interval | None]
) -> tuple[str | None, Interval | None]:
    """What is sure where the anchor is one of several days: the same value of both ends, else the stretch they span."""
    if early[0] == late[0] and early[1] == late[1]:
        return early
    first, last = early[1], late[1]
    hull = Interval(min(first.start, last.start), max(first.end, last.end), first.offset) if first and last else None
    return early[0] if early[0] == late[0] else None, hull


def _bounds(text: str) -> tuple[datetime, datetime, str | None]:
    if len(text) == 4:
        year = int(text)
        return datetime(year, 1, 1), datetime(year + 1, 1, 1), None
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:7])
        return datetime(year, month, 1), datetime(year + month // 12, month % 12 + 1, 1), None
    told = datetime.fromisoformat(text)
    zone = None if told.tzinfo is None else text[-6:] if text[-3:-2] == ":" and text[-6] in "+-" else "+00:00"
    start = told.replace(tzinfo=None)
    return start, start + (DAY if len(text) == 10 else timedelta(minutes=1)), zone
