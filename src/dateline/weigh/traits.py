"""What of a claim is compared: its days, circle, actors, figures, facilities and telling words, worked out once."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dateline.model import Claim, Party, Place, Report
from dateline.places.spelling import consonants
from dateline.weigh.series import NOWHERE, series_of
from dateline.weigh.spans import days_of, printed_on
from dateline.words.weigh import (
    countries,
    facilities_in,
    family,
    is_broad,
    is_country,
    matters,
    party_keys,
    plain,
    subgroup_key,
)
from dateline.words.wordings import entry_starts, names_aftermath, names_burial, names_ruling, names_truce, takes_upon

__all__ = ["Counts", "Traits", "actors_of", "traits_of", "weights"]

_TOKEN = re.compile(r"[a-z][a-z']+|\d[\d,.]*")
_HOUR = re.compile(r"pub T[\d:]+(?: |$)")
_COMMON = frozenset(
    "the and for with that this from have has had been were was are but not its his her their they who which said says "
    "after before into over more than also about some near would will could other when there where during under".split()
)
GUESS = "past1day"
"""The step of a formula by which an undated claim is taken for the day's news."""
TOLLS = ("killed", "injured")
LEAD = 5
"""Claims with which a report says what its news is."""
LONG = 12
"""Claims from which on a report is long enough to show whether it tells of days."""
SELDOM = 7
"""A long report of whose claims no more than one in so many tells a day near its printing is no report of one day's news."""
MAIN = 0.5
"""The share of the blows told by a story, more of which are the blow that it is about."""
OFTEN = 2
"""How many times as often as another day the day of a blow is told of which a story is."""
PRINT = 1.5
"""Days before its printing from which a guessed day is that of print."""
FOUND = 4.0
"""Days before they are found or buried on which people were killed."""
AFTER = 31.0
"""Days after a blow for which a report of it goes on about it."""
NEWS = 8.0
"""Days before its printing of which a report still tells as of news."""


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
    entry: int = 0
    """In which entry of a live page or a chronology it stands; 0 on any other page."""

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


