"""Where those govern who tell of a happening: a mayor speaks of the town, a governor of the province."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.find.notes import Notes, Sentence
from dateline.find.sentences.distance import within
from dateline.find.setting.spoken import covering
from dateline.model import Claim, Place

__all__ = ["governed"]

MAYORS: Final = frozenset({"mayor", "mayoress"})
GOVERNORS: Final = frozenset({"governor", "prefect"})
"""Those whose office is over a town, and over the province that is often told by its chief town."""

PAST: Final = frozenset({"former", "ex", "late", "ousted"})
PROVINCE_KM: Final = 100.0
"""How far from its chief town a province reaches."""


def governed(notes: Notes, claim: Claim, sentence: Sentence | None, told: Place) -> Place | None:
    """The town or province of the one who tells a claim that names no place, where the story plays elsewhere: "Dura Mayor Ana
    Ruiz said two were hurt"; None where they govern no place, or one that holds that of the story."""
    for said in covering(notes, sentence, claim) if sentence is not None else ():
        if said.speaker is None:
            continue
        office = notes.report.text[said.speaker.start : said.speaker.end].lower().split()
        places = [
            p for p in within(notes.places, said.speaker) if p.end <= said.speaker.end and p.precision != "country"
        ]
        if not PAST.isdisjoint(office) or len(places) != 1:
            continue
        if not MAYORS.isdisjoint(office) and places[0].name != told.name:
            return places[0]
        if not GOVERNORS.isdisjoint(office) and not _in_province(told, places[0]):
            return _province(places[0])
    return None


def _in_province(place: Place, seat: Place) -> bool:
    """Whether a place lies in the province of a governor, told by its own name or by its chief town's."""
    return place.country == seat.country and place.precision != "country" and seat.admin1 in (place.admin1, place.name)


def _province(seat: Place) -> Place:
    """The province that a governor is told by, where only its chief town has a point."""
    if seat.precision != "exact":
        return seat
    return replace(seat, precision="near", radius_km=max(seat.radius_km or 0.0, PROVINCE_KM))
