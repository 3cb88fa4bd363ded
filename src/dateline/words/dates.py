"""Full dates: day, month and year told at once, with a clock time beside them where there is one.

What a masthead, a caption or a stamp says; no anchor is needed. `timex` reads all other expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import cache
from typing import Any

from dateline.model import Span
from dateline.tables import load_table
from dateline.text import fold
from dateline.times import Interval

__all__ = ["absolute", "clock_of", "dates", "offset_of", "table"]

CLOCK = r"(?P<{0}h>[01]?\d|2[0-3])(?:[:.](?P<{0}m>[0-5]\d)(?::[0-5]\d(?:\.\d{{1,9}})?)?(?:\ ?(?P<{0}half>[ap]\.?m\b\.?))?|\ ?(?P<{0}only>[ap]\.?m\b\.?))"
ZONE = r"(?:\ ?\(?(?P<{0}zone>[+-]\d\d:?\d\d\b|(?:GMT|UTC)\ ?[+-]\d{{1,2}}(?::?\d\d)?\b|Z\b|(?:{1})\b))?"


@cache
def table() -> dict[str, Any]:
    """The words of time, as timex.toml lists them."""
    return load_table("words/timex.toml")


def absolute(text: str) -> Interval | None:
    """The day, or the minute where a clock is told, of the first full date in a text.

    >>> absolute("Updated: May 15,2019")
    Interval(start=datetime.datetime(2019, 5, 15, 0, 0), end=datetime.datetime(2019, 5, 16, 0, 0), offset=None)
    >>> absolute("2019-12-24T10:00Z").iso()
    ('2019-12-24T10:00:00+00:00', '2019-12-24T10:01:00+00:00')
    """
    return next((when for _, when in dates(text)), None)


def dates(text: str) -> Iterator[tuple[Span, Interval]]:
    """Every full date of a text with its span; a numeric one that could be read both ways round is left out.

    >>> [when.iso()[0] for _, when in dates("Feb. 3, 2020, then 24 December 2019 and 28/2/2020, but not 3/4/2020")]
    ['2020-02-03', '2019-12-24', '2020-02-28']
    """
    for match in _full().finditer(fold(text)):
        when = _when(match.groupdict())
        if when is not None:
            yield Span(*match.span()), when


def offset_of(zone: str | None) -> str | None:
    """The offset a zone's name or number stands for, as "+03:00"; None for no zone or an unknown one.

    >>> offset_of("GMT+3"), offset_of("+0530"), offset_of("EST"), offset_of("local time")
    ('+03:00', '+05:30', '-05:00', None)
    """
    if zone is None:
        return None
    told = re.fullmatch(r"(?:GMT|UTC)?\ ?([+-])(\d{1,2}):?(\d\d)?", zone, re.IGNORECASE)
    if told:
        return f"{told[1]}{int(told[2]):02}:{told[3] or '00'}"
    known: str | None = table()["zones"].get(zone.lower())
    return known


def clock_of(hour: int, minute: int, half: str | None) -> time | None:
    """The time of day; `half` is "a.m." or "p.m." in any spelling. None where there is no such time.

    >>> clock_of(10, 0, "p.m."), clock_of(12, 5, "AM"), clock_of(15, 0, "pm")
    (datetime.time(22, 0), datetime.time(0, 5), None)
    """
    if half is None:
        return time(hour, minute) if hour < 24 and minute < 60 else None
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return time(hour % 12 + 12 * (half[0].lower() == "p"), minute)


@cache
def _full() -> re.Pattern[str]:
    month = "|".join(sorted(table()["months"], key=len, reverse=True))
    zone = "|".join(sorted((name for name in table()["zones"] if len(name) > 1), key=len, reverse=True))
    after = CLOCK.format("a") + ZONE.format("a", zone)
    before = CLOCK.format("b") + ZONE.format("b", zone)
    return re.compile(
        rf"""(?<![\w/.])
        (?:{before}\)?,?\ (?:on\ )?(?:[a-z]{{3,9}},?\ )?)?
        (?: (?P<y1>[12]\d\d\d)[-/.](?P<n1>0?[1-9]|1[0-2])[-/.](?P<d1>[0-3]?\d)
          | (?P<m2>{month})\b\.?[ -]?(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?:\ ?,\ ?|\ |-)(?P<y2>[12]\d\d\d)
          | (?P<d3>[0-3]?\d)(?:st|nd|rd|th)?(?:\ of)?[ -/.]?(?P<m3>{month})\b\.?,?[ -/]?(?P<y3>[12]\d\d\d)
          | (?P<d4>[0-3]?\d)(?P<sep>[/.-])(?P<n4>[0-3]?\d)(?P=sep)(?P<y4>[12]\d\d\d)
        )(?!\d|[-/]\d)
        (?:(?:T|,?\ (?:at\ |@\ |[-|]\ )?){after}|{ZONE.format("t", zone)})""",
        re.IGNORECASE | re.VERBOSE,
    )


def _when(told: dict[str, str | None]) -> Interval | None:
    found = _ymd(told)
    if found is None:
        return None
    try:
        day = datetime(*found)
    except ValueError:
        return None
    side = "a" if told["ah"] else "b"
    clock = _clock(told, side) if told[side + "h"] else None
    if clock is None:
        return Interval.day(day.date())
    start = datetime.combine(day, clock)
    return Interval(start, start + timedelta(minutes=1), offset_of(told[side + "zone"] or told["tzone"]))


def _clock(told: dict[str, str | None], side: str) -> time | None:
    return clock_of(int(told[side + "h"] or 0), int(told[side + "m"] or 0), told[side + "half"] or told[side + "only"])


def _ymd(told: dict[str, str | None]) -> tuple[int, int, int] | None:
    if told["y1"]:
        return int(told["y1"]), int(told["n1"] or 0), int(told["d1"] or 0)
    for form in "23":
        month = told["m" + form]
        if month:
            return int(told["y" + form] or 0), table()["months"][month.lower()], int(told["d" + form] or 0)
    year, first, second = int(told["y4"] or 0), int(told["d4"] or 0), int(told["n4"] or 0)
    if first > 12 or first == second or told["sep"] == ".":
        return year, second, first
    return (year, first, second) if second > 12 else None
