"""Which reports tell one story: alike in their words and, apart from those, in the names and numbers they give.

Two stories of one sort (two quakes, two arrests) share their words and not their names, places, days and figures.

From reports to the same reports with their story, their day, and what they repeat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from dateline.model import Report, content_id
from dateline.weigh.linkage import average_linkage, components
from dateline.weigh.stories.neighbours import Ints, neighbours
from dateline.weigh.stories.vocabulary import Floats, Vectors, Weights, alike, vectors

__all__ = ["storied"]

ALIKE = 0.235
"""How alike reports of one story are on average: half words, half names and numbers."""
KEYS = 14
"""How many of its most telling words a report is looked up by."""
CROWD = 120
"""A word that more reports are looked up by than this tells no story."""
BLOCK = 400
"""More reports than this are not compared all with all."""
DAYS_APART = 8.0
"""Reports published further apart than this tell two stories, where both came with their dates."""
YEARS_APART = 800.0
"""The same, where a date was only read from a page: it may be that of an update or an archive."""

FLOOR = ALIKE - 0.06
"""Pairs that are less alike than this hold no block together."""
DAY = 86400
_FIRST = datetime(1, 1, 1)
TOGETHER = 1 << 16
"""Pairs taken out of a table at a time."""


@dataclass(frozen=True, slots=True)
class _Days:
    """When each report was published: seconds since the first day, NaN where nobody knows; and whether that was given."""

    start: Floats
    given: NDArray[np.bool_]

    def apart(self, one: Ints, other: Ints) -> NDArray[np.bool_]:
        """Whether reports were published weeks apart, for arrays of one shape."""
        most = np.where(self.given[one] & self.given[other], DAYS_APART * DAY, YEARS_APART * DAY)
        return np.asarray(np.abs(self.start[one] - self.start[other]) > most)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of reports and how alike each is."""

    one: Ints
    other: Ints
    worth: Floats

    def at(self, places: NDArray[np.bool_] | Ints) -> _Pairs:
        """Some of the pairs."""
        return _Pairs(self.one[places], self.other[places], self.worth[places])

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for start in range(0, len(self.one), TOGETHER):
            some = slice(start, start + TOGETHER)
            yield from zip(self.one[some].tolist(), self.other[some].tolist(), strict=True)


def storied(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, each with the id of its story; the id follows from the ids of the story's reports."""
    told, days = vectors(reports), _days(reports)
    story: dict[int, str] = {}
    for block in _blocks(len(reports), _pairs(told, days)):
        for group in _grouped(block, told, days):
            name = content_id("story", *sorted(reports[i].id for i in group))
            story.update(dict.fromkeys(group, name))
    return tuple(replace(report, story=story[i]) for i, report in enumerate(reports))


def _days(reports: Sequence[Report]) -> _Days:
    whens = [report.published.when for report in reports]
    start = [np.nan if when is None else (when.start - _FIRST).total_seconds() for when in whens]
    given = [report.published.basis == "given" for report in reports]
    return _Days(np.array(start, dtype=np.float64), np.array(given, dtype=np.bool_))


def _pairs(told: Vectors, days: _Days) -> _Pairs:
    """Pairs that share two of their most telling words, were not published weeks apart, and are alike."""
    found = [_Pairs(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))]
    for one, others, times in neighbours(*_crowds(told, days)):
        near = others[(times > 1) & ~days.apart(np.full(len(others), one), others)]
        worth = alike(told, one, near) if len(near) else np.zeros(0)
        kept = worth > FLOOR
        if kept.any():
            found.append(_Pairs(np.full(int(kept.sum()), one), near[kept], worth[kept]))
    return _Pairs(*(np.concatenate([getattr(one, name) for one in found]) for name in ("one", "other", "worth")))


def _crowds(told: Vectors, days: _Days) -> tuple[Ints, Ints]:
    """The reports under each word that they are looked up by, and where each word's end; cut by week where they are many.

    Crowds that are still too many tell nothing.
    """
    size = len(days.start)
    looked = [np.union1d(told.words.of(i, KEYS), told.names.of(i, KEYS // 2)) for i in range(size)]
    owner = np.repeat(np.arange(size), [len(words) for words in looked])
    words = np.concatenate([np.zeros(0, dtype=np.int64), *looked])
    order = np.argsort(words, kind="stable")
    owner, sizes = owner[order], _sizes(words[order])
    small = np.repeat(sizes <= CROWD, sizes)
    week = np.floor(days.start / DAY + 1) // 4
    big = [one for one in np.split(owner[~small], np.cumsum(sizes[sizes > CROWD])[:-1]) if len(one)]
    cut = [part for one in big for part in _weekly(one, week)]
    members = np.concatenate([owner[small], *cut])
    several = np.concatenate([sizes[sizes <= CROWD], np.array([len(part) for part in cut], dtype=np.int64)])
    return members, np.repeat(np.cumsum(several), several)


def _weekly(found: Ints, week: Floats) -> list[Ints]:
    """The reports of a crowd in each week, and in the one that begins before it ends."""
    dated = found[~np.isnan(week[found])]
    weeks = np.concatenate([week[dated], week[dated] + 1])
    every = np.concatenate([dated, dated])
    order = np.lexsort((every, weeks))
    crowds = np.split(every[order], np.cumsum(_sizes(weeks[order]))[:-1])
    return [crowd for crowd in crowds if 1 < len(crowd) <= CROWD]


def _sizes(ordered: NDArray[np.int64] | Floats) -> Ints:
    """How often each value stands in an ordered array."""
    return np.unique(ordered, return_counts=True)[1].astype(np.int64)


def _blocks(size: int, pairs: _Pairs) -> Iterator[list[int]]:
    """Reports that hang together; where too many do, only by what is more alike."""
    waiting = [(list(range(size)), pairs, FLOOR)]
    while waiting:
        members, within, floor = waiting.pop()
        held = within.at(within.worth > floor)
        found = components(members, held)
        large = [block for block in found if len(block) > BLOCK and floor < 0.9]
        yield from (block for block in found if len(block) <= BLOCK or floor >= 0.9)
        inside = _inside(held, large, size)
        waiting += [(block, own, floor + 0.08) for block, own in zip(large, inside, strict=True)]


def _inside(pairs: _Pairs, blocks: Sequence[Sequence[int]], size: int) -> list[_Pairs]:
    """The pairs of each block, none of which leads out of its block."""
    where = np.full(size, len(blocks))
    for n, block in enumerate(blocks):
        where[list(block)] = n
    order = np.argsort(where[pairs.one], kind="stable")
    cuts = np.searchsorted(where[pairs.one][order], np.arange(len(blocks) + 1))
    return [pairs.at(order[a:b]) for a, b in zip(cuts.tolist(), cuts[1:].tolist(), strict=False)]


def _grouped(block: list[int], told: Vectors, days: _Days) -> list[list[int]]:
    if len(block) == 1:
        return [block]
    among = np.array(block)
    alike = 0.5 * _cosines(told.words, among) + 0.5 * _cosines(told.names, among)
    never = days.apart(among[:, None], among[None, :])
    return [[block[i] for i in group] for group in average_linkage(alike, never, ALIKE)]


def _cosines(told: Weights, among: Ints) -> Floats:
    rows, words, weights = told.among(among)
    index, columns = np.unique(words, return_inverse=True)
    table = np.zeros((len(among), max(1, len(index))), dtype=np.float32)
    table[rows, columns] = weights
    return (table @ table.T).astype(np.float64)
