"""Places that only tell where another one lies, where somebody is from, or where a report was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.find.notes import Notes, Sentence
from dateline.find.places.links import lying_in
from dateline.find.sentences.distance import stamped, within
from dateline.find.setting.grain import LARGE, grain
from dateline.model import Place

__all__ = ["COARSE", "holding", "ways_from"]


def holding(notes: Notes, sentence: Sentence, told: Sequence[Place]) -> set[int]:
    """Where places start that only tell where another one lies, or where somebody is from, or where it was written."""
    text = notes.report.text
    head = text[sentence.start : min(sentence.end, sentence.start + WRITES)]
    dashed = any(dash in head for dash in DASHES)
    opening = (WRITTEN if dashed else HYPHENED).match(text, sentence.start, sentence.end)
    found = {place.start for place in told if JOINED.match(text, place.end)}
    found |= {place.start for place in told if opening is not None and place.start < opening.end()}
    found |= {place.start for place in told if place.end <= stamped(sentence)}
    for one, other in pairwise(told):
        between = text[one.end : other.start]
        way_told = grain(one) not in LARGE and MEASURED.fullmatch(between) is not None
        measured = one.precision != "unknown" and (way_told or _part_told(between, one, other))
        unlisted = _lodged(one, other) and lying_in().fullmatch(text, one.end, other.start)
        held_too = one.start in found and OWNED.fullmatch(between)  # "Dura, a village in Kano state's Karma district"
        if measured or unlisted or held_too or (HELD.fullmatch(between) and COARSE[grain(other)] > COARSE[grain(one)]):
            found.add(other.start)
        elif OWNED.fullmatch(between) and COARSE[grain(one)] >= COARSE[grain(other)] and not other.metonym:
            found.add(one.start)
    return found


def ways_from(notes: Notes, sentence: Sentence) -> set[int]:
    """Where the places of a sentence start from which the way to another one is told: "Dura, 20 km south of Karma"."""
    told = within(notes.places, sentence.span)
    text = notes.report.text
    return {other.start for one, other in pairwise(told) if MEASURED.fullmatch(text, one.end, other.start)}


def _part_told(between: str, one: Place, other: Place) -> bool:
    """Whether the words between two places tell the first to be a part of the second: "Dura district in Karma", or "of
    Karma", which a region is not: "the Kano district of Dura"."""
    part = PART.fullmatch(between)
    return part is not None and (part["lies"] == "in" or (grain(one) == "admin2" and other.admin1 != one.name))


def _lodged(one: Place, other: Place) -> bool:
    """Whether a place in no list has no point, or only that of the one that holds it."""
    pinned = (one.lat, one.lon) == (other.lat, other.lon)
    return one.id is None and not one.metonym and (one.precision == "unknown" or pinned)


JOINED: Final = re.compile(r"-(?!\d)")
"""What joins a name to another word: "Dura-based"; "Dura-4" is a part of Dura."""
HELD: Final = re.compile(r"(?:,| in| \()(?: the)?(?: [a-z-]+){0,4} ?")
MEASURED: Final = re.compile(
    r"(?: [a-z]+){0,2},? (?:just |some |about )?(?:\d[\d.,]* ?(?:km|kilomet(?:re|er)s|miles) )?"
    r"(?:to the )?(?:north|south|east|west)(?:-?(?:east|west))? of (?:the )?(?:[a-z-]+ ){0,3}"
    r"|(?:,? [\w-]+){0,8},? \d[\d.,]* ?(?:km|kilomet(?:re|er)s|miles)(?: \([^()]{1,30}\))? (?:to the )?"
    r"(?:(?:north|south|east|west)(?:-?(?:east|west))? of|from|away from|outside) (?:the )?(?:[\w-]+ ){0,3}"
)
"""What stands between a place and the one it is told by the way from: "Dura district, south of Karma"."""
OWNED: Final = re.compile(
    r"['’]?s (?:[a-z-]+ ){0,3}| (?:in the )?(?:[a-z-]+ )?(?:city|town|village|district|province|region|suburb|camp) of "
)
"""What stands between a place and one in it: "Chad's border town of Adre", "the Idlib village of Hass"."""
PART: Final = re.compile(
    r" (?:[a-z]+ )?(?:(?:sub-?)?district|county|municipality|township|commune|neighbou?rhood|quarter|suburb|area|village|town|camp)"
    r" (?P<lies>in|of) (?:the )?(?:[a-z-]+ ){0,3}"
)
"""What stands between a place and the one that it is a part of: "Dura district in Karma"."""

COARSE: Final = {"unknown": 0, "exact": 0, "near": 0, "admin2": 1, "admin1": 2, "country": 3}
DASHES: Final = ("--", "–", "—")
WRITES: Final = 160
"""Characters within which a dateline ends."""

WRITTEN: Final = re.compile(
    r"[A-Z][\w .,'’-]{2,40}(?:\([\w ]{3,30}\))?[\w ,]{0,20}(?:\([\w ,./-]{2,40}\))? ?(?:--|–|—) "
)
"""How a report opens that tells where it was written: "AMMAN, 3 MAY (Petra) -- "."""

HYPHENED: Final = re.compile(r"[A-Z][\w.’'-]{2,20}(?:,? [A-Z][\w.’'-]{1,20}){0,3} - +(?=[A-Z])")
"""How it does so on pages without dashes: "Amman - Two people"."""
