"""Objects that the model hangs on a verb's particle: the "truce" of "called off the truce"."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from typing import Final

__all__ = ["objects_of_verbs"]

PARTICLE: Final = "RP"
FULL: Final = frozenset({"dobj", "nsubjpass", "auxpass"})
"""Relations below a verb that has its object already, or none left to have."""


def objects_of_verbs(heads: MutableSequence[int], deps: MutableSequence[str], tags: Sequence[str]) -> None:
    """Hangs what stands behind a particle on the particle's verb, which does it; changes the parse in place.

    >>> heads, deps = [1, 1, 1, 2], ["nsubj", "ROOT", "prt", "pobj"]
    >>> objects_of_verbs(heads, deps, ["NNS", "VBD", "RP", "NN"])
    >>> heads, deps
    ([1, 1, 1, 1], ['nsubj', 'ROOT', 'prt', 'dobj'])
    """
    for at, dep in enumerate(deps):
        particle = heads[at]
        verb = heads[particle]
        if dep != "pobj" or tags[particle] != PARTICLE or particle != verb + 1 or not tags[verb].startswith("VB"):
            continue
        if FULL.isdisjoint(deps[n] for n, head in enumerate(heads) if head == verb):
            heads[at], deps[at], deps[particle] = verb, "dobj", "prt"
