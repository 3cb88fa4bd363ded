"""Dates as the ledger writes them: a month, a day, an instant with its offset, or `a/b` with both days in it."""

from __future__ import annotations

from datetime import date

from dateline.times import Interval, day_of
from dateline.weigh.ledger.anchors import clock_of, days_named
from dateline.weigh.ledger.readings import Reading

__all__ = ["clipped", "first_day", "instant", "last_day", "told_date"]


def told_date(when: Interval) -> str:
    """An interval as the ledger writes it.

    >>> told_date(Interval.parse("2021-06", None)), told_date(Interval.parse("2021-06-03", "2021-06-06"))
    ('2021-06', '2021-06-03/2021-06-05')
    >>> told_date(Interval.parse("2021", None))
    '2021'
    """
    if when.days < 1:
        return when.iso()[0]
    first, last = when.first, when.last
    if first == last:
        return first.isoformat()
    if first.day == 1 and when == Interval.parse(first.strftime("%Y-%m"), None):
        return first.strftime("%Y-%m")
    if when == Interval.parse(f"{first.year:04}", None):
        return f"{first.year:04}"
    return f"{first.isoformat()}/{last.isoformat()}"


def last_day(told: str) -> date:
    """The day on which a date takes effect: the last it may mean.

    >>> last_day("2021-06"), last_day("2021-06-03/2021-06-05")
    (datetime.date(2021, 6, 30), datetime.date(2021, 6, 5))
    """
    end = told.rpartition("/")[2]
    if len(end) >= 10:
        return day_of(end)
    return Interval.parse(end, None).last


def first_day(told: str) -> date:
    """The first day a date may mean."""
    start = told.partition("/")[0]
    return day_of(start) if len(start) >= 10 else Interval.parse(start, None).first


def clipped(one: Reading) -> str | None:
    """When what a reading tells took place, as far as its report can know: no later than the day of print."""
    when, printed = one.when, one.printed
    if when is None:
        return None if printed is None else printed.isoformat()
    if printed is None or when.end <= Interval.day(printed).end or when.first > printed:
        return told_date(when)
    return told_date(Interval(when.start, Interval.day(printed).end))


def instant(one: Reading, day: date) -> str:
    """The day, or the instant on it where the reading tells the clock."""
    told, clock = one.claim.deadline, clock_of(one.clause)
    if one.when is not None and one.when.days < 1 and one.when.first == day:
        start = one.when.iso()[0]
        return (
            start + clock[1] if clock is not None and clock[1] is not None and start[11:] == clock[0] + ":00" else start
        )
    days = days_named(one.clause, one.printed)
    if clock is not None and (not days or day in days):
        return f"{day.isoformat()}T{clock[0]}{clock[1] or ''}"
    return told if told is not None and "T" in told and told.startswith(day.isoformat()) else day.isoformat()
