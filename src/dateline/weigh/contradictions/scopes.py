"""Tolls of different reach, set side by side: a day's and a week's.

Within an event figures are compared as claims of one thing. Between events they count different things, and a reader who
meets both should be told so.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from dateline.model import Contradiction, Event
from dateline.weigh.contradictions.differences import Difference, Voices, shown
from dateline.weigh.contradictions.explain import number
from dateline.weigh.figures import Told, told_figures
from dateline.weigh.kinds import meet
from dateline.weigh.traits import Traits

__all__ = ["scopes"]

MEASURES: Final = ("killed", "displaced")
REACH: Final = {"town": 0, "area": 1, "country": 2, "none": 1}
DAYS: Final = 14
SEASON: Final = 100
"""A toll of more days than this is a running count."""
CROWD: Final = 200
"""How many tolls of one country and fortnight are looked through."""


@dataclass(frozen=True, slots=True)
class _Toll:
    event: Event
    told: tuple[Told, ...]
    reach: int
    start: float
    end: float
    best: float


def scopes(events: Sequence[Event], groups: Sequence[Sequence[Traits]], voices: Voices) -> Iterator[Contradiction]:
    """For each wide toll the greatest narrower one of its country and days that it holds, where they differ."""
    for measure in MEASURES:
        pairs = zip(events, groups, strict=True)
        tolls = [toll for event, group in pairs if (toll := _toll(event, group, measure, voices)) is not None]
        begun: dict[tuple[str, int], list[_Toll]] = defaultdict(list)
        for toll in sorted(tolls, key=lambda t: (-t.best, t.event.id)):
            begun[_country(toll.event), int(toll.start) // DAYS].append(toll)
        for wide in tolls:
            narrow = [one for key in _weeks(wide) if (one := _greatest_within(wide, begun.get(key, ())))]
            if narrow:
                told = (wide, min(narrow, key=lambda t: (-t.best, t.event.id)))
                values = {_named_toll(toll): [one.one.claim.id for one in toll.told] for toll in told}
                yield shown(Difference(measure, "scope", values), wide.event.id, voices)


def _weeks(wide: _Toll) -> Iterator[tuple[str, int]]:
    """The country and the fortnights of a toll that spans days; none of one that spans a day or longer than a season."""
    if 2 <= wide.end - wide.start <= SEASON:
        for week in range(int(wide.start) // DAYS, int(wide.end - 0.5) // DAYS + 1):
            yield _country(wide.event), week


def _greatest_within(wide: _Toll, tolls: Sequence[_Toll]) -> _Toll | None:
    """The greatest of tolls, greatest first, that a wide one holds; past a crowd none is looked for."""
    return next((one for one in islice(tolls, CROWD) if _within(one, wide)), None)


def _toll(event: Event, group: Sequence[Traits], measure: str, voices: Voices) -> _Toll | None:
    told = tuple(one for one in told_figures(group, voices).get((measure, None, "people"), ()) if not one.vague)
    dated = [one.one for one in told if not math.isnan(one.one.start) and one.one.series is None and one.one.firm_time]
    if not dated or event.background:
        return None
    reach = min(REACH[one.breadth] for one in dated)
    start, end = min(one.start for one in dated), max(one.end for one in dated)
    return _Toll(event, told, reach, start, end, max(one.figure.best or 0 for one in told))


def _country(event: Event) -> str:
    return (event.place.country or "") if event.place is not None else ""


def _named(event: Event) -> str | None:
    return event.place.name if event.place is not None else None


def _within(one: _Toll, wide: _Toll) -> bool:
    if one.event.id == wide.event.id or one.best > wide.best:
        return False
    wider = wide.end - wide.start >= 2 and wide.end - wide.start > one.end - one.start
    there = one.reach < wide.reach or (one.reach == wide.reach and _named(one.event) == _named(wide.event))
    inside = wide.start <= one.start and one.end <= wide.end and there
    return wider and inside and not any(meet(a.figure, b.figure) for a in one.told for b in wide.told)


def _named_toll(toll: _Toll) -> str:
    return f"{number(toll.told[-1].figure)} ({toll.event.title})"
