"""How alike the claims of a block are: a table a field, each from -1 to 1, and what can never be one happening.

Every field is worked out for all pairs of a block at once; weights are set by hand, for pair weights learned on few
episodes do not carry over to others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from dateline.weigh.same.apart import (
    TOLL,
    answered,
    not_yet,
    other_arm,
    other_blow,
    other_caller,
    other_land,
    other_target,
    over_days,
    parted,
    talks_and_demand,
    told_apart,
    ultimatum,
)
from dateline.weigh.same.bonds import binding, continuity, leads, nearness, other_footing, strangers, turned
from dateline.weigh.same.followers import followed, followers
from dateline.weigh.same.tables import Mask, Table, both, column, differ, either, kilometres, mask, other_entry, shared
from dateline.weigh.same.whose import other_doer, own_dead
from dateline.weigh.traits import Counts, Traits
from dateline.words.weigh import KINDS, affinity, within

__all__ = ["BIAS", "WEIGHTS", "Likeness", "likeness"]

WEIGHTS: Final[dict[str, float]] = {
    "kind": 0.5,
    "time": 0.6,
    "place": 0.36,
    "actors": 0.21,
    "targets": 0.14,
    "speakers": 0.13,
    "figures": 0.35,
    "facility": 0.25,
    "due": 0.35,
    "words": 0.8,
    "nearness": 0.15,
    "leads": 0.1,
    "background": 0.16,
    "truce": 1.1,
    "voices": 0.3,
    "story": 0.3,
    "strangers": 0.6,
    "continuity": 0.6,
    "matter": 0.5,
    "other_matter": 0.3,
    "footing": 0.2,
    "turned": 0.3,
    "undated": 0.16,
    "unplaced": 0.05,
}
BIAS: Final = -0.6
"""What two claims must overcome to count as one happening."""
TRUCE_DAYS: Final = 14.0
"""How long after its start a truce is still spoken of as this one."""
BOTH_SPEAK: Final = 0.5
"""How much it says that two sayings both speak of a truce, beside what it says where one is of the truce itself."""
SAID_DAYS: Final = 4.0
"""How long after a happening sayings about it are expected."""
NEWS: Final = ("strike", "ground", "crowd", "speech", "call")
NEWS_DAYS: Final = 3.0
"""How far from another day of its story a day may be guessed that means the same."""
ONE_NEWS: Final = 0.7
"""How well days of one story fit of which one is only guessed."""
OTHER_NEWS: Final = 10.0
"""Days that lie between two deeds told as news, from which on they are two even where a day is only guessed."""
TOLD_APART: Final = -0.3
"""How well two towns fit that one report tells of as two, however near."""
BORROWED: Final = 0.3
"""How much a place counts that a claim does not name, but takes from what it goes on from."""
MIXED: Final = 0.15
"""How well two families tell one happening where the claims of each name the matter of the other."""
GUESSED: Final = 0.7
"""How well days fit that are one, and neither is told."""
HOURS: Final = 0.5
"""How well other hours of one day fit."""
EVERYBODY: Final = "civilians"
"""Whom a toll of civilians counts, as one of everybody does."""
A_MOMENT: Final = 1e-6
"""Days by which an end lies within the day that it closes."""
NEAR_KM: Final = 8.0
APART_KM: Final = 11.0


@dataclass(frozen=True)
class Likeness:
    """`score` for every pair of a block, positive where two claims tell one happening; `never` where they cannot."""

    score: Table
    never: Mask
    bound: Mask
    """Where a saying and a happening have something in common by which the one can be about the other."""
    fields: dict[str, Table]

    def among(self, places: Sequence[int]) -> Likeness:
        """That of some of them, in the order given, as a whole and not field by field."""
        at = np.ix_(places, places)
        return Likeness(self.score[at], self.never[at], self.bound[at], {})


def likeness(block: Sequence[Traits], telling: Mapping[str, float]) -> Likeness:
    """The likeness of every pair of a block; `telling` is how telling each word is."""
    time, apart_in_time = _time(block)
    place, apart_in_space = _place(block)
    facility, other_facility = _facility(block)
    fields = {
        "kind": _kind(block),
        "time": time,
        "place": place,
        "actors": shared(block, lambda one: _widened(one.by), clash=0.6),
        "targets": shared(block, lambda one: one.to, clash=0.1),
        "speakers": shared(block, lambda one: one.speakers, clash=0.0),
        "figures": _figures(block),
        "facility": facility,
        "due": shared(block, _due, clash=0.0),
        "words": _words(block, telling),
        "nearness": nearness(block),
        "leads": leads(block),
        "background": _background(block),
        "truce": _truce(block),
        "voices": _other_voice(block),
        "story": -(differ(block, lambda one: one.story) | other_entry(block)).astype(np.float64),
        "continuity": continuity(block),
        "matter": _matter(block),
        "other_matter": -_other_matter(block).astype(np.float64),
        "footing": other_footing(block),
        "turned": turned(block),
        "undated": _unsaid(block, lambda one: one.firm_time),
        "unplaced": _unsaid(block, lambda one: one.firm_place),
    }
    fields["strangers"] = -strangers(block, fields)
    score = np.full((len(block), len(block)), BIAS)
    for name, table in fields.items():
        score += WEIGHTS[name] * table
    never = apart_in_time | apart_in_space | other_facility | _other(block)
    np.fill_diagonal(never, val=False)
    score = followed(score, followers(block, never))
    return Likeness(score, never, binding(block, fields), fields)


def _other(block: Sequence[Traits]) -> Mask:
    """Pairs that can never be one happening, whatever their days, places and facilities."""
    never = differ(block, lambda one: one.series or "") | differ(block, lambda one: one.furniture) | other_caller(block)
    never |= (
        other_target(block) | other_blow(block) | other_arm(block) | not_yet(block) | answered(block) | over_days(block)
    )
    never |= ultimatum(block) | talks_and_demand(block) | other_land(block)
    return np.asarray(never | other_doer(block) | own_dead(block))


def _kind(block: Sequence[Traits]) -> Table:
    kinds = ["charge" if one.charge or one.owns else one.family for one in block]
    names = sorted(set(kinds))
    worth = np.array([[affinity(a, b) for b in names] for a in names])
    at = [names.index(kind) for kind in kinds]
    table = worth[np.ix_(at, at)]
    return np.where(_mixed(block), np.maximum(table, MIXED), table)


def _mixed(block: Sequence[Traits]) -> Mask:
    """Pairs of deeds of two families each of which names the other's matter too, so that either may be called either."""
    deeds = [one.family if one.family not in ("speech", "call", "truce") else None for one in block]
    also = [frozenset(one.matters) if deed else frozenset() for one, deed in zip(block, deeds, strict=True)]
    names = sorted(frozenset().union(*also))
    says = np.array([[name in told for name in names] for told in also], dtype=np.bool_).reshape(len(block), len(names))
    own = np.array([[name == deed for name in names] for deed in deeds], dtype=np.bool_).reshape(len(block), len(names))
    names_other = says.astype(np.float32) @ own.T.astype(np.float32) > 0
    return np.asarray(names_other & names_other.T & ~(own.astype(np.float32) @ own.T.astype(np.float32) > 0))


