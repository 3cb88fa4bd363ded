"""Days as numbers that can be compared: when a claim's act was, and when its report was printed."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta

from dateline.model import Claim, Report, content_id
from dateline.times import Interval, resolve

__all__ = ["days_of", "printed_on"]

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
