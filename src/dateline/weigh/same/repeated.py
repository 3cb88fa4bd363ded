"""What reports tell in the same words: a sentence that comes back in a later report is one claim told twice, not two."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np

from dateline.weigh.linkage import components
from dateline.weigh.same.alike import Likeness
from dateline.weigh.same.apart import answered, loose
from dateline.weigh.same.tables import Mask, both, column, differ
from dateline.weigh.traits import Traits, guessed

__all__ = ["fullest", "gist", "told_once"]

SAME: Final = 0.8
"""How much of their words two claims share that tell one thing in the same words."""
WORD_FOR_WORD: Final = 0.97
"""The same, but for a word that tells nothing."""
ENOUGH: Final = 5
"""So many telling words are not the same by chance."""

AWAY: Final = 0.1
"""Degrees from which on two towns are two."""

Core = tuple[str, ...]


def told_once(block: Sequence[Traits], telling: Mapping[str, float], alike: Likeness) -> list[list[int]]:
    """The positions of a block, those together that tell the same in the same words; the block is the first of what `alike` compares.

    What two reports tell word for word is one, whoever is taken for its speaker, unless they tell days that do not meet,
    go on from blows of other days or towns ("all sources blamed the army"), or tell a blow and its answer; what is nearly
    the same is one where nothing else speaks against it.
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
    verbatim = words >= WORD_FOR_WORD
    once = ((words >= SAME) & free) | (verbatim & _of_two_reports(some, verbatim))
    return components(range(len(block)), ((near[a], near[b]) for a, b in np.argwhere(np.triu(once)).tolist()))


def _of_two_reports(block: Sequence[Traits], same: Mask) -> Mask:
    """Pairs of claims of two reports that tell no days that do not meet, nor a blow and its answer, and are no formula."""
    apart = both(block, lambda one: one.firm_time) & _other_days(block)
    apart |= _formulas(block, same) | answered(block)
    return np.asarray(differ(block, lambda one: one.claim.report) & ~apart)


def _formulas(block: Sequence[Traits], same: Mask) -> Mask:
    """Pairs of two stories in which what is said of every blow is said of its own: the same words go on from other days or towns."""
    goes_on = both(block, lambda one: loose(one) and one.family == "strike") & differ(block, lambda one: one.story)
    dated = both(block, lambda one: one.dated and not guessed(one.claim)) & _other_days(block)
    clash = goes_on & same & (dated | (both(block, lambda one: one.town) & _other_towns(block)))
    often = np.asarray(clash.any(axis=1))
    return np.asarray(goes_on & (often[:, None] | often))


def _other_days(block: Sequence[Traits]) -> Mask:
    start, end = column(block, lambda one: one.start), column(block, lambda one: one.end)
    return np.asarray((start[:, None] >= end) | (start >= end[:, None]))


def _other_towns(block: Sequence[Traits]) -> Mask:
    lat, lon = column(block, lambda one: one.lat), column(block, lambda one: one.lon)
    return np.asarray((np.abs(lat[:, None] - lat) > AWAY) | (np.abs(lon[:, None] - lon) > AWAY))


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
