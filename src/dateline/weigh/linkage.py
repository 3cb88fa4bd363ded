"""Average linkage: the two groups most alike on average become one, until none is alike; what can never be one stays two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["average_linkage", "components", "root"]


def average_linkage(
    score: NDArray[np.float64], never: NDArray[np.bool_], threshold: float = 0.0, few: float = 0.0
) -> list[list[int]]:
    """Groups of row numbers, each in order; groups are joined while their mean score is above the threshold.

    Groups of whose pairs a greater share than `few` can never be one stay apart.

    >>> import numpy as np
    >>> score = np.array([[0, .5, -1], [.5, 0, .4], [-1, .4, 0]])
    >>> average_linkage(score, np.zeros((3, 3), dtype=bool))
    [[0, 1], [2]]
    """
    size = np.ones(len(score))
    mean, share = score.astype(np.float64), never.astype(np.float64)
    np.fill_diagonal(mean, -np.inf)
    open_ = np.where(share > few, -np.inf, mean)
    groups: list[list[int]] = [[i] for i in range(len(score))]
    best = open_.max(axis=1) if len(score) else np.zeros(0)
    while len(score) > 1:
        at = int(best.argmax())
        if not best[at] > threshold:
            break
        one, other = sorted((at, int(open_[at].argmax())))
        whole = size[one] + size[other]
        mixed = (size[one] * mean[one] + size[other] * mean[other]) / whole
        barred = (size[one] * share[one] + size[other] * share[other]) / whole
        mixed[one] = -np.inf
        fresh = np.where(barred > few, -np.inf, mixed)
        touched = (open_[:, one] == best) | (open_[:, other] == best) | (fresh > best)
        mean[one], mean[:, one] = mixed, mixed
        share[one], share[:, one] = barred, barred
        open_[one], open_[:, one] = fresh, fresh
        mean[other], mean[:, other] = -np.inf, -np.inf
        open_[other], open_[:, other] = -np.inf, -np.inf
        size[one] += size[other]
        groups[one], groups[other] = sorted(groups[one] + groups[other]), []
        touched[[one, other]] = True
        best[touched] = open_[touched].max(axis=1)  # only rows whose best was, or now is, one of the two
    return sorted(group for group in groups if group)


Name = TypeVar("Name", int, str)


def components(members: Sequence[Name], edges: Iterable[tuple[Name, Name]]) -> list[list[Name]]:
    """The members that edges hold together, each group in order, the groups by their first.

    >>> components([1, 2, 3, 5], [(5, 2)])
    [[1], [2, 5], [3]]
    """
    head = {i: i for i in members}

    for a, b in edges:
        one, other = sorted((root(a, head), root(b, head)))
        head[other] = one
    found: dict[Name, list[Name]] = defaultdict(list)
    for i in sorted(members):
        found[root(i, head)].append(i)
    return [found[i] for i in sorted(found)]


def root(member: Name, head: dict[Name, Name]) -> Name:
    """The head of all that a member is put together with; the way there grows shorter."""
    while head[member] != member:
        head[member] = head[head[member]]
        member = head[member]
    return member
