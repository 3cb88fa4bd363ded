"""Live blogs: the clock times at which entries were written, and what day each belongs to.

Entries stand with the latest or with the first one on top. Where the clock jumps across midnight the day changes; a line
that is a date says it outright. Without one, the entry written first is one of the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from dateline.model import Part, Time
from dateline.read.bylines import is_byline
from dateline.text import fold
from dateline.times import Interval, resolve
from dateline.words.dates import absolute, clock_of, offset_of

__all__ = ["entries_in", "told_at"]

DATED = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?),? (?:19|20)\d\d"
CLOCK = r"(?P<h>[01]?\d|2[0-3])(?:[:.]|(?=\d\d:[ \t]))(?P<m>[0-5]\d)(?: ?(?P<half>[ap]\.?m\b\.?))?(?: ?\(?(?P<zone>(?:GMT|UTC)[+-]\d{1,2}|[A-Z]{2,4}|local time)\)?)?(?:\d\d:\d\d)?"
ENTRY = re.compile(
    rf"\n[ \t]*(?P<all>(?:(?:[Pp]osted|[Pp]ublished|[Aa]dded)(?: at)? )?(?:{DATED},? (?:at )?)?[\[(]?(?i:{CLOCK})[\])]?(?:,? {DATED})?)[ \t]*(?:$|[|:-][ \t]+(?=\S)|\u2014[ \t]*(?=\S))",
    re.MULTILINE,
)
"""A clock time that is a line's all, or its head; a date may stand beside it."""
YEAR = re.compile(r"(?:1[89]|20)\d\d:")
"""Four digits that may be a year as well as a clock: a page on which all are has the years of a chronicle."""
FEWEST = 3
"""Entries from which a page is a live blog: one clock time is a byline's, two a programme's."""
MOST = 2_000
"""Entries that are looked at; what follows is data."""
STORY = ("body", "standfirst", "byline")
DAY = 24 * 60
LONGEST = 7
"""Midnights that a live blog which tells no date may last; a longer one is a timetable."""
JUMP = 6 * 60
"""Minutes by which the clock must go against the order of the entries for midnight to lie between: some are out of order."""


class _Entry(NamedTuple):
    """One entry's time: where it is printed, its minute of the day, the offset told with it, and its day, where that is told."""

    start: int
    end: int
    minute: int
    zone: str | None
    day: str | None


def entries_in(folded: str, parts: Sequence[Part]) -> list[Part]:
    """Where the times of a live blog's entries stand in a folded text; none where the page is no live blog."""
    found: list[Part] = []
    at = 0
    for match in ENTRY.finditer(folded):
        below = match.end() + 1
        while at < len(parts) and parts[at].end <= below:
            at += 1
        if at < len(parts) and parts[at].part in STORY:
            found.append(Part(match.start("all"), match.end(), "byline"))
        if len(found) >= MOST:
            break
    chronicle = all(YEAR.match(folded, part.start) for part in found)
    return found if len(found) >= FEWEST and not chronicle else []


def told_at(text: str, marks: Sequence[Part], published: Interval | None) -> tuple[Time, ...]:
    """The time of each entry, by where it is printed; with a formula, so that it can be worked out again."""
    if not marks:
        return ()
    entries = list(_entries(fold(text), marks))
    days = _days(entries)
    if max(days, default=0) > LONGEST and not any(entry.day for entry in entries):
        return ()
    return tuple(_time(text, entry, after, published) for entry, after in zip(entries, days, strict=True))


def _entries(folded: str, marks: Sequence[Part]) -> Iterator[_Entry]:
    """The entries, each with the day that it, or the line of a date above it, tells."""
    day: str | None = None
    above = folded.rfind("\n", 0, len(folded[: marks[0].start].rstrip())) + 1 if marks else 0
    for mark in marks:
        day = _day_line(folded, above, mark.start) or day
        above = mark.end
        match = ENTRY.match(folded, mark.start - 1) or ENTRY.match(folded, folded.rfind("\n", 0, mark.start))
        clock = clock_of(int(match["h"]), int(match["m"]), match["half"]) if match else None
        if match is None or clock is None:
            continue
        own = absolute(match["all"])
        told = own.first.isoformat() if own else day
        yield _Entry(mark.start, match.end("all"), 60 * clock.hour + clock.minute, offset_of(match["zone"]), told)


def _day_line(folded: str, start: int, end: int) -> str | None:
    """The day that the last line which is a date and nothing else tells."""
    for line in reversed(folded[start:end].split("\n")):
        if len(line) <= 60 and is_byline(line.strip()):
            when = absolute(line)
            return when.first.isoformat() if when else None
    return None


def _days(entries: Sequence[_Entry]) -> list[int]:
    """How many days after the first one each entry was written; of the two orders that they may stand in, the one in which
    they took less time."""
    minutes = [entry.minute for entry in entries]
    down, up = _passed(minutes), _passed(minutes[::-1])
    return _midnights(minutes) if down < up else _midnights(minutes[::-1])[::-1]


def _passed(minutes: Sequence[int]) -> int:
    """How many minutes pass between the first entry and the last, if that is their order; a small step back costs a day.

    >>> _passed([600, 660]), _passed([660, 600]), _passed([1430, 10])
    (60, 1440, 20)
    """
    steps = [later - one for one, later in pairwise(minutes)]
    return sum(step if step >= 0 else DAY if step >= -JUMP else step + DAY for step in steps)


def _midnights(minutes: Sequence[int]) -> list[int]:
    """How many midnights lie before each of some entries that stand in the order they were written in."""
    return list(accumulate((one - later > JUMP for one, later in pairwise(minutes)), initial=0))


def _time(text: str, entry: _Entry, days: int, published: Interval | None) -> Time:
    base = entry.day or f"pub day+{days}"
    formula = f"{base} T{entry.minute // 60:02}:{entry.minute % 60:02}" + (f" {entry.zone}" if entry.zone else "")
    timex, when = resolve(formula, published)
    return Time(entry.start, entry.end, text[entry.start : entry.end], "TIME", timex, when, formula)
