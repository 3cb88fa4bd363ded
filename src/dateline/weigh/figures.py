"""Low, best and high of each measure of an event, by a stated rule.

Of one voice the latest figure counts. Measures of different people (civilians, fighters, children) are never mixed.
A vague word counts only where nobody gives a number. A whole is at least its largest part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from dateline.model import EventFigure, Figure
from dateline.weigh.traits import Traits
from dateline.weigh.voices import Voice
from dateline.words.weigh import subgroup_key

__all__ = ["Told", "fused_figures", "told_figures"]

Measure = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as one claim tells it."""

    one: Traits
    figure: Figure
    voice: str
    """The key of the voice behind it, the first of several."""

    @property
    def vague(self) -> bool:
        """Whether it is a word such as dozens."""
        return self.figure.qualifier.startswith("vague")


def told_figures(group: Sequence[Traits], voices: Mapping[str, frozenset[Voice]]) -> dict[Measure, list[Told]]:
    """Every figure of a group by what it measures, in the order of publication."""
    found: dict[Measure, list[Told]] = defaultdict(list)
    for one in sorted(group, key=lambda one: (one.printed != one.printed, one.printed, one.claim.report, one.order)):
        voice = min((v.key for v in voices[one.claim.id]), default="")
        for figure in one.claim.figures:
            if figure.best is not None and one.claim.modality != "hypothetical":
                found[figure.measure, subgroup_key(figure.subgroup), figure.unit].append(Told(one, figure, voice))
    return found


def fused_figures(group: Sequence[Traits], voices: Mapping[str, frozenset[Voice]]) -> tuple[EventFigure, ...]:
    """One figure for each measure and subgroup."""
    told = told_figures(group, voices)
    found = {measure: _fused(measure, said) for measure, said in sorted(told.items(), key=lambda item: repr(item[0]))}
    return tuple(_above_parts(measure, figure, found) for measure, figure in found.items())


def _fused(measure: Measure, told: Sequence[Told]) -> EventFigure:
    latest = {one.voice: one for one in told if not one.vague} or {one.voice: one for one in told}
    last = list(latest.values())
    bests = [one.figure.best for one in last if one.figure.best is not None]
    lows = [one.figure.low for one in last if one.figure.low is not None]
    highs = [one.figure.high for one in last]
    high = None if None in highs else max(h for h in highs if h is not None)
    claims = tuple(sorted({one.one.claim.id for one in told}))
    return EventFigure(
        measure[0], measure[1], min(lows, default=None), median_low(bests), high, claims, _rule(told, last)
    )


def _rule(told: Sequence[Told], last: Sequence[Told]) -> str:
    if len(told) == 1:
        return "as told"
    if len(last) == 1:
        return (
            "the latest figure of one voice"
            if len({one.figure.best for one in told}) > 1
            else "the same figure, told more than once"
        )
    return f"the latest figure of each of {len(last)} voices: least low, middle best, greatest high"


def _above_parts(measure: Measure, whole: EventFigure, found: Mapping[Measure, EventFigure]) -> EventFigure:
    if measure[1] is not None or whole.low is None:
        return whole
    parts = [
        f.low
        for (name, group, unit), f in found.items()
        if (name, unit) == (measure[0], measure[2]) and group and f.low is not None
    ]
    least = max(parts, default=0)
    if whole.best is None or not whole.low < least <= whole.best:
        return whole
    return replace(whole, low=least, rule=f"{whole.rule}; at least its largest part")
