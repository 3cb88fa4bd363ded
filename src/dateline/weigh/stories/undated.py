"""When the reports of a story that prints no date were published: by a full date that one of them names and the days each tells.

A full date alone proves nothing, it may be history. It counts where another report of the story names a day beside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.formulas import WEEKDAYS
from dateline.model import Claim, Published, Report
from dateline.times import Interval

__all__ = ["Told", "dated_by_days", "days_told", "of_the_time"]

BESIDE = timedelta(days=10)
"""A day that another report names so near a full date shows that the full date is news."""
NEAR = timedelta(days=45)
"""A day without its year that lies farther from the story's date than this tells nothing of the day of print."""
NOTE = "published about the day given: worked out from the days that its story names"
_FULL = re.compile(r"(\d{4}-\d\d-\d\d)\b")
_DAY = re.compile(r"pub m(\d\d)-(\d\d)([<>=~]*)(?: |$)")
_ON = re.compile(r"\bon (mon|tue|wed|thu|fri|sat|sun)[a-z]*day\b(?!,? (?:\d|[a-z]+\.? \d))")
LEAD = 800
"""Characters of a report searched for the weekday of its news."""
_WEEKDAY = re.compile(r"pub (mon|tue|wed|thu|fri|sat|sun)([<>=~]*)(?: |$)")


@dataclass(frozen=True, slots=True)
class Told:
    """The days a report tells: full dates, days without a year, weekdays just past; each day with past, future or neither."""

    full: tuple[tuple[date, str], ...]
    days: tuple[tuple[int, int, str], ...]
    weekdays: tuple[int, ...]


def dated_by_days(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Report, ...]:
    """The reports; those of a story in which none has a date get one where a full date that it names is news."""
    told = days_told(claims)
    stories: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.story is not None:
            stories[report.story].append(report)
    found: dict[str, date] = {}
    for siblings in stories.values():
        if all(report.published.when is None for report in siblings):
            found |= _days(
                {report.id: _with_words(told[report.id], report) for report in siblings if report.id in told}
            )
    return tuple(_dated(report, found.get(report.id)) for report in reports)


def _dated(report: Report, day: date | None) -> Report:
    if day is None:
        return report
    return replace(report, published=Published(Interval.day(day), "sibling"), notes=(*report.notes, NOTE))


def days_told(claims: Sequence[Claim]) -> dict[str, Told]:
    """Report → the days that its claims of the news tell."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    return {report: _days_told(sorted(own, key=lambda c: (c.start, c.id))) for report, own in by_report.items()}


def _days_told(claims: Sequence[Claim]) -> Told:
    full: list[tuple[date, str]] = []
    days: list[tuple[int, int, str]] = []
    weekdays: list[int] = []
    for claim in claims:
        formula = claim.time.formula if claim.time is not None and not claim.background else None
        if formula is None:
            continue
        ahead = ">" if claim.modality == "planned" else "~"
        if (hit := _FULL.match(formula)) is not None:
            full.append((date.fromisoformat(hit[1]), ahead))
        elif (hit := _DAY.match(formula)) is not None:
            lean = "<" if hit[3].startswith("<") else ">" if ">" in hit[3] else ahead
            days.append((int(hit[1]), int(hit[2]), lean))
        elif (hit := _WEEKDAY.match(formula)) is not None and hit[2].startswith("<"):
            weekdays.append(WEEKDAYS.index(hit[1]))
    return Told(tuple(full), tuple(days), tuple(weekdays))


def _with_words(own: Told, report: Report) -> Told:
    """With the weekday that the words of a report tell its news by, where its claims name none."""
    hit = _ON.search(report.text[:LEAD].lower())
    return own if own.weekdays or hit is None else replace(own, weekdays=(WEEKDAYS.index(hit[1]),))


def _days(told: Mapping[str, Told]) -> dict[str, date]:
    """Report → the day of its news, for the reports of one story; empty where no full date is news."""
    fulls = sorted({(day, report) for report, own in told.items() for day, _ in own.full}, reverse=True)
    for day, report in fulls:
        others = (near for name, own in told.items() if name != report for near in _near(own, day))
        if any(abs(other - day) <= BESIDE for other, _ in others):
            return {name: _news(own, _lead(own) or day) for name, own in told.items() if of_the_time(own, day)}
    return {}


def of_the_time(own: Told, pivot: date) -> bool:
    """Whether a report may tell of the story's day: it names no full date, or first one not far from it."""
    lead = _lead(own)
    return lead is None or abs(lead - pivot) <= NEAR


def _lead(own: Told) -> date | None:
    """The full date that a report names first: of what it tells, and not of what it recalls or where it was read."""
    return own.full[0][0] if own.full else None


def _near(own: Told, pivot: date) -> list[tuple[date, str]]:
    """The days a report names, those without a year in the year that brings them nearest to the story's date."""
    named = [(_in_year(month, day, pivot), lean) for month, day, lean in own.days]
    return [(day, lean) for day, lean in (*own.full, *named) if day is not None and abs(day - pivot) <= NEAR]


def _in_year(month: int, day: int, pivot: date) -> date | None:
    found = []
    for year in (pivot.year - 1, pivot.year, pivot.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda told: abs(told - pivot), default=None)


def _news(own: Told, pivot: date) -> date:
    """The day of a report's news: the weekday it names, after the days it tells as past and before those to come.

    >>> _news(Told((), ((1, 9, "<"),), (2,)), date(2020, 1, 12))
    datetime.date(2020, 1, 15)
    """
    named = _near(own, pivot)
    low = max((day for day, lean in named if lean == "<"), default=None)
    high = min((day for day, lean in named if lean == ">"), default=None)
    if not own.weekdays:
        return low or min(high or pivot, pivot)
    start = low or (high - timedelta(days=6) if high is not None else pivot - timedelta(days=3))
    return start + timedelta(days=(own.weekdays[0] - start.weekday()) % 7)
