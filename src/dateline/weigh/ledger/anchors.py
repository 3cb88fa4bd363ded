"""The date in an instrument's name: "the September accord", "a truce announced in August", "the deal a year ago"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import pairwise

from dateline.times import DAY, Interval
from dateline.words.calendar import MONTH_NAMES, WEEKDAYS

__all__ = ["begun_on", "clock_of", "counted_anchor", "days_named", "named_anchor", "stretch_named"]

HALF_YEAR = 183
_MONTH = (
    r"\b(?P<last>last\s+)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>"
    + "|".join(sorted(MONTH_NAMES, key=lambda m: (-len(m), m)))
    + r")\b\.?(?:\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?\b(?!\d))?(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?(?P<past>\s+(?:of\s+)?last\s+year)?"
)
_MADE = r"(?:(?:that|which)\s+(?:was|were)\s+)?(?:announced|signed|reached|struck|agreed|brokered|declared|concluded|proclaimed|made|sealed|dating|promised)"
_BEFORE = re.compile(
    _MONTH + r"(?:'s)?\s+(?:(?!(?:in|of|on|at|the|a|for|under|to|and|as|by|from|with)\b)[\w-]+\s+){0,2}?$"
)
_HOUR = r"(?:(?:\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?|noon|midnight|dawn)\s+)"
_HOUR_ON = r"(?:" + _HOUR + r"(?:\w+\s+time\s+)?on\s+|(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?|noon|midnight|dawn)\s+)?"
_BEGUN = r"(?:force|effect|place|held|applied|holding|begun|began|begins|starts|started|starting|beginning|effective|opens|opened|due|set)"
_AFTER = re.compile(
    r"\s+(?:(?:[\w-]+\s+){0,6}?"
    + (
        _MADE
        + r"\s+(?:back\s+)?(?:in\s+(?!"
        + "|".join(MONTH_NAMES)
        + r")[\w-]+\s+)?(?:in|on|of)|(?:[\w-]+\s+){0,3}?(?:of|from|between|"
        + _BEGUN
        + r"\s+(?:on|in|since|from)))"
    )
    + (r"\s+" + _HOUR_ON + r"(?:the\s+\w+\s+of\s+|\w+day,?\s+)?" + _MONTH)
)
_DAY = re.compile(_MONTH)
_BEGINS = re.compile(
    r"\b(?:begin|start|open|take effect|come into force)[a-z]*\s+(?:at\s+|from\s+)?" + _HOUR + r"?(?:\w+\s+time\s+)?"
    r"(?:on\s+)?(?:the\s+\w+\s+of\s+|\w+day,?\s+)?" + _MONTH
)
_IN_YEAR = re.compile(r"\s+in\s+" + _MONTH)
_BROKEN = re.compile(r"\b(?:violat|breach|brok|break|infring|flout|collaps|ended?\b)[\w-]*\s+(?:[\w-]+\s+){0,3}$")
_YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)\d\d)\s+(?:[\w-]+\s+){0,1}?$")
_YEAR_AFTER = re.compile(r"\s+(?:" + _MADE + r"\s+)?(?:of|in|from)\s+(?P<year>(?:19|20)\d\d)\b")
_AGO = re.compile(
    r"\s+(?:" + _MADE + r"\s+)?(?P<n>a|one|two|three|four|five|six|\d{1,2})\s+(?P<unit>year|month|week)s?\s+ago"
)
_LAST = re.compile(r"\s+(?:" + _MADE + r"\s+)?last\s+(?P<unit>year|month|week)\b")
_LAST_BEFORE = re.compile(r"last\s+(?P<unit>year|month|week)'s\s+(?:[\w-]+\s+){0,1}?$")
_ON = re.compile(
    r"\s+(?:that\s+)?(?:it\s+|he\s+|she\s+)?(?:"
    + _MADE
    + r"|from)\s+(?:on\s+)?(?P<weekday>"
    + "|".join(WEEKDAYS)
    + r")\b"
)
_AHEAD = re.compile(r"\b(?:will|would|shall|must|is to|are to|agreed to)\s+(?:\w+\s+){0,2}$")
"""Words before a truce by which the day behind it is still to come: "will cease fire from Friday"."""
_COUNTED = re.compile(
    r"\b(?:(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+)?(?P<unit>hour|day|week)s?\s+(?:after|into)\s+(?:[\w'-]+\s+){0,4}$"
)
_OPENS = re.compile(r"\b(?:from|between)\s+" + _HOUR_ON + r"(?:\w+day,?\s+)?$")
_CLOSES = re.compile(r",?\s+(?:to|and|until|till|through)\s+" + _HOUR_ON + r"(?:\w+day,?\s+)?")
_NUMBER = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "an": 1,
}
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap])\.?\s?m\b|\b(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)\b"
)
_ZULU = re.compile(r"\b(?P<hour>\d\d):?(?P<minute>\d\d)\s*(?:gmt|utc)\b")
_MOSCOW = re.compile(r"\bmoscow time\b")


def named_anchor(said: str, start: int, end: int, printed: date | None) -> Interval | None:
    """The time that names the instrument at `said[start:end]`, read from the words that touch it.

    A month without a year is the last one that began before `printed`; without a day of print it names nothing.

    >>> said = "despite a truce announced in march"
    >>> named_anchor(said, 10, 15, date(2022, 1, 20)).iso()
    ('2021-03-01', '2021-04-01')
    >>> named_anchor("in andijan they reached a truce", 26, 31, date(2022, 5, 20)) is None
    True
    >>> said = "both will cease fire from friday"
    >>> named_anchor(said, 10, 20, date(2022, 5, 18)) is None
    True
    """
    before, after = said[max(0, start - 40) : start], said[end : end + 90]
    for search, text in ((_BEFORE, before), (_AFTER, after)):
        hit = search.search(text) if search is _BEFORE else search.match(text)
        if hit is not None and (found := _month(hit, printed)) is not None:
            return found
    dated = _IN_YEAR.match(after)
    if dated is not None and (dated["year"] or dated["past"]) and not _BROKEN.search(before):
        return _month(dated, printed)
    hit = _YEAR_BEFORE.search(before) or _YEAR_AFTER.match(after)
    if hit is not None:
        return Interval.parse(hit["year"], None)
    return _relative(before, after, printed) if printed is not None else None


def counted_anchor(said: str, start: int, when: Interval | None) -> Interval | None:
    """The day of the instrument at `said[start:]`, counted back from the day of an act: "three days after a truce began".

    >>> said = "shelling resumed two days after the truce took effect"
    >>> counted_anchor(said, said.index("truce"), Interval.parse("2022-01-20", None)).first.isoformat()
    '2022-01-18'
    """
    hit = _COUNTED.search(said[max(0, start - 60) : start])
    if hit is None or when is None or when.days > 1 or (hit["n"] is None and hit["unit"] != "hour"):
        return None
    count = 0 if hit["n"] is None else _NUMBER.get(hit["n"]) or int(hit["n"])
    return Interval.day(when.first - {"hour": count // 24, "day": count, "week": 7 * count}[hit["unit"]] * DAY)


def begun_on(said: str, printed: date | None) -> Interval | None:
    """The day on which folded lower words let something begin.

    >>> begun_on("the lull, sources say, starts on the morning of 4 june", date(2021, 6, 1)).iso()
    ('2021-06-04', '2021-06-05')
    """
    hit = _BEGINS.search(said)
    if hit is None or not (hit["day"] or hit["day2"]):
        return None
    found = _month(hit, printed)
    if (
        found is None
        or printed is None
        or (printed - found.first).days < HALF_YEAR
        or (found.start.month, found.start.day) == (2, 29)
    ):
        return found
    return Interval.day(found.first.replace(year=found.first.year + 1))  # told in December of a day in January


def days_named(said: str, printed: date | None) -> list[date]:
    """The days that folded lower words name by day and month."""
    hits = (hit for hit in _DAY.finditer(said) if hit["day"] or hit["day2"])
    return [found.first for hit in hits if (found := _month(hit, printed)) is not None]


def stretch_named(said: str, printed: date | None) -> tuple[date, date] | None:
    """The first and the last day of the stretch that folded lower words name.

    >>> stretch_named("a lull from 6 pm on 28 december to 2 january", date(2021, 12, 20))
    (datetime.date(2021, 12, 28), datetime.date(2022, 1, 2))
    """
    hits = [hit for hit in _DAY.finditer(said) if hit["day"] or hit["day2"]]
    for one, other in pairwise(hits):
        if _OPENS.search(said[: one.start()]) and _CLOSES.fullmatch(said[one.end() : other.start()]):
            first, last = _month(one, printed), _month(other, printed)
            if first is not None and last is not None:
                behind = last.first < first.first and last.first.month != 2
                return first.first, last.first.replace(year=last.first.year + 1) if behind else last.first
    return None


def _month(hit: re.Match[str], printed: date | None) -> Interval | None:
    month = MONTH_NAMES[hit["month"]]
    if hit["year"] is not None:
        year = int(hit["year"])
    elif printed is None:
        return None
    elif hit["past"]:
        year = printed.year - 1
    else:
        year = printed.year - (1 if (month, 1) > (printed.month, printed.day) else 0)
        year -= 1 if hit["last"] and month == printed.month else 0
    day = hit["day"] or hit["day2"]
    if day is None:
        return Interval.parse(f"{year}-{month:02}", None)
    try:
        return Interval.day(date(year, month, int(day)))
    except ValueError:
        return None


def _relative(before: str, after: str, printed: date) -> Interval | None:
    hit = _AGO.match(after)
    if hit is not None:
        return _back(printed, _NUMBER.get(hit["n"]) or int(hit["n"]), hit["unit"])
    hit = _LAST.match(after) or _LAST_BEFORE.search(before)
    if hit is not None:
        return _back(printed, 1, hit["unit"])
    hit = _ON.match(after)
    if hit is None or _AHEAD.search(before):
        return None
    behind = (printed.weekday() - WEEKDAYS.index(hit["weekday"])) % 7
    return Interval.day(printed - behind * DAY)


def _back(printed: date, count: int, unit: str) -> Interval:
    """Half a unit around the day that lies `count` units back: "a year ago" is not a day."""
    long = {"year": 365, "month": 30, "week": 7}[unit]
    middle = datetime.combine(printed, datetime.min.time()) - timedelta(days=long * count)
    return Interval(middle - timedelta(days=long // 2), middle + timedelta(days=long // 2 + 1))


def clock_of(said: str) -> tuple[str, str | None] | None:
    """The first clock in folded lower text as "HH:MM", and its offset where the same moment is also told in GMT.

    >>> clock_of("at 6pm (1500 gmt) on friday"), clock_of("from 10:30 pm"), clock_of("for five days")
    (('18:00', '+03:00'), ('22:30', None), None)
    """
    hit = _CLOCK.search(said)
    if hit is None:
        return None
    hour, minute = int(hit["hour"] or hit["h24"]), int(hit["minute"] or hit["m24"] or 0)
    if hit["half"] is not None:
        hour = hour % 12 + (12 if hit["half"] == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    zulu = _ZULU.search(said)
    offset = "+03:00" if _MOSCOW.search(said) else None
    if zulu is not None and int(zulu["hour"]) < 24:
        apart = ((hour - int(zulu["hour"])) * 60 + minute - int(zulu["minute"]) + 720) % 1440 - 720
        offset = f"{'-' if apart < 0 else '+'}{abs(apart) // 60:02}:{abs(apart) % 60:02}"
    return f"{hour:02}:{minute:02}", offset
