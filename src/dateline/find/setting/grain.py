"""How fine a place is told, where its point need not be: a village in no list is as fine as one on the map."""

from __future__ import annotations

from typing import Final

from dateline.model import Place
from dateline.places.pins import PINNED

__all__ = ["LARGE", "TOWNS", "grain"]

LARGE: Final = ("country", "admin1")
"""Grains of what holds towns and districts."""

BUILDING: Final = 10.0
"""The radius (km) of a building that is told with its town."""

TOWNS: Final = (*PINNED, "unknown")
"""Grains of towns and villages, those in no list too."""


def grain(place: Place) -> str:
    """The precision of a place; "unknown" for a village of which only the region that holds it is on the map, and that of a
    region for a small one that is none of a country's own, as a strip of land is.

    >>> grain(Place(0, 4, "Dura", "Dura", admin1="Kano", precision="admin1"))
    'unknown'
    >>> grain(Place(0, 4, "Kano", "Kano", admin1="Kano", precision="admin1"))
    'admin1'
    >>> grain(Place(0, 10, "Dura Strip", "Dura Strip", precision="near", radius_km=25.0))
    'admin1'
    """
    if place.precision == "near" and place.id is None and place.admin1 is None and (place.radius_km or 0.0) > BUILDING:
        return "admin1"
    village = place.id is None and place.precision == "admin1" and place.admin1 not in (None, place.name)
    return "unknown" if village else place.precision
