"""What adds up: counts told one after the other that make up a toll told before are its parts, and no tolls of their own.

"Six were killed … four died at once and two others in hospital" is one toll of six.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model import Figure
from dateline.words.measures import HARMED, Measures

__all__ = ["added_up"]

ADDED: Final = HARMED | {"missing"}
"""Measures whose tolls are told again by their parts."""

NEAR: Final = 250
"""Characters between the members of a sum."""

FIRM: Final = frozenset({"exact", "at_least"})
"""How a number is told that others can add up to."""


def added_up(found: Sequence[Figure], measures: Measures) -> list[Figure]:
    """The figures of a report, in order of the text; those that make up an earlier toll as parts of it."""
    told = list(found)
    wholes = [i for i, one in enumerate(told) if one.measure in ADDED and _firm(one)]
    for i in wholes:
        if _says_more(told[i], measures):
            run = _run([j for j in wholes if j <= i and told[j].measure == told[i].measure], told)
            toll = next((one for one in reversed(told[: run[0]]) if _sum_of(one, [told[j] for j in run])), None)
            for j in run if toll is not None else ():
                told[j] = replace(told[j], part_of=toll.start if toll is not None else None)
    return told


def _firm(one: Figure) -> bool:
    """Whether a figure is a toll of its own, with a number that others can add up to."""
    return (
        one.part_of is None
        and one.best is not None
        and one.qualifier in FIRM
        and not one.negated
        and one.period is None
    )


def _says_more(one: Figure, measures: Measures) -> bool:
    """Whether a figure tells of more people than those told right before it: "two others", "another", "a third"."""
    said = one.text.lower().split()
    return "another" in said or not (measures.glue["more"] | measures.glue["ranks"]).isdisjoint(said)


def _run(before: Sequence[int], told: Sequence[Figure]) -> list[int]:
    """The last of some figures with those told closely before it."""
    run = list(before[-2:])
    return run if len(run) > 1 and told[run[1]].start - told[run[0]].end <= NEAR else run[-1:]


def _sum_of(toll: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a figure is the toll that several make up."""
    if len(parts) < 2 or toll.measure != parts[0].measure or not _firm(toll) or any(part.place for part in parts[1:]):
        return False
    return toll.best == sum(part.best or 0 for part in parts)
