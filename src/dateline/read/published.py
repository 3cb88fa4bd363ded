"""When a page was published, and how that is known: given, stated, told by a caption, or worked out from a weekday."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from itertools import islice

from dateline.model import Part, Published
from dateline.read.addressed import addressed
from dateline.read.announced import STORY, announced, elsewhere, opened
from dateline.read.source import Page
from dateline.read.stamps import answered, datelined, of_today, printed, stamp
from dateline.text import fold, lines
from dateline.times import DAY, Interval
from dateline.words.calendar import SHORT_MONTHS, WEEKDAYS
from dateline.words.dates import dates

__all__ = ["published"]

NONE = Published(None, "none")
ARCHIVE = re.compile(r"^\W*(?:file|archive)\b|\[file\b|\(file\b|\barchives?\b|\bfile (?:photo|picture|image)\b", re.IGNORECASE)  # fmt: skip
UPDATED = re.compile(r"(?:updated|modified)\b.{0,24}$", re.IGNORECASE)
MOST_SHOWN = 40
"""Characters of a date that cannot be read which a note shows."""
HEAD = 1_500
"""Characters of the body from which weekdays are taken: what a report opens with is its day's news."""
ABOVE, BELOW = 300, 900
"""Characters above and below the headline in which its date is looked for."""
SHORT = 25
"""Characters that may stand beside a date in a line which was taken for the story's, but is little else than the date."""
LATE = timedelta(days=45)
"""How long before its dateline a full date that a story opens with may lie, to tell the year of both."""
NEAR = timedelta(days=10)
"""How far a caption's date or a date of the body may lie from the day that a weekday tells."""


def published(page: Page, parts: Sequence[Part]) -> tuple[Published, tuple[str, ...]]:
    """When a page was published, with its basis, and what a reader should know of it."""
    given = stamp(page.published)
    if given is not None:
        return Published(given, "given"), ()
    when, why = _worked_out_from_itself(page, parts)
    if page.published is None:
        return when, why
    return when, (f"the date given with it is none that can be read: {page.published[:MOST_SHOWN]!r}", *why)


def _worked_out_from_itself(page: Page, parts: Sequence[Part]) -> tuple[Published, tuple[str, ...]]:
    stamped, shown = stamp(page.stamp), _printed(page.text, parts)
    if shown is not None and page.says is not None and page.says.guessed:
        stamped = None
    if stamped is not None:
        return _stated(page.text, parts, stamped, shown)
    filed = addressed(page.url)
    if filed is not None and (shown is None or not _agree(shown, filed)):
        return _filed(page.text, parts, filed, shown)
    if shown is not None:
        first = announced(page.text, parts)
        return _stated(
            page.text, parts, None, first if first is not None and first.start < shown.start - DAY else shown
        )
    body = _body(page.text, parts)
    named = _weekdays(body)
    captions = list(_captioned(page.text, parts))
    told = next((when for when in sorted(captions, key=_start, reverse=True) if when.start.weekday() in named), None)
    months, full = list(_months(body)), list(islice((when for _, when in dates(body)), 20))
    worked = _worked_out(months, named, captions, full)
    headed = _headed(page.text, parts, (*full, worked) if worked is not None else full)
    if headed is not None:
        return Published(headed, "stated"), ("dated by its dateline, in the year of a day that it opens with",)
    if worked is not None and (told is None or worked.start >= told.start):
        return Published(worked, "weekday"), ()
    if told is not None:
        return Published(Interval.day(told.first), "caption"), (
            "dated by a caption whose weekday agrees with the body",
        )
    other = elsewhere(page.text, parts)
    if other is not None:
        return Published(other, "stated"), (f"dated by {other.first}, which stands away from its headline",)
    return NONE, ()


def _start(when: Interval) -> datetime:
    return when.start


def _agree(shown: Interval, filed: Interval) -> bool:
    """Whether a printed date lies where the address has it, or beside it: a page is filed by the clock of its outlet."""
    return filed.start - DAY * 2 <= shown.start and shown.end <= filed.end + DAY * 2


