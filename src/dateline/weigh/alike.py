"""How alike the claims of a block are: a table a field, each from -1 to 1, and what can never be one happening.

Every field is worked out for all pairs of a block at once; weights are set by hand, for pair weights learned on few
episodes do not carry over to others.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.weigh.kinds import stretch
from dateline.weigh.traits import Traits
from dateline.words.weigh import affinity, subgroup_key, within

__all__ = ["BIAS", "WEIGHTS", "Likeness", "likeness"]

Table = NDArray[np.float64]
Mask = NDArray[np.bool_]

WEIGHTS: Final[dict[str, float]] = {
    "kind": 0.5,
    "time": 0.6,
    "place": 0.32,
    "actors": 0.21,
    "targets": 0.14,
    "speakers": 0.09,
    "figures": 0.35,
    "facility": 0.15,
    "words": 0.9,
    "nearness": 0.15,
    "background": 0.16,
    "truce": 1.0,
    "voices": 0.2,
    "story": 0.3,
    "continuity": 0.45,
    "matter": 0.4,
}
BIAS: Final = -0.62
"""What two claims must overcome to count as one happening."""
TRUCE_DAYS: Final = 14.0
"""How long after its start a truce is still spoken of as this one."""
BOTH_SPEAK: Final = 0.5
"""How much it says that two sayings both speak of a truce, beside what it says where one is of the truce itself."""
SAID_DAYS: Final = 4.0
"""How long after a happening sayings about it are expected."""
GUESSED = 1.0
"""How much of a meeting of days counts where one of them is only inferred."""
MISSED = 0.0
"""How much of days that do not meet counts where one of them is only inferred."""
BORROWED = 0.4
"""How much a place counts that a claim does not name, but takes from what it goes on from."""
UNKNOWN = 0.0
PARTS = 0
RELIEF_T = 0.16
RELIEF_P = 0.05
NEAR_KM: Final = 8.0
APART_KM: Final = 11.0


@dataclass(frozen=True)
class Likeness:
    """`score` for every pair of a block, positive where two claims tell one happening; `never` where they cannot."""

    score: Table
    never: Mask
    fields: dict[str, Table]


def likeness(block: Sequence[Traits], telling: Mapping[str, float]) -> Likeness:
    """The likeness of every pair of a block; `telling` is how telling each word is."""
    time, apart_in_time = _time(block)
    place, apart_in_space = _place(block)
    facility, other_facility = _facility(block)
    fields = {
        "kind": _kind(block),
        "time": time,
        "place": place,
        "actors": _shared(block, lambda one: _widened(one.by), clash=0.6),
        "targets": _shared(block, lambda one: one.to, clash=0.1),
        "speakers": _shared(block, lambda one: one.speakers, clash=0.0),
        "figures": _figures(block),
        "facility": facility,
        "words": _words(block, telling),
        "nearness": _nearness(block),
        "background": _background(block),
        "truce": _truce(block),
        "voices": _other_voice(block),
        "story": -_other_story(block).astype(np.float64),
        "continuity": _continuity(block),
        "matter": _matter(block),
    }
    score = np.full((len(block), len(block)), BIAS)
    for name, table in fields.items():
        score += WEIGHTS[name] * table
    weak = _column(block, lambda one: float(not one.firm_time) * RELIEF_T + float(not one.firm_place) * RELIEF_P)
    score += (weak[:, None] + weak[None, :]) / 2
    never = apart_in_time | apart_in_space | other_facility
    never |= _other_series(block) | _other_caller(block) | _other_blow(block)
    np.fill_diagonal(never, val=False)
    return Likeness(score, never, fields)


def _column(block: Sequence[Traits], of: Callable[[Traits], float]) -> Table:
    return np.array([of(one) for one in block], dtype=np.float64)


def _mask(block: Sequence[Traits], of: Callable[[Traits], bool]) -> Mask:
    return np.array([of(one) for one in block], dtype=np.bool_)


def _both(block: Sequence[Traits], of: Callable[[Traits], bool]) -> Mask:
    has = _mask(block, of)
    return np.asarray(has[:, None] & has[None, :])


def _either(block: Sequence[Traits], of: Callable[[Traits], bool]) -> Mask:
    has = _mask(block, of)
    return np.asarray(has[:, None] | has[None, :])


def _kind(block: Sequence[Traits]) -> Table:
    names = sorted({one.family for one in block})
    worth = np.array([[affinity(a, b) for b in names] for a in names])
    at = [names.index(one.family) for one in block]
    return worth[np.ix_(at, at)]


def _time(block: Sequence[Traits]) -> tuple[Table, Mask]:
    start, end = _column(block, lambda one: one.start), _column(block, lambda one: one.end)
    width = np.maximum(end - start, 0.25)
    gap = np.maximum(start[:, None], start[None, :]) - np.minimum(end[:, None], end[None, :])
    wide, narrow = np.maximum(width[:, None], width[None, :]), np.minimum(width[:, None], width[None, :])
    told = ~np.isnan(gap)
    gap = np.where(told, gap, 0.0)
    fit = np.where(
        gap < 0, np.clip((narrow / np.where(told, wide, 1.0)) ** 0.35, 0.15, 1.0), -0.5 - np.clip(gap, 0, 5) / 10
    )
    guessed = _either(block, lambda one: not one.firm_time)
    table = np.where(told, np.where(guessed, np.where(gap < 0, GUESSED, MISSED) * fit, fit), 0.0)
    both = _both(block, lambda one: one.family in ("strike", "ground", "crowd") and one.dated and one.firm_time)
    toll = _either(block, lambda one: one.claim.type == "casualty_figure")
    # A happening has its day; what is said of it may be said a day later, and the wounded die later.
    slack = np.where(both, np.where(toll, 1.0, 0.0), 1.0 + 0.5 * wide.clip(0, 8))
    said_after = _said_after(block, start, end)
    table = np.where(said_after, 0.3, table)
    table = np.where(told & both & toll & (gap >= 0) & (gap < 1), 0.1, table)
    old, life = _one_truce(block, start, gap)
    table = np.where(told & life, np.maximum(table, 0.4), np.where(told & old, -0.4, table))
    firm = _both(block, lambda one: one.firm_time)
    # Years later a day is recalled by its month or year, and not always rightly.
    recalled = _both(block, lambda one: one.claim.background and one.end - one.start > 20 and one.town) & (gap < 500)
    running = _both(block, lambda one: one.series is not None)
    table = np.where(told & recalled & (gap >= 0), -0.3, table)
    table = np.where(running, np.maximum(table, 0.5), table)  # a running count goes on from day to day
    return table, told & firm & ~life & ~said_after & ~running & ~recalled & (gap >= slack)


def _said_after(block: Sequence[Traits], start: Table, end: Table) -> Mask:
    """Where one is said within days of the other's happening."""
    saying = _mask(block, lambda one: one.family in ("speech", "call"))
    deed = _mask(block, lambda one: one.family not in ("speech", "call"))
    after = start[:, None] - end[None, :]
    found = saying[:, None] & deed[None, :] & (after >= 0) & (after <= SAID_DAYS)
    return np.asarray(found | found.T)


