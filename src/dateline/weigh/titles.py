"""What an event is called: what happened, in the words of the codebook, to what kind of place, where and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from dateline.model import Claim, Place
from dateline.phenomena import load_phenomena
from dateline.times import DAY, Interval

__all__ = ["days_told", "title"]

BLOWS: Final = frozenset({"airstrike", "shelling", "armed_attack"})
"""Types that are told with what they hit; an attack on a facility has it in its name."""

NEUTRAL: Final = {
    "Government regains territory": "Territorial control",
    "Non-state actor overtakes territory": "Territorial control",
    "Non-violent transfer of territory": "Territorial control",
}
"""Labels that say more than claims of who holds a place bear out."""

FACILITIES: Final = {
    "hospital": "a hospital",
    "school": "a school",
    "aid": "aid",
    "evacuation_route": "people on the move",
    "place_of_worship": "a place of worship",
    "infrastructure": "vital supplies",
    "civilian_building": "a civilian building",
}
"""Kinds of facilities as a title says them."""


def title(kind: str, claims: Sequence[Claim], place: Place | None, time: Interval | None) -> str:
    """The title of an event of a type.

    >>> title("airstrike", (), None, Interval.parse("2021-05-03", None))
    'Airstrike, 3 May 2021'
    """
    of_kind = [claim for claim in claims if claim.type == kind]
    where = f", {place.name}" if place is not None else ""
    when = f", {days_told(time)}" if time is not None else ""
    return f"{_what(kind, of_kind)}{_hit(kind, of_kind)}{where}{when}"


def _what(kind: str, claims: Sequence[Claim]) -> str:
    """The phenomenon that most of the claims name, as the codebook calls it; else the type itself."""
    labels = _labels().get(kind, {})
    told = Counter(labels[tag] for claim in claims if (tag := claim.codes.get("hxl", "")) in labels)
    if not told:
        return kind.replace("_", " ").capitalize()
    return min(told, key=lambda label: (-told[label], label))


def _hit(kind: str, claims: Sequence[Claim]) -> str:
    """The kind of facility that most of those claims say was hit that name any."""
    told = Counter(party.facility for claim in claims for party in claim.to if party.facility in FACILITIES)
    if kind not in BLOWS or not told:
        return ""
    return f" on {FACILITIES[min(told, key=lambda facility: (-told[facility], facility))]}"


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    """Type → the tag of each of its phenomena → what it is called."""
    found: dict[str, dict[str, str]] = {}
    for phenomenon in load_phenomena():
        if "hxl" in phenomenon.codes:
            label = NEUTRAL.get(phenomenon.label, phenomenon.label)
            found.setdefault(phenomenon.type, {})[phenomenon.codes["hxl"]] = label
    return found


def days_told(time: Interval) -> str:
    """A time as a title says it.

    >>> days_told(Interval.parse("2021-05-03", None)), days_told(Interval.parse("2021-05-03", "2021-05-06"))
    ('3 May 2021', '3 to 5 May 2021')
    """
    first, last = time.first, time.end - DAY
    if time.days <= 1:
        return f"{first.day} {first:%B %Y}"
    one_month = (first.year, first.month) == (last.year, last.month)
    if time.days >= 28 and one_month:
        return f"{first:%B %Y}"
    return f"{first.day}{'' if one_month else f' {first:%B %Y}'} to {last.day} {last:%B %Y}"
