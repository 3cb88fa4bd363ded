"""Truces asked for and not yet there, and the instruments that answered the asking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dateline.times import Interval
from dateline.weigh.ledger.instrument import VAGUE, Instrument
from dateline.weigh.ledger.roles import Mention

__all__ = ["SEARCH", "SOUGHT_AHEAD", "granted", "sought"]

SOUGHT_AHEAD = timedelta(days=45)
"""How long before an instrument the asking for it may begin."""
SOUGHT_LATE = timedelta(days=7)
"""How long after a start a demand for "a ceasefire" is still a demand to keep this one."""
SEARCH = timedelta(days=60)
"""Calls for a truce farther apart than this seek two."""


def sought(home: str | None, mentions: Sequence[Mention], founded: Sequence[Instrument]) -> list[Instrument]:
    """What is asked for and not yet there: calls of one season, one of them between two who could grant it."""
    free = [m for m in mentions if granted(m, founded) is None and m.reading.day is not None]
    runs: list[list[Mention]] = []
    for mention in sorted(free, key=lambda m: (m.reading.day or date.max, m.reading.claim.id)):
        last = runs[-1][-1].reading.day if runs else None
        if last is not None and mention.reading.day is not None and mention.reading.day - last <= SEARCH:
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [
        Instrument(home, "truce", None, Interval.day(run[0].reading.day), ())
        for run in runs
        if run[0].reading.day is not None and any(_engaged(m) for m in run)
    ]


def _engaged(mention: Mention) -> bool:
    """Whether one named side asks another: a call to all the world is a demand that nobody has taken up."""
    one = mention.reading
    other = {side for side in one.to - one.by if not side.startswith("~")}
    return bool(one.by) and bool(other) and not one.by <= {"united nations", "security council"}


def granted(mention: Mention, founded: Sequence[Instrument]) -> Instrument | None:
    """The instrument that a call was answered by, or that it asks to keep."""
    day = mention.reading.day
    if day is None:
        return None
    near = [
        item
        for item in founded
        if item.anchor is not None
        and item.anchor.days <= VAGUE
        and (
            day <= item.anchor.first <= day + SOUGHT_AHEAD
            or (not mention.fresh and item.anchor.first <= day <= item.anchor.first + SOUGHT_LATE)
        )
    ]
    return min(near, key=lambda item: (abs((item.first or day) - day), str(item.local)), default=None)
