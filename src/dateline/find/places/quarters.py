"""Quarters of a town: "the Karura quarter of Goma", "Goma's Karura and Himbi districts". A far namesake is another place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.find.places.links import WAY
from dateline.find.places.localities import Told
from dateline.find.places.recognition import GREAT, LISTING, Candidate
from dateline.places.resolve import Choice, distance_km
from dateline.places.table import Entry, Kind

__all__ = ["Quarter", "kinds_shared", "parted", "quarters", "shortened"]


class Quarter(NamedTuple):
    """That a name is told to be part of a town: the number of the candidate it is told to lie in, None where none is told.

    `kind` is "town" where its noun is for parts of towns alone, so that a namesake elsewhere in the region is another
    place, "admin2" for a district, and None for an area or a camp, which may lie anywhere. `built` where it is a building or
    a crossing of streets.
    """

    whole: int | None
    kind: Kind | None
    built: bool = False


NOUN = (
    r"(?:(?P<urban>neighbou?rhood|quarter|suburb|borough)"
    r"|(?P<built>roundabout|crossroads|intersection|building|tower|market|bazaar)"
    r"|(?P<district>(?:sub-?)?district)|area|camp|farm|sector)"
)
AFTER = re.compile(rf" {NOUN}(?P<many>s?)\b")
BEFORE = re.compile(rf"\b{NOUN}(?P<many>s?) of (?:the )?$")
REGION = re.compile(r" (?:state|province|region|oblast|governorate|department|prefecture|county)\b")
NAMED = re.compile(r"\b[A-Z][\w’'-]+ $")
"""A name before a noun, whose noun it is: "Funtua district of Katsina"."""
MORE = r"(?:(?:,| and|, and) [A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20})?){0,3}"
"""Names in a list that are no candidates."""
LINK = re.compile(
    MORE + rf" (?:of|in|inside|within|near|{WAY}) (?:the )?(?:[a-z-]+ ){{0,2}}?(?:(?:city|town|village) (?:of )?)?",
    re.IGNORECASE,
)
COMMA = re.compile(r", (?:in )?(?:the )?(?:(?:city|town|village) of )?")
CLOSED = re.compile(r"['’]s|[.,;:)]|\s*$|\s(?:and|on|in|by|late|early|during|after)\b")
OWNER = re.compile(r"(?:['’]?s) (?:[a-z-]+ ){0,3}")
OWNING = re.compile(r"['’]s (?:[a-z-]+ ){0,3}")
FRONTED = re.compile(r"(?: city| town)?, (?:(?:in|on|at) )?(?:the )?(?:[a-z-]+ ){0,2}")
LOOK = 40
"""Characters before a name in which its noun is sought."""


def quarters(found: Sequence[Candidate], text: str) -> dict[int, Quarter]:
    """The candidates, by number, that a noun beside them tells to be quarters."""
    told = {n: Quarter(n - 1, None) for n in range(1, len(found)) if _owned(found[n - 1], found[n], text)}
    for first, last in _lists(found, text):
        if noun := AFTER.match(text, found[last].stretch.end):
            members = range(first if noun["many"] else last, last + 1)
            whole = _behind(found, last, noun.end(), text)
            whole = _ahead(found, members[0], text) if whole is None else whole
        elif (
            noun := BEFORE.search(text, max(0, found[first].stretch.start - LOOK), found[first].stretch.start)
        ) and not (noun["district"] and NAMED.search(text, max(0, noun.start() - LOOK), noun.start())):
            members = range(first, last + 1 if noun["many"] else first + 1)
            if REGION.match(text, found[members[-1]].stretch.end) or (noun["many"] and len(members) == 1):
                continue  # "two districts of Borno state" lie in it
            whole = _behind(found, members[-1], found[members[-1]].stretch.end, text)
        else:
            continue
        kind: Kind | None = "town" if noun["urban"] or noun["built"] else "admin2" if noun["district"] else None
        told |= {n: Quarter(whole, kind, built=bool(noun["built"])) for n in members}
    return told


def _owned(owner: Candidate, one: Candidate, text: str) -> bool:
    """Whether a place in no list is told by whose it is: "Cairo's Old City", and where apostrophes were lost."""
    if (one.stretch.entries and not one.stretch.shape) or owner.sentence != one.sentence or not owner.stretch.entries:
        return False
    return OWNER.fullmatch(text, owner.stretch.end, one.stretch.start) is not None


def kinds_shared(found: Sequence[Candidate], around: Sequence[Told], text: str) -> list[Told]:
    """What the words around each name tell, where the plural behind a list tells the kind of all: "Kano and Kaduna states"."""
    told = list(around)
    for first, last in _lists(found, text):
        kind = around[last].kind
        if first < last and kind is not None and MANY.match(text, found[last].stretch.end):
            for n in range(first, last):
                if kind == "admin1" or not found[n].signs & HOLDS:
                    told[n] = around[n]._replace(kind=around[n].kind or kind)
    return told


HOLDS = frozenset(("kind_admin1", "kind_country", "qualifies"))
"""Signs of a name that holds districts and is none: "Clay and, in Texas, Hall counties"."""
MANY = re.compile(r" (?:provinces|governorates|states|regions|districts|counties|oblasts|prefectures|departments)\b")


def _lists(found: Sequence[Candidate], text: str) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of candidates that are listed together; one alone is a list too."""
    first = 0
    for n in range(len(found)):
        after = found[n + 1] if n + 1 < len(found) else None
        if after is None or text[found[n].stretch.end : after.stretch.start] not in LISTING:
            yield first, n
            first = n + 1


