"""What the claims of a report and of a story tell of each other: the day of a claim that tells none, its country, its spelling.

From claims to their traits, as they are compared.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.model import Claim, Report
from dateline.places.spelling import consonants
from dateline.weigh.series import NOWHERE
from dateline.weigh.traits import Traits, guessed, trait_of
from dateline.words.countings import counts_anew
from dateline.words.weigh import plain
from dateline.words.wordings import entry_starts, names_burial

__all__ = ["DEEDS", "traits_of"]

LEAD: Final = 5
"""Claims with which a report says what its news is."""
SELDOM: Final = 7
"""A report that tells a day near its printing no more than once for so many claims beyond its lead is no report of one day's news."""
OF_BLOWS: Final = 0.3
"""The share of its claims, more of which tell of a blow in the news of one, whether or not they tell its day."""
MAIN: Final = 0.5
"""The share of the blows told by a story, more of which are the blow that it is about."""
OFTEN: Final = 2
"""How many times as often as another day the day of a blow is told of which a story is."""
PRINT: Final = 1.5
"""Days before its printing from which a guessed day is that of print."""
FOUND: Final = 4.0
"""Days before they are found or buried on which people were killed."""
AFTER: Final = 31.0
"""Days after a blow for which a report of it goes on about it."""
CARRIED: Final = 3
"""Stories of one outlet whose pages carry one line, from which on it is none of what they tell."""
OPENED: Final = 2
"""The same, of pages that begin with it: a page begins with its own news."""
ABDUCTION: Final = "abduction"
"""The phenomenon of people carried off: a raid, though not told by its dead."""
NEWS: Final = 8.0
"""Days before its printing of which a report still tells as of news."""

Key = tuple[str, str]
"""A report or a story, and what of it."""
ALL: Final = "all"
DONE: Final = "done"
BLOWS: Final = "blows"
DEEDS: Final = ("strike", "ground", "crowd", "displacement")
"""Families of what is done."""
SAID: Final = ("speech", "call", "meeting")
"""Families of what is said or talked about."""


