"""The words around the names of places, from places.toml."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.tables import load_table

__all__ = ["PlaceWords", "at_peace", "load_place_words"]


class PlaceWords(NamedTuple):
    """Sets of words in small letters; `noun` gives the kind of place a noun names, `seats` the plain name of the
    town that a country is governed from, by ISO code, where that is not its capital; `units` the countries that have districts called so."""

    at_place: frozenset[str]
    any: frozenset[str]
    befalls: frozenset[str]
    under: frozenset[str]
    hit: frozenset[str]
    suffers: frozenset[str]
    directions: frozenset[str]
    sides: frozenset[str]
    noun: dict[str, str]
    thing: frozenset[str]
    folk: frozenset[str]
    civic: frozenset[str]
    named_for: frozenset[str]
    tails: dict[str, str]
    opens: frozenset[str]
    bodies: frozenset[str]
    press: frozenset[str]
    hyphened: frozenset[str]
    saying: frozenset[str]
    titles: frozenset[str]
    given: frozenset[str]
    public: frozenset[str]
    never: frozenset[str]
    never_bodies: frozenset[str]
    common: frozenset[str]
    demonyms: frozenset[str]
    acts: frozenset[str]
    lies: frozenset[str]
    hosts: frozenset[str]
    dealt: frozenset[str]
    dealings: frozenset[str]
    wills: frozenset[str]
    uttered: frozenset[str]
    wars: frozenset[str]
    lands: frozenset[str]
    located: frozenset[str]
    heading: frozenset[str]
    talkers: frozenset[str]
    homes: frozenset[str]
    replies: frozenset[str]
    shots: frozenset[str]
    lesser: frozenset[str]
    gatherings: frozenset[str]
    onlookers: frozenset[str]
    pacts: frozenset[str]
    reached: frozenset[str]
    frontiers: frozenset[str]
    at_peace: frozenset[str]
    abroad: frozenset[str]
    at_home: frozenset[str]
    wards: frozenset[str]
    treated: frozenset[str]
    brought: frozenset[str]
    sites: frozenset[str]
    pointing: dict[str, str]
    seats: dict[str, str]
    units: dict[str, frozenset[str]]
    weights: dict[str, float]


KINDS = ("part", "spot", "country", "admin1", "admin2", "area", "water", "town")


LISTS = (
    "at_place any befalls under hit suffers directions sides thing folk civic named_for opens bodies press hyphened saying titles given public never common demonyms acts lies hosts dealt dealings wills uttered wars lands located heading talkers onlookers homes replies shots gatherings pacts reached frontiers lesser wards treated brought at_peace abroad at_home"
).split()


@cache
def load_place_words() -> PlaceWords:
    """The words of the packaged list."""
    told = load_table("words/places.toml")
    lists = {
        **told["before"],
        **told["nouns"],
        **told["names"],
        **told["people"],
        **told["metonyms"],
        **told["elsewhere"],
    }
    lists |= {"never": told["never"]["words"], "common": told["common"]["words"]}
    return PlaceWords(
        noun={word: kind for kind in KINDS for word in told["nouns"][kind].split()},
        never_bodies=frozenset(told["never"]["bodies"]),
        tails={word: kind for kind, tails in told["tails"].items() for word in tails.split()},
        sites=frozenset(told["sites"]["words"].split()),
        pointing={word: kind for kind, nouns in told["pointing"].items() for word in nouns.split()},
        seats=told["seats"],
        units={unit: frozenset(lands.upper().split()) for unit, lands in told["units"].items()},
        weights=told["weights"],
        **{name: frozenset(lists[name].split()) for name in LISTS},
    )


def at_peace(land: str | None) -> bool:
    """Whether a land, by its ISO code, is one from which the news of others is written, and where hardly a war is fought.

    >>> at_peace("CH"), at_peace("SD"), at_peace(None)
    (True, False, False)
    """
    return land is not None and land.lower() in load_place_words().at_peace
