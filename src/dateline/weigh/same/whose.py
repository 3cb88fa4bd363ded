"""Blows that cannot be one by who dealt them and whom they killed: nobody's warplanes kill their own people abroad."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.weigh.same.apart import named
from dateline.weigh.same.tables import Mask, both, differ, kilometres, mask, shared
from dateline.weigh.traits import Traits

__all__ = ["other_doer", "own_dead"]

FROM_AFAR = ("airstrike", "shelling")
"""Types of blows whose dealers are not where they fall."""
ARMED = ("state", "military", "police")
"""Kinds of parties who are a land's forces."""
AWAY_KM = 50.0
"""How far from each other two blows fell that two dealt, and no two tell of one blow."""


def own_dead(block: Sequence[Traits]) -> Mask:
    """Pairs of an air raid or shelling that a land's forces dealt, and of a blow that killed men of those forces; or people of
    that land, where the raid fell abroad.

    What somebody is charged with may be a blow at home.
    """
    doers = [_doers(one) if one.family == "strike" else frozenset() for one in block]
    dealt = [lands if one.claim.type in FROM_AFAR else frozenset() for one, lands in zip(block, doers, strict=True)]
    forces = [_hit(one, ARMED) if one.family == "strike" else frozenset() for one in block]
    people = [_hit(one, None) if one.family == "strike" else frozenset() for one in block]
    found = np.zeros((len(block), len(block)), dtype=np.bool_)
    for i in (n for n, lands in enumerate(dealt) if lands):
        abroad = dealt[i] if block[i].country is not None and block[i].country not in dealt[i] else frozenset()
        for j in (n for n, lands in enumerate(people) if lands):
            if not doers[j] & dealt[i] and (forces[j] & dealt[i] or people[j] & abroad):
                found[i, j] = found[j, i] = True
    return found


def _doers(one: Traits) -> frozenset[str]:
    """The lands whose forces are told to have dealt a blow."""
    return frozenset(p.country for p in one.claim.by if p.country is not None and p.kind in ARMED)


def _hit(one: Traits, kinds: tuple[str, ...] | None) -> frozenset[str]:
    """The land of those hit, of some kinds or of any, where all of them are of one land."""
    lands = {party.country for party in one.claim.to if kinds is None or party.kind in kinds}
    return frozenset(land for land in lands if land is not None) if len(lands) == 1 else frozenset()


def other_doer(block: Sequence[Traits]) -> Mask:
    """Pairs of blows at two places that two dealt, each named; of one blow it may be told in two ways who dealt it."""
    blow = both(block, lambda one: one.family == "strike" and one.firm_place and not one.accuses and one.series is None)
    two = shared(block, lambda one: named(one.by) if one.family == "strike" else frozenset(), clash=1.0) < 0
    country = mask(block, lambda one: one.breadth == "country")
    inside = (country[:, None] | country[None, :]) & ~differ(block, lambda one: one.country or "")
    return np.asarray(blow & two & (kilometres(block) > AWAY_KM) & ~inside)
