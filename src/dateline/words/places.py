"""The words around the names of places, from places.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["PlaceWords", "load_place_words"]


class PlaceWords(NamedTuple):
    """Sets of words in small letters; `noun` gives the kind of place a noun names."""

    at_place: frozenset[str]
    any: frozenset[str]
    directions: frozenset[str]
    sides: frozenset[str]
    noun: dict[str, str]
    thing: frozenset[str]
    tails: dict[str, str]
    opens: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    common: frozenset[str]
    demonyms: frozenset[str]
    acts: frozenset[str]
    lies: frozenset[str]
    dealt: frozenset[str]
    dealings: frozenset[str]
    wills: frozenset[str]
    weights: dict[str, float]


KINDS = ("spot", "country", "admin1", "admin2", "area", "water", "town")


@cache
def load_place_words() -> PlaceWords:
    """The words of the packaged list."""
    told = tomllib.loads(files("dateline.words").joinpath("places.toml").read_text("utf-8"))
    before, nouns, people = told["before"], told["nouns"], told["people"]
    return PlaceWords(
        *(_set(before[name]) for name in ("at_place", "any", "directions", "sides")),
        {word: kind for kind in KINDS for word in nouns[kind].split()},
        _set(nouns["thing"]),
        {word: kind for kind, tails in told["tails"].items() for word in tails.split()},
        *(_set(told["names"][name]) for name in ("opens", "bodies")),
        *(_set(people[name]) for name in ("titles", "given")),
        _set(told["never"]["words"]),
        _set(told["common"]["words"]),
        _set(people["demonyms"]),
        *(_set(told["metonyms"][name]) for name in ("acts", "lies", "dealt", "dealings", "wills")),
        told["weights"],
    )


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())
