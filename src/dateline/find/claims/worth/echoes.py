"""Headlines, standfirsts and captions that only say again what the body says make no claim of their own.

A claim there stands where it goes beyond the body: another type, another count, another place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.find.notes import Notes
from dateline.find.sentences.distance import sentence_at
from dateline.model import Claim
from dateline.places.pins import PINNED

__all__ = ["ABOVE", "without_echoes"]

ABOVE: Final = ("headline", "standfirst", "caption")
"""Parts that stand above or beside the body, and may tell what it tells."""

KIN: Final = {
    **dict.fromkeys(
        ("armed_attack", "airstrike", "shelling", "clash", "facility_attack", "casualty_figure"), "violence"
    ),
    **dict.fromkeys(("statement", "meeting", "other"), "talk"),
    **dict.fromkeys(("agreement", "ceasefire_start"), "truce"),
    **dict.fromkeys(("demand", "threat"), "call"),
}
"""Types that a headline and a body may choose between for one matter."""


def without_echoes(notes: Notes) -> Notes:
    """Notes without the claims above the body that a claim of the body holds whole."""
    body = [claim for claim in notes.claims if _part(notes, claim) == "body"]
    kept = (c for c in notes.claims if _part(notes, c) not in ABOVE or not any(_holds(told, c) for told in body))
    return replace(notes, claims=tuple(kept))


def _part(notes: Notes, claim: Claim) -> str | None:
    found = sentence_at(notes, claim.trigger.start)
    return found[1].part if found else None


def _holds(body: Claim, above: Claim) -> bool:
    """Whether a claim of the body says all that one above it says."""
    if above.deadline_time is not None and (body.deadline_time is None or above.deadline != body.deadline):
        return False
    kin = KIN.get(above.type, above.type) == KIN.get(body.type, body.type) or _blamed(body, above)
    return kin and _amounts(above) <= _amounts(body) and _names(above) <= _names(body) and _where(above, body)


def _blamed(body: Claim, above: Claim) -> bool:
    """Whether a body tells by whom a blow was dealt, or what truce it broke, of which a line above it only tells that it was."""
    return (
        body.type in ("accusation", "ceasefire_violation") and KIN.get(above.type) == "violence" and bool(above.figures)
    )


def _amounts(claim: Claim) -> set[tuple[str, float | None]]:
    return {(figure.measure, figure.best) for figure in claim.figures}


def _names(claim: Claim) -> set[str]:
    return {party.id or party.name for party in claim.by if party.kind not in ("other", "civilians")}


def _where(above: Claim, body: Claim) -> bool:
    """Whether both may tell of one place: a place that the line above names itself is not to differ."""
    if above.place is None or body.place is None:
        return True
    own = above.start <= above.place.start < above.end and above.place.precision in PINNED
    same = above.place.text in body.text or body.place.precision not in PINNED
    same = same or above.place.name == body.place.name
    return above.place.country == body.place.country and (same or not own)
