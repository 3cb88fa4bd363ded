"""What a time denotes: one day or a stretch, behind or ahead of the report, and how far back "recent days" reach."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from dateline.find.notes import Notes, Sentence
from dateline.find.sentences.distance import within
from dateline.find.times import CLOCK, DAY
from dateline.model import Time
from dateline.times import Interval, resolve

__all__ = ["EARLIER", "LATELY", "NEWS", "REACH", "ahead_of", "denoting", "on_day", "one_day", "ranging", "so_far"]

NEWS: Final = "pub day+0 past1day"
"""The day before publication and the day of it; stays open until the date of publication is known."""

LATELY: Final = "pub day+0 past6day"
"""The week up to publication."""

TODAY: Final = "pub day+0"

RECENT: Final = {
    "day": "pub day+0 past6day", "week": "pub day+0 past27day", "month": "pub day+0 past89day", "hour": "pub day+0 past1day",
    "year": "pub day+0 past1094day",
}  # fmt: skip
"""What "recent days" or "the past few weeks" reach back to, by their unit; the words give no bound of their own."""

VAGUE: Final = re.compile(r"\b(?:past|back)X")
"""A formula that goes back without saying how far."""

FROM_TOLD: Final = re.compile(r"(?P<base>\S.*) (?P<way>on|back)X(?P<unit>[a-z]+)")
"""A formula that goes on or back from what was told, without saying how far."""

REACH: Final = {"day": 6, "week": 27, "month": 89}
"""How many days "days", "weeks" or "months" reach."""

BACK: Final = ("past", "recent", "last", "previous")

EARLIER: Final = re.compile(r"earlier\b", re.IGNORECASE)
"""How words open that tell a part of a stretch which is over."""


def one_day(time: Time) -> bool:
    """Whether a time tells one day, as far as it can be known yet."""
    if time.when is not None:
        return time.when.days <= 1.5
    return time.formula is not None and DAY.fullmatch(time.formula.split()[-1]) is not None


def ahead_of(notes: Notes, time: Time) -> bool:
    """Whether a time lies after publication: what has happened did not happen then; but "early Tuesday" may have come already
    where it did, in a report of Monday."""
    published = notes.report.published.when
    if published is None or time.when is None or AFOOT.search(time.formula or ""):
        return False
    return time.when.start >= published.end


AFOOT: Final = re.compile(r" (?:mon|tue|wed|thu|fri|sat|sun)<~")
"""The formula of a weekday said of the past."""


def denoting(time: Time, sentence: Sentence, notes: Notes) -> Time | None:
    """A time that denotes an interval, now or once publication is dated; a vague recent stretch gets one."""
    formula = _recent(time) or _soon_after(time) or _up_to_now(time, notes.report.text)
    formula = formula or _about_midnight(time, notes.report.text)
    if formula is not None:
        timex, when = resolve(formula, notes.report.published.when)
        timex = timex if formula.endswith(("T23:59", "T00:01")) else time.timex
        return replace(time, timex=timex, when=when, formula=formula)
    if time.formula == TODAY and _quoted(notes, sentence, time):
        return replace(time, timex=None, when=resolve(NEWS, notes.report.published.when)[1], formula=NEWS)
    if time.when is None and (time.formula is None or time.formula.startswith("=")):
        return None
    return time


def _about_midnight(time: Time, text: str) -> str | None:
    """The minute before the end of a day, or after its beginning, by what stands before "midnight": what came "after midnight
    on Tuesday" came as Tuesday began."""
    told = MIDNIGHT.search(text, max(0, time.start - BESIDE), time.end) if time.formula else None
    if told is None or not (time.formula or "").endswith(" T24:00"):
        return None
    return (time.formula or "").replace(" T24:00", " T23:59" if told[1].lower() == "before" else " T00:01")


MIDNIGHT: Final = re.compile(r"\b(before|after|past) midnight\b", re.IGNORECASE)

BESIDE: Final = 10
"""Characters before "midnight" in which it is told on which side of it."""


def _quoted(notes: Notes, sentence: Sentence, time: Time) -> bool:
    """Whether a time stands in somebody's own words, which may be of the day before they are printed."""
    return any(
        said.direct and said.content.start <= time.start and time.end <= said.content.end
        for said in within(notes.attributions, sentence.span)
    )


