"""Who stands in one crowd with whom, against a plain count of pairs."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.weigh.stories.copies import runs_of
from dateline.weigh.stories.neighbours import neighbours

CROWDS = st.lists(st.sets(st.integers(0, 12), max_size=6).map(sorted), max_size=12)


@given(CROWDS)
def test_neighbours_are_all_pairs_counted(crowds: list[list[int]]) -> None:
    """Member by member the same pairs come out, and as often, as when all pairs of all crowds are counted at once."""
    members = np.array([i for crowd in crowds for i in crowd], dtype=np.int64)
    sizes = np.array([len(crowd) for crowd in crowds], dtype=np.int64)
    told = neighbours(members, np.repeat(np.cumsum(sizes), sizes))
    found = {(a, b): n for a, bs, ns in told for b, n in zip(bs.tolist(), ns.tolist(), strict=True)}
    assert found == Counter(pair for crowd in crowds for pair in combinations(crowd, 2))


@given(st.text(max_size=80))
def test_runs_are_each_once_and_in_order(text: str) -> None:
    """Fingerprints are strictly ascending, so that they can be searched."""
    runs = runs_of(text)
    assert (np.diff(runs.astype(np.int64)) > 0).all()