def _time(block: Sequence[Traits]) -> tuple[Table, Mask]:
    start, end = column(block, lambda one: one.start), column(block, lambda one: one.end)
    width = np.maximum(end - start, 0.25)
    gap = np.maximum(start[:, None], start[None, :]) - np.minimum(end[:, None], end[None, :])
    wide, narrow = np.maximum(width[:, None], width[None, :]), np.minimum(width[:, None], width[None, :])
    told = ~np.isnan(gap)
    gap = np.where(told, gap, 0.0)
    fit = np.where(
        gap < 0, np.clip((narrow / np.where(told, wide, 1.0)) ** 0.35, 0.15, 1.0), -0.5 - np.clip(gap, 0, 5) / 10
    )
    whole = np.maximum(np.floor(start)[:, None], np.floor(start)) - np.minimum(np.ceil(end)[:, None], np.ceil(end))
    night = told & _one_night(block)
    fit = np.where(((gap >= 0) & (whole < 0)) | night, HOURS, fit)  # other hours of one day, or of one night
    guessed = either(block, lambda one: not one.firm_time)
    fit = np.where(_both_guess(block), np.minimum(fit, GUESSED), fit)
    # Days that are only inferred tell nothing where they do not meet.
    table = np.where(told & ~(guessed & (gap >= 0) & (whole >= 0)), fit, 0.0)
    deeds = both(block, lambda one: one.family in ("strike", "ground", "crowd") and one.dated and one.firm_time)
    toll = either(block, _may_lag)
    # A happening has its day; what is said of it may be said a day later, and the wounded die later.
    slack = np.where(deeds, np.where(toll, 1.0, 0.0), 1.0 + 0.5 * wide.clip(0, 8))
    said_after = _said_after(block, start, end)
    table = np.where(said_after, 0.3, table)
    table = np.where(told & deeds & toll & (gap >= 0) & (gap < 1), 0.1, table)
    old, life = _one_truce(block, start, gap)
    table = np.where(told & life, np.maximum(table, 0.4), np.where(told & old, -0.4, table))
    firm = both(block, lambda one: one.firm_time)
    # Years later a day is recalled by its month or year, and not always rightly.
    recalled = both(block, lambda one: one.claim.background and one.end - one.start > 20 and one.town) & (gap < 500)
    running = both(block, lambda one: one.series is not None)
    table = np.where(told & recalled & (gap >= 0), -0.3, table)
    table = np.where(running, np.maximum(table, 0.5), table)  # a running count goes on from day to day
    one_news = told & guessed & _one_news(block) & (gap >= 0) & (gap <= NEWS_DAYS)
    table = np.where(one_news, np.maximum(table, ONE_NEWS), table)
    done = both(block, lambda one: one.family in ("strike", "ground", "crowd") and not one.claim.background)
    table = np.where(told & guessed & done & ~running & (gap > OTHER_NEWS), -0.5, table)
    return table, told & firm & ~life & ~said_after & ~running & ~recalled & ~night & (
        np.where(told, whole, 0.0) >= slack
    )


