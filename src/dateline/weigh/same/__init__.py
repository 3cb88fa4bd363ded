"""Which claims of a block tell one happening: deeds first, truces by themselves, then what is said about either.

A claim may stand in several groups: a breach is an act on the ground and a matter of the truce.

From the traits of claims to groups of claims that tell one happening.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dateline.weigh.linkage import average_linkage
from dateline.weigh.same.alike import Likeness, likeness
from dateline.weigh.same.apart import talks_and_deed
from dateline.weigh.same.repeated import fullest, told_once
from dateline.weigh.traits import Traits
from dateline.words.weigh import plain

__all__ = ["groups", "how_well"]

ATTACH = 0.0
"""How alike a saying and a happening must be for the one to be about the other."""
SECOND = 0.17
"""How alike a saying must be to a second happening to stand in both."""
GAP = 0.15
"""How much less alike than to the first it may be to the second."""

GREAT = 0.015
"""How much better a saying fits a happening of which e times as many claims are told: most is said about what is in the news."""
TOPIC = 0.2
"""How much better a saying fits the happening that its report is about, the more so the more of its deeds are of that one."""
MOST = 0.6
"""The share of a report's deeds from which on the report is about their happening."""
BARRED = 0.33
"""The share of a happening's claims with which a saying that can never be one with them is not about it."""
OWN = 0.3
"""How much more alike statements must be to each other than to any happening to be a matter of their own."""
NAME = 4
"""Letters of a word from which on it may be somebody's name."""
BREATH = 1
"""How many claims away is still beside."""
FEW = 0.05
NEAR = 0.15
"""What standing beside each other is worth to claims that stand alone."""

Group = list[int]


def groups(block: Sequence[Traits], telling: Mapping[str, float], ledger: frozenset[str] = frozenset()) -> list[Group]:
    """Groups of positions in the block, each sorted.

    `ledger` names the claims that stand in an instrument of the ledger: they make no truce here, and are about another
    happening only where they fit it well. Every other position stands in at least one group. What several reports tell
    in the same words is compared once, and stands together wherever it stands.
    """
    acts = [i for i, one in enumerate(block) if one.act]
    seen = [*block, *(replace(block[i], family="strike", truce=False) for i in acts)]
    alike = likeness(seen, telling)
    same = told_once(block, telling, alike)
    heads = [fullest(block, those) for those in same]
    node = {i: n for n, i in enumerate(heads)}
    done = [(len(block) + k, node[i]) for k, i in enumerate(acts) if i in node]
    places = [*heads, *(at for at, _ in done)]
    kept = {n for n, those in enumerate(same) if any(block[i].claim.id in ledger for i in those)}
    found = _groups([seen[at] for at in places], [*range(len(heads)), *(n for _, n in done)], alike.among(places), kept)
    return sorted(sorted(i for n in group for i in same[n]) for group in found)


def _groups(seen: Sequence[Traits], nodes: Sequence[int], alike: Likeness, kept: Set[int]) -> list[Group]:
    """The groups of claims that all say something else, and of the acts among them, which stand a second time at the end.

    `nodes` says of which claim each is; `kept` are those that stand in the ledger.
    """
    speech = [n for n, one in enumerate(seen) if one.family == "speech"]
    truce = [n for n, one in enumerate(seen) if one.family == "truce" and n not in kept]
    deeds = [n for n, one in enumerate(seen) if one.family not in ("speech", "truce")]
    found = _linked(deeds, alike) + _linked(truce, alike)
    own = _own_matters(found, [n for n in speech if seen[n].claim.type == "statement" and n not in kept], seen, alike)
    taken = {n for group in own for n in group}
    said = [n for n in speech if n not in taken]
    found, loose = _attached(found, said, how_well(said, found, alike) + _topics(said, found, seen), kept)
    found += own
    found = _in_one_breath(found + _linked(loose, alike), seen, alike, kept)
    told = {tuple(sorted({nodes[n] for n in group})) for group in found}
    return list(map(list, _without_echoes(told, kept)))


def _linked(nodes: Sequence[int], alike: Likeness) -> list[Group]:
    at = np.ix_(nodes, nodes)
    return [[nodes[i] for i in group] for group in average_linkage(alike.score[at], alike.never[at], few=FEW)]


def _own_matters(found: list[Group], said: Sequence[int], seen: Sequence[Traits], alike: Likeness) -> list[Group]:
    """What one speaker says in several reports, where that is far more like itself than like any deed.

    Who claims a blow speaks of the blow, and what many say of one thing, each in their own name, is about that thing.
    """
    matters = []
    for group in _linked(said, alike):
        told = [seen[n] for n in group]
        if len({one.claim.report for one in told}) < 2 or any(one.owns for one in told) or not _one_speaker(told):
            continue
        likes = [float(alike.score[a, b]) for a in group for b in group if a != b]
        fits = how_well(group, found, alike).mean(axis=0).tolist()
        if sum(likes) / len(likes) > max(fits, default=-1.0) + OWN:
            matters.append(group)
    return matters


