"""An event at a glance: what each outlet tells of each matter, and whether they can all be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from math import inf
from typing import Final, NamedTuple

from dateline.rows import Row
from dateline.tell.explain import amount, measured
from dateline.times import day_of
from dateline.web.pages import moment

__all__ = ["Matter", "at_a_glance"]

Told = Sequence[tuple[str, Sequence[Row]]]
"""Outlets, each with its claims."""

SAID: Final = {"asserts": "it happened", "denies": "it did not"}


class Said(NamedTuple):
    """What a claim tells of a matter: in words, and from where to where it reaches, for what can overlap."""

    words: str
    reach: tuple[float, float] | None = None

    def meets(self, other: Said) -> bool:
        """Whether both can be right.

        >>> Said("21", (21, 21)).meets(Said("at least 15", (15, inf))), Said("Idlib").meets(Said("Aleppo"))
        (True, False)
        """
        if self.reach is None or other.reach is None:
            return self.words == other.words
        return self.reach[0] <= other.reach[1] and other.reach[0] <= self.reach[1]


Reading = Callable[[Row], Iterable[Said]]


class Matter(NamedTuple):
    """One matter: what it is, whether the outlets that tell of it say the same (`=`), cannot all be right (`≠`) or go
    together (`≈`), and what each tells."""

    label: str
    sign: str
    cells: tuple[str, ...]


def at_a_glance(told: Told) -> list[Matter]:
    """The matters on which two outlets or more tell anything, those on which they part first; recalled claims are left out."""
    news = [(outlet, [claim for claim in claims if not claim["background"]]) for outlet, claims in told]
    matters = [_matter(label, news, read) for label, read in _readings(news)]
    found = [matter for matter in matters if sum(map(bool, matter.cells)) > 1]
    return sorted(found, key=lambda matter: "≠≈=".index(matter.sign))


def _readings(told: Told) -> list[tuple[str, Reading]]:
    """What is read off a claim for each matter; a matter for each thing that anybody counts."""
    counted = sorted({measured(figure) for _, claims in told for claim in claims for figure in claim["figures"]})
    return [
        ("whether", lambda claim: [Said(SAID[claim["stance"]])] if claim["stance"] in SAID else []),
        ("who", lambda claim: [Said(party["name"]) for party in claim["by"]]),
        ("to whom", lambda claim: [Said(party["name"]) for party in claim["to"]]),
        ("where", lambda claim: [Said(claim["place"]["name"])] if claim["place"] else []),
        ("when", _days),
        *((measure, _amounts(measure)) for measure in counted),
    ]


def _days(claim: Row) -> Iterable[Said]:
    time = claim["time"]
    if time and time["from"]:
        first = day_of(time["from"]).toordinal()
        yield Said(moment(time), (first, max(first, day_of(time["to"]).toordinal() - 1) if time["to"] else inf))


def _amounts(measure: str) -> Reading:
    return lambda claim: [
        Said(amount(one), (-inf if one["low"] is None else one["low"], inf if one["high"] is None else one["high"]))
        for one in claim["figures"]
        if measured(one) == measure
    ]


def _matter(label: str, told: Told, read: Reading) -> Matter:
    cells = [list(dict.fromkeys(one for claim in claims for one in read(claim))) for _, claims in told]
    said = [cell for cell in cells if cell]
    apart = any(not any(a.meets(b) for a in one for b in other) for one, other in combinations(said, 2))
    sign = "≠" if apart else "=" if len(set(map(frozenset, said))) == 1 else "≈"
    return Matter(label, sign, tuple("; ".join(one.words for one in cell) for cell in cells))