def _one_night(block: Sequence[Traits]) -> Mask:
    """Where one is told late on a day and the other early on the next one: of one night reports name either day."""
    late, early = mask(block, lambda one: one.part_of_day > 0), mask(block, lambda one: one.part_of_day < 0)
    evening = np.floor(column(block, lambda one: one.end - A_MOMENT))
    morning = np.floor(column(block, lambda one: one.start))
    found = late[:, None] & early[None, :] & (evening[:, None] + 1 == morning[None, :])
    return np.asarray(found | found.T)


def _both_guess(block: Sequence[Traits]) -> Mask:
    """Pairs neither of which tells its day: what two reports have for theirs is when they were printed, and of one report it is
    the day of two deeds of a kind, each in its town, and of what is said of a deed.
    """
    neither = ~either(block, lambda one: one.firm_time)
    deeds = both(block, lambda one: not one.spoken)
    of_a_kind = ~differ(block, lambda one: one.family) & both(block, lambda one: one.firm_place and one.town)
    return neither & (differ(block, lambda one: one.claim.report) | (deeds & ~of_a_kind))


def _may_lag(one: Traits) -> bool:
    """Whether a toll may be told on a later day than the blow was: not where its words tell the day of the blow itself."""
    return one.claim.type == TOLL and not one.dates_blow


def _one_news(block: Sequence[Traits]) -> Mask:
    """Blows of one kind, and what is said of them, in one story: a page of the next day goes on about the day before, unless
    it names other towns.
    """
    news = both(block, lambda one: one.family in NEWS and not one.claim.background and one.series is None)
    kind = ~differ(block, lambda one: one.family) | either(block, lambda one: one.spoken)
    return news & kind & ~differ(block, lambda one: one.story) & ~_of_other_towns(block)


def _of_other_towns(block: Sequence[Traits]) -> Mask:
    """Pairs of reports that name towns, and none in common."""
    pages = list(dict.fromkeys((one.claim.report, one.entry) for one in block))
    told: dict[tuple[str, int], set[str | None]] = {page: set() for page in pages}
    for one in block:
        if one.town and one.firm_place and not one.claim.background:
            told[one.claim.report, one.entry].add(one.place)
    towns = sorted({town for named in told.values() for town in named if town is not None})
    named = np.array([[town in told[page] for town in towns] for page in pages], dtype=np.float32).reshape(
        len(pages), -1
    )
    some = np.asarray(named.any(axis=1))
    apart = some[:, None] & some[None, :] & (named @ named.T == 0)
    index = {page: i for i, page in enumerate(pages)}
    at = np.array([index[one.claim.report, one.entry] for one in block])
    return np.asarray(apart[at[:, None], at[None, :]])


