"""How fine a place is told, where its point need not be: a village in no list is as fine as one on the map."""

from __future__ import annotations

from typing import Final

from dateline.model import Place

__all__ = ["LARGE", "TOWNS", "grain"]

LARGE: Final = ("country", "admin1")
"""Grains of what holds towns and districts."""

TOWNS: Final = ("exact", "near", "unknown")
"""Grains of towns and villages, those in no list too."""


def grain(place: Place) -> str:
    """The precision of a place; "unknown" for a village of which only the region that holds it is on the map.

    >>> grain(Place(0, 4, "Dura", "Dura", admin1="Kano", precision="admin1"))
    'unknown'
    >>> grain(Place(0, 4, "Kano", "Kano", admin1="Kano", precision="admin1"))
    'admin1'
    """
    village = place.id is None and place.precision == "admin1" and place.admin1 not in (None, place.name)
    return "unknown" if village else place.precision
