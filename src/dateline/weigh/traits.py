"""What of a claim is compared: its days, circle, actors, figures, facilities and telling words, worked out once."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.model import Claim, Party, Place, Report
from dateline.weigh.series import series_of
from dateline.weigh.spans import days_of, printed_on
from dateline.words.anaphora import dates_blow, recalls_blow, recalls_toll, sums_up, turns
from dateline.words.countings import counts_anew, counts_first, counts_lower
from dateline.words.measures import HARMED
from dateline.words.weigh import (
    country_code,
    facilities_in,
    family,
    is_broad,
    is_country,
    matters,
    party_keys,
    plain,
    subgroup_key,
)
from dateline.words.wordings import (
    blames,
    names_aftermath,
    names_ruling,
    names_truce,
    takes_upon,
)

__all__ = ["Counts", "Traits", "actors_of", "guessed", "is_body", "telling", "trait_of", "weights"]

_TOKEN = re.compile(r"[a-z][a-z']+|\d[\d,.]*")
_HOUR = re.compile(r"pub T[\d:]+(?: |$)")
_ACCUSING = re.compile(r"accus|condemn|criti|denounc|suspect", re.IGNORECASE)
_COMMON = frozenset(
    "the and for with that this from have has had been were was are but not its his her their they who which said says "
    "after before into over more than also about some near would will could other when there where during under".split()
)
UNARMED = ("person", "civilians", "monitor", "ngo", "media")
"""Kinds of parties who deal no blows in war."""
GUESS = "past1day"
"""The step of a formula by which an undated claim is taken for the day's news."""

HALF_A_DAY = 0.5
"""Days up to which a time is some hours of a day."""
BEFORE_DAY = 20
"""Letters before a day in which its hours may be told."""
_LATE = re.compile(r"\blate (?:on )?\w+day$")
_EARLY = re.compile(
    r"\bearly (?:on )?\w+day$|\b(?:early|small|first) hours of (?:\w+ )?\w+day$|\bbefore dawn on \w+day$"
)

Counts = frozenset[tuple[str, str | None, float]]
"""Measure, of whom, how many."""