def _said_after(block: Sequence[Traits], start: Table, end: Table) -> Mask:
    """Where one is said within days of the other's happening."""
    saying = mask(block, lambda one: one.spoken)
    after = start[:, None] - end[None, :]
    found = saying[:, None] & ~saying[None, :] & (after >= 0) & (after <= SAID_DAYS)
    return np.asarray(found | found.T)


def _one_truce(block: Sequence[Traits], start: Table, gap: Table) -> tuple[Mask, Mask]:
    """Pairs about truces that began too far apart to be one; and pairs near enough in time to be about one."""
    truces = both(block, lambda one: one.truce and one.family in ("truce", "speech"))
    vague = either(block, lambda one: one.end - one.start > 300)
    old = truces & ~vague & (np.abs(start[:, None] - start[None, :]) > 25)
    return old, truces & ~old & (gap < TRUCE_DAYS)


def _place(block: Sequence[Traits]) -> tuple[Table, Mask]:
    km = kilometres(block)
    names = [one.place for one in block]
    index = {name: i for i, name in enumerate(sorted({n for n in names if n is not None}))}
    at = np.array([index.get(n, -1) if n is not None else -1 for n in names])
    told = (at[:, None] >= 0) & (at[None, :] >= 0)
    same = told & (at[:, None] == at[None, :])
    town = mask(block, lambda one: one.town)
    towns = town[:, None] & town[None, :]
    country = mask(block, lambda one: one.breadth == "country")
    wide = country[:, None] | country[None, :]
    reach = np.where(wide, 700.0, 130.0)
    inside = wide & both(block, lambda one: one.country is not None) & ~differ(block, lambda one: one.country or "")
    near = told & (same | (km <= NEAR_KM))
    table = np.where(told, np.where(km > reach, np.where(inside, 0.0, -0.7), 0.15), 0.0)
    table = np.where(told & ~towns & np.isnan(km), 0.0, table)
    table = np.where(near, np.where(towns, 1.0, np.where(country[:, None] & country[None, :], 0.2, 0.6)), table)
    far = told & towns & ~same & ((km > APART_KM) | np.isnan(km))
    table = np.where(far, np.where(np.isnan(km), 0.0, -0.8), table)
    table = np.where(towns & told_apart(block), np.minimum(table, TOLD_APART), table)
    told_so = both(block, lambda one: one.firm_place)
    firm = parted(block)
    return np.where(told_so, table, BORROWED * table), far & firm & ~np.isnan(km)


def _widened(keys: frozenset[str]) -> frozenset[str]:
    """The keys with those that each may be part of; mere kinds of armed people, rebels or militants, may be any band."""
    keys -= KINDS
    return keys.union(*(within()[key] for key in keys if key in within())) if keys else keys


def _figures(block: Sequence[Traits]) -> Table:
    exact = shared(block, lambda one: _exactly(one.counts), clash=0.0)
    near = shared(block, lambda one: _measured(one.counts), clash=0.0)
    return np.maximum(exact, 0.25 * near)


@lru_cache(1 << 14)
def _exactly(counts: Counts) -> frozenset[str]:
    return frozenset(f"{measure}/{who if who != EVERYBODY else None}/{count}" for measure, who, count in counts)


@lru_cache(1 << 14)
def _measured(counts: Counts) -> frozenset[str]:
    return frozenset(f"{measure}/{subgroup}" for measure, subgroup, _ in counts)


def _facility(block: Sequence[Traits]) -> tuple[Table, Mask]:
    table = shared(block, lambda one: one.facilities, clash=1.0)
    hit = mask(block, lambda one: one.claim.type == "facility_attack")
    after = mask(block, lambda one: one.aftermath)
    parted = (after[:, None] != after[None, :]) & (hit[:, None] | hit[None, :]) & (table <= 0)
    return table, ((table < 0) & hit[:, None] & hit[None, :]) | parted


