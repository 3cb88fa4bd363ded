"""Days as numbers that can be compared: when a claim's act was, and when its report was printed."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta

from dateline.model import Claim, Report, content_id
from dateline.times import Interval, resolve

__all__ = ["days_of", "lasting", "printed_on"]

_LASTING = re.compile(r"P(?:T(?P<hours>\d+)H|(?P<n>\d+)(?P<unit>[DWMY]))")
UNITS = {"D": 1.0, "W": 7.0, "M": 30.0, "Y": 365.0}
_EPOCH = datetime(1, 1, 1)


def days_of(claim: Claim, report: Report | None) -> tuple[float, float]:
    """The claim's time as days since year 1, half-open; NaN where it has none that is told or can be compared."""
    when = claim.time.when if claim.time is not None else None
    nominal = _nominal(report)
    if when is None and nominal is not None and claim.time is not None and claim.time.formula is not None:
        when = resolve(claim.time.formula, nominal)[1]
    return (math.nan, math.nan) if when is None else (_day(when.start), _day(when.end))


def printed_on(report: Report | None) -> float:
    """The day a report was printed, as days since year 1; NaN where that is not known."""
    return math.nan if report is None or report.published.when is None else _day(report.published.when.start)


def lasting(timex: str | None) -> float:
    """The days that a span of time lasts, by its TimeML value; NaN where it tells none.

    >>> lasting("P5D"), lasting("P2W"), lasting("PT12H"), lasting("2011-02-20")
    (5.0, 14.0, 0.5, nan)
    """
    told = _LASTING.fullmatch(timex or "")
    if told is None:
        return math.nan
    return int(told["hours"]) / 24 if told["hours"] else int(told["n"]) * UNITS[told["unit"]]


def _nominal(report: Report | None) -> Interval | None:
    """A day that stands for the unknown one on which an undated report was printed.

    The reports of one story that nothing dates can still be compared: their Wednesday is one Wednesday. The day is some
    Sunday of the far future, another one for each story, is used for comparing only and told to nobody.
    """
    if report is None or report.published.when is not None:
        return None
    week = int(content_id("week", report.story or report.id)[-6:], 16) % 30_000
    return Interval.day(date(3000, 1, 5) + timedelta(weeks=week))


def _day(when: datetime) -> float:
    return (when - _EPOCH).total_seconds() / 86400