def _filed(text: str, parts: Sequence[Part], filed: Interval, shown: Interval | None) -> tuple[Published, tuple[str, ...]]:  # fmt: skip
    """The date that the address tells; of a month, the day that the story tells, where it tells one."""
    printed = f", not by {shown.first}, which it prints" if shown is not None else ""
    note = f"dated by its address{printed}"
    if filed.days == 1:
        when, why = _stated(text, parts, filed, None)
        return when, (note, *why)
    body = _body(text, parts)
    worked = _worked_out(list(_months(body)), _weekdays(body), (), [filed])
    if worked is not None and filed.contains(worked):
        return Published(worked, "weekday"), (note,)
    days = (_day(filed.start.year, *told) for told in _datelined_days(text, parts))
    told = (*(Interval.day(day) for day in days if day is not None), elsewhere(text, parts))
    return Published(next((when for when in told if when is not None and filed.contains(when)), filed), "stated"), (
        note,
    )


def _datelined_days(text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Month and day that datelines tell without a year."""
    for part in parts:
        if part.part == "dateline":
            yield from _months(text[part.start : min(part.end, part.start + MOST_SHOWN)])


def _headed(text: str, parts: Sequence[Part], full: Sequence[Interval]) -> Interval | None:
    """The day of a dateline without a year, where a full date that the story opens with lies in the weeks before it."""
    for told in _datelined_days(text, parts):
        days = (_day(when.start.year, *told) for when in full)
        near = (day for day, when in zip(days, full, strict=True) if day and timedelta(0) <= day - when.first <= LATE)
        return next((Interval.day(day) for day in near), None)
    return None


def _stated(text: str, parts: Sequence[Part], stamped: Interval | None, shown: Interval | None) -> tuple[Published, tuple[str, ...]]:  # fmt: skip
    """The date a page states; of metadata and print the one that its first words bear out."""
    notes: tuple[str, ...] = ()
    when = stamped or shown
    if when is None:
        return NONE, ()
    if stamped is not None and shown is not None and abs(stamped.start - shown.start) > DAY * 2:
        notes = (f"its metadata say {stamped.first}, the page prints {shown.first}; the metadata are believed",)
    later = _day_after(text, parts, when.first)
    if later is not None:
        notes += (f"states {when.first}, but tells of {later:%A} as past; taken as the day after",)
        when = Interval.day(later)
    return Published(when, "stated"), notes


def _day_after(text: str, parts: Sequence[Part], day: date) -> date | None:
    """The following day, where the report opens with that weekday in the past tense: a page stamped in another zone."""
    lead = _body(text, parts)[:220].lower()
    after = day + timedelta(days=1)
    if WEEKDAYS[day.weekday()] in lead:
        return None
    name = WEEKDAYS[after.weekday()]
    return after if re.search(rf"\bon {name}\b(?! (?:night|evening)? ?in) (?:said|raised|told|announced|reported|killed|accused|\w+ed)\b", lead) else None  # fmt: skip


def _printed(text: str, parts: Sequence[Part]) -> Interval | None:
    """The date beside the headline, else that of a byline, else one above the story; "updated" gives way to "published"."""
    head = next((part for part in parts if part.part == "headline"), None)
    opening = next((Part(part.start, part.start, "body") for part in parts if part.part == "body"), None)
    story: list[Interval] = []
    for at in (head, opening):
        for told, when in _nearest(text, parts, at):
            if not told:
                return when
            story.append(when)
    beside = opened(text, parts) or next(iter(story), None)
    if beside is not None:
        return beside
    found: list[tuple[bool, Interval]] = []
    above = head is None
    for part in parts:
        above = above and part.part != "body"
        if part.part in ("byline", "dateline") or (above and part.part == "furniture"):
            said = text[part.start : min(part.end, part.start + 300)]
            found.extend(
                (UPDATED.search(said[: span.start]) is not None, when)
                for span, when in printed(said)
                if not answered(text, part.start + span.start, part.start + span.end)
                and not of_today(text, part.start + span.start)
            )
    if not found:
        return next(
            (day for part in parts if part.part == "dateline" and (day := datelined(text[part.start : part.end]))), None
        )
    return next((when for updated, when in found if not updated), found[0][1])


def _nearest(text: str, parts: Sequence[Part], head: Part | None) -> list[tuple[bool, Interval]]:
    """The dates around a headline, the most likely first, each with whether the story tells it."""
    beside = sorted(_beside(text, parts, head), key=lambda found: found[0]) if head is not None else []
    return [(told, when) for (_, told, *_), when in beside]


def _beside(text: str, parts: Sequence[Part], head: Part) -> Iterator[tuple[tuple[bool, bool, bool, int], Interval]]:
    """Dates in short lines around a headline or a story's beginning, and bylines run into others; what tells no update and is no part of the story
    comes first, then what stands below a headline, or above the first words of a story, then the nearest."""
    low, high = max(0, head.start - ABOVE), min(len(text), head.end + BELOW)
    around = [part for part in parts if part.start < high and part.end > low]
    for line in lines(text[low:high]):
        start, end = low + line.start, low + line.end
        held = [part for part in around if part.start < end and part.end > start]
        if any(part.part == "caption" for part in held):
            continue
        said = text[start : min(end, start + 300)]
        for span, when in printed(said):
            at = start + span.start
            if answered(text, at, start + span.end) or of_today(text, at):
                continue
            told = any(part.part in STORY and part.start <= at < part.end for part in held)
            if not told or len(said) - (span.end - span.start) <= SHORT:
                updated = UPDATED.search(said[: span.start]) is not None
                far = (start < head.start) == (head.part == "headline")
                yield (updated, told, far, abs(at - head.end)), when


def _captioned(text: str, parts: Iterable[Part]) -> Iterator[Interval]:
    """The dates of captions, archive pictures left out."""
    for part in parts:
        said = text[part.start : part.end]
        if part.part == "caption" and not ARCHIVE.search(said):
            for _, when in dates(said[:1_000]):
                yield when


def _body(text: str, parts: Iterable[Part]) -> str:
    pieces: list[str] = []
    length = 0
    for part in parts:
        if part.part == "body" and length < HEAD:
            pieces.append(text[part.start : min(part.end, part.start + HEAD - length)])
            length += len(pieces[-1])
    return fold(" ".join(pieces))


def _weekdays(body: str) -> frozenset[int]:
    """The weekdays, Monday 0, that a report opens with as its own day: "on Tuesday"."""
    return frozenset(WEEKDAYS.index(m[1].lower()) for m in _weekday().finditer(body))


def _months(body: str) -> Iterator[tuple[int, int]]:
    """Month and day of dates told without a year."""
    for match in _bare_date().finditer(body):
        month, day = match["m1"] or match["m2"], match["d1"] or match["d2"]
        yield SHORT_MONTHS.index(month[:3].lower()) + 1, int(day)


def _worked_out(bare: Sequence[tuple[int, int]], named: frozenset[int], captions: Sequence[Interval], full: Sequence[Interval]) -> Interval | None:  # fmt: skip
    """The day whose weekday and whose day of the month are both told, in the year that other dates of the page give."""
    years = sorted({when.start.year for when in (*captions, *full)}, reverse=True)
    latest = max((when.start for when in captions), default=None)
    days = [day for year in years for month, number in bare if (day := _day(year, month, number)) is not None]
    agree = [day for day in days if day.weekday() in named and (latest is None or day >= latest.date() - NEAR)]
    return Interval.day(max(agree)) if agree else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\bon ({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


@cache
def _bare_date() -> re.Pattern[str]:
    month = r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
    return re.compile(rf"\b(?:(?P<m1>{month}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{month}))(?!\w|,? (?:19|20)\d\d)", re.IGNORECASE)  # fmt: skip