def _due(one: Traits) -> frozenset[str]:
    """The day by which a claim sets something: an ultimatum is known by it."""
    return frozenset({one.claim.deadline[:10]}) if one.claim.deadline is not None else frozenset()


def _matter(block: Sequence[Traits]) -> Table:
    """1 where a charge or a denial names the facility that was hit, -1 where it names one and a deed names none."""
    charge = mask(block, lambda one: one.family == "speech" and (one.accuses or one.denies) and bool(one.facilities))
    deed = mask(block, lambda one: one.family in ("strike", "ground"))
    same = shared(block, lambda one: one.facilities, clash=1.0)
    pairs = (charge[:, None] & deed[None, :]) | (deed[:, None] & charge[None, :])
    return np.where(pairs, np.where(same > 0, 1.0, -1.0), 0.0)


def _other_matter(block: Sequence[Traits]) -> Mask:
    """Pairs of a saying that names a matter, such as talks or refugees, and a deed that is of another."""
    saying = mask(block, lambda one: one.spoken)
    said = [one.matters for one in block]
    told = [frozenset((*names, one.family)) for names, one in zip(said, block, strict=True)]
    index = {name: i for i, name in enumerate(sorted(frozenset().union(*told)))}
    names, done = (np.zeros((len(block), len(index)), dtype=np.float32) for _ in range(2))
    for row, (some, every) in enumerate(zip(said, told, strict=True)):
        names[row, [index[name] for name in some]] = 1
        done[row, [index[name] for name in every]] = 1
    spoken = (saying & names.any(axis=1))[:, None] & ~saying[None, :]
    other = spoken & (names @ done.T == 0)
    return np.asarray(other | other.T)


def _other_voice(block: Sequence[Traits]) -> Table:
    """-1 where two sayings are two people's."""
    table = shared(block, lambda one: one.speakers if one.spoken else frozenset(), clash=1.0)
    return np.minimum(table, 0.0)


def _words(block: Sequence[Traits], telling: Mapping[str, float]) -> Table:
    index = {word: i for i, word in enumerate(sorted(frozenset().union(*(one.words for one in block))))}
    if not index:
        return np.zeros((len(block), len(block)))
    worth = np.array([telling.get(word, 1.0) for word in index], dtype=np.float32)
    rows = np.repeat(np.arange(len(block)), [len(one.words) for one in block])
    columns = np.array([index[word] for one in block for word in one.words])
    said = np.zeros((len(block), len(index)), dtype=np.float32)
    said[rows, columns] = worth[columns]
    said /= np.maximum(np.linalg.norm(said, axis=1, keepdims=True), 1e-9)
    return (said @ said.T).astype(np.float64)


def _unsaid(block: Sequence[Traits], of: Callable[[Traits], bool]) -> Table:
    """The share of a pair that does not say it: what is missing is made up for, as it cannot be alike."""
    unsaid = 1.0 - column(block, of)
    return (unsaid[:, None] + unsaid[None, :]) / 2


def _truce(block: Sequence[Traits]) -> Table:
    """A saying about a truce is about the truce, not about the shots; what else is agreed is a matter of its own story, and
    nothing else is kept from it."""
    elsewhere = either(block, lambda one: one.accord) & differ(block, lambda one: one.story)
    spoken = both(block, lambda one: one.truce) & ~elsewhere
    matter = either(block, lambda one: one.family == "truce")
    kept = elsewhere | either(block, lambda one: one.truce and not one.accord)
    one_only = kept & either(block, lambda one: one.truce) & ~spoken
    one_only &= either(block, lambda one: one.family in ("truce", "speech"))
    return np.where(spoken, np.where(matter, 1.0, BOTH_SPEAK), np.where(one_only, -0.5, 0.0))


def _background(block: Sequence[Traits]) -> Table:
    recalls = mask(block, lambda one: one.claim.background)
    truce = mask(block, lambda one: one.truce)
    return np.where((recalls[:, None] == recalls[None, :]) | (truce[:, None] & truce[None, :]), 0.0, -1.0)
