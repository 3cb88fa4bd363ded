"""Chronologies: what a paragraph tells is of the day that it opens with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from dateline.find.notes import Sentence
from dateline.find.setting.order import STALE
from dateline.find.times.chronicles import sets_off
from dateline.model import Time
from dateline.times import Interval

__all__ = ["chronicled", "day_above"]

BULLET: Final = re.compile(r"[^\w\n]{0,6}")
"""What may stand before the day of an entry."""


def day_above(text: str, sentences: Sequence[Sentence], n: int, times: Sequence[Time]) -> Time | None:
    """The time that the paragraph of the sentence numbered `n` opens with, set off from what it tells; None where it opens with none.

    `times` are those of the report, in order of the text.
    """
    first = bisect_left(sentences, sentences[n].block, hi=n, key=lambda sentence: sentence.block)
    start = sentences[first].start
    at = bisect_left(times, start, key=lambda time: time.start)
    opening = times[at] if at < len(times) else None
    if opening is None or opening.type != "DATE" or not BULLET.fullmatch(text, start, opening.start):
        return None
    return opening if sets_off(text, opening.end) else None


def chronicled(day: Time | None, published: Interval | None) -> str | None:
    """Why what is told of a day that its paragraph opens with is recalled: the day is an older one."""
    if day is None or day.when is None or published is None or published.start - day.when.end <= STALE:
        return None
    return f"it stands under “{day.text}” in a chronology"