def traits_of(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[Traits, ...]:
    """The traits of claims; a claim whose report is missing stands in a story of its own.

    A name that a story uses for a province as well as for its town is taken for the province, which parts nothing.
    """
    order: Counter[str] = Counter()
    found = []
    entries = {name: entry_starts(report.text) for name, report in reports.items()}
    for claim in sorted(claims, key=lambda c: (c.report, c.start, c.end, c.id)):
        one = _traits(claim, reports.get(claim.report), order[claim.report])
        found.append(replace(one, entry=bisect_right(entries.get(claim.report, ()), claim.start)))
        order[claim.report] += 1
    areas = {(one.story, one.place) for one in found if one.breadth == "area"}
    areas |= {(one.story, one.province) for one in found if one.town and one.firm_place and one.province != one.place}
    placed = [replace(one, breadth="area") if one.town and (one.story, one.place) in areas else one for one in found]
    return tuple(_settled(_spelt(_homed(_since_found(placed)))))


def _since_found(found: Sequence[Traits]) -> list[Traits]:
    """The claims, those of blows whose day is that on which the dead were found or buried being open to the days before."""
    of_find = {
        (one.claim.report, one.claim.time.start)
        for one in found
        if one.family == "strike" and one.claim.time is not None and names_burial(plain(one.claim.text))
    }
    told = []
    for one in found:
        time = one.claim.time
        later = one.family == "strike" and time is not None and (one.claim.report, time.start) in of_find
        told.append(replace(one, start=one.start - FOUND, firm_time=False) if later else one)
    return told


def _homed(found: Sequence[Traits]) -> list[Traits]:
    """The claims, the toll of a war that names no country being of the one that most claims of its report name."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.country is not None:
            named[one.claim.report][one.country] += 1
    told = []
    for one in found:
        lost = one.series is not None and one.series.endswith(NOWHERE) and named[one.claim.report]
        home = min(named[one.claim.report], key=lambda c: (-named[one.claim.report][c], c)) if lost else ""
        told.append(replace(one, series=one.series[: -len(NOWHERE)] + home) if lost and one.series else one)
    return told


def _spelt(found: Sequence[Traits]) -> list[Traits]:
    """The claims, a place without a point being the one of its story that is spelt with the same consonants."""
    known: dict[tuple[str, str], Traits] = {}
    for one in found:
        if one.place is not None and one.town and not math.isnan(one.lat):
            known.setdefault((one.story, consonants(one.place)), one)
    told = []
    for one in found:
        same = known.get((one.story, consonants(one.place))) if one.place is not None and math.isnan(one.lat) else None
        told.append(one if same is None else replace(one, place=same.place, lat=same.lat, lon=same.lon))
    return told


def _settled(found: Sequence[Traits]) -> Iterator[Traits]:
    """Each claim that tells no day, on the day that its report's other news tells most often, where the two can be one.

    A blow or a toll goes by the days of blows: those of its report, else those of its story, for a report may be about
    what was said a day later. The days are for comparing only: the claim itself stays as vague as it was told. Beyond the lead of a long report that hardly
    tells a day, none is settled on.
    """
    days: dict[tuple[str, bool], Counter[float]] = defaultdict(Counter)
    for one in found:
        if _tells_day(one):
            days[one.claim.report, False][math.floor(one.start)] += 1
            if one.family == "strike":
                days[one.claim.report, True][math.floor(one.start)] += 1
                days[one.story, True][math.floor(one.start)] += 1
    seldom, recent = _seldom_dated(found), _blows_told(found)
    for one in found:
        if one.firm_time or one.claim.background:
            yield one
            continue
        if one.claim.report in seldom and one.order >= LEAD and _guessed(one):
            yield replace(one, start=math.nan, end=math.nan)
            continue
        near = [(one.claim.report, True), (one.story, True)] if one.family == "strike" else []
        pools = [days[key] for key in (*near, (one.claim.report, False)) if key in days]
        settled = [(day, day + 1.0) for told in pools if (day := _day_of_news(one, told)) is not None]
        if not _of_print(one, days[one.claim.report, True], days[one.story, True]):
            settled = [*_blow_before(one, recent), *settled]
        yield replace(one, start=settled[0][0], end=settled[0][1]) if settled else one


Span = tuple[float, float]


def _blows_told(found: Sequence[Traits]) -> dict[str, Span]:
    """Report or story → when the blow was that it tells most often, by its own words: a day, or the days of a week.

    Where its story tells of blows of many days, none of them most of the time, there is no such blow to go on from.
    """
    told: dict[str, Counter[Span]] = defaultdict(Counter)
    for one in found:
        news = not one.claim.background and one.series is None
        if (one.tells_blow or one.accuses) and news and one.firm_time and one.end - one.start <= NEWS:
            for name in (one.claim.report, one.story):
                told[name][math.floor(one.start), math.ceil(one.end)] += 1
    most = {
        name: max(spans, key=lambda span: (spans[span], span[0] - span[1], -span[0])) for name, spans in told.items()
    }
    of = {one.claim.report: one.story for one in found} | {one.story: one.story for one in found}
    return {name: span for name, span in most.items() if _share(span, told[of[name]]) > MAIN}


def _share(span: Span, told: Mapping[Span, int]) -> float:
    """The share of what is told of blows that can be of the days of a span."""
    return sum(n for other, n in told.items() if other[0] < span[1] and span[0] < other[1]) / sum(told.values())


def _hour_alone(claim: Claim) -> bool:
    """Whether words tell an hour and no day: the day is then only taken for that of print."""
    return claim.time is not None and _HOUR.match(claim.time.formula or "") is not None


def _of_print(one: Traits, report: Mapping[float, int], story: Mapping[float, int]) -> bool:
    """Whether a blow of the day of print, which a claim leaves open, is told by its report, or by its story often enough."""
    day = _day_of_news(one, story)
    often = day is not None and story[day] * OFTEN > max(story.values())
    return often or _day_of_news(one, report) is not None


def _blow_before(one: Traits, recent: Mapping[str, Span]) -> list[Span]:
    """The days of the blow of its report, for a claim of a blow that tells no day and would be taken for the day of print."""
    span = recent.get(one.claim.report, recent.get(one.story))
    at_print = _guessed(one) and one.start >= one.printed - PRINT
    follows = one.tells_blow and at_print and span is not None and one.printed - AFTER <= span[0] <= one.printed
    return [span] if follows and span is not None else []


def _seldom_dated(found: Sequence[Traits]) -> frozenset[str]:
    """The long reports that hardly tell a day: a portrait or a look back, beyond whose lead no day can be guessed."""
    size = Counter(one.claim.report for one in found)
    dated = Counter(one.claim.report for one in found if _tells_day(one) and not one.start < one.printed - NEWS)
    return frozenset(name for name, n in size.items() if n >= LONG and dated[name] * SELDOM <= n)


def _tells_day(one: Traits) -> bool:
    return one.firm_time and one.dated and not one.claim.background


def _guessed(one: Traits) -> bool:
    return one.claim.time is not None and (GUESS in (one.claim.time.formula or "") or _hour_alone(one.claim))


def _day_of_news(one: Traits, told: Mapping[float, int]) -> float | None:
    """The day told most often among those that a claim's own time leaves open."""
    return min((day for day in told if one.start <= day < one.end), key=lambda day: (-told[day], day), default=None)


def _traits(claim: Claim, report: Report | None, order: int) -> Traits:
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
        facilities=_once(facilities_in(frozenset(target + tokens))),
        series=series_of(claim, start, end),
        words=tuple(sorted({_stem(word) for word in tokens if word not in _COMMON})),
        truce=kind == "truce" or claim.tie is not None or names_truce(said),
        firm_time=not ahead and _firmly_timed(claim),
        firm_place=place is not None and claim.start <= place.start <= claim.end,
        aftermath=claim.type == "facility_attack" and names_aftermath(said),
        owns=claim.type == "statement" and bool(claim.by) and takes_upon(said),
        accord=claim.type == "agreement" and claim.tie is None and not names_truce(said),
    )


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
    if claim.type == "accusation" and not claim.speaker and any(f.measure in TOLLS for f in claim.figures):
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
        if "~state" in keys and (home := _country(country or party.country)):
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


def _country(name: str | None) -> str | None:
    if name is None:
        return None
    return name if len(name) == 2 and name.isupper() else countries().get(plain(name))


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
