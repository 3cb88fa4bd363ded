"""What stands first where an event is told: the claims that tell it best, and the differences that weigh most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dateline.rows import Row

__all__ = ["foremost", "gravest", "likely"]

LONG: Final = 300
"""Characters beyond which words are no summary."""
AMONG: Final = 24
"""Claims of an event among which a list looks for the one that tells it best: a page of events is read at a glance."""
KINDS: Final = ("conflict", "error", "attribution", "update", "scope", "granularity", "naming")
FIELDS: Final = ("perpetrator", "whether", "killed")
"""What a difference is over, where it weighs most; the rest follow by name."""


def foremost(event: Row, claims: Iterable[Row]) -> list[Row]:
    """The claims of an event, those that tell it best first: the happening itself as what happened, with its place, day, parties and figures.

    >>> raid = {"type": "airstrike", "place": None, "background": False}
    >>> told = {"report": "r", "start": 0, "end": 9, "place": None, "time": None, "by": [], "to": [], "figures": [], "stance": "asserts",
    ...         "modality": "actual", "background": False, "confidence": 0.5}
    >>> doubts, bombs = {**told, "type": "statement", "text": "He had no doubts."}, {**told, "type": "airstrike", "text": "Planes came."}
    >>> [claim["text"] for claim in foremost(raid, [doubts, bombs])]
    ['Planes came.', 'He had no doubts.']
    """
    return sorted(claims, key=lambda claim: (-_tells(event, claim), claim["report"], claim["start"], claim["end"]))


def likely(event: Row) -> list[str]:
    """The claims among which the best is looked for where there is no time for all: those of its gravest figure and first doer, then others.

    >>> likely({"claims": ["a", "b", "c"], "figures": [{"claims": ["c"]}], "by": []})
    ['c', 'a', 'b']
    """
    told = [one["claims"] for one in (*event["figures"][:1], *event["by"][:1])]
    return list(dict.fromkeys(name for claims in (*told, event["claims"]) for name in claims))[:AMONG]


def _tells(event: Row, claim: Row) -> float:
    """How much a claim tells of its event."""
    happened = claim["stance"] in ("asserts", "accuses") and claim["modality"] == "actual"
    here = claim["place"] and event["place"] and claim["place"]["name"] == event["place"]["name"]
    day = claim["time"] and claim["time"]["from"]
    words = claim["text"]
    whole = words[:1] not in "\"“'‘" and not words[:1].islower() and len(words) <= LONG
    told = sum(map(bool, (here, day, claim["by"], claim["to"], claim["figures"], whole)))
    news = claim["background"] == event["background"]
    kind = claim["type"] == event["type"]
    return float(4 * kind + 2 * happened + 2 * news + told + claim["confidence"])


def gravest(differences: Iterable[Row]) -> list[Row]:
    """Differences between claims, those that weigh most first: what cannot all be right, over who did it and how many died.

    >>> told = [("update", "killed"), ("conflict", "weapon"), ("conflict", "killed children"), ("conflict", "perpetrator")]
    >>> rows = [{"kind": kind, "field": field, "id": "c"} for kind, field in told]
    >>> [row["field"] for row in gravest(rows)]
    ['perpetrator', 'killed children', 'weapon', 'killed']
    """
    return sorted(differences, key=lambda one: (KINDS.index(one["kind"]), _over(one["field"]), one["field"], one["id"]))


def _over(field: str) -> int:
    return next((n for n, name in enumerate(FIELDS) if field.startswith(name)), len(FIELDS))
