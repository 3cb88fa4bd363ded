"""Blocks: reports that can share an event, and events that different blocks tell alike.

Reports are put together by what they share, from the most telling to the least: their story, a sentence, a town and a
day, a country and a day, a country and a month. What would make a block too large to compare all with all is left apart, and
the events on both sides are compared as wholes afterwards.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from dateline.places.spelling import called
from dateline.weigh.linkage import components, root
from dateline.weigh.same.alike import likeness
from dateline.weigh.same.repeated import gist
from dateline.weigh.traits import Traits, weights

__all__ = ["blocks", "joined"]

MOST: Final = 500
"""Claims in a block, at most."""
FEW: Final = 5
"""Claims that speak for an event when it is compared as a whole."""
CROWD: Final = 40
"""More events under one key than this are not compared."""

Key = tuple[object, ...]
Telling = Mapping[str, float]
Group = tuple[int, ...]


def blocks(traits: Sequence[Traits]) -> list[list[int]]:
    """Positions of claims, block by block; the claims of one report are parted only where it has more than a block holds."""
    unit = _units(traits)
    size = Counter(unit)
    head = {name: name for name in size}
    telling = weights(traits)
    for tier in TIERS:
        keys: dict[Key, set[str]] = defaultdict(set)
        for one, name in zip(traits, unit, strict=True):
            for key in tier(one, telling):
                keys[key].add(name)
        for key in sorted(keys, key=repr):
            _unite(sorted(keys[key]), head, size)
    found: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(unit):
        found[root(name, head)].append(i)
    return [found[name] for name in sorted(found)]


def _units(traits: Sequence[Traits]) -> list[str]:
    """What stays together, by name: a report, or as many claims of a very long one, in the order of its text."""
    size = Counter(one.claim.report for one in traits)
    unit = [one.claim.report for one in traits]
    long = sorted(
        (one.claim.report, one.order, one.claim.id, i) for i, one in enumerate(traits) if size[one.claim.report] > MOST
    )
    told: Counter[str] = Counter()
    for report, *_, i in long:
        unit[i] = f"{report} {told[report] // MOST}"
        told[report] += 1
    return unit


def _story(one: Traits, telling: Telling) -> Iterable[Key]:
    return [("story", one.story)]


def _sentence(one: Traits, telling: Telling) -> Iterable[Key]:
    core = gist(one, telling)
    return [] if core is None else [core]


def _town_and_day(one: Traits, telling: Telling) -> Iterable[Key]:
    return [(called(one.place or ""), int(one.start))] if one.town and one.dated and not one.claim.background else []


def _country_and_day(one: Traits, telling: Telling) -> Iterable[Key]:
    return [(country, day) for country, day in _country_of_news(one) if one.dated]


def _country_and_month(one: Traits, telling: Telling) -> Iterable[Key]:
    return [(country, day // 30) for country, day in _country_of_news(one)]


def _country_of_news(one: Traits) -> Iterable[tuple[str, int]]:
    if one.claim.background or math.isnan(one.start) or one.place is None:
        return []
    return [(one.country or one.place, int(one.start))]


Tier = Callable[[Traits, Telling], Iterable[Key]]
TIERS: Final[tuple[Tier, ...]] = (_story, _sentence, _town_and_day, _country_and_day, _country_and_month)
"""What claims share whose reports are put together, the most telling first."""


def _unite(reports: Sequence[str], head: dict[str, str], size: Counter[str]) -> None:
    """Put the blocks of reports together where they make one block, all or none."""
    roots = sorted({root(name, head) for name in reports})
    if len(roots) > 1 and sum(map(size.__getitem__, roots)) <= MOST:
        size[roots[0]] = sum(map(size.__getitem__, roots))
        for other in roots[1:]:
            head[other] = roots[0]


def joined(groups: Sequence[Sequence[Group]], traits: Sequence[Traits]) -> list[Group]:
    """The groups of all blocks, those of different blocks put together where they tell one happening."""
    flat = [(block, group) for block, told in enumerate(groups) for group in told]
    keys: dict[Key, list[int]] = defaultdict(list)
    for at, (_, group) in enumerate(flat):
        for key in _whole(group, traits):
            keys[key].append(at)
    edges = {
        edge for key in sorted(keys, key=repr) if len(keys[key]) <= CROWD for edge in _edges(keys[key], flat, traits)
    }
    merged = components(range(len(flat)), sorted(edges))
    return sorted({tuple(sorted({i for at in group for i in flat[at][1]})) for group in merged})


def _whole(group: Group, traits: Sequence[Traits]) -> list[Key]:
    """What a happening is known by elsewhere: its town and day, a running count, an old day recalled."""
    series = {traits[i].series for i in group} - {None}
    if series:
        return [("series", name) for name in sorted(map(str, series))]
    towns = [traits[i] for i in group if traits[i].town and traits[i].dated]
    told = Counter((called(one.place or ""), int(one.start)) for one in towns)
    return [("town", *place_day) for place_day, _ in sorted(told.items(), key=lambda item: (-item[1], item[0]))[:1]]


def _edges(
    found: Sequence[int], flat: Sequence[tuple[int, Group]], traits: Sequence[Traits]
) -> Iterable[tuple[int, int]]:
    for n, a in enumerate(found):
        for b in found[n + 1 :]:
            if flat[a][0] != flat[b][0] and _one(flat[a][1], flat[b][1], traits):
                yield a, b


def _one(one: Group, other: Group, traits: Sequence[Traits]) -> bool:
    block = [traits[i] for i in (*one[:FEW], *other[:FEW])]
    alike = likeness(block, weights(block))
    cross = alike.score[: len(one[:FEW]), len(one[:FEW]) :]
    never = alike.never[: len(one[:FEW]), len(one[:FEW]) :]
    return bool(cross.mean() > 0) and not bool(never.any())
