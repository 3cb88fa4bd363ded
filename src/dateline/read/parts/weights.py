"""The weights by which blocks and lines are weighed: logistic regressions, one number a name, kept as TOML."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.tables import load_table

__all__ = ["Numbers", "Weights", "weights"]

Numbers = NDArray[np.float64]


class Weights(NamedTuple):
    """The weight of each name, in their order, and the bias."""

    each: Numbers
    bias: float


@cache
def weights(name: str, names: Sequence[str]) -> Weights:
    """The weights that stand in a file beside this module, for these names. Raises KeyError for one that has none."""
    table = load_table(f"read/parts/{name}.toml")
    return Weights(np.array([table["weights"][one] for one in names]), float(table["bias"]))
