"""A village is where the place that is told to hold it is: "Dura village in Karma district", "Dura, near the town of Karma"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dateline.find.places.links import lying_in, nouns
from dateline.find.places.localities import Told
from dateline.find.places.recognition import GREAT, LISTING, Candidate
from dateline.places import Gazetteer
from dateline.places.resolve import Choice, distance_km
from dateline.places.table import Entry
from dateline.words.places import load_place_words

__all__ = ["DISTRICT_KM", "Holder", "holders", "lodged", "measured"]


class Holder(NamedTuple):
    """What a name is told to lie in: the number of that candidate, whether it is told to be a district, whether the
    name is only told to be near it, whether it is told to be a village or district itself, which no town holds, and
    whether only the way there is told, and how long that is."""

    whole: int
    district: bool = False
    near: bool = False
    settled: bool = False
    way: bool = False
    measured: bool = False


def holders(found: Sequence[Candidate], text: str) -> dict[int, Holder]:
    """The candidates, by number, that words tell to lie in the one behind them; in a list all do that its last one does."""
    told: dict[int, Holder] = {}
    for n in range(len(found) - 1):
        holder = _holder(found, n, text)
        if holder is not None:
            told[n] = holder
            told |= dict.fromkeys(_listed_before(found, n, text), holder)
    return told


def _holder(found: Sequence[Candidate], n: int, text: str) -> Holder | None:
    one, other = found[n], found[n + 1]
    if one.sentence != other.sentence:
        return None
    link = lying_in().fullmatch(text, one.stretch.end, other.stretch.start)
    if link is None:
        return None
    if link["way"] is not None:
        return Holder(n + 1, near=True, way=True, measured=link["far"] is not None)
    whole = link["whole"] or _noun_behind(other, text)
    before = _noun_before(one, text)
    if link["of"] is not None and not before:
        return None
    own = link["noun"] or link["first"] or link["kind"] or one.stretch.shape or before
    near = bool(link["near"] or link["by"])
    if not near and (inner := _within_it(found, n + 1, text)) is not None:
        return Holder(inner, True, settled=True)
    alike = not own and (MANY.search(whole) or (n > 0 and _joined(found, n - 1, text) in LISTING))
    if (
        alike or (link["comma"] and MANY.search(before)) or not (own or whole or near)
    ):  # "the towns of Dura, Karma", "Dura, Karma, Tiv region"
        return None
    kinds = load_place_words().noun
    settled = _last(own) in SETTLED or kinds.get(_last(own)) in ("admin2", "part")
    return Holder(n + 1, bool(whole) and kinds.get(whole.lower(), "admin2") in DISTRICTS, near, settled)


def _within_it(found: Sequence[Candidate], n: int, text: str) -> int | None:
    """The number of the district that the next candidate is, and that this one owns: "in Kano state's Dura township"."""
    if n + 1 >= len(found) or found[n].sentence != found[n + 1].sentence:
        return None
    owned = OWNING.fullmatch(text, found[n].stretch.end, found[n + 1].stretch.start)
    return n + 1 if owned is not None and _noun_behind(found[n + 1], text) else None


OWNING = re.compile(r"(?: [a-z]+)?['’]s (?:[a-z-]+ ){0,3}")
MANY = re.compile(r"(?:[^s]s|ies)$")
"""How a noun for many ends."""

SETTLED = frozenset(
    "town towns village villages hamlet hamlets city cities township townships settlement settlements".split()
)
"""Nouns for what lies in no other town."""


def _last(words: str) -> str:
    return words.lower().split()[-1] if words else ""


DISTRICTS = ("admin2", "part", "admin1")
"""Kinds of nouns that tell more than a town."""


def _noun_behind(one: Candidate, text: str) -> str:
    """The noun behind a name that tells it to be a district or a region, or with which the name ends."""
    match = _noun_after().match(text, one.stretch.end)
    if match is not None:
        return match[1]
    kind = load_place_words().tails.get(one.stretch.shape)
    return one.stretch.shape if kind in ("seat", "held") or one.stretch.shape in ("district", "township") else ""


@cache
def _noun_after() -> re.Pattern[str]:
    return re.compile(rf" ({nouns()})\b")


def _noun_before(one: Candidate, text: str) -> str:
    """The noun before a name that tells its kind: "the village of", "tehsil"."""
    match = NOUN_BEFORE.search(text, max(0, one.stretch.start - LOOK), one.stretch.start)
    noun = match[1].lower() if match is not None else ""
    return noun if load_place_words().noun.get(noun) in ("town", "admin2", "part", "spot") else ""


NOUN_BEFORE = re.compile(r"\b([A-Za-z-]{4,14})(?: of)?(?: the)? $")
LOOK = 30


def _listed_before(found: Sequence[Candidate], n: int, text: str) -> Iterator[int]:
    """The members of a list before its last one, where "and" ends it: "the villages of Dura and Tiv in Karma district"."""
    first = n
    while first and found[first - 1].sentence == found[n].sentence and _joined(found, first - 1, text) in LISTING:
        first -= 1
    if first < n and _joined(found, n - 1, text) in (" and ", ", and ", " & "):
        yield from range(first, n)


def _joined(found: Sequence[Candidate], n: int, text: str) -> str:
    return text[found[n].stretch.end : found[n + 1].stretch.start]


def lodged(
    found: Sequence[Candidate], means: Sequence[Choice], told: dict[int, Holder], gazetteer: Gazetteer
) -> list[Choice]:
    """The meanings, where a name that means no place in or near what holds it means an unlisted part of that; other
    mentions of the name mean the same."""
    made = list(means)
    meant: dict[str, Choice] = {}
    lands = Counter(choice.entry.country for choice in means if choice.entry is not None)
    for n in sorted(told, reverse=True):
        holder = told[n]
        whole, own = _whole(found[holder.whole], made[holder.whole], holder), made[n]
        if whole is None or not _strange(own, whole) or _alone(own, whole, lands) or _great(own, holder):
            continue
        name = found[n].stretch.text
        if holder.way and not (holder.measured if own.entry is None else _far_abroad(own, whole)):
            continue
        afar = Choice(None, whole.country or None) if holder.way and not holder.measured else None
        made[n] = afar or _listed(name, whole, gazetteer) or _lodging(whole, holder)
        meant.setdefault(name.lower(), made[n])
    names = [one.stretch.text.lower() for one in found]
    for n, name in enumerate(names):
        if n in told and made[n].entry is not None:
            continue
        if name in meant and _small(made[n]):
            made[n] = meant[name]
    return made


def measured(around: Sequence[Told], means: Sequence[Choice], told: dict[int, Holder]) -> list[Told]:
    """What the words around each name tell, with the way from the town that an unlisted village is measured from."""
    return [
        one._replace(shift=around[told[n].whole].shift)
        if n in told and told[n].measured and means[n].part and means[n].entry == means[told[n].whole].entry
        else one
        for n, one in enumerate(around)
    ]


def _whole(one: Candidate, choice: Choice, holder: Holder) -> Entry | None:
    """What holds a name: of a town and its region, which share a name, a village lies in the region."""
    entry = choice.entry
    if entry is None or entry.kind != "town" or not holder.settled or holder.near:
        return entry
    regions = (
        e for e in one.stretch.entries if e.kind == "admin1" and (e.country, e.name) == (entry.country, entry.admin1)
    )
    return next(regions, entry)


def _small(own: Choice) -> bool:
    """Whether a name means no place, or a town or district, of which there may be another."""
    return own.entry is None or own.part or own.entry.kind in ("town", "admin2")


def _strange(own: Choice, whole: Entry) -> bool:
    """Whether a name has no meaning that lies where it is told to."""
    if own.entry is None or (own.part and own.entry.kind in ("country", "admin1") and whole.kind in FINE):
        return True
    return own.entry.kind in FINE and not _lies_in(own.entry, whole)


def _far_abroad(own: Choice, whole: Entry) -> bool:
    """Whether a name means a place far away in another land than the town from which the way there is told."""
    entry = own.entry
    return entry is not None and entry.country != whole.country and distance_km(entry, whole) > DISTRICT_REACH


FINE = ("town", "admin2")


def _alone(own: Choice, whole: Entry, lands: Counter[str]) -> bool:
    """Whether it is what holds the name that lies in a land which little else of the report does."""
    if own.entry is None or own.entry.country == whole.country:
        return False
    return lands[own.entry.country] > ALONE * lands[whole.country]


def _great(own: Choice, holder: Holder) -> bool:
    """Whether a name is that of a great town or a region, where no noun tells it to be a village or a district."""
    return own.entry is not None and not (own.part or holder.settled) and own.entry.population >= GREAT


ALONE = 3
"""How many times as many places must lie in another country."""


def _lies_in(entry: Entry, whole: Entry) -> bool:
    """Whether a town or district lies in, or close to, a place."""
    if whole.country and entry.country != whole.country:
        return False
    if whole.kind == "country":
        return True
    if whole.kind == "admin1" and entry.admin1 == whole.name:
        return True
    return distance_km(entry, whole) <= (DISTRICT_REACH if whole.kind in FINE else BORDER * whole.radius_km)


DISTRICT_REACH = 80.0
"""How far (km) from a town or a district's middle a village told to lie in its district may be."""
BORDER = 1.15
"""A region's reach, widened so much, still holds what borders on it."""


def _listed(name: str, whole: Entry, gazetteer: Gazetteer) -> Choice | None:
    """The namesake that lies where the name is told to, the nearest."""
    named = [entry for entry in gazetteer.named(name) if entry.kind in FINE and _lies_in(entry, whole)]
    alike = (heard.entry for heard in gazetteer.sounding(name) if heard.alike >= ALIKE)
    named = named or [entry for entry in alike if entry.kind in FINE and _lies_in(entry, whole)]
    if not named or whole.kind not in FINE:
        return None
    best = min(named, key=lambda entry: (distance_km(entry, whole), entry.place))
    return Choice(best, best.country or None)


ALIKE = 0.9


def _lodging(whole: Entry, holder: Holder) -> Choice:
    """An unlisted part of a place: of a district told by its seat, somewhere in the district."""
    if whole.kind == "country":
        return Choice(None, whole.country)
    if whole.kind == "town" and holder.district and not holder.near:
        whole = whole._replace(kind="admin2", radius_km=DISTRICT_KM)
    return Choice(whole, whole.country or None, part=True)


DISTRICT_KM = 25.0
"""The radius of a district of which only the seat is known."""