def _recent(time: Time) -> str | None:
    """How far back a vague stretch reaches: "recent days", "the past few weeks", "now"."""
    lower = time.text.lower()
    value = time.timex or ("PX" if time.formula and VAGUE.search(time.formula) else "")
    if time.when is not None or not value.startswith("P") or "FUTURE" in value:
        return None
    if time.timex == "PRESENT_REF":
        return NEWS
    back = time.timex == "PAST_REF" or any(word in lower for word in BACK)
    return next((formula for unit, formula in RECENT.items() if back and unit in lower), None)


def _up_to_now(time: Time, text: str) -> str | None:
    """The stretch that ends with the report where "in the last week" tells no week of the calendar, as "last week" does."""
    told = LAST.fullmatch(time.formula or "")
    return f"pub past1{told[1]}" if told and IN_THE.search(text, max(0, time.start - 12), time.start) else None


LAST: Final = re.compile(r"pub (day|week|month|year)-1")

IN_THE: Final = re.compile(r"\b(?:in|over|during|within|for) the $", re.IGNORECASE)


def _soon_after(time: Time) -> str | None:
    """How far a vague stretch reaches from what was told before it: "days later", "weeks earlier"."""
    told = FROM_TOLD.fullmatch(time.formula or "")
    if told is None or told["unit"] not in REACH:
        return None
    return f"{told['base']} {'next' if told['way'] == 'on' else 'past'}{REACH[told['unit']]}day"


def so_far(notes: Notes, time: Time) -> Time:
    """A stretch up to publication, where it reaches beyond: what happened "this week" did so before it was told; up to the
    day before where it was "earlier this week"."""
    published = notes.report.published.when
    if published is None or time.when is None or time.when.end <= published.start or one_day(time):
        return time
    end = published.start if EARLIER.match(time.text) and time.when.start < published.start else published.end
    return time if time.when.end <= end else replace(time, when=Interval(time.when.start, end, time.when.offset))


def ranging(time: Time, told: Sequence[Time], text: str) -> Time:
    """The stretch between two times, where a time is the first of them: "between May and July 2019", "from 4 to 9 June"."""
    then = next((one for one in told if one.start > time.start), None)
    if then is None or time.when is None or then.when is None or time.when.end > then.when.start:
        return time
    opened = FROM.search(text, max(0, time.start - OPENED), time.start)
    if not RANGE.fullmatch(text, time.end, then.start) or (
        opened is None and text[time.end : then.start].strip() in TO
    ):
        return time
    return replace(time, timex=None, when=Interval(time.when.start, then.when.end, time.when.offset), formula=None)


FROM: Final = re.compile(r"\b(?:between|from) (?:the |early |late |mid-)?$", re.IGNORECASE)

RANGE: Final = re.compile(r" (?:and|to|until|till|through) (?:the |early |late |mid-)?| ?[-\u2013\u2014] ?")

TO: Final = ("and", "to", "until", "till", "through")
"""Words between two times, which make a stretch of them behind "between" or "from"."""

OPENED: Final = 20
"""Characters before a time within which those stand."""


def on_day(time: Time, day: Time | None, published: Interval | None) -> Time:
    """A clock or part of the day that tells no day of its own, as one of a day that the story plays on; any other time as it is.

    A day told not long before it is believed unless it lies days before the story's; "in the evening" may be that of the page.
    """
    if day is None or day.formula is None or day.when is None or time.when is None or time.formula is None:
        return time
    clock = CLOCK.search(time.formula)
    if time.type != "TIME" or clock is None or not CLOCK_ALONE.fullmatch(time.text):
        return time
    of_page = time.formula[: clock.start()] == "pub"
    if (not time.text[:1].isdigit()) if of_page else (day.when.start - time.when.start < DAYS_BEFORE):
        return time
    formula = CLOCK.sub("", day.formula) + clock.group()
    timex, when = resolve(formula, published)
    return replace(time, timex=timex, when=when, formula=formula) if when is not None else time


CLOCK_ALONE: Final = re.compile(
    r"(?:(?:at|about|around|approximately|just|before|after|the|early|late|in|mid)[ -])*"
    r"(?:\d{1,2}(?:[:.]?\d\d)?(?: ?hours| ?h)?(?: ?[ap]\.?m\.?)?(?:,? \(?(?:[A-Z]{2,5}(?:[+-]\d{1,2})?|local(?: time)?)\)?)?"
    r"|morning|afternoon|evening|night|dawn|noon|midday|midnight|dusk|daybreak|sunrise|sunset|nightfall)",
    re.IGNORECASE,
)
"""A time of the day whose words leave its day open."""

DAYS_BEFORE: Final = timedelta(days=2)
"""How long before the day of the story the day told last before a clock lies where it is not the clock's."""
