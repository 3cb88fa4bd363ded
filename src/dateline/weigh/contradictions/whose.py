"""Whose people a count tells: where those of two nations fell, or of one were moved, each nation's count is one of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.weigh.figures import MOST, Told
from dateline.weigh.traits import Traits
from dateline.words.countings import counts_kin
from dateline.words.measures import HARMED
from dateline.words.weigh import country_code, is_state, nations, plain

__all__ = ["each_side", "fallen_of", "is_addition", "is_household"]

MOVED: Final = ("displaced", "evacuated", "returned")
"""Measures of people who go by nation: each state fetches its own, and counts no others."""
NAMED: Final = 12
"""Letters before a count in which its words say whose kin it counts."""
ELSEWHERE: Final = "elsewhere"
"""How a sentence begins that turns to another place."""
_WORD = re.compile(r"[a-z]+")
_OWN = re.compile(
    r"\b(?:its|his|her|their|our)\b(?: (?:own|country's|nation's))? (?:citizens|nationals|people|soldiers|troops|servicemen)"
)
_ON_SIDE = re.compile(r"\bon the (?P<nation>[a-z]+) side\b")
_ALSO = re.compile(r"\balso (?:\w+ )?(?:killed|died)\b|\b(?:killed|died) also\b")
_MORE = re.compile(r"\b(?:others?|another|additional|further)\b|(?<!\bor )\bmore\b(?! than)")


def fallen_of(group: Sequence[Traits]) -> frozenset[str]:
    """The nations whose people fell, as the claims of a group name them."""
    return frozenset().union(*map(_nations, group))


def each_side(told: Sequence[Told], fallen: frozenset[str]) -> list[list[Told]]:
    """The counts side by side: those of each nation, and those of nobody's; one list where people of one nation fell or no nation is told.

    Of the fallen, a count that names no nation is of the one that its claim names, else of the one that tells it.
    """
    sides: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.figure.measure in MOVED:
            sides[_from_abroad(one) or ""].append(one)
        else:
            sides[_nation(one, fallen) or "" if len(fallen) > 1 else ""].append(one)
    return [sides[side] for side in sorted(sides)]


def is_addition(one: Told, beside: Sequence[Told] = ()) -> bool:
    """Whether a count is of others beside those counted before: "19 others", "nine more"; no toll by itself. "Fifty or more" is one.

    The dead are then others than those told before; anybody else only where their claim counts some of them before, or opens
    with them and the report counted some: `beside` holds the counts of the event; so is who was "also killed" after a count. What
    opens with "elsewhere" is of another place.
    """
    if plain(one.one.claim.text).startswith(ELSEWHERE):
        return True
    said, measure = plain(one.figure.text), one.figure.measure
    if measure == "killed" and _ALSO.search(plain(one.one.claim.text)) and any(_counts_before(o, one) for o in beside):
        return True
    if len(said.split()) > MOST or _MORE.search(said) is None:
        return False
    before = [f.measure for f in one.one.claim.figures if f.start < one.figure.start]
    return measure in ("killed", *before) or (not before and any(_counts_before(other, one) for other in beside))


def is_household(one: Told, beside: Sequence[Told]) -> bool:
    """Whether a count is of somebody's kin, some of those that its report counts: "his wife and two sons"."""
    claim, figure = one.one.claim, one.figure
    words = claim.text[max(0, figure.start - claim.start - NAMED) : figure.end - claim.start]
    return counts_kin(plain(words)) and any(_counts_more(other, one) for other in beside)


def _counts_more(other: Told, one: Told) -> bool:
    same = other.one.claim.report == one.one.claim.report and other.figure.measure == one.figure.measure
    return same and (other.figure.best or 0) > (one.figure.best or 0)


def _counts_before(other: Told, one: Told) -> bool:
    same = other.one.claim.report == one.one.claim.report and other.figure.measure == one.figure.measure
    return same and other.figure.start < one.figure.start


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


def _from_abroad(one: Told) -> str | None:
    """The nation of those counted, where it is not that of the land they were moved in: there they are whoever lives in it."""
    nation = _named(plain(one.figure.text))
    return nation if nation != country_code(one.one.country) else None


def _nation(one: Told, fallen: frozenset[str]) -> str | None:
    here = _nations(one.one) or _states(one.one) & fallen
    return _named(plain(one.figure.text)) or (next(iter(here)) if len(here) == 1 else None)


def _states(one: Traits) -> frozenset[str]:
    return frozenset(key for key in one.speakers if is_state(key))