def _behind(found: Sequence[Candidate], last: int, end: int, text: str) -> int | None:
    """The candidate behind a list that holds it: "… of Goma", "…, Goma"."""
    if last + 1 == len(found) or found[last + 1].sentence != found[last].sentence:
        return None
    other = found[last + 1].stretch
    if LINK.fullmatch(text, end, other.start):
        return last + 1
    return last + 1 if COMMA.fullmatch(text, end, other.start) and CLOSED.match(text, other.end) else None


def _ahead(found: Sequence[Candidate], first: int, text: str) -> int | None:
    """The candidate before a list that holds it: "Goma's …", "In Goma, …"."""
    if first == 0 or found[first - 1].sentence != found[first].sentence:
        return None
    before, start = found[first - 1], found[first].stretch.start
    if OWNING.fullmatch(text, before.stretch.end, start):
        return first - 1
    fronted = "at_place" in before.signs and FRONTED.fullmatch(text, before.stretch.end, start)
    return first - 1 if fronted else None


def parted(found: Sequence[Candidate], means: Sequence[Choice], told: dict[int, Quarter]) -> list[Choice]:
    """The meanings, where a quarter that no place near its town is listed as means a part of that town."""
    parts: dict[str, Choice] = {}
    loose = {n for n, quarter in told.items() if quarter.whole is None and quarter.kind == "town"}
    lands = Counter(choice.entry.country for n, choice in enumerate(means) if choice.entry and n not in loose)
    for n, quarter in told.items():
        if n in loose and (
            _abroad(_listed(means[n]), lands) or (quarter.built and _city_heard(found[n], means[n].entry))
        ):
            parts.setdefault(found[n].stretch.text.lower(), Choice(None))
            continue
        whole = means[quarter.whole] if quarter.whole is not None else None
        if whole and whole.entry and whole.entry.kind != "town" and means[n].entry is None:
            parts.setdefault(found[n].stretch.text.lower(), Choice(None, whole.entry.country or None))
        if (
            whole
            and whole.entry
            and whole.entry.kind == "town"
            and _strange(_listed(means[n]), whole.entry, quarter.kind)
        ):
            parts.setdefault(found[n].stretch.text.lower(), whole._replace(part=True))
    return [parts.get(one.stretch.text.lower(), choice) for one, choice in zip(found, means, strict=True)]


def _listed(choice: Choice) -> Entry | None:
    """The entry that a name itself means; none where it is only known to lie in one."""
    return None if choice.part else choice.entry


def _city_heard(one: Candidate, entry: Entry | None) -> bool:
    """Whether the name of a building only sounds like that of a city: "the Nabulsi roundabout" is no Nablus."""
    return not one.stretch.entries and entry is not None and entry.population >= GREAT


def _abroad(entry: Entry | None, lands: Counter[str]) -> bool:
    """Whether a quarter of no told town would lie in a country that little else of the report does."""
    return entry is not None and max(lands.values(), default=0) > ALONE * lands[entry.country]


ALONE = 3
"""How many times as many places must lie in another country."""


def _strange(entry: Entry | None, town: Entry, kind: Kind | None) -> bool:
    """Whether an entry cannot be a quarter of a town: none is known, or it lies elsewhere."""
    if entry is None or entry.country != town.country:
        return True
    return distance_km(entry, town) > REACH_KM and (kind == "town" or entry.admin1 != town.admin1)


REACH_KM = 40.0
"""How far from its middle a town's quarters and suburbs may lie."""


def shortened(found: Sequence[Candidate], means: Sequence[Choice]) -> list[Choice]:
    """The meanings, where a name that opens a longer one of the report means the same: "Jisr", of "Jisr al-Shughur".

    It does where it is in no list, or only that of another country.
    """
    whole = {
        one.stretch.text.split()[0].lower(): choice
        for one, choice in zip(found, means, strict=True)
        if " " in one.stretch.text and choice.entry is not None and choice.entry.kind in ("town", "area", "water")
    }
    return [_longer(choice, whole.get(one.stretch.text.lower())) for one, choice in zip(found, means, strict=True)]


def _longer(choice: Choice, whole: Choice | None) -> Choice:
    if whole is None or whole.entry is None:
        return choice
    entry = _listed(choice)
    if whole.entry.kind != "town":
        return whole if entry is not None and entry.kind in ("area", "water") else choice
    stray = entry is not None and entry.kind == "town" and entry.population < GREAT
    return whole if entry is None or (stray and entry.country != whole.entry.country) else choice
