"""Who stands in one crowd with whom, member by member: never all pairs at once, so that a million reports fit."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

__all__ = ["Ints", "neighbours", "spans"]

Ints = NDArray[np.int64]


def neighbours(members: Ints, ends: Ints) -> Iterator[tuple[int, Ints, Ints]]:
    """Each member, the later members that it shares crowds with, in order, and in how many crowds each stands with it.

    `members` are the crowds one after another, each in order; `ends` says of every place in it where its crowd ends.

    >>> crowds = np.array([1, 4, 1, 4, 7]), np.array([2, 2, 5, 5, 5])
    >>> [(one, others.tolist(), times.tolist()) for one, others, times in neighbours(*crowds)]
    [(1, [4, 7], [2, 1]), (4, [7], [1])]
    """
    follow = ends - np.arange(1, len(members) + 1)
    order = np.argsort(members, kind="stable")
    order = order[follow[order] > 0]
    cuts = np.flatnonzero(np.diff(members[order])) + 1
    for places in np.split(order, cuts) if len(order) else ():
        others, times = np.unique(members[spans(places + 1, follow[places])], return_counts=True)
        yield int(members[places[0]]), others, times


def spans(starts: Ints, sizes: Ints) -> Ints:
    """Places from each start on, so many as its size, one after another.

    >>> spans(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    return np.repeat(starts - (np.cumsum(sizes) - sizes), sizes) + np.arange(int(sizes.sum()))
