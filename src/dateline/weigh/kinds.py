"""The written rule for kinds of contradiction between figures (docs/weighing.md says it in words).

Every figure is read as the stretch it can mean: "at least 58" is 58 and a little more, "dozens" is 24 to 96. Stretches
that meet are one figure told more or less finely. Of those that do not meet, later and greater ones replace earlier
ones; what differs otherwise conflicts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final, Literal

from dateline.model import Figure
from dateline.weigh.figures import Told
from dateline.weigh.spans import lasting

__all__ = ["A_FEW", "DISPUTED", "GROWN", "OTHER", "Kind", "kind_of", "later", "meet", "stretch"]

Kind = Literal["conflict", "update", "scope", "granularity", "naming", "attribution", "error"]

MORE: Final = 1.12
"""How far beyond n "at least n" is meant."""
ABOUT: Final = 0.07
LESS: Final = 0.85
RISING: Final = 0.65
"""The share of differing pairs that must rise with time for the whole to be an update."""
OTHER: Final = 12.0
"""A count this many times another counts more people, over more ground or time."""
GROWN: Final = 20.0
"""A toll grows at most so many times as it becomes known."""
DISPUTED: Final = 2
"""A count of this many times another one, however late, is no mere rise: each has its voice."""
A_FEW: Final = 2
"""One or two may be part of any count."""
DAYS_ON_END: Final = 3.0
"""From so many days on a count is one of a stretch of time."""
SOME_DAYS: Final = 2.0
"""Up to so many it is one of a day and its night."""
WIDE: Final = 4.0
"""A vague word means its least up to this many times as much: dozens are 24 to 96."""


def stretch(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure can mean.

    >>> stretch(Figure("killed", 24, 24, None, "vague:dozens", 0, 6, "dozens"))
    (24, 96.0)
    """
    low, high = figure.low, figure.high
    best = figure.best or low or high or 0
    if figure.qualifier.startswith("vague"):
        return best, best * WIDE
    if figure.qualifier in ("at_least", "more_than"):
        return best, best * MORE
    if figure.qualifier == "up_to":
        return best * LESS, best
    if figure.qualifier == "about":
        return best * (1 - ABOUT), best * (1 + ABOUT)
    return (low if low is not None else best), (high if high is not None else best)


def meet(one: Figure, other: Figure) -> bool:
    """Whether two figures can mean one number."""
    a, b = stretch(one), stretch(other)
    return a[0] <= b[1] and b[0] <= a[1]


def kind_of(told: Sequence[Told], *, running: bool) -> Kind:
    """The kind of difference between figures of one measure; `running` where they count a war or a population."""
    apart = [(a, b) for a, b in combinations(told, 2) if not meet(a.figure, b.figure)]
    if not apart:
        return "granularity"
    if any(
        _far(a, b, OTHER) and not (_later_and_greater(a, b) and not running and not _far(a, b, GROWN)) for a, b in apart
    ):
        return "scope"
    if running:
        return "conflict"
    if any(_over_longer(a, b) or _over_longer(b, a) for a, b in apart):
        return "scope"
    rising = sum(_later_and_greater(a, b) for a, b in apart)
    return "update" if rising >= RISING * len(apart) else "conflict"


def _over_longer(more: Told, less: Told) -> bool:
    """Whether the greater of two counts is told of days on end, the other of a day or two: a week's dead and Wednesday's."""
    greater = (more.figure.best or 0) > (less.figure.best or 0)
    on_end = more.figure.period is not None or more.one.firm_time
    return greater and on_end and _days(more) >= DAYS_ON_END and 0 < _days(less) <= SOME_DAYS


def _days(told: Told) -> float:
    """The days over which people were counted, by the words of the figure or else of its claim; not a number where none is told."""
    period = told.figure.period
    if period is not None:
        return period.when.days if period.when is not None else lasting(period.timex)
    return told.one.end - told.one.start


def _far(a: Told, b: Told, times: float) -> bool:
    """Whether one count is so many times another, neither being of one or two who may be part of any."""
    less, more = sorted((a.figure.best or 0, b.figure.best or 0))
    return less > A_FEW and less * times < more


def _later_and_greater(a: Told, b: Told) -> bool:
    """A later greater count replaces the earlier; so does any greater one what was only said to be the least."""
    less, more = sorted((a, b), key=lambda told: told.figure.best or 0)
    before = more.one.printed - less.one.printed <= -1
    return (
        _corrected(less, more)
        or later(more, less)
        or (not before and less.figure.qualifier in ("at_least", "more_than"))
    )


def _corrected(less: Told, more: Told) -> bool:
    """Whether the lesser is told in the place of the greater, no earlier than that was."""
    return less.one.corrects and not more.one.corrects and not more.one.printed - less.one.printed >= 1


def later(one: Told, other: Told) -> bool:
    """Whether a count is later than another: of a later day; else, by its words, one that has risen or was revised, where the
    other has not or was the first. Of two that have risen in one report the latter is."""
    report = one.one.claim.report == other.one.claim.report
    days = 0.0 if report else one.one.printed - other.one.printed
    if days <= -1 or days >= 1:
        return days >= 1
    risen, before = one.one.counted, other.one.counted
    return risen > before or (report and risen == before > 0 and one.figure.start > other.figure.start)
