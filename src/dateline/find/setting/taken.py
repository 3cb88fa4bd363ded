"""Which town it is that is taken, where it is only told as one: "the rebels entered the city"."""

from __future__ import annotations

from dataclasses import replace

from dateline.find.setting.grain import TOWNS, grain
from dateline.model import Claim
from dateline.phenomena import words_of

__all__ = ["taken"]


def taken(claim: Claim) -> Claim:
    """The claim, with the town where it is set for the word that tells of a town that is taken there."""
    place = claim.place
    if claim.type != "territorial_control" or place is None or grain(place) not in TOWNS:
        return claim
    towns = words_of("settlements")
    to = tuple(
        replace(party, name=place.name, id=place.id, country=place.country) if party.name in towns else party
        for party in claim.to
    )
    return claim if to == claim.to else replace(claim, to=to)
