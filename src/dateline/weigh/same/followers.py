"""What goes on from the blow told before it: a sentence that names neither day nor town is of that blow, however it is worded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np

from dateline.weigh.same.apart import TOLL, loose
from dateline.weigh.same.tables import Mask, Table
from dateline.weigh.traits import Traits

__all__ = ["followed", "followers"]

NEAR: Final = 3
"""How many claims further down a report still goes on about a blow."""
BY_BLOW: Final = 0.5
"""How much a claim that goes on from a blow is compared by that blow, beside what it tells itself."""
HELD: Final = 0.6
"""How well it fits the blow that it goes on from, at least."""


def followers(block: Sequence[Traits], never: Mask) -> list[int]:
    """For each claim the position of the blow that it goes on from, its own where it goes on from none."""
    told: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at in sorted(range(len(block)), key=lambda i: (block[i].order, i)):
        told[block[at].claim.report, block[at].entry].append(at)
    ahead = list(range(len(block)))
    for those in told.values():
        blows = [at for at in those if _is_blow(block[at])]
        for at in (i for i in those if _goes_on(block[i])):
            before = (blow for blow in reversed(blows) if 0 < block[at].order - block[blow].order <= NEAR)
            fit = (blow for blow in before if not never[blow, at] and _one_place(block[blow], block[at]))
            ahead[at] = next(fit, at)
    return ahead


def _is_blow(one: Traits) -> bool:
    """Whether a claim tells of a blow of the news with its day or its place."""
    return (
        one.family == "strike" and one.series is None and not one.claim.background and not (loose(one) or _sums_up(one))
    )


def _goes_on(one: Traits) -> bool:
    """Whether a claim counts the dead of a blow told before it, or speaks of "the attack", and turns to nothing else."""
    of_blow = one.family == "strike" and one.series is None and one.claim.modality == "actual" and not one.turns
    return of_blow and ((loose(one) and (one.recalls or one.claim.type == TOLL)) or _sums_up(one))


def _sums_up(one: Traits) -> bool:
    """Whether a claim says what the blow before it was ("It was the deadliest raid this year"), and tells no day of its own."""
    return one.sums_up and not (one.firm_time and one.dated)


def _one_place(blow: Traits, one: Traits) -> bool:
    """Whether both are of one place, as far as it is known of the one that names none."""
    return one.place is None or blow.place is None or one.place == blow.place


def followed(score: Table, ahead: Sequence[int]) -> Table:
    """How alike claims are, where one that goes on from a blow is, by halves, as much like any other claim as that blow is.

    It is no less like another for that: a blow told under two names of one town must not be torn by what is told of either.

    >>> import numpy as np
    >>> alike = followed(np.array([[0.0, 0.8, -0.4], [0.8, 0.0, -0.2], [-0.4, -0.2, 0.0]]), [0, 1, 1])
    >>> round(float(alike[0, 2]), 2), float(alike[1, 2])
    (0.2, 0.6)
    """
    at = np.array(ahead, dtype=np.intp)
    goes_on = at != np.arange(len(at))
    pairs = goes_on[:, None] | goes_on[None, :]
    mixed = np.where(pairs, np.maximum(score, (1 - BY_BLOW) * score + BY_BLOW * score[at][:, at]), score)
    return np.where(pairs & (at[:, None] == at[None, :]), np.maximum(mixed, HELD), mixed)