def _one_truce(block: Sequence[Traits], start: Table, gap: Table) -> tuple[Mask, Mask]:
    """Pairs about truces that began too far apart to be one; and pairs near enough in time to be about one."""
    both = _both(block, lambda one: one.truce and one.family in ("truce", "speech"))
    vague = _either(block, lambda one: one.end - one.start > 300)
    old = both & ~vague & (np.abs(start[:, None] - start[None, :]) > 25)
    return old, both & ~old & (gap < TRUCE_DAYS)


def _place(block: Sequence[Traits]) -> tuple[Table, Mask]:
    lat, lon = np.radians(_column(block, lambda o: o.lat)), np.radians(_column(block, lambda o: o.lon))
    half = (
        np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
        + np.cos(lat)[:, None] * np.cos(lat)[None, :] * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    )
    km = 12742 * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    names = [one.place for one in block]
    index = {name: i for i, name in enumerate(sorted({n for n in names if n is not None}))}
    at = np.array([index.get(n, -1) if n is not None else -1 for n in names])
    told = (at[:, None] >= 0) & (at[None, :] >= 0)
    same = told & (at[:, None] == at[None, :])
    town = _mask(block, lambda one: one.town)
    towns = town[:, None] & town[None, :]
    country = _mask(block, lambda one: one.breadth == "country")
    reach = np.where(country[:, None] | country[None, :], 700.0, 130.0)
    near = told & (same | (km <= NEAR_KM))
    table = np.where(told, np.where(km > reach, -0.7, 0.15), 0.0)
    table = np.where(told & ~towns & np.isnan(km), 0.0, table)
    table = np.where(near, np.where(towns, 1.0, np.where(country[:, None] & country[None, :], 0.2, 0.6)), table)
    far = told & towns & ~same & ((km > APART_KM) | np.isnan(km))
    table = np.where(far, np.where(np.isnan(km), UNKNOWN, -0.8), table)
    told_so = _both(block, lambda one: one.firm_place)
    firm = _both(block, _parts)
    return np.where(told_so, table, BORROWED * table), far & firm & (~np.isnan(km) | (PARTS > 0))


