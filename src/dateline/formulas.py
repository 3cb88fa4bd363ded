"""Formulas of time: how a value follows from an anchor, written as a short string that a record can keep.

A formula is an anchor and steps, separated by blanks. The anchor is `pub` (the publication) or an ISO value; a literal
value that denotes no interval starts with `=`. The steps, read from left to right:

| step | moves to |
|---|---|
| `day-1` `week+0` `month+1` `year-1` … | that unit around the moment, and so many units on |
| `back2week` `on3day` | the unit around the moment, so many units before or after it; with `X`, the past or the future at large |
| `years-1` | the same stretch so many years on |
| `tue<=` `m09<` `m09-14~` `d20>` `q3=` `h1=` `SU=` | a weekday, month, day of a month, quarter, half, season: before (`<`), on or before (`<=`), after (`>`), on or after (`>=`), within the week, month or year around (`=`), the nearest (`~`), or that as said of the past (`<~`) or of the future (`~>`) |
| `m09<?` | the last September; where this year's is hardly over, that one or the one before, and the value leaves the year open |
| `nth2week` | the second week within the stretch; `nth-1day` its last day |
| `TNI` `T22:00` | a part of the day, a clock time |
| `+03:00` | the zone's offset of the clock |
| `early` `mid` `late` `start` `end` `half1` `half2` | that part of the stretch; the value stays |
| `past3month` `next48hour` | a length of time up to, or from, the moment |
| `first9month` `last2week` | so much of the stretch, from its start or up to its end |
| `till` | from its start up to the end of the publication; the value stays (last step only) |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

__all__ = ["WEEKDAYS", "Stretch", "duration", "evaluate"]

DAY = timedelta(days=1)
Stretch = tuple[datetime, datetime, str | None]
"""From, to (not included), and the zone's offset where it was told."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PARTS = {"TMO": (5, 12), "TAF": (12, 18), "TEV": (17, 24), "TNI": (18, 30), "TDT": (6, 18)}
"""The hours of a part of the day; a night ends after midnight."""

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "season": 3}
LENGTHS = {
    "second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": DAY, "week": 7 * DAY,
    "weekend": 7 * DAY, "part": DAY,
}  # fmt: skip
LEANS = {"<~": (300 * DAY, 65 * DAY), "~": (230 * DAY, 135 * DAY), "~>": (65 * DAY, 300 * DAY)}
"""How far back and ahead a date without its year may lie: said of the past, of no certain time (news looks back), of the future."""

BEHIND = (5 * DAY, 2 * DAY)
"""The same of a weekday said of the past: what happened "early Tuesday" in a report of Monday did so as its day ended there."""

EDGES = {
    "early": (0, 2),
    "start": (0, 2),
    "mid": (2, 4),
    "late": (4, 6),
    "end": (4, 6),
    "half1": (0, 3),
    "half2": (3, 6),
}
"""Sixths of a stretch, from and to."""

LETTERS = dict(zip(("second", "minute", "hour", "day", "week", "month", "quarter", "year"), "SMHDWMQY", strict=True))
SMALLER = {"hour": (60, "minute"), "minute": (60, "second"), "year": (12, "month"), "day": (24, "hour")}

