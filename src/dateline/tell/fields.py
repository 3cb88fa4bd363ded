"""Fields of an event or agreement that several formats tell: its place, country, sides and bounds."""

from __future__ import annotations

from dateline.rows import Row
from dateline.tell.explain import toll
from dateline.tell.nations import nation
from dateline.tell.sheet import Desk

__all__ = ["bound", "country", "happened", "place", "side"]


def happened(event: Row, desk: Desk) -> bool:
    """Whether some claim tells it as a fact, not as a plan or a supposition."""
    return any(claim["modality"] == "actual" for claim in desk.told_by(event))


def place(event: Row, field: str) -> object:
    """A field of the place, or None."""
    return event["place"][field] if event["place"] else None


def country(event: Row, field: str) -> object:
    """A code or the name of the country, or None."""
    found = nation(event["place"]["country"]) if event["place"] else None
    return found and getattr(found, field)


def side(parties: list[Row], field: str) -> object:
    """A field of the first of several parties, or None."""
    return parties[0].get(field) if parties else None


def bound(event: Row, measure: str, name: str) -> object:
    """One bound of a measure over all people, or None where the event has none."""
    found = toll(event, measure)
    return found and found[name]
