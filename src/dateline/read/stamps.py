"""Dates as a page or a container stamps them: ISO in all its spellings, mail and feed dates, or a full date in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache

from dateline.model import Span
from dateline.tables import load_table
from dateline.times import Interval
from dateline.words.dates import absolute, dates, table

__all__ = ["answered", "datelined", "of_today", "printed", "stamp"]

ZONE = re.compile(r"(?<=:\d\d)(?:\.\d+)?\s?([+-]\d\d):?(\d\d)?$")
SHORT = re.compile(r", (\d{1,2}) ([A-Z]{3,9})\.? (\d\d) (?:\(|-)", re.IGNORECASE)
"""Day, month and the last two digits of the year, before whoever signs a dateline, or before its dash."""
TURN = 70
"""Two digits of a year from here on are of the last century: no page of the web is older."""
TODAY = re.compile(r"\W{0,3}(?:today(?: is|'s date)?|it is|it's|now)\b\s*[:,]?\s", re.IGNORECASE)
"""How a line opens that tells which day it is."""
WEATHER = re.compile(
    r"(?:[^\W\d][\w .,'-]{1,30}:? *)?[-+\u2212]?\d{1,3}(?:\.\d)? ?\u00b0? ?[CF](?:\W.{0,40})?", re.IGNORECASE
)
"""A line that tells how warm it is."""
ABOVE, LINES = 60, 3
"""Characters, and lines, above a date in which the weather of the day stands."""
YEAR = re.compile(r"[12]\d\d\d")
"""What every full date has; most lines have none, and looking for it costs little."""
ANSWERED = re.compile(r"\s*\|\s*(?:Reply|Report abuse|Quote|Permalink|Flag)\b")
"""What stands behind the date of a reader's comment."""
NEWS = (1980, 2100)
"""The years in which pages are published; a day of another one is history, or a slip."""
LONGEST = 80
"""Characters of a stamp; what is longer is a sentence."""


def stamp(said: str | None) -> Interval | None:
    """The day or minute that a stamp tells, in the years since news is on the web; None for anything else.

    >>> [stamp(s).iso()[0] for s in ("2019-12-24T10:15:00+0300", "Tue, 24 Dec 2019 10:15:00 GMT", "24 December 2019", "20191224")]
    ['2019-12-24T10:15:00+03:00', '2019-12-24T10:15:00+00:00', '2019-12-24', '2019-12-24']
    >>> stamp("0001-01-01T00:00:00Z"), stamp("soon")
    (None, None)
    """
    text = (said or "").strip()
    if not 6 <= len(text) <= LONGEST:
        return None
    when = _iso(text) or _mail(text) or absolute(text)
    return when if when is not None and NEWS[0] <= when.start.year <= NEWS[1] and when.days <= 1 else None


def _iso(text: str) -> Interval | None:
    plain = re.sub(r"[Zz]$", "+00:00", re.sub(r"^(\d{4})(\d\d)(\d\d)(?!\d)", r"\1-\2-\3", text))
    plain = ZONE.sub(lambda m: f"{m[1]}:{m[2] or '00'}", plain)
    try:
        return Interval.parse(plain, None)
    except (ValueError, OverflowError):
        return None


def _mail(text: str) -> Interval | None:
    if not text[:1].isalpha() and not text[:1].isdigit():
        return None
    try:
        told = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    try:
        return Interval.parse(told.isoformat(timespec="seconds"), None) if told.year > 1900 else None
    except (ValueError, OverflowError):
        return None


def printed(said: str) -> Iterator[tuple[Span, Interval]]:
    """Every full date printed in a line, in any language that pages are kept in; the day stands before the month there.

    >>> [when.iso()[0] for _, when in printed("3 March 2021, 4. März 2021, 05.03.2021, 6 de marzo de 2021")]
    ['2021-03-03', '2021-03-04', '2021-03-05', '2021-03-06']
    """
    if YEAR.search(said) is None:
        return
    found = dict(dates(said))
    for match in _foreign().finditer(said):
        day, month = int(match["d1"] or match["d2"]), _months().get((match["name"] or "").lower(), int(match["m"] or 0))
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in found):
            try:
                found[span] = Interval.day(date(int(match["y1"] or match["y2"]), month, day))
            except ValueError:
                continue
    yield from sorted((span, when) for span, when in found.items() if NEWS[0] <= when.start.year <= NEWS[1])


def datelined(said: str) -> Interval | None:
    """The day that a dateline tells with two digits of its year, or None.

    >>> [day and day.iso()[0] for day in map(datelined, ("MARENGA, 12 NOV 94 (RADIO MARENGA) --", "MARENGA, 3 MAY (AP) --"))]
    ['1994-11-12', None]
    """
    match = SHORT.search(said)
    month = table()["months"].get(match[2].lower()) if match else None
    if match is None or month is None:
        return None
    year = int(match[3]) + (1900 if int(match[3]) >= TURN else 2000)
    try:
        return Interval.day(date(year, month, int(match[1])))
    except ValueError:
        return None


def answered(text: str, start: int, end: int) -> bool:
    """Whether a date is that of a reader's comment: told with its clock, and set off from what was written."""
    clocked = " at " in text[start:end] and text[end : end + 3].strip() == "|"
    return clocked or ANSWERED.match(text, end) is not None


def of_today(text: str, at: int) -> bool:
    """Whether a date is that of the day on which a page was looked at: beside the weather, or behind "today".

    >>> said = "Marenga: +17 \u00b0C\\nToday: Saturday, 19 October 2019\\nMill burns\\n15 June 2019"
    >>> of_today(said, said.index("19 O")), of_today(said, said.index("15 J"))
    (True, False)
    """
    line = text.rfind("\n", 0, at) + 1
    if TODAY.match(text, line):
        return True
    end = text.find("\n", at)
    start = max(0, line - ABOVE)
    near = text[start : min(at + ABOVE if end < 0 else end, at + ABOVE)]
    return any(WEATHER.fullmatch(told.strip()) for told in near.split("\n")[-LINES:])


@cache
def _months() -> dict[str, int]:
    table = load_table("read/months.toml")
    return {name: number for number, names in enumerate(table["months"], 1) for name in names}


@cache
def _foreign() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?<![\w.])(?:(?P<d1>\d{{1,2}})(?:\.|º|er|,)?\s(?:de\s)?(?P<name>{names})\.?,?\s(?:de\s|del\s)?(?P<y1>(?:19|20)\d\d)"
        rf"|(?P<d2>\d{{1,2}})[./](?P<m>\d{{1,2}})[./](?P<y2>(?:19|20)\d\d))(?:(?!\w)|(?=\d{{1,2}}\.\s))",
        re.IGNORECASE,
    )