SHIFT = re.compile(r"(second|minute|hour|day|weekend|week|month|quarter|half|year|decade|century)([+-]\d{1,5})")
YEARS = re.compile(r"years([+-]\d{1,4})")
RECUR = re.compile(
    r"(mon|tue|wed|thu|fri|sat|sun|m\d\d-\d\d|m\d\d|d\d\d|q[1-4]|h[12]|SP|SU|FA|WI|weekend)(<~|~>|<=|>=|<\?|<|>|=|~)"
)
NTH = re.compile(r"nth(-?\d{1,3})(day|week|weekend|month|quarter|year|mon|tue|wed|thu|fri|sat|sun)")
CLOCK = re.compile(r"T(\d\d):(\d\d)")
ZONE = re.compile(r"[+-]\d\d:\d\d")
LENGTH = re.compile(
    r"(past|next|first|last|back|on)(X|\d{1,6}(?:\.5)?)(second|minute|hour|day|weekend|week|month|quarter|half|year|decade|century)"
)
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A unit of time on its way through a formula: where it starts, and what it is."""

    start: datetime
    unit: str
    part: str | None = None
    offset: str | None = None
    edge: str | None = None
    length: str | None = None
    bounds: tuple[datetime, datetime] | None = None
    """What the stretch is, where it is not one whole unit."""

    @property
    def end(self) -> datetime:
        return _after(self.start, self.unit, 1)


def evaluate(formula: str, anchor: Stretch | None) -> tuple[str | None, Stretch | None]:
    """The TIMEX3 value of a formula, and the stretch it denotes; both None where it waits for an anchor, or cannot be.

    >>> published = (datetime(2020, 2, 6), datetime(2020, 2, 7), None)
    >>> evaluate("pub tue<=", published)[0], evaluate("pub tue<=", None), evaluate("=P3D", None)
    ('2020-02-04', (None, None), ('P3D', None))
    >>> evaluate("pub backXday next6day", published)
    (None, None)
    """
    if formula.startswith("="):
        return formula[1:], None
    if formula.endswith(" till"):
        return _till(*evaluate(formula.removesuffix(" till"), anchor), anchor)
    try:
        first, *steps = formula.split()
        moment = _anchored(first, anchor)
        for step in steps:
            # Nothing is counted from a stretch whose length is not told: "a few days later" than "days later".
            moment = None if moment is None or moment.unit == "open" else _stepped(moment, step)
        return (None, None) if moment is None else (_value(moment), _stretch(moment))
    except (ValueError, OverflowError):
        return None, None


def _till(value: str | None, since: Stretch | None, anchor: Stretch | None) -> tuple[str | None, Stretch | None]:
    """The stretch that begins with another one and lasts up to the anchor; a later one stays as it is."""
    if since is None or anchor is None:
        return value, None
    return value, (since[0], max(since[1], anchor[1]), since[2])


def duration(number: str, unit: str) -> str:
    """The TIMEX3 value of a length of time; X is a number left open.

    >>> duration("3", "month"), duration("2.5", "year"), duration("48", "hour"), duration("2", "decade"), duration("X", "week")
    ('P3M', 'P2Y6M', 'PT48H', 'P20Y', 'PXW')
    """
    if unit in ("decade", "century") and number != "X":
        return f"P{_plain(float(number) * (10 if unit == 'decade' else 100))}Y"
    if unit == "weekend":
        return "P2D" if number == "1" else f"P{number}WE"
    small = unit in ("hour", "minute", "second")
    letter = {"decade": "E", "century": "C"}.get(unit) or LETTERS.get(unit, "X")
    if number.endswith(".5") and unit in SMALLER:
        per, smaller = SMALLER[unit]
        half = f"{'T' if unit == 'day' else ''}{per // 2}{LETTERS[smaller]}"
        whole = "" if number in ("0.5", ".5") else number[:-2] + letter
        return f"P{'T' if small else ''}{whole}{half}"
    return f"P{'T' if small else ''}{number}{letter}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def _anchored(first: str, anchor: Stretch | None) -> Moment | None:
    if first == "pub":
        if anchor is None:
            return None
        start, end, _ = anchor
        return Moment(start, "day" if end - start >= DAY else "minute", bounds=(start, end))
    if first.startswith("decade"):
        return Moment(datetime(int(first[6:]), 1, 1), "decade")
    if first.startswith("century"):
        return Moment(datetime(int(first[7:]) * 100, 1, 1), "century")
    told = ISO.fullmatch(first)
    if not told:
        raise ValueError(first)
    year, month, day = told.groups()
    return Moment(datetime(int(year), int(month or 1), int(day or 1)), "day" if day else "month" if month else "year")


def _stepped(moment: Moment, step: str) -> Moment:
    if step in EDGES:
        return replace(moment, edge=step)
    if step in PARTS:
        return Moment(_floor(moment.start, "day"), "part", part=step)
    if told := SHIFT.fullmatch(step):
        return Moment(_after(_floor(moment.start, told[1]), told[1], int(told[2])), told[1])
    if step.endswith("<?"):
        return _last_or_before(moment, step[:-2])
    if told := RECUR.fullmatch(step):
        return _recurring(moment, told[1], told[2])
    if told := LENGTH.fullmatch(step):
        return _length(moment, told[1], told[2], told[3])
    if told := YEARS.fullmatch(step):
        return replace(moment, start=_after(moment.start, "year", int(told[1])), bounds=None)
    if told := NTH.fullmatch(step):
        return _nth(moment, int(told[1]), told[2])
    if told := CLOCK.fullmatch(step):
        day = _floor(moment.start, "day")
        return Moment(day + timedelta(hours=int(told[1]), minutes=int(told[2])), "minute", part=step)
    if ZONE.fullmatch(step):
        return replace(moment, offset=step)
    raise ValueError(step)


def _floor(at: datetime, unit: str) -> datetime:
    day = datetime.combine(at.date(), time())
    if unit in ("second", "minute", "hour"):
        return at - (at - day) % LENGTHS[unit]
    if unit in ("day", "part"):
        return day
    if unit in ("week", "weekend"):
        return day - day.weekday() * DAY + (5 * DAY if unit == "weekend" else 0 * DAY)
    if unit in ("decade", "century"):
        years = MONTHS[unit] // 12
        return datetime(max(1, at.year - at.year % years), 1, 1)
    months = MONTHS[unit]
    return datetime(at.year, (at.month - 1) // months * months + 1, 1)


def _after(start: datetime, unit: str, count: int) -> datetime:
    if unit in LENGTHS:
        length = 2 * DAY if unit == "weekend" and count == 1 and start.weekday() == 5 else LENGTHS[unit] * count
        return start + length
    month = start.year * 12 + start.month - 1 + MONTHS[unit] * count
    day = min(start.day, _days_in(month // 12, month % 12 + 1))
    return start.replace(year=month // 12, month=month % 12 + 1, day=day)


def _days_in(year: int, month: int) -> int:
    return (
        29
        if month == 2 and ((year % 4 == 0 and year % 100 != 0) or year % 400 == 0)
        else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )


def _recurring(moment: Moment, name: str, how: str) -> Moment:
    """The one of a thing that comes again which lies before, after, around or nearest to a moment."""
    at = moment.start
    found = list(_occurrences(at, name))
    whole = (moment.bounds or (at, moment.end))[1] if moment.unit != "minute" else at + timedelta(minutes=1)
    if how == "=":
        kept = [one for one in found if _home(one.start, name) == _home(at, name)]
    elif how == "<":
        kept = [one for one in found if one.end <= _floor(at, "day")][-1:]
    elif how == "<=":
        kept = [one for one in found if one.start <= at][-1:]
    elif how == ">":
        kept = [one for one in found if one.start >= whole][:1]
    elif how == ">=":
        kept = [one for one in found if one.end > at][:1]
    elif how in LEANS and name.startswith("m") and name != "mon":
        first, last = LEANS[how]
        kept = [one for one in found if at - first <= one.start < at + last][-1:]
    elif how == "<~" and name in WEEKDAYS:
        (first, last), day = BEHIND, _floor(at, "day")
        kept = [one for one in found if day - first <= one.start < day + last][-1:]
    else:
        kept = sorted(found, key=lambda one: (abs(one.start - at), one.start))[:1]
    if not kept:
        raise ValueError(f"no {name} {how}")
    return kept[0]


def _last_or_before(moment: Moment, month: str) -> Moment:
    """The last such month; one of this year that is hardly over would be called by its bare name: the one before may be meant."""
    last = _recurring(moment, month, "<")
    if last.start.year < moment.start.year or moment.start - last.start > HARDLY_OVER:
        return last
    before = _after(last.start, "year", -1)
    return replace(last, bounds=(before, last.end), length=f"XXXX-{last.start:%m}")


HARDLY_OVER = timedelta(days=123)
"""So long after its start, "last" before a month of this year no longer leaves its year open."""


def _home(at: datetime, name: str) -> datetime:
    return _floor(at, "week" if name in WEEKDAYS else "month" if name.startswith("d") else "year")


def _occurrences(at: datetime, name: str) -> Iterator[Moment]:
    """The occurrences around a moment, in order: some on each side, as a leap day comes every fourth or eighth year."""
    if name in WEEKDAYS or name == "weekend":
        first = _floor(at, "week") + (5 if name == "weekend" else WEEKDAYS.index(name)) * DAY
        yield from (Moment(first + week * 7 * DAY, "weekend" if name == "weekend" else "day") for week in (-1, 0, 1))
    elif name.startswith("d"):
        month = at.year * 12 + at.month - 1
        yield from (one for n in range(month - 3, month + 4) if (one := _dated(n // 12, n % 12 + 1, int(name[1:]))))
    elif name.startswith("m") and "-" in name:
        reach = 8 if name == "m02-29" else 1
        years = range(at.year - reach, at.year + reach + 1)
        yield from (one for year in years if (one := _dated(year, int(name[1:3]), int(name[4:]))))
    else:
        first_month, unit = _monthly(name)
        yield from (Moment(datetime(year, first_month, 1), unit) for year in (at.year - 1, at.year, at.year + 1))


def _dated(year: int, month: int, day: int) -> Moment | None:
    return Moment(datetime(year, month, day), "day") if 1 <= day <= _days_in(year, month) else None


def _monthly(name: str) -> tuple[int, str]:
    if name in SEASONS:
        return SEASONS[name], "season"
    number = int(name[1:])
    return {"m": (number, "month"), "q": (number * 3 - 2, "quarter"), "h": (number * 6 - 5, "half")}[name[0]]


def _nth(moment: Moment, count: int, unit: str) -> Moment:
    if unit in WEEKDAYS:
        edge = moment.start if count > 0 else moment.end - 7 * DAY
        first = edge + (WEEKDAYS.index(unit) - edge.weekday()) % 7 * DAY
        return Moment(first + (count - 1 if count > 0 else count + 1) * 7 * DAY, "day")
    if count > 0:
        return Moment(_after(moment.start, unit, count - 1), unit)
    return Moment(_floor(moment.end - timedelta(seconds=1), unit), unit)


def _length(moment: Moment, side: str, number: str, unit: str) -> Moment:
    """A length of time that ends with the moment, starts with it, or is the first of it."""
    if side in ("back", "on"):
        return _moved(moment, side, number, unit)
    value = duration(number, unit)
    if number == "X":
        return replace(moment, length=value, bounds=None, unit="open")
    count, half = int(float(number)), number.endswith(".5")
    start, end = moment.bounds or (moment.start, moment.end)
    if side == "past":
        bounds = (_after(start, unit, -count) - (LENGTHS.get(unit, DAY) / 2 if half else 0 * DAY), end)
    elif side == "next":
        bounds = (start, _after(end, unit, count) + (LENGTHS.get(unit, DAY) / 2 if half else 0 * DAY))
    elif side == "first":
        bounds = (start, _after(start, unit, count))
    else:
        bounds = (_after(end, unit, -count), end)
    return replace(moment, length=value, bounds=bounds)


def _moved(moment: Moment, side: str, number: str, unit: str) -> Moment:
    if number == "X":
        return replace(moment, length="PAST_REF" if side == "back" else "FUTURE_REF", bounds=None, unit="open")
    if unit in ("hour", "minute", "second") and moment.unit not in ("hour", "minute", "second"):
        # Three hours before some time of a day is no clock time: all of that day, and three hours more, may be meant.
        return _length(moment, "past" if side == "back" else "next", number, unit)
    count = int(float(number)) * (-1 if side == "back" else 1)
    return Moment(_after(_floor(moment.start, unit), unit, count), unit)


def _value(moment: Moment) -> str:
    """The TIMEX3 value."""
    at, unit = moment.start, moment.unit
    if moment.length:
        return moment.length
    if unit == "minute" and moment.part == "T24:00":
        return f"{at - DAY:%Y-%m-%d}T24:00"
    forms = {
        "second": "%Y-%m-%dT%H:%M:%S", "minute": "%Y-%m-%dT%H:%M", "hour": "%Y-%m-%dT%H", "day": "%Y-%m-%d", "part": f"%Y-%m-%d{moment.part}",
        "week": "%G-W%V", "weekend": "%G-W%V-WE", "month": "%Y-%m", "quarter": f"%Y-Q{(at.month + 2) // 3}",
        "half": f"%Y-H{(at.month + 5) // 6}", "year": "%Y", "season": "%Y-" + {v: k for k, v in SEASONS.items()}.get(at.month, "X"),
    }  # fmt: skip
    if unit in ("decade", "century"):
        return f"{at.year:04}"[: 3 if unit == "decade" else 2]
    return at.strftime(forms[unit])


def _stretch(moment: Moment) -> Stretch | None:
    if moment.unit == "open":
        return None
    if moment.part in PARTS:
        first, last = PARTS[moment.part]
        return moment.start + timedelta(hours=first), moment.start + timedelta(hours=last), moment.offset
    start, end = moment.bounds or (moment.start, moment.end)
    if moment.edge:
        start, end = _edge(start, end, *EDGES[moment.edge])
    return (start, end, moment.offset) if start < end else None


def _edge(start: datetime, end: datetime, first: int, last: int) -> tuple[datetime, datetime]:
    """The sixths from `first` to `last` of a stretch, in whole days where it is long."""
    sixth, unit = (end - start) / 6, "day" if end - start > 2 * DAY else "minute"
    return _floor(start + sixth * first, unit), end if last == 6 else _floor(start + sixth * last, unit)
