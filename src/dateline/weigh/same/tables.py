"""Tables over all pairs of a block of claims, and what they are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.weigh.traits import Traits

__all__ = ["Mask", "Table", "both", "column", "differ", "either", "kilometres", "mask", "other_entry", "shared"]

Table = NDArray[np.float64]
Mask = NDArray[np.bool_]


def column(block: Sequence[Traits], of: Callable[[Traits], float]) -> Table:
    """A number of each claim."""
    return np.array([of(one) for one in block], dtype=np.float64)


def mask(block: Sequence[Traits], of: Callable[[Traits], bool]) -> Mask:
    """Whether something holds of each claim."""
    return np.array([of(one) for one in block], dtype=np.bool_)


def kilometres(block: Sequence[Traits]) -> Table:
    """How far apart the places of each pair lie."""
    lat, lon = np.radians(column(block, lambda one: one.lat)), np.radians(column(block, lambda one: one.lon))
    half = (
        np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
        + np.cos(lat)[:, None] * np.cos(lat)[None, :] * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    )
    return np.asarray(12742 * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def both(block: Sequence[Traits], of: Callable[[Traits], bool]) -> Mask:
    """Pairs of which it holds of both."""
    has = mask(block, of)
    return np.asarray(has[:, None] & has[None, :])


def either(block: Sequence[Traits], of: Callable[[Traits], bool]) -> Mask:
    """Pairs of which it holds of one at least."""
    has = mask(block, of)
    return np.asarray(has[:, None] | has[None, :])


def differ(block: Sequence[Traits], of: Callable[[Traits], str]) -> Mask:
    """Pairs whose names are not the same."""
    names = {name: i for i, name in enumerate(sorted({of(one) for one in block}))}
    at = np.array([names[of(one)] for one in block])
    return np.asarray(at[:, None] != at[None, :])


def other_entry(block: Sequence[Traits]) -> Mask:
    """Pairs of two entries of one live page or chronology."""
    return np.asarray(~differ(block, lambda one: one.claim.report) & differ(block, lambda one: str(one.entry)))


def shared(block: Sequence[Traits], of: Callable[[Traits], frozenset[str]], clash: float) -> Table:
    """1 where the smaller set is shared, down to -clash where both name someone and share nobody."""
    sets = [of(one) for one in block]
    row = {keys: n for n, keys in enumerate(dict.fromkeys(sets))}
    at = np.array([row[keys] for keys in sets])
    return np.asarray(_common(list(row), clash)[at[:, None], at[None, :]])


def _common(sets: Sequence[frozenset[str]], clash: float) -> Table:
    """`shared` of different sets: the claims of a block name few, so that each is compared only once."""
    index = {key: i for i, key in enumerate(sorted(frozenset().union(*sets)))}
    if not index:
        return np.zeros((len(sets), len(sets)))
    member = np.zeros((len(sets), len(index)), dtype=np.float32)
    for row, keys in enumerate(sets):
        member[row, [index[key] for key in keys]] = 1
    common = member @ member.T
    size = member.sum(axis=1)
    small = np.minimum(size[:, None], size[None, :])
    told = small > 0
    table = np.where(common > 0, common / np.maximum(small, 1), -clash)
    return np.where(told, table, 0.0).astype(np.float64)