def _one_speaker(told: Sequence[Traits]) -> bool:
    """Whether half of the pairs of some sayings, or more, are one speaker's."""
    pairs = combinations([one.speakers | _names(one) for one in told], 2)
    return 2 * sum(not one.isdisjoint(other) for one, other in pairs) >= math.comb(len(told), 2)


def _names(one: Traits) -> frozenset[str]:
    """The words of the names of speakers: nobody's name is always spelt alike."""
    return frozenset(word for party in one.claim.speaker for word in plain(party.name).split() if len(word) >= NAME)


def _in_one_breath(found: list[Group], seen: Sequence[Traits], alike: Likeness, kept: Set[int]) -> list[Group]:
    """What stands alone is put together with what stands alone beside it in the same report, where little is against it.

    A matter that one report tells in two sentences, and no other report tells, shares few words with itself. Talks are no
    part of a deed told beside them.
    """
    alone = [group[0] for group in found if len(group) == 1 and group[0] not in kept]
    rest = [group for group in found if len(group) > 1 or group[0] in kept]
    report = np.array(_numbered([f"{seen[n].claim.report} {seen[n].entry}" for n in alone]))
    order = np.array([seen[n].order for n in alone])
    beside = (report[:, None] == report[None, :]) & (np.abs(order[:, None] - order[None, :]) <= BREATH)
    beside &= ~talks_and_deed([seen[n] for n in alone])
    at = np.ix_(alone, alone)
    groups = average_linkage(alike.score[at] + NEAR * beside, alike.never[at]) if alone else []
    return rest + [[alone[i] for i in group] for group in groups]


def _numbered(names: Sequence[str]) -> list[int]:
    index = {name: i for i, name in enumerate(sorted(set(names)))}
    return [index[name] for name in names]


def _topics(speech: Sequence[int], found: list[Group], seen: Sequence[Traits]) -> NDArray[np.float64]:
    """How much each saying is expected to be about each happening, because that is what its report tells of, and not what it
    turns to."""
    told: dict[tuple[str, int], Counter[int]] = defaultdict(Counter)
    for at, group in enumerate(found):
        for one in (seen[n] for n in group if not (seen[n].claim.background or seen[n].turns)):
            told[one.claim.report, one.entry][at] += 1
    more = np.zeros((len(speech), len(found)))
    for row, node in enumerate(speech):
        deeds = told[seen[node].claim.report, seen[node].entry]
        for at, n in deeds.items():
            share = n / deeds.total()
            more[row, at] = TOPIC * share if share >= MOST else 0.0
    return more


def _attached(
    found: list[Group], speech: Sequence[int], told: NDArray[np.float64], kept: Set[int]
) -> tuple[list[Group], list[int]]:
    """Each saying with the happening it fits best, where one fits; and the sayings that fit none.

    `told` is how well each saying fits each happening.
    """
    grown = [list(group) for group in found]
    loose = []
    for row, node in enumerate(speech):
        fits = sorted(((fit, -i) for i, fit in enumerate(told[row].tolist())), reverse=True)[:2]
        first = SECOND if node in kept else ATTACH
        hits = [(fit, at) for fit, at in fits[:1] if fit > first]
        hits += [(fit, at) for fit, at in fits[1:2] if fit > max(SECOND, fits[0][0] - GAP)]
        for _, at in hits:
            grown[-at].append(node)
        if not hits and node not in kept:
            loose.append(node)
    return grown, loose


def how_well(speech: Sequence[int], found: list[Group], alike: Likeness) -> NDArray[np.float64]:
    """How well each saying fits each happening: the mean of the better half, a little more where much is told of it, -1 where
    it can never be one with a third of it, or nothing binds it to any of it."""
    fits = np.full((len(speech), len(found)), -1.0)
    for column, group in enumerate(found):
        at = np.ix_(speech, group)
        half = np.sort(alike.score[at], axis=1)[:, ::-1][:, : max(1, (len(group) + 1) // 2)]
        barred = (alike.never[at].mean(axis=1) > BARRED) | ~alike.bound[at].any(axis=1)
        great = GREAT * math.log(len(group) / 2)
        fits[:, column] = np.where(barred, -1.0, np.ascontiguousarray(half).mean(axis=1) + great)
    return fits


def _without_echoes(told: set[tuple[int, ...]], kept: Set[int]) -> set[tuple[int, ...]]:
    """A claim alone is no event where it stands with others elsewhere."""
    placed = kept | {i for group in told if len(group) > 1 for i in group}
    return {group for group in told if len(group) > 1 or group[0] not in placed}
