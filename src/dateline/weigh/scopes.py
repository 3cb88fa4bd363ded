"""Tolls of different reach, set side by side: a day's and a week's.

Within an event figures are compared as claims of one thing. Between events they count different things, and a reader who
meets both should be told so.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model import Contradiction, Event, Value, content_id
from dateline.weigh.explain import number, sentence
from dateline.weigh.figures import Told, told_figures
from dateline.weigh.kinds import meet
from dateline.weigh.traits import Traits
from dateline.weigh.voices import Voice

__all__ = ["scopes"]

Voices = Mapping[str, frozenset[Voice]]
MEASURES: Final = ("killed", "displaced")
REACH: Final = {"town": 0, "area": 1, "country": 2, "none": 1}
DAYS: Final = 14


@dataclass(frozen=True, slots=True)
class _Toll:
    event: Event
    told: tuple[Told, ...]
    reach: int
    start: float
    end: float

    @property
    def best(self) -> float:
        return max(one.figure.best or 0 for one in self.told)


def scopes(events: Sequence[Event], groups: Sequence[Sequence[Traits]], voices: Voices) -> Iterator[Contradiction]:
    """For each wide toll the greatest narrower one of its country and days that it holds, where they differ."""
    near: dict[tuple[str, str, int], list[_Toll]] = defaultdict(list)
    for event, group in zip(events, groups, strict=True):
        for measure in MEASURES:
            toll = _toll(event, group, measure, voices)
            if toll is not None:
                for week in range(int(toll.start) // DAYS, int(toll.end - 0.5) // DAYS + 1):
                    near[measure, _country(event), week].append(toll)
    seen: set[str] = set()
    for key in sorted(near):
        for wide in near[key]:
            narrow = [one for one in near[key] if _within(one, wide)]
            if narrow:
                found = _contradiction(key[0], wide, max(narrow, key=lambda t: (t.best, t.event.id)), voices)
                if found.id not in seen:
                    seen.add(found.id)
                    yield found


def _toll(event: Event, group: Sequence[Traits], measure: str, voices: Voices) -> _Toll | None:
    told = tuple(one for one in told_figures(group, voices).get((measure, None, "people"), ()) if not one.vague)
    dated = [one.one for one in told if not math.isnan(one.one.start) and one.one.series is None]
    if not dated or event.background:
        return None
    reach = min(REACH[one.breadth] for one in dated)
    return _Toll(event, told, reach, min(one.start for one in dated), max(one.end for one in dated))


def _country(event: Event) -> str:
    return (event.place.country or "") if event.place is not None else ""


def _within(one: _Toll, wide: _Toll) -> bool:
    if one.event.id == wide.event.id or one.best > wide.best:
        return False
    wider = wide.end - wide.start >= 2 and wide.end - wide.start > one.end - one.start
    inside = wide.start <= one.start and one.end <= wide.end and one.reach <= wide.reach
    return wider and inside and not any(meet(a.figure, b.figure) for a in one.told for b in wide.told)


def _contradiction(measure: str, wide: _Toll, narrow: _Toll, voices: Voices) -> Contradiction:
    values = tuple(
        Value(
            f"{number(toll.told[-1].figure)} ({toll.event.title})", tuple(sorted({t.one.claim.id for t in toll.told}))
        )
        for toll in (wide, narrow)
    )
    said = [(v.value, sorted({voice.name for claim in v.claims for voice in voices[claim]})) for v in values]
    name = content_id("contradiction", wide.event.id, measure, *((v.value, v.claims) for v in values))
    return Contradiction(name, wide.event.id, measure, "scope", values, sentence(measure, "scope", said))
