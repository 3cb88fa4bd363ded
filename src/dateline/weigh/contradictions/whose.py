"""Whose dead a count tells: where people of two nations fell, each nation's count is a toll of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.weigh.figures import MOST, Told
from dateline.weigh.traits import Traits
from dateline.words.weigh import is_state, nations, plain

__all__ = ["each_side", "fallen_of", "is_addition"]

HARMED: Final = ("killed", "injured")
_WORD = re.compile(r"[a-z]+")
_OWN = re.compile(
    r"\b(?:its|his|her|their|our)\b(?: (?:own|country's|nation's))? (?:citizens|nationals|people|soldiers|troops|servicemen)"
)
_ON_SIDE = re.compile(r"\bon the (?P<nation>[a-z]+) side\b")
_MORE = re.compile(r"\b(?:others?|another|additional|further)\b|(?<!\bor )\bmore\b(?! than)")


def fallen_of(group: Sequence[Traits]) -> frozenset[str]:
    """The nations whose people fell, as the claims of a group name them."""
    return frozenset().union(*map(_nations, group))


def each_side(told: Sequence[Told], fallen: frozenset[str]) -> list[list[Told]]:
    """The counts side by side: those of each nation, and those of nobody's; one list where people of one nation fell or no nation is told.

    A count that names no nation is of the one that its claim names, else of the one that tells it.
    """
    if len(fallen) < 2:
        return [list(told)]
    sides: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        sides[_nation(one, fallen) or ""].append(one)
    return [sides[side] for side in sorted(sides)]


def is_addition(one: Told) -> bool:
    """Whether a count is of others beside those counted before: "19 others", "nine more"; no toll by itself. "Fifty or more" is one.

    The dead are then others than those told before; the hurt only where their claim counts some of them before.
    """
    said = plain(one.figure.text)
    before = [f.measure for f in one.one.claim.figures if f.start < one.figure.start]
    alone = one.figure.measure == "killed" or one.figure.measure in before
    return alone and len(said.split()) <= MOST and _MORE.search(said) is not None


def _nations(one: Traits) -> frozenset[str]:
    """The nations whose fallen the words of a claim name."""
    said = [plain(figure.text) for figure in one.claim.figures if figure.measure in HARMED]
    found = {nation for text in said if (nation := _named(text)) is not None}
    hit = _ON_SIDE.search(plain(one.claim.text)) if said else None
    if hit is not None and hit["nation"] in nations():
        found.add(nations()[hit["nation"]])
    if any(_OWN.search(text) for text in said):
        found |= _states(one) or set(sorted(one.speakers)[:1])
    return frozenset(found)


def _named(text: str) -> str | None:
    """The nation of those whom the few words of a figure count."""
    words = _WORD.findall(text)
    if len(words) > MOST:
        return None
    told = (*(" ".join(two) for two in pairwise(words)), *words)  # the South Sudanese are no Sudanese
    return next((nations()[word] for word in told if word in nations()), None)


def _nation(one: Told, fallen: frozenset[str]) -> str | None:
    here = _nations(one.one) or _states(one.one) & fallen
    return _named(plain(one.figure.text)) or (next(iter(here)) if len(here) == 1 else None)


def _states(one: Traits) -> frozenset[str]:
    return frozenset(key for key in one.speakers if is_state(key))
