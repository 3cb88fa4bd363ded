"""Fields of an event or agreement that several formats tell: its place, country, sides and bounds."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.rows import Row
from dateline.tell.explain import toll
from dateline.tell.nations import nation
from dateline.tell.sheet import Desk

__all__ = ["bound", "country", "doers", "happened", "name_of", "place", "targets"]


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


def doers(event: Row, desk: Desk) -> list[Row]:
    """Those said to have acted, each as the first claim that names it describes it."""
    told = {party["name"]: party for claim in reversed(desk.told_by(event)) for party in claim["by"]}
    return [told.get(by["name"], {"name": by["name"], "kind": None, "country": None}) for by in event["by"]]


def targets(event: Row) -> list[Row]:
    """Those acted upon who are somebody: a town that was taken or a house that was hit is no side of anything.

    >>> targets({"to": [{"name": "Arta", "kind": "other", "facility": None}, {"name": "rebels", "kind": "armed_group", "facility": None}]})
    [{'name': 'rebels', 'kind': 'armed_group', 'facility': None}]
    """
    return [party for party in event["to"] if party["kind"] != "other" and not party["facility"]]


def name_of(parties: Sequence[Row]) -> str | None:
    """The name of the first of several parties, or None."""
    return parties[0]["name"] if parties else None


def bound(event: Row, measure: str, name: str) -> object:
    """One bound of a measure over all people, or None where the event has none."""
    found = toll(event, measure)
    return found and found[name]
