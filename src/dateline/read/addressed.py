"""The day or the month of publication that the address of a page tells: most outlets file their pages by it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from dateline.times import Interval
from dateline.words.calendar import SHORT_MONTHS
from dateline.words.outlets import original

__all__ = ["addressed"]

YEAR = r"(?:199\d|20[0-3]\d)"
MONTH = r"(?:0?[1-9]|1[0-2])"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
NAMED = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
LONGEST = 2_000
"""Characters of an address that are looked at."""


def addressed(url: str | None) -> Interval | None:
    """The day that an address tells, else the month; None where it tells neither, and for a day that is none of the calendar.

    A day stands by itself between slashes, or all in one with its month and year; words of a title tell what a page is about.

    >>> [when and when.iso()[0] for when in map(addressed, ("https://example.org/2021/03/04/mill", "https://example.org/2021/mar/04/mill"))]
    ['2021-03-04', '2021-03-04']
    >>> [when and when.iso() for when in map(addressed, ("https://example.org/2021/03/mill-burns", "https://example.org/story/20422755"))]
    [('2021-03-01', '2021-04-01'), None]
    >>> addressed("https://example.org/mill-burns-idXYN0470220210304").iso()[0], addressed("https://example.org/mill-burns-id20210304") is None
    ('2021-03-04', True)
    >>> addressed("https://example.org/2021/03/17-boats-lost").iso()[1], addressed("https://example.org/vote-of-march-4-2021")
    ('2021-04-01', None)
    """
    try:
        path = urlsplit(original((url or "")[:LONGEST])).path.lower()
    except ValueError:
        return None
    for match in _dayed().finditer(path):
        when = _day(match.groupdict())
        if when is not None:
            return when
    filed = FILED.search(path)
    return Interval.parse(f"{filed['y']}-{_number(filed['m']):02}", None) if filed else None


FILED = re.compile(rf"/(?P<y>{YEAR})[/-](?P<m>{MONTH}|{NAMED})(?=/)")
"""A year and a month that a page is filed under."""


@cache
def _dayed() -> re.Pattern[str]:
    """A day with its month and year: between slashes, in one run with hyphens, with the month's name, or in eight digits, which may
    close the number of a story."""
    return re.compile(
        rf"/(?P<y1>{YEAR})[/-](?P<m1>{MONTH}|{NAMED})[/-](?P<d1>{DAY})(?=/|\Z|\.)"
        rf"|(?<!\d)(?P<y2>{YEAR})(?P<between>[-_.])(?P<m2>{MONTH}|{NAMED})(?P=between)(?P<d2>{DAY})(?!\d)"
        rf"|/(?P<y3>{YEAR})(?P<m3>{NAMED})(?P<d3>{DAY})(?=/|\Z)|/(?P<d4>{DAY})-(?P<m4>{NAMED})-(?P<y4>{YEAR})(?=/|\Z)"
        rf"|(?<=[/_-])(?P<y5>{YEAR})(?P<m5>0[1-9]|1[0-2])(?P<d5>0[1-9]|[12]\d|3[01])(?:\d{{3,6}})?(?!\d)"
        rf"|[-/]id[a-z]{{2}}[a-z0-9]{{3,20}}?(?P<y6>{YEAR})(?P<m6>0[1-9]|1[0-2])(?P<d6>0[1-9]|[12]\d|3[01])\Z"
    )


def _day(told: dict[str, str | None]) -> Interval | None:
    form = next(form for form in "123456" if told["y" + form])
    try:
        return Interval.day(
            date(int(told["y" + form] or 0), _number(told["m" + form] or ""), int(told["d" + form] or 0))
        )
    except ValueError:
        return None


def _number(month: str) -> int:
    return int(month) if month.isdigit() else SHORT_MONTHS.index(month[:3]) + 1
