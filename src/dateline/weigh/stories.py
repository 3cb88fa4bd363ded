"""Which reports tell one story: alike in their words and, apart from those, in the names and numbers they give.

Two stories of one sort (two quakes, two arrests) share their words and not their names, places, days and figures.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from dateline.model import Report, content_id
from dateline.weigh.linkage import average_linkage, components
from dateline.weigh.vocabulary import Vector, vectors

__all__ = ["alike", "storied"]

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

Pair = tuple[int, int]


def storied(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, each with the id of its story; the id follows from the ids of the story's reports."""
    told = vectors(reports)
    pairs = {
        pair: worth
        for pair in _candidates(reports, told)
        if (worth := alike(told[pair[0]], told[pair[1]])) > ALIKE - 0.06
    }
    story: dict[int, str] = {}
    for block in _blocks(len(reports), pairs):
        for group in _grouped(block, reports, told):
            name = content_id("story", *sorted(reports[i].id for i in group))
            story.update(dict.fromkeys(group, name))
    return tuple(replace(report, story=story[i]) for i, report in enumerate(reports))


def _candidates(reports: Sequence[Report], told: Sequence[Vector]) -> Iterable[Pair]:
    """Pairs that share two of their most telling words, and were not published weeks apart."""
    lists: dict[str, list[int]] = defaultdict(list)
    for i, vector in enumerate(told):
        for word in heapq.nlargest(KEYS, vector.words, key=lambda w: (vector.words[w], w)):
            lists[word].append(i)
        for word in heapq.nlargest(KEYS // 2, vector.names, key=lambda w: (vector.names[w], w)):
            if not lists[word] or lists[word][-1] != i:
                lists[word].append(i)
    shared: Counter[Pair] = Counter()
    for word in sorted(lists):
        for crowd in _crowds(lists[word], reports):
            shared.update((a, b) for n, a in enumerate(crowd) for b in crowd[n + 1 :])
    return (pair for pair, n in shared.items() if n > 1 and not _weeks_apart(reports[pair[0]], reports[pair[1]]))


def _crowds(found: Sequence[int], reports: Sequence[Report]) -> Iterable[list[int]]:
    """The reports under one word, cut by week where they are many; crowds that are still too many tell nothing."""
    if len(found) <= CROWD:
        return [list(found)]
    weeks: dict[int, list[int]] = defaultdict(list)
    for i in found:
        when = reports[i].published.when
        if when is not None:
            week = when.start.toordinal() // 4
            weeks[week].append(i)
            weeks[week + 1].append(i)
    return [crowd for _, crowd in sorted(weeks.items()) if 1 < len(crowd) <= CROWD]


def _weeks_apart(one: Report, other: Report) -> bool:
    a, b = one.published.when, other.published.when
    given = one.published.basis == other.published.basis == "given"
    most = DAYS_APART if given else YEARS_APART
    return a is not None and b is not None and abs((a.start - b.start).total_seconds()) > most * 86400


def alike(one: Vector, other: Vector) -> float:
    """How alike two reports are: half by their words, half by names and numbers alone."""
    return 0.5 * _dot(one.words, other.words) + 0.5 * _dot(one.names, other.names)


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def _blocks(size: int, pairs: Mapping[Pair, float]) -> Iterable[list[int]]:
    """Reports that hang together; where too many do, only by what is more alike."""
    waiting = [(list(range(size)), ALIKE - 0.06)]
    while waiting:
        members, floor = waiting.pop()
        inside = set(members)
        edges = [pair for pair, worth in pairs.items() if worth > floor and pair[0] in inside and pair[1] in inside]
        for block in components(members, edges):
            if len(block) > BLOCK and floor < 0.9:
                waiting.append((block, floor + 0.08))
            else:
                yield block


def _grouped(block: list[int], reports: Sequence[Report], told: Sequence[Vector]) -> list[list[int]]:
    if len(block) == 1:
        return [block]
    alike = 0.5 * _cosines([told[i].words for i in block]) + 0.5 * _cosines([told[i].names for i in block])
    never = np.array([[_weeks_apart(reports[i], reports[j]) for j in block] for i in block])
    return [[block[i] for i in group] for group in average_linkage(alike, never, ALIKE)]


def _cosines(told: Sequence[Mapping[str, float]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    index = {word: i for i, word in enumerate(sorted({word for words in told for word in words}))}
    table = np.zeros((len(told), max(1, len(index))), dtype=np.float32)
    for row, words in enumerate(told):
        for word, weight in words.items():
            table[row, index[word]] = weight
    return (table @ table.T).astype(np.float64)
