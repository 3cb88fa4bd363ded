"""When an undated claim is news of: the day before publication or the day of it, said to be inferred.

Half of what reports claim stands in sentences without a time. A report is published because something has just
happened, so what it tells as news, without a day, belongs to the last two days: an interval, never one confident day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.find.notes import Notes
from dateline.model import Claim, Report, Time
from dateline.times import resolve

__all__ = ["days"]

NEWS: Final = "pub past1day"
"""The day before publication and the day of it; stays open until the date of publication is known."""

REASON: Final = "no day is told; taken for news of the day of publication or the day before"


def days(notes: Notes) -> Notes:
    """Notes whose undated claims of actual news carry the interval they must fall into, with the reason."""
    return replace(notes, claims=tuple(_dated(claim, notes.report) for claim in notes.claims))


def _dated(claim: Claim, report: Report) -> Claim:
    if claim.time is not None or claim.background or claim.modality == "hypothetical":
        return claim
    start, end = claim.trigger.start, claim.trigger.end
    _, when = resolve(NEWS, report.published.when)
    time = Time(start, end, report.text[start:end], "DATE", None, when, NEWS)
    return replace(claim, time=time, because=(*claim.because, REASON))