def _parts(one: Traits) -> bool:
    """Whether a claim's town parts it from other towns: a happening there, told with its day or its count."""
    deed = one.family in ("strike", "ground", "crowd", "displacement")
    return deed and one.firm_place and (one.firm_time or _toll(one) is not None)


def _widened(keys: frozenset[str]) -> frozenset[str]:
    return keys.union(*(within()[key] for key in keys if key in within())) if keys else keys


def _shared(block: Sequence[Traits], of: Callable[[Traits], frozenset[str]], clash: float) -> Table:
    """1 where the smaller set is shared, down to -clash where both name someone and share nobody."""
    sets = [of(one) for one in block]
    index = {key: i for i, key in enumerate(sorted(frozenset().union(*sets)))}
    if not index:
        return np.zeros((len(block), len(block)))
    member = np.zeros((len(block), len(index)), dtype=np.float32)
    for row, keys in enumerate(sets):
        member[row, [index[key] for key in keys]] = 1
    common = member @ member.T
    size = member.sum(axis=1)
    small = np.minimum(size[:, None], size[None, :])
    told = small > 0
    table = np.where(common > 0, common / np.maximum(small, 1), -clash)
    return np.where(told, table, 0.0).astype(np.float64)


def _figures(block: Sequence[Traits]) -> Table:
    exact = _shared(block, lambda one: frozenset(map(str, one.counts)), clash=0.0)
    near = _shared(block, lambda one: frozenset(f"{m}/{s}" for m, s, _ in one.counts), clash=0.0)
    return np.maximum(exact, 0.25 * near)


def _facility(block: Sequence[Traits]) -> tuple[Table, Mask]:
    table = _shared(block, lambda one: one.facilities, clash=1.0)
    hit = _mask(block, lambda one: one.claim.type == "facility_attack")
    after = _mask(block, lambda one: one.aftermath)
    parted = (after[:, None] != after[None, :]) & (hit[:, None] | hit[None, :]) & (table <= 0)
    return table, ((table < 0) & hit[:, None] & hit[None, :]) | parted


def _matter(block: Sequence[Traits]) -> Table:
    """1 where a charge or a denial names the facility that was hit, -1 where it names one and a deed names none."""
    charge = _mask(block, lambda one: one.family == "speech" and (one.accuses or one.denies) and bool(one.facilities))
    deed = _mask(block, lambda one: one.family in ("strike", "ground"))
    shared = _shared(block, lambda one: one.facilities, clash=1.0)
    pairs = (charge[:, None] & deed[None, :]) | (deed[:, None] & charge[None, :])
    return np.where(pairs, np.where(shared > 0, 1.0, -1.0), 0.0)


def _other_voice(block: Sequence[Traits]) -> Table:
    """-1 where two sayings are two people's."""
    table = _shared(block, lambda one: one.speakers if one.family in ("speech", "call") else frozenset(), clash=1.0)
    return np.minimum(table, 0.0)


def _words(block: Sequence[Traits], telling: Mapping[str, float]) -> Table:
    index = {word: i for i, word in enumerate(sorted(frozenset().union(*(one.words for one in block))))}
    if not index:
        return np.zeros((len(block), len(block)))
    said = np.zeros((len(block), len(index)), dtype=np.float32)
    for row, one in enumerate(block):
        for word in one.words:
            said[row, index[word]] = telling.get(word, 1.0)
    said /= np.maximum(np.linalg.norm(said, axis=1, keepdims=True), 1e-9)
    return (said @ said.T).astype(np.float64)


