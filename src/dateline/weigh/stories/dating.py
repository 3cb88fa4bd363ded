"""When undated reports were published, by the reports of the same story; and the times of claims worked out again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from dateline.deadlines import deadline_of
from dateline.model import Claim, Published, Report, Time
from dateline.times import DAY, Interval, resolve
from dateline.weigh.stories.undated import Told, days_told, of_the_time
from dateline.weigh.stories.vocabulary import alike, vectors
from dateline.words.calendar import WEEKDAYS

__all__ = ["anchored", "dated"]

LEAD = 800
"""How much of a report is searched for the weekday of its news."""
ONE = timedelta(days=1)
OLD = timedelta(days=30)
"""What ended longer before publication is no longer the day's news."""
LONG = timedelta(days=180)
"""What began longer before publication and still goes on is the war, not the news."""
SPREAD_DAYS = 3
"""Siblings that lie further apart than this do not date a report together."""


def dated(reports: Sequence[Report], claims: Sequence[Claim] = ()) -> tuple[Report, ...]:
    """The reports; one without a date takes it from those of its story: from all if they agree within days, else from
    those of the days of the one whose words are most like its own. One that looks back years, or
    whose claims date its news in full to another time, takes none."""
    stories: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.story is not None:
            stories[report.story].append(report)
    days = {report: when for story in stories.values() for report, when in _days(story).items()}
    told = days_told([claim for claim in claims if claim.report in days])
    return tuple(_dated(report, days.get(report.id, ()), told.get(report.id)) for report in reports)


def _days(story: Sequence[Report]) -> dict[str, list[Interval]]:
    """Undated report → when the reports that may date it were published."""
    known = [(report, when) for report in story if (when := report.published.when) and when.days <= SPREAD_DAYS]
    undated = [report for report in story if _open(report)]
    if not known or not undated:
        return {}
    told = sorted(when for _, when in known)
    if _near(told[0], told[-1]):
        return dict.fromkeys([report.id for report in undated], told)
    words, row = vectors(story), {report.id: n for n, report in enumerate(story)}
    others = np.array([row[other.id] for other, _ in known])
    found = {}
    for report in undated:
        likes = alike(words, row[report.id], others).tolist()
        closest = max((worth, other.id, when) for worth, (other, when) in zip(likes, known, strict=True))[2]
        found[report.id] = [when for when in told if _near(when, closest)]
    return found


_YEARS_ON = re.compile(
    r"\b(?:a|one|two) years? (?:ago|on)(?=[,.;:]|$| (?:since|from|after)\b)|^(?:a|one|two) years? ago\b"
)
"""How a page that looks back on what its story tells begins: it came out when none of the others did."""


def _open(report: Report) -> bool:
    """Whether the day of a report is open: it tells none, or no more than the month that its address names."""
    when = report.published.when
    return when is None or when.days > SPREAD_DAYS


def _near(one: Interval, other: Interval) -> bool:
    return abs(other.start - one.start) / DAY <= SPREAD_DAYS


def _dated(report: Report, siblings: Sequence[Interval], told: Told | None) -> Report:
    month = report.published.when
    if not _open(report) or not siblings:
        return report
    day = _news_day([when.first for when in siblings], _weekdays(report.text[:LEAD].lower()))
    later = _YEARS_ON.search(report.text[:LEAD].lower()) is not None
    elsewhen = later or (told is not None and not of_the_time(told, day))
    if elsewhen or (month is not None and not month.overlaps(Interval.day(day))):
        return report
    return replace(report, published=Published(Interval.day(day), "sibling"))


def _news_day(siblings: Sequence[date], named: Sequence[int]) -> date:
    """The day of a report that names weekdays, by the days of its siblings: theirs, or the one it names first nearby.

    >>> _news_day([date(2020, 1, 10), date(2020, 1, 10)], [4, 2])
    datetime.date(2020, 1, 10)
    >>> _news_day([date(2020, 1, 10), date(2020, 1, 12)], [3])
    datetime.date(2020, 1, 9)
    """
    middle = siblings[len(siblings) // 2]
    agreed = len(set(siblings)) == 1
    if not named or (agreed and {middle.weekday(), (middle.weekday() - 1) % 7} & set(named)):
        return middle
    told = [day for day in siblings if day.weekday() == named[0]]
    near = [middle + n * ONE for n in (0, -1, 1, -2, 2, -3, 3) if (middle + n * ONE).weekday() == named[0]]
    return (told or near)[0]


def _weekdays(text: str) -> list[int]:
    """The weekdays a text names, 0 for Monday, in the order it names them."""
    found = sorted((text.find(day), n) for n, day in enumerate(WEEKDAYS) if day in text)
    return [n for _, n in found]


ANCHORED: Final = "dated by other reports of the same story"


def anchored(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[Claim, ...]:
    """The claims of reports dated by their siblings, their times, periods and deadlines worked out from that date."""
    return tuple(_anchored(claim, reports.get(claim.report)) for claim in claims)


def _anchored(claim: Claim, report: Report | None) -> Claim:
    if report is None or report.published.basis != "sibling":
        return claim
    anchor = report.published.when
    time, deadline = _again(claim.time, anchor), _again(claim.deadline_time, anchor)
    figures = tuple(replace(f, period=_again(f.period, anchor)) for f in claim.figures)
    reason = None if claim.background else _recalled(claim, time, anchor)
    recalled = replace(claim, background=claim.background or reason is not None)
    again = (time, deadline, figures) != (claim.time, claim.deadline_time, claim.figures)
    because = (*claim.because, *((ANCHORED,) if again else ()), *((reason,) if reason is not None else ()))
    if not again:
        return replace(recalled, because=because)
    due = (deadline_of(deadline) if deadline is not None else None) or claim.deadline
    return replace(recalled, time=time, deadline_time=deadline, deadline=due, figures=figures, because=because)


def _recalled(claim: Claim, time: Time | None, published: Interval | None) -> str | None:
    """Why what happened at a time is not the day's news, or None where it may be; a count goes on to the day it is told."""
    if time is None or time.when is None or published is None:
        return None
    if published.start - time.when.start > LONG and time.when.end > published.start - OLD and not claim.figures:
        return "it spans more than half a year"
    age = published.start - time.when.end
    return f"it happened {age.days} days before publication" if age > OLD else None


def _again(time: Time | None, anchor: Interval | None) -> Time | None:
    if time is None or time.formula is None:
        return time
    timex, when = resolve(time.formula, anchor)
    return time if when is None else replace(time, timex=timex, when=when)
