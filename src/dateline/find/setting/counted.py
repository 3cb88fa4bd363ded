"""Times that are counted from another happening: "a day after a raid killed six", "two weeks before the vote on May 10"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.distance import upward, word_at
from dateline.find.setting.days import NEWS, REACH, one_day
from dateline.model import Time
from dateline.times import resolve

__all__ = ["counted_from", "counts_from"]

LITERAL: Final = re.compile(r"P(?P<clock>T)?(?P<number>\d{1,3}|X)(?P<unit>[HDWMYS])")
"""The value of a bare length of time."""

UNITS: Final = {
    ("T", "H"): "hour", ("T", "M"): "minute", ("T", "S"): "second", ("", "D"): "day", ("", "W"): "week", ("", "M"): "month", ("", "Y"): "year",
}  # fmt: skip

BEHIND: Final = frozenset({"after", "following"})
"""Words before the happening that an act followed."""

AHEAD: Final = frozenset({"before"})
"""Words before the happening that an act came before."""

PASSED: Final = frozenset({"after", "since"})
"""Words between a length of time and what it has gone by since."""

THROUGH: Final = frozenset({"for", "throughout"})
"""Words before a length of time through which something went on."""

LESS: Final = re.compile(r"(?:less|no more|not more|under|within)\b", re.IGNORECASE)
"""How words open that tell the most that went by."""


def counted_from(notes: Notes, time: Time, sentence: Sentence, head: int, told: Sequence[Time]) -> Time | None:
    """The time of an act that a length of time puts before or after another; None where the length tells nothing of the act.

    An act that came so long "after the truce began on May 3" is counted on from that day. That after which something came, "a
    day after a raid killed six", is counted back from the day that the sentence tells, else from the publication.
    """
    length = LITERAL.fullmatch(time.timex or "") if time.type == "DURATION" else None
    hinge = next((word for word in sentence.words if word.start >= time.end), None)
    if length is None or hinge is None or hinge.lower not in BEHIND | AHEAD | PASSED or _lasts(time, sentence):
        return None
    number, unit = length["number"], UNITS[length["clock"] or "", length["unit"]]
    below = sentence.subtree(hinge.head if hinge.dep == "mark" else hinge.i)
    own = next(
        (one for one in told if hinge.end <= one.start and _dated(one) and _of(one, hinge, below, sentence)), None
    )
    if any(word.i == head for word in below):
        back = own is None and hinge.lower in PASSED and _governs(sentence, hinge, head)
        return _as_of(notes, time, _back(_before(told, time), number, unit)) if back else None
    if own is None or own.formula is None or hinge.lower == "since" or not _hangs(sentence, hinge, time, head):
        return None
    ahead = hinge.lower not in AHEAD
    vague = number == "X" or LESS.match(time.text) is not None
    return _as_of(notes, time, (_up_to if vague else _away)(own.formula, number, unit, ahead=ahead))


def _lasts(time: Time, sentence: Sentence) -> bool:
    """Whether a length of time is how long something lasted, and not how far away it is: "held for three days after the raid"."""
    before = next((word for word in reversed(sentence.words) if word.end <= time.start), None)
    return before is not None and before.lower in THROUGH


def counts_from(time: Time, day: Time) -> bool:
    """Whether a time is counted from a day told behind it, which then is that of another happening."""
    return day.formula is not None and time.start < day.start and (time.formula or "").startswith(f"{day.formula} ")


def _of(day: Time, hinge: Word, below: Sequence[Word], sentence: Sentence) -> bool:
    """Whether a day is that of what the words behind a hinge tell, and not of something within it: hung on its verb or its
    noun, or right behind it with an "on" between."""
    stop, at = below[-1].end, word_at(sentence, day)
    if day.end > stop:
        between = sentence.text[stop - sentence.start : max(stop, day.start) - sentence.start]
        return ON.fullmatch(between) is not None
    above = (
        (w for w in upward(sentence, at) if w.start >= day.end or w.end <= day.start) if at is not None else iter(())
    )
    over = next((word for word in above if word.tag not in ("IN", "TO")), None)
    return over is not None and (over.i == hinge.head or over.head == hinge.i)


ON: Final = re.compile(r" (?:on|in|of) (?:the )?")


def _dated(time: Time) -> bool:
    return time.formula is not None and time.type in ("DATE", "TIME") and one_day(time)


def _governs(sentence: Sentence, hinge: Word, head: int) -> bool:
    """Whether an act is what the words behind a hinge tell, and not something within it."""
    return head > hinge.i and any(hinge.i in (word.i, *word.children) for word in upward(sentence, head))


def _hangs(sentence: Sentence, hinge: Word, time: Time, head: int) -> bool:
    """Whether a hinge hangs on an act, by its clause or by the length of time before it: "a week after the April truce, shells"."""
    above = sentence.words[hinge.head]
    over = above.head if hinge.dep == "mark" or time.start <= above.start < time.end else above.i
    return any(word.i == over for word in upward(sentence, head))


def _before(told: Sequence[Time], time: Time) -> str | None:
    """The formula of the first day told before a length of time."""
    return next((one.formula for one in told if one.end < time.start and _dated(one)), None)


def _as_of(notes: Notes, time: Time, formula: str) -> Time:
    """The time as a date, of the words that tell the length."""
    timex, when = resolve(formula, notes.report.published.when)
    return replace(time, type="DATE", timex=timex, when=when, formula=formula)


def _away(day: str, number: str, unit: str, *, ahead: bool) -> str:
    """The formula of so long after a day, or before it; of hours, the day itself."""
    if unit in DAYS:
        return f"{day} day{'+' if ahead else '-'}{int(number) * DAYS[unit]}"
    return f"{day} {'on' if ahead else 'back'}{number}{unit}" if unit in ("month", "year") else day


def _up_to(day: str, number: str, unit: str, *, ahead: bool) -> str:
    """The formula of what lies no longer after a day, or before it: "less than a week after", "days before"."""
    length = f"{REACH.get(unit, 999)}day" if number == "X" else f"{number}{unit}"
    return f"{day} {'next' if ahead else 'past'}{length}" if unit in (*REACH, "year") else day


DAYS: Final = {"day": 1, "week": 7}
"""The days of a unit that is counted to the day."""


def _back(day: str | None, number: str, unit: str) -> str:
    """The formula of so long before a day, or before the news of the publication where none is told."""
    if unit not in (*REACH, "year"):
        return NEWS
    if number == "X":
        return f"{day or 'pub'} past{REACH.get(unit, 999)}day"
    if unit == "day":
        return f"{day} day-{number}" if day else f"pub day-{number} past1day"
    return f"{day or 'pub'} back{number}{unit}"