def _nearness(block: Sequence[Traits]) -> Table:
    names = {name: i for i, name in enumerate(sorted({one.claim.report for one in block}))}
    report = np.array([names[one.claim.report] for one in block])
    order = np.array([one.order for one in block])
    away = np.abs(order[:, None] - order[None, :])
    return np.where(report[:, None] == report[None, :], np.where(away <= 1, 1.0, np.where(away <= 3, 0.3, -0.2)), 0.0)


def _other_story(block: Sequence[Traits]) -> Mask:
    names = {name: i for i, name in enumerate(sorted({one.story for one in block}))}
    story = np.array([names[one.story] for one in block])
    return np.asarray(story[:, None] != story[None, :])


def _continuity(block: Sequence[Traits]) -> Table:
    """1 where a blow or a toll that names neither its day nor its place goes on from another one of its report."""
    report = _same_report(block)
    news = _both(block, lambda one: one.family == "strike" and not one.claim.background and one.series is None)
    loose = _either(block, _loose)
    return (report & news & loose).astype(np.float64)


def _other_blow(block: Sequence[Traits]) -> Mask:
    """Blows of different stories are two where they killed different numbers, or where one names no day and no town.

    Within one story the numbers may contradict, and what names neither goes on about what it tells.
    """
    told = [_toll(one) for one in block]
    low = np.array([math.nan if toll is None else toll[0] for toll in told])
    high = np.array([math.nan if toll is None else toll[1] for toll in told])
    apart = (low[:, None] > high[None, :]) | (low[None, :] > high[:, None])
    blows = _both(block, lambda one: one.family == "strike" and one.series is None)
    return np.asarray(_other_story(block) & (apart | (blows & _either(block, _loose))))


def _loose(one: Traits) -> bool:
    return not one.firm_time and not one.firm_place and not one.claim.background


def _toll(one: Traits) -> tuple[float, float] | None:
    """The stretch of the whole number of dead that a claim of a blow tells."""
    if one.family != "strike" or one.series is not None or one.claim.background:
        return None
    for figure in one.claim.figures:
        whole = figure.part_of is None and subgroup_key(figure.subgroup) in (None, "civilians")
        if figure.measure == "killed" and whole and figure.numbered and figure.best:
            return stretch(figure)
    return None


def _same_report(block: Sequence[Traits]) -> Mask:
    names = {name: i for i, name in enumerate(sorted({one.claim.report for one in block}))}
    report = np.array([names[one.claim.report] for one in block])
    return np.asarray(report[:, None] == report[None, :])


def _truce(block: Sequence[Traits]) -> Table:
    """A saying about a truce is about the truce, not about the shots."""
    both = _both(block, lambda one: one.truce)
    matter = _either(block, lambda one: one.family == "truce")
    one_only = (
        _either(block, lambda one: one.truce) & ~both & _either(block, lambda one: one.family in ("truce", "speech"))
    )
    return np.where(both, np.where(matter, 1.0, BOTH_SPEAK), np.where(one_only, -0.5, 0.0))


def _background(block: Sequence[Traits]) -> Table:
    recalls = _mask(block, lambda one: one.claim.background)
    truce = _mask(block, lambda one: one.truce)
    return np.where((recalls[:, None] == recalls[None, :]) | (truce[:, None] & truce[None, :]), 0.0, -1.0)


def _other_series(block: Sequence[Traits]) -> Mask:
    names = {name: i for i, name in enumerate(sorted({one.series or "" for one in block}))}
    at = np.array([names[one.series or ""] for one in block])
    return np.asarray(at[:, None] != at[None, :])


def _other_caller(block: Sequence[Traits]) -> Mask:
    """Demands and threats of two that have nobody in common are two, however alike their words."""
    call = _mask(block, lambda one: one.family == "call")
    table = _shared(block, lambda one: (one.by | one.speakers) if one.family == "call" else frozenset(), clash=1.0)
    return (table < 0) & call[:, None] & call[None, :]
