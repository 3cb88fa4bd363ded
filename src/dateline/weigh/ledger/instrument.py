"""An instrument, and how far it lies from a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.times import DAY, Interval
from dateline.weigh.ledger.roles import Mention

__all__ = ["VAGUE", "Instrument", "gap", "undated"]

VAGUE = 20.0
"""An anchor of more days than this is a month or a year that names an instrument, not a day on which it began."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument and the readings that concern it, in order of publication."""

    home: str | None
    family: str
    local: str | None
    anchor: Interval | None
    founding: tuple[Mention, ...]
    mentions: tuple[Mention, ...] = ()

    @property
    def undated(self) -> bool:
        """Whether only the days of print of its reports date it: it may have begun a little earlier."""
        return bool(self.founding) and all(undated(m) for m in self.founding)

    @property
    def first(self) -> date | None:
        """The first day its anchors tell."""
        return None if self.anchor is None else self.anchor.first


def undated(mention: Mention) -> bool:
    """Whether only the day of print dates it: it may be old."""
    return mention.reading.assumed and not mention.named


def gap(one: Interval, other: Interval) -> int:
    """The days between two times; none where they overlap."""
    if one.overlaps(other):
        return 0
    early, late = sorted((one, other))
    return (late.first - early.last) // DAY
