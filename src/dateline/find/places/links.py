"""What stands between a place and the one it lies in: "Goma, North Kivu", "Dura village in the southern district of Karma"."""

from __future__ import annotations

import re
from functools import cache

from dateline.find.places.toponyms import COUNCIL, HOSTING
from dateline.words.places import load_place_words

__all__ = ["WAY", "behind", "held_in", "lying_in", "nouns"]


@cache
def nouns() -> str:
    """The nouns for kinds of places, as alternatives of a pattern."""
    return "|".join((*sorted(load_place_words().noun, key=lambda noun: (-len(noun), noun)), COUNCIL))


@cache
def behind() -> re.Pattern[str]:
    """What stands between a place and the region or country that holds it: ", ", " village, ", " gas field, ", " (in "."""
    return re.compile(rf"{_nouned()}{{0,2}}(?:, ?| \()(?:{LYING}in )?{_before('large')}")


@cache
def held_in() -> re.Pattern[str]:
    """What stands between a place and what it is said to lie in: " in ", " village in ", " camp in neighbouring ",
    " district of the southern "."""
    return re.compile(rf"{HOSTING}(?:{_nouned()}{{0,2}} {LYING}in |{_nouned()}{{1,2}} of ){_before('all')}")


@cache
def lying_in() -> re.Pattern[str]:
    """As `behind` and `held_in`, with the nouns on both sides told apart; what is told "near" a place counts too."""
    kinds = load_place_words().noun
    small = "|".join(noun for noun in sorted(kinds) if kinds[noun] in ("town", "admin2", "part"))
    lying = (
        rf",? {LYING}in |,? (?P<near>(?:just )?(?:near|outside|close to|not far from) )|,? (?P<way>(?:(?P<far>{FAR}) )?{WAY} )|, an? (?:[a-z-]+ ){{0,3}}(?P<kind>{small})"
        rf" (?:[a-z]+ )?(?:in|of|(?P<by>near|outside)) |(?P<of>) of |(?P<comma>, ?)| \("
    )
    return re.compile(
        rf"{MORE}{HOSTING}(?:(?P<noun>{_nouned()}{{1,2}}) of (?!{SEATED})|(?P<first>{_nouned()}{{0,2}})(?:{lying}))"
        rf"(?:the )?(?:same )?(?:(?:{_directions()}) )?(?:(?:[a-z-]+ )?(?P<whole>{nouns()}) (?:of )?)?"
    )


MORE = r"(?:(?:,| and|, and) [A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20})?){0,3}"
"""Names in a list that are no candidates."""

WAY = "(?:just )?(?:to the )?(?:north|south|east|west)(?:-?(?:east|west))? of"
"""What tells the way from a place to another one."""

FAR = r"(?:(?:about|some|around|roughly|just) )?\d[\d.]* ?(?:km|kms|kilomet(?:re|er)s?|miles?)(?: \([^)]{1,20}\))?"
"""What measures the way: "12 km (7 miles)"."""

LYING = r"(?:(?:also|both|all|located|situated|lying) )?"
"""What may be said between a place and the "in" of where it lies."""

SEATED = "(?:the )?(?:first|last|same)\\b"


def _before(which: str) -> str:
    """What may stand before the name of a region that holds another place: "the northern province of "."""
    kinds = load_place_words().noun
    told = sorted(noun for noun in kinds if which == "all" or kinds[noun] in LARGE)
    return rf"(?:the )?(?:(?:{_directions()}) )?(?:(?:[a-z-]+ )?(?:{'|'.join(told)}|capital) of )?"


LARGE = ("admin1", "admin2", "country", "part")
"""Kinds of places that hold others: "Dura, the town of" tells of another one."""


def _directions() -> str:
    return "|".join(sorted(load_place_words().directions))


def _nouned() -> str:
    """A noun for a kind of place, with a word before it, or what it means behind: " gas field", " tehsil (revenue unit)"."""
    return rf"(?:(?: (?!and |of |in |for |from |to )[a-z]{{2,9}})? (?:{nouns()})(?: \([a-z]{{3,12}} [a-z]{{3,12}}\))?)"
