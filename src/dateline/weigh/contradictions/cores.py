"""The claims of an event that are demonstrably about one blow, so that what they differ in can be held against each other.

An event may gather a day of fighting over several towns. Claims of two towns do not contradict each other; a claim that
tells no town goes with the town most claims tell, and what is told of a whole country goes with none.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from dateline.weigh.contradictions.differences import of_many_blows
from dateline.weigh.linkage import components
from dateline.weigh.traits import Traits, telling
from dateline.weigh.whereabouts import can_be_one
from dateline.words.measures import HARMED
from dateline.words.weigh import plain

__all__ = ["cores", "one_blow", "words_shared"]

Core = Sequence[Traits]
ALIKE: Final = 0.35
"""The share of words in common from which two claims of a day and a town tell one blow."""

TELLING: Final = 3
"""So many words beside the names are not the same by chance."""


def cores(group: Sequence[Traits]) -> list[Core]:
    """The claims of an event town by town, the largest first; the whole event of a truce or a running count, or where its claims name one town or none."""
    if of_many_blows(group):
        return [group]
    placed = [one.town and one.firm_place and not math.isnan(one.lat) for one in group]
    towns = _towns(group, [i for i, told in enumerate(placed) if told])
    if not towns:
        return [group]
    head, *others = ([group[i] for i in town] for town in towns)
    rest = [
        one
        for one, told in zip(group, placed, strict=True)
        if not told and ((not others and _of_a_day(one)) or not _countrywide(one))
    ]
    return [[*head, *(one for one in rest if _goes_with(one, head[0], alone=not others))], *others]


def _towns(group: Sequence[Traits], told: Sequence[int]) -> list[list[int]]:
    """The places of an event that can be one, with the claims that tell them, the town told most first; each place is compared once."""
    named: dict[tuple[str | None, str | None, float, float], list[int]] = defaultdict(list)
    for i in told:
        named[group[i].place, group[i].province, group[i].lat, group[i].lon].append(i)
    heads = {those[0]: those for those in named.values()}
    pairs = [(i, j) for i, j in combinations(heads, 2) if can_be_one(group[i], group[j])]
    towns = (sorted(i for head in town for i in heads[head]) for town in components(list(heads), pairs))
    return sorted(towns, key=lambda town: (-len(town), town))


def _goes_with(one: Traits, head: Traits, *, alone: bool) -> bool:
    """Whether a claim that names no town goes with one, or one that no gazetteer knows where both tell what was hit.

    A place that it only takes from elsewhere tells little against it.
    """
    unknown = math.isnan(one.lat) and one_blow(one, head)
    return one.place is None or can_be_one(one, head) or unknown or (alone and not one.firm_place)


def _of_a_day(one: Traits) -> bool:
    """Whether a claim tells a day of its own, so that it counts no longer while of the country that it names."""
    return one.firm_time and one.dated and one.series is None


def _countrywide(one: Traits) -> bool:
    return one.breadth == "country" and one.family in ("strike", "ground")


def one_blow(one: Traits, other: Traits) -> bool:
    """Whether two claims show by more than day and town that they tell one blow: what was hit, how many fell, like words."""
    return (
        bool(one.facilities & other.facilities)
        or bool(_fallen(one) & _fallen(other))
        or (words_shared(one, other) >= ALIKE and _more_than_names(one, other))
    )


def _more_than_names(one: Traits, other: Traits) -> bool:
    """Whether two claims share more words than the names of who acts, is hit or speaks, and where: many blows share those."""
    return len((frozenset(one.words) & frozenset(other.words)) - _named(one) - _named(other)) >= TELLING


def _named(one: Traits) -> frozenset[str]:
    claim = one.claim
    names = [party.name for party in (*claim.by, *claim.to, *claim.speaker)]
    return telling(plain(" ".join([*names, claim.place.name if claim.place is not None else ""])))


def _fallen(one: Traits) -> set[float]:
    return {number for measure, _, number in one.counts if measure in HARMED and number > 1}


def words_shared(one: Traits, other: Traits) -> float:
    """The share of the shorter claim's telling words that the other says too, from 0 to 1."""
    few, many = sorted((frozenset(one.words), frozenset(other.words)), key=len)
    return len(few & many) / len(few) if few else 0.0