def traits_of(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[Traits, ...]:
    """The traits of claims; a claim whose report is missing stands in a story of its own.

    A name that a story uses for a province as well as for its town is taken for the province, which parts nothing.
    """
    order: Counter[str] = Counter()
    found = []
    entries = {name: entry_starts(report.text) for name, report in reports.items()}
    for claim in sorted(claims, key=lambda c: (c.report, c.start, c.end, c.id)):
        one = trait_of(claim, reports.get(claim.report), order[claim.report])
        found.append(replace(one, entry=bisect_right(entries.get(claim.report, ()), claim.start)))
        order[claim.report] += 1
    areas = {(one.story, one.place) for one in found if one.breadth == "area"}
    areas |= {(one.story, one.province) for one in found if one.town and one.firm_place and one.province != one.place}
    placed = [replace(one, breadth="area") if one.town and (one.story, one.place) in areas else one for one in found]
    return tuple(_settled(_spelt(_homed(_since_found(_furnished(placed, reports))))))


def _furnished(found: Sequence[Traits], reports: Mapping[str, Report]) -> list[Traits]:
    """The claims, those marked whose words stand in pages of one outlet that tell of other things."""
    outlet = {name: report.wire or report.outlet for name, report in reports.items()}
    lines = [(outlet.get(one.claim.report), one.words) for one in found]
    carried: dict[tuple[str | None, tuple[str, ...]], set[str]] = defaultdict(set)
    opened: dict[tuple[str | None, tuple[str, ...]], set[str]] = defaultdict(set)
    for line, one in zip(lines, found, strict=True):
        carried[line].add(one.story)
        if one.order == 0:
            opened[line].add(one.story)
    told = []
    for line, one in zip(lines, found, strict=True):
        often = line[0] is not None and (len(carried[line]) >= CARRIED or len(opened[line]) >= OPENED)
        told.append(replace(one, furniture=" ".join(one.words)) if often else one)
    return told


def _since_found(found: Sequence[Traits]) -> list[Traits]:
    """The claims, those of blows whose day is that on which the dead were found or buried being open to the days before."""
    of_find = {
        (one.claim.report, one.claim.time.start)
        for one in found
        if one.family == "strike"
        and one.claim.time is not None
        and _tells_of_later(plain(one.claim.text))
        and not one.dates_blow
    }
    told = []
    for one in found:
        time = one.claim.time
        later = one.family == "strike" and time is not None and (one.claim.report, time.start) in of_find
        told.append(replace(one, start=one.start - FOUND, firm_time=False) if later else one)
    return told


def _tells_of_later(said: str) -> bool:
    return counts_anew(said) or names_burial(said)


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
    what was said a day later; any deed by those of deeds. The days are for comparing only: the claim itself stays as vague as it was told. Beyond the lead of a report that hardly
    tells a day, none is settled on.
    """
    days: dict[Key, Counter[float]] = defaultdict(Counter)
    for one in found:
        if _tells_day(one):
            for key in _dates(one):
                days[key][math.floor(one.start)] += 1
    seldom, recent = _seldom_dated(found), _blows_told(found)
    for one in found:
        if one.firm_time or one.claim.background:
            yield one
            continue
        if one.claim.report in seldom and one.order >= LEAD and guessed(one.claim):
            yield replace(one, start=math.nan, end=math.nan)
            continue
        pools = [days[key] for key in _dated_by(one) if key in days]
        settled = [(day, day + 1.0) for told in pools if (day := _day_of_news(one, told)) is not None]
        if not _of_print(one, days[one.claim.report, BLOWS], days[one.story, BLOWS]):
            settled = [*_blow_before(one, recent), *settled]
        yield replace(one, start=settled[0][0], end=settled[0][1]) if settled else one


def _dates(one: Traits) -> list[Key]:
    """What the day that a claim tells may be the day of: all of its report, what is done in it, the blows of it and of its story."""
    report = one.claim.report
    done = [] if one.family in SAID else [(report, DONE)]
    return [*_blows(one), *done, (report, ALL)]


def _dated_by(one: Traits) -> list[Key]:
    """What the day of a claim that tells none may be, the nearest first: what is done takes no day of what is said or talked about."""
    return [*_blows(one), (one.claim.report, DONE if one.family in DEEDS else ALL)]


def _blows(one: Traits) -> list[Key]:
    blow = one.family == "strike" or one.claim.phenomenon == ABDUCTION
    return [(one.claim.report, BLOWS), (one.story, BLOWS)] if blow else []


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


def _of_print(one: Traits, report: Mapping[float, int], story: Mapping[float, int]) -> bool:
    """Whether a blow of the day of print, which a claim leaves open, is told by its report, or by its story often enough."""
    day = _day_of_news(one, story)
    often = day is not None and story[day] * OFTEN > max(story.values())
    return often or _day_of_news(one, report) is not None


def _blow_before(one: Traits, recent: Mapping[str, Span]) -> list[Span]:
    """The days of the blow of its report, for a claim of a blow that tells no day and would be taken for the day of print."""
    span = recent.get(one.claim.report, recent.get(one.story))
    at_print = guessed(one.claim) and one.start >= one.printed - PRINT
    follows = one.tells_blow and at_print and span is not None and one.printed - AFTER <= span[0] <= one.printed
    return [span] if follows and span is not None else []


def _seldom_dated(found: Sequence[Traits]) -> frozenset[str]:
    """The reports that hardly tell a day: a portrait, an essay or a look back, beyond whose lead no day can be guessed.

    The news of a blow is none, for its day need be told only once.
    """
    size = Counter(one.claim.report for one in found)
    dated = Counter(one.claim.report for one in found if _tells_day(one) and not one.start < one.printed - NEWS)
    blows = Counter(one.claim.report for one in found if one.tells_blow and not one.claim.background)
    seldom = (name for name, n in size.items() if dated[name] * SELDOM <= n - LEAD)
    return frozenset(name for name in seldom if blows[name] < OF_BLOWS * size[name])


def _tells_day(one: Traits) -> bool:
    return one.firm_time and one.dated and not one.claim.background


def _day_of_news(one: Traits, told: Mapping[float, int]) -> float | None:
    """The day told most often among those that a claim's own time leaves open."""
    return min((day for day in told if one.start <= day < one.end), key=lambda day: (-told[day], day), default=None)
