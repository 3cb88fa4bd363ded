"""What the words around a place's name say of where: the noun for its kind, "near", a distance and a direction."""

from __future__ import annotations

import re
from math import cos, radians, sin
from typing import NamedTuple

from dateline.find.notes import Sentence
from dateline.find.places.recognition import Candidate
from dateline.find.places.toponyms import COUNCIL_BEHIND
from dateline.places.resolve import KM_A_DEGREE
from dateline.places.table import KINDS, Kind
from dateline.words.places import PlaceWords

__all__ = ["Shift", "Told", "told_around"]


class Shift(NamedTuple):
    """A way from a place: a bearing in degrees or None, a distance in km, or None for within the place itself."""

    bearing: float | None
    km: float | None

    @property
    def within(self) -> Shift:
        """The way meant of a region: "the east of Syria" lies in it."""
        return self._replace(km=None) if self.km == TOWARD_KM else self

    def moved(self, lat: float, lon: float, radius: float) -> tuple[float, float, float]:
        """The middle and radius (km) of the circle meant, from those of the place.

        >>> Shift(90.0, 20.0).moved(0.0, 10.0, 2.0)
        (0.0, 10.18, 5.0)
        >>> Shift(None, 8.0).moved(1.0, 1.0, 2.0)
        (1.0, 1.0, 10.0)
        """
        if self.bearing is None:
            return lat, lon, (self.km or 0.0) + radius
        way = radius / 2 if self.km is None else self.km
        north, east = way * cos(radians(self.bearing)), way * sin(radians(self.bearing))
        spread = radius / 2 if self.km is None else max(2.0, 0.15 * self.km + radius)
        return (
            round(lat + north / KM_A_DEGREE, 2 + 3 * (self.km is None)),
            round(lon + east / (KM_A_DEGREE * max(0.1, cos(radians(lat)))), 2),
            spread,
        )


class Told(NamedTuple):
    """The kind of place that a noun tells, how near to it is meant (km) or None, and the way from it."""

    kind: Kind | None = None
    near: float | None = None
    shift: Shift | None = None
    own: bool = False
    """Whether the way stands in the name itself, which may be its own: "North Kivu", "northern Mali"."""


BEARINGS = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270, "northwest": 315}  # fmt: skip
SIDE = r"(?P<side>(?:north|south)[- ]?(?:east|west)?|east|west)"
AWAY = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)?|an?|several|some|few|one|two|three|four|five|six|seven|eight|nine|ten|dozen|fifteen|twenty|thirty)[ -]"
    rf"(?P<unit>km|kms|kilomet(?:re|er)s?|miles?|mi)\b(?: \([^)]{{1,20}}\))?,? (?:away )?(?:to the |due )?(?:{SIDE}(?:ern)? )?(?:of|from|outside) "
    rf"(?:the )?(?:(?:central|main|rebel-held|government-held|besieged|border) )?(?:(?:city|town|village|capital|provincial capital)(?: of)? )?$",
    re.IGNORECASE,
)
TOWARD = re.compile(rf"\b{SIDE} of (?:the )?(?:(?:city|town|village|capital)(?: of)? )?$", re.IGNORECASE)
WITHIN = re.compile(rf"\b{SIDE}(?:ern)?[ -](?:central )?$", re.IGNORECASE)
INSIDE = re.compile(
    rf"{SIDE}(?:ern)? (?!korea|africa|sudan|macedonia|timor|sahara|carolina|dakota|virginia)", re.IGNORECASE
)
NEARBY = re.compile(r"\b(?:near|nearby|outside|close to|around|vicinity of|outskirts of|countryside of|suburbs? of|approach(?:es|ing)(?: to)?|towards?|area of|surrounding|suburban|rural)"
                    r" (?:the )?(?:(?:city|town|village|capital)(?: of)? )?$", re.IGNORECASE)  # fmt: skip
NEAR_AFTER = re.compile(
    r"(?: city| town|['’]s)? (?:countryside|outskirts|suburbs?|area|surroundings|front ?lines?|axis|region)\b",
    re.IGNORECASE,
)
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
           "several": 5, "some": 5, "few": 4, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30}  # fmt: skip
MILE = 1.609
LOOK = 80
"""Characters before a name in which such words are sought."""


def told_around(one: Candidate, sentence: Sentence, words: PlaceWords) -> Told:
    """What the words around a candidate tell."""
    at, end = one.stretch.start - sentence.start, one.stretch.end - sentence.start
    before, after = (
        sentence.text[max(0, at - LOOK) : at],
        COUNCIL_BEHIND.sub(" district", sentence.text[end : end + 24]),
    )
    kind = _kind(before, after, words)
    if away := AWAY.search(before):
        return Told(kind, None, Shift(_bearing(away["side"]), _km(away["number"], away["unit"])))
    if side := TOWARD.search(before):
        return Told(kind, None, Shift(_bearing(side["side"]), TOWARD_KM))
    if side := WITHIN.search(before):
        return Told(kind, None, Shift(_bearing(side["side"]), None))
    if side := INSIDE.match(one.stretch.text):
        return Told(kind, None, Shift(_bearing(side["side"]), None), own=True)
    if NEARBY.search(before) or NEAR_AFTER.match(after):
        return Told(kind, NEAR_KM)
    return Told(kind)


TOWARD_KM = 8.0
"""How far "north of" a town is taken to be where no distance is told."""
NEAR_KM = 10.0


def _kind(before: str, after: str, words: PlaceWords) -> Kind | None:
    following = after.split(None, 1)[:1] if after[:1] == " " else []
    last = before.lower().rsplit(None, 3)[-3:]
    if last and last[-1] == "the":
        last.pop()
    told = [following[0].lower().strip(".,;:)’'\"")] if following else []
    if last[-1:] == ["of"]:
        told += [noun for noun in last[-2:-1] if words.noun.get(noun) == "town" or not NAMED.search(before)]
    else:
        told += [noun for noun in last[-1:] if noun in BARE]
    return next((kind for noun in told if (kind := KIND_OF.get(words.noun.get(noun, "")))), None)


NAMED = re.compile(r"\b[A-Z][\w’'-]+ [\w-]+ of (?:the )?$")
"""A name before the noun, whose noun it is: "Funtua district of Katsina"."""
KIND_OF: dict[str, Kind] = {kind: kind for kind in KINDS}
BARE = frozenset("governorate province village town city".split())
"""Nouns that stand before a name without an "of"."""


def _bearing(side: str | None) -> float | None:
    return float(BEARINGS[side.lower().replace("-", "").replace(" ", "")]) if side else None


def _km(number: str, unit: str) -> float:
    told = NUMBERS.get(number.lower())
    many = float(told) if told is not None else float(number.replace(",", "."))
    return round(many * (MILE if unit.lower().startswith("mi") else 1.0), 2)
