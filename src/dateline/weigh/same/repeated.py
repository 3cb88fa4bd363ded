"""What reports tell in the same words: a sentence that comes back in a later report is one claim told twice, not two."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np

from dateline.weigh.linkage import components
from dateline.weigh.same.alike import Likeness
from dateline.weigh.same.apart import answered
from dateline.weigh.same.tables import Mask, both, column, differ
from dateline.weigh.traits import Traits

__all__ = ["fullest", "gist", "told_once"]

SAME: Final = 0.8
"""How much of their words two claims share that tell one thing in the same words."""
WORD_FOR_WORD: Final = 0.97
"""The same, but for a word that tells nothing."""
ENOUGH: Final = 5
"""So many telling words are not the same by chance."""

Core = tuple[str, ...]


def told_once(block: Sequence[Traits], telling: Mapping[str, float], alike: Likeness) -> list[list[int]]:
    """The positions of a block, those together that tell the same in the same words; the block is the first of what `alike` compares.

    What two reports tell word for word is one, whoever is taken for its speaker, unless they tell days that do not meet
    or a blow and its answer; what is nearly the same is one where nothing else speaks against it.
    """
    said: dict[Core, list[int]] = defaultdict(list)
    for i, one in enumerate(block):
        if (core := gist(one, telling)) is not None:
            said[core].append(i)
    near = sorted(i for those in said.values() if len(those) > 1 for i in those)
    if not near:
        return [[i] for i in range(len(block))]
    some, at = [block[i] for i in near], np.ix_(near, near)
    words = alike.fields["words"][at]
    free = ~alike.never[at] & (alike.fields["voices"][at] >= 0)
    once = ((words >= SAME) & free) | ((words >= WORD_FOR_WORD) & _of_two_reports(some))
    return components(range(len(block)), ((near[a], near[b]) for a, b in np.argwhere(np.triu(once)).tolist()))


def _of_two_reports(block: Sequence[Traits]) -> Mask:
    """Pairs of claims of two reports that tell no days that do not meet, nor a blow and its answer."""
    start, end = column(block, lambda one: one.start), column(block, lambda one: one.end)
    apart = both(block, lambda one: one.firm_time) & ((start[:, None] >= end) | (start >= end[:, None]))
    return np.asarray(differ(block, lambda one: one.claim.report) & ~apart & ~answered(block))


def fullest(block: Sequence[Traits], same: Iterable[int]) -> int:
    """Of the claims that tell the same, the one that tells its day and place itself, then the surest, then the first printed."""

    def rank(at: int) -> tuple[bool, bool, float, float, str]:
        one = block[at]
        printed = math.inf if math.isnan(one.printed) else one.printed
        return not one.firm_time, not one.firm_place, -one.claim.confidence, printed, one.claim.id

    return min(same, key=rank)


def gist(one: Traits, telling: Mapping[str, float]) -> Core | None:
    """The most telling words of a claim, by which the same sentence is found again; None where it says too little."""
    if len(one.words) < ENOUGH:
        return None
    return tuple(sorted(one.words, key=lambda word: (-telling.get(word, 1.0), word))[:ENOUGH])
