"""Which town it is that is taken, where it is only told as one: "the rebels entered the city"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.find.setting.grain import TOWNS, grain
from dateline.model import Claim, Party

__all__ = ["taken"]

WHOLE: Final = frozenset({"town", "city", "village", "port"})
"""Words for a place as a whole: its suburb is not it, and the capital may be another."""


def taken(claim: Claim) -> Claim:
    """The claim, with the town where it is set for the word that tells of a town that is taken there."""
    place = claim.place
    if claim.type != "territorial_control" or place is None or grain(place) not in TOWNS:
        return claim
    to = tuple(
        replace(party, name=place.name, id=place.id, country=place.country) if _the_town(claim, party) else party
        for party in claim.to
    )
    return claim if to == claim.to else replace(claim, to=to)


def _the_town(claim: Claim, party: Party) -> bool:
    """Whether a party is the town that was told of: "the town", "the besieged town", but not "a town"."""
    before = claim.text[: max(0, (party.start or 0) - claim.start)]
    told = f"{before} {party.text}".lower().split()[-BEFORE:-1]
    return party.id is None and party.name.rpartition(" ")[2] in WHOLE and "the" in told


BEFORE: Final = 4
"""Words up to a town, among which is its article."""