@dataclass(frozen=True, slots=True)
class Traits:
    """A claim as the comparison sees it; times in days, distances in kilometres, NaN where nothing is told."""

    claim: Claim
    story: str
    order: int
    """Its place among the claims of its report."""
    family: str
    start: float
    end: float
    printed: float
    """The day its report was published."""
    place: str | None
    breadth: str
    lat: float
    lon: float
    by: frozenset[str]
    to: frozenset[str]
    speakers: frozenset[str]
    counts: Counts
    facilities: frozenset[str]
    series: str | None
    words: tuple[str, ...]
    """The telling words, each once, in order."""
    truce: bool
    """Whether it speaks of a truce."""
    firm_time: bool
    """Whether its words, or those it goes on from, tell its time; a guess parts nothing."""
    firm_place: bool
    """Whether its own words name its place."""
    aftermath: bool
    """Whether it tells of a blow on a place that followed another one there."""
    accord: bool = False
    """Whether it tells what was agreed without a word of a truce: it may be a contract or a loan."""
    owns: bool = False
    """Whether somebody says in it that a blow was their own doing."""
    counted: int = 0
    """1 where it tells a toll as one that takes the place of an earlier one, -1 where as the first of several."""
    corrects: bool = False
    """Whether it tells a toll in the place of a greater one that does not hold: five, not eight."""
    recalls: bool = False
    """Whether it speaks of a blow, or counts its dead, as of one already told: the attack, this raid, the toll."""
    turns: bool = False
    """Whether it begins with words by which a report turns to something else: meanwhile, in a separate raid."""
    sums_up: bool = False
    """Whether it says what a blow just told was: it was the deadliest raid of the year."""
    entry: int = 0
    """In which entry of a live page or a chronology it stands; 0 on any other page."""
    furniture: str = ""
    """Its words, where pages of its outlet on other matters carry them too: a teaser, or a line on the writer."""

    @property
    def province(self) -> str | None:
        """The province of its place, as plain as the names of places."""
        admin1 = self.claim.place.admin1 if self.claim.place is not None else None
        return plain(admin1) if admin1 is not None else None

    @property
    def dated(self) -> bool:
        """Whether its time is told to within two days."""
        return self.end - self.start <= 2.0

    @property
    def part_of_day(self) -> int:
        """1 where it tells the end of a day, -1 where it tells the beginning, else 0: "late on Monday", "in the early hours of Tuesday"."""
        time = self.claim.time
        if time is None or not self.firm_time or not self.dated:
            return 0
        if self.end - self.start <= HALF_A_DAY:
            return (self.start % 1 >= HALF_A_DAY) - (0 < self.end % 1 <= HALF_A_DAY)
        before = self.claim.text[: max(0, time.start - self.claim.start)]
        said = plain(f"{before[-BEFORE_DAY:]}{time.text}")
        return (_LATE.search(said) is not None) - (_EARLY.search(said) is not None)

    @property
    def dates_blow(self) -> bool:
        """Whether its time is told as that of a blow: its dead may be counted later, but on that day they were hit."""
        time = self.claim.time
        return time is not None and dates_blow(plain(self.claim.text), plain(time.text))

    @property
    def country(self) -> str | None:
        """The country of its place."""
        return self.claim.place.country if self.claim.place is not None else None

    @property
    def denies(self) -> bool:
        """Whether it denies that something happened, or that someone did it; what is only possible denies nothing."""
        told = self.claim.stance == "denies" or self.claim.type == "denial"
        return told and self.claim.modality != "hypothetical"

    @property
    def accuses(self) -> bool:
        """Whether it says who did something, as a charge."""
        return self.claim.stance == "accuses" or self.claim.type == "accusation"

    @property
    def blames(self) -> bool:
        """Whether it lays a blow at somebody's door: who is accused of something is so of what stands behind that word."""
        said = self.claim.text
        if _ACCUSING.match(said, self.claim.trigger.start - self.claim.start):
            said = said[self.claim.trigger.end - self.claim.start :]
        return self.accuses and blames(plain(said))

    @property
    def spoken(self) -> bool:
        """Whether it tells what somebody says or asks for, and no deed."""
        return self.family in ("speech", "call")

    @property
    def charge(self) -> bool:
        """Whether it is a saying that charges somebody with a deed, or denies one."""
        return self.family == "speech" and (self.accuses or self.denies)

    @property
    def matters(self) -> frozenset[str]:
        """The families whose matter it names, by its words."""
        named = {_matters()[word] for word in self.words if word in _matters()}
        return frozenset(named | {"truce"} if self.truce else named)

    @property
    def tells_blow(self) -> bool:
        """Whether it tells of a blow or a fight, and not of who holds a place."""
        return self.family == "strike" or self.claim.type == "clash"

    @property
    def act(self) -> bool:
        """Whether it tells an act that breaks a truce, and so a happening of its own."""
        return self.claim.type == "ceasefire_violation" and self.dated and (self.town or bool(self.counts))

    @property
    def town(self) -> bool:
        """Whether its place is a town or smaller."""
        return self.place is not None and self.breadth == "town"


def trait_of(claim: Claim, report: Report | None, order: int) -> Traits:
    start, end, ahead = _days(claim, report)
    place = claim.place
    country = place.country if place is not None else None
    said = plain(claim.text)
    tokens = _TOKEN.findall(said)
    kind = _family(claim, said)
    target = _TOKEN.findall(plain(" ".join(p.name for p in claim.to)))
    return Traits(
        claim=claim,
        story=(report.story or report.id) if report is not None else claim.report,
        order=order,
        family=kind,
        start=start,
        end=end,
        printed=printed_on(report),
        place=plain(place.name) if place is not None else None,
        breadth=_breadth(place),
        lat=place.lat if place is not None and place.lat is not None else math.nan,
        lon=place.lon if place is not None and place.lon is not None else math.nan,
        by=actors_of(claim.by, country),
        to=actors_of(claim.to, country),
        speakers=actors_of(claim.speaker, None),
        counts=_counts(claim),
        facilities=_once(facilities_in([*target, "", *tokens])),
        series=series_of(claim, start, end, dated=_firmly_timed(claim)),
        words=tuple(sorted(telling(said))),
        truce=kind == "truce" or claim.tie is not None or names_truce(said),
        firm_time=not ahead and _firmly_timed(claim),
        firm_place=place is not None and claim.start <= place.start <= claim.end,
        aftermath=claim.type == "facility_attack" and names_aftermath(said),
        owns=claim.type == "statement" and bool(claim.by) and takes_upon(said),
        counted=(counts_anew(said) or counts_lower(said)) - counts_first(said) if claim.figures else 0,
        corrects=bool(claim.figures) and counts_lower(said),
        recalls=recalls_toll(said) if claim.type == "casualty_figure" else recalls_blow(said),
        turns=turns(said),
        sums_up=sums_up(said),
        accord=claim.type == "agreement" and claim.tie is None and not names_truce(said),
    )


def telling(said: str) -> frozenset[str]:
    """The telling words of plain text, each by its stem.

    >>> sorted(telling("the raiders were said to have raided a mill"))
    ['mill', 'raid', 'to']
    """
    return frozenset(_stem(word) for word in _TOKEN.findall(said) if word not in _COMMON)


def _days(claim: Claim, report: Report | None) -> tuple[float, float, bool]:
    """The days within which a claim lies, and whether it tells by when a thing is due: that was said before it was printed."""
    start, end = days_of(claim, report)
    if _hour_alone(claim) and not math.isnan(start):
        start, end = math.floor(start) - 1.0, math.ceil(end)
    printed = printed_on(report)
    if claim.deadline is not None and start > printed:
        return printed - 1.0, printed + 1.0, True
    return start, end, False


def _family(claim: Claim, said: str) -> str:
    """The family of a claim's type, or what its plain words tell it to be instead."""
    if claim.type == "agreement" and names_ruling(said) and not names_truce(said):
        return "ruling"
    if claim.type == "accusation" and not claim.speaker and any(f.measure in HARMED for f in claim.figures):
        return "strike"  # told "allegedly" by the outlet itself, with a count: the blow, and no one's charge about it
    return family(claim.type)


def _firmly_timed(claim: Claim) -> bool:
    """Whether a claim's own words tell its day, which is no guess and more than an hour of some day."""
    time = claim.time
    if time is None or time.timex is None or not claim.start <= time.start <= claim.end:
        return False
    return not _hour_alone(claim) and GUESS not in (time.formula or "")


def _counts(claim: Claim) -> Counts:
    told = ((f.measure, subgroup_key(f.subgroup), f.best) for f in claim.figures)
    return _counted(frozenset(one for one in told if one[2] is not None))


def _hour_alone(claim: Claim) -> bool:
    """Whether words tell an hour and no day: the day is then only taken for that of print."""
    return claim.time is not None and _HOUR.match(claim.time.formula or "") is not None


def guessed(claim: Claim) -> bool:
    """Whether its day is only taken for that of print."""
    return claim.time is not None and (GUESS in (claim.time.formula or "") or _hour_alone(claim))


@lru_cache(1 << 16)  # the same word is the same string in every claim
def _stem(word: str) -> str:
    if len(word) > 5 and word.endswith(("ing", "ers")):
        return word[:-3]
    if len(word) > 4 and word.endswith(("ed", "es", "'s")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith(("s", "e")) else word


@cache
def _matters() -> dict[str, str]:
    return {_stem(word): name for word, name in matters().items()}


def actors_of(parties: Iterable[Party], country: str | None) -> frozenset[str]:
    """The keys of parties; a government that is not named is that of the country it acts in."""
    found: set[str] = set()
    for party in parties:
        keys = party_keys(party)
        if "~state" in keys and (home := country_code(country or party.country)):
            keys = keys - {"~state"} | {home}
        found |= keys
    return _once(frozenset(found))


@lru_cache(1 << 16)
def _once(keys: frozenset[str]) -> frozenset[str]:
    """The same set for the same keys: a million claims name few actors."""
    return keys


@lru_cache(1 << 16)
def _counted(counts: Counts) -> Counts:
    """The same set for the same counts."""
    return counts


def is_body(party: Party) -> bool:
    """Whether a party is a state, a force or a band, and no mere person: a witness, or the spokesman who told of a blow.

    >>> is_body(Party("the 4th Division", "the 4th Division", kind="military")), is_body(Party("a baker", "a baker", kind="person"))
    (True, False)
    """
    return party.id is not None or party.kind not in UNARMED


def _breadth(place: Place | None) -> str:
    if place is None:
        return "none"
    if place.precision == "country" or is_country(place.name):
        return "country"
    if place.precision in ("admin1", "admin2") or is_broad(place.name):
        return "area"
    return "town"


def weights(traits: Iterable[Traits]) -> dict[str, float]:
    """How telling each word is: the log of how few claims say it."""
    seen: Counter[str] = Counter()
    total = 0
    for one in traits:
        seen.update(one.words)
        total += 1
    return {word: math.log((1 + total) / (0.5 + count)) for word, count in seen.items()}
