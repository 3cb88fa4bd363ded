"""Differences between circumstances: the start of a truce, the day, the town, the means."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, product
from typing import Final

from dateline.places.spelling import called, consonants
from dateline.weigh.contradictions.cores import one_blow
from dateline.weigh.contradictions.differences import Difference, Voices, of_many_blows, of_truce
from dateline.weigh.kinds import Kind
from dateline.weigh.linkage import components
from dateline.weigh.titles import days_told
from dateline.weigh.traits import Traits, guessed
from dateline.weigh.whereabouts import kilometres
from dateline.words.ledger import cue
from dateline.words.weigh import is_broad, plain
from dateline.words.wordings import calls_quarter, is_street, means_alike, means_in

__all__ = ["agents", "days", "means", "names", "starts", "towns"]


DAYS: Final = 7.0
"""A claim that spans more days than this tells of a campaign."""
DATED: Final = ("meeting", "strike", "ground")
"""Families of claims whose day is that of the happening."""


def starts(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """When a truce began: on two days at least; what is told of more days than one is set beside them."""
    said: dict[tuple[date, int], list[Traits]] = defaultdict(list)
    for one in group:
        when = one.claim.time.when if one.claim.time is not None else None
        if one.claim.type == "ceasefire_start" and when is not None and not guessed(one.claim) and not _another(one):
            said[when.first, math.ceil(when.days)].append(one)
    if len([days for _, days in said if days == 1]) > 1:
        values = {_day_of(told[0]): [one.claim.id for one in told] for _, told in sorted(said.items())}
        yield Difference("start", "conflict", values)


def _another(one: Traits) -> bool:
    """Whether a claim calls the truce that it tells of a new one: its start is none of the truce before it."""
    return cue("phrases", "new").search(plain(one.claim.text)) is not None


def days(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """On which day: one day apart may be one visit or one night; further apart is somebody's error."""
    told = [one for one in group if one.family in DATED and one.series is None and _day_of(one) and not _toll(one)]
    exact = [one for one in told if one.end - one.start <= 1 and one.firm_time]
    recalled = [one for one in told if one.claim.background and one.town]
    said: dict[tuple[float, float], list[Traits]] = defaultdict(list)
    for one in exact or recalled:
        said[math.floor(one.start), math.ceil(one.end)].append(one)
    spans = sorted(said)
    apart = [(a, b) for a in spans for b in spans if a[1] <= b[0] and _of_one_deed(said[a], said[b])]
    if apart and not of_truce(group):
        held = sorted({span for pair in apart for span in pair})
        values = {_day_of(said[span][0]): [one.claim.id for one in said[span]] for span in held}
        yield Difference("date", _kind_of_days([said[span] for span in held], recalled=not exact), values)


def _of_one_deed(told: Sequence[Traits], others: Sequence[Traits]) -> bool:
    """Whether what is told of two days is one deed: blows must show it by more than their town."""
    return any(one.family != "strike" or one_blow(one, other) for one, other in product(told, others))


def _kind_of_days(told: Sequence[Sequence[Traits]], *, recalled: bool) -> Kind:
    """A day apart is one night; farther apart one report is wrong where several agree against it, or the past is recalled."""
    if told[-1][0].end - told[0][0].start <= 2:
        return "granularity"
    reports = sorted(len({one.claim.report for one in claims}) for claims in told)
    return "error" if recalled or (len(reports) == 2 and reports[0] == 1 < reports[1]) else "conflict"


def _toll(one: Traits) -> bool:
    """Whether a claim's point is a number: the wounded die later, and counts are given later."""
    return one.claim.type == "casualty_figure"


def _day_of(one: Traits) -> str:
    when = one.claim.time.when if one.claim.time is not None else None
    return days_told(when) if when is not None else ""


def towns(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """In which town: names of neighbours are one place told more or less finely; a quarter of a town is no other place."""
    told = [one for one in group if _tells_town(one)]
    if of_truce(group):
        return
    known = {_whereabouts(one): one for one in reversed(told)}
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for one in told:
        if one.claim.place is not None and not any(_told_by(one, other) for other in known.values()):
            said[called(one.claim.place.name)][one.claim.id] = one.claim.place.name
    if len(said) > 1:
        names = {min(those.values()): list(those) for those in said.values()}
        yield Difference("place", "granularity", dict(sorted(names.items())))


def _whereabouts(one: Traits) -> tuple[str | None, str | None, float, float, float | None]:
    """All that the place of a claim can be held against."""
    radius = one.claim.place.radius_km if one.claim.place is not None else None
    return one.place, one.province, one.lat, one.lon, radius


def names(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """By what name: one place of the gazetteer that two reports call by names that are no spellings of each other."""
    called: dict[str, dict[str, list[Traits]]] = defaultdict(lambda: defaultdict(list))
    for one in group:
        place = one.claim.place
        if place is not None and place.id is not None and one.town and one.firm_place and _is_name(place.text):
            called[place.id][consonants(place.text) or plain(place.text)].append(one)
    for _, said in sorted(called.items()):
        words = [
            frozenset(word for one in told for word in plain(_text(one)).replace("-", " ").split())
            for told in said.values()
        ]
        reports = {one.claim.report for told in said.values() for one in told}
        if len(said) > 1 and len(reports) > 1 and not words[0].intersection(*words[1:]):
            yield Difference(
                "name of the place", "naming", {_text(told[0]): [o.claim.id for o in told] for told in said.values()}
            )


def _is_name(text: str) -> bool:
    """Whether words for a place are a name of its own: neither "the capital" nor "the province of"."""
    return text[:1].isupper() and not is_broad(text)


def _text(one: Traits) -> str:
    return one.claim.place.text if one.claim.place is not None else ""


def _tells_town(one: Traits) -> bool:
    return one.town and one.firm_place and (one.family in ("strike", "meeting") or one.accuses)


def _told_by(one: Traits, other: Traits) -> bool:
    """Whether the place of one goes without saying beside another's: its province, its town, or a quarter of it."""
    place, beside = one.claim.place, other.claim.place
    if place is None or beside is None or one.place == other.place:
        return False
    if plain(beside.admin1 or "") == one.place or f" {one.place}" in f" {other.place}":
        return True
    radius = (beside.radius_km or 0.0) - (place.radius_km or 0.0)
    part = calls_quarter(one.claim.text[place.end - one.claim.start :]) or is_street(place.name)
    return part or (radius > 0 and kilometres(one, other) <= radius)


def means(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """By what means: some names may be one thing told more or less finely, and what one claim tells together is one."""
    if of_many_blows(group):
        return
    for sort in ("delivery", "agent"):
        yield from _means(group, sort)


def agents(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """By what poison, whatever else a group tells."""
    yield from _means(group, "agent")


def _means(group: Sequence[Traits], sort: str) -> Iterator[Difference]:
    told = [(one, names) for one in group if _tells_means(one) and (names := _means_of(one, sort))]
    met = _met(sort, told)
    said: dict[str, list[str]] = defaultdict(list)
    for one, names in told:
        if names[-1] in met:
            said[names[-1]].append(one.claim.id)
    known = sorted({name for _, names in told for name in names})
    together = [(names[0], name) for _, names in told for name in names] if sort == "delivery" else []
    if len({name for found in components(known, together) for name in found[:1] if met & set(found)}) > 1:
        kind: Kind = "granularity" if means_alike(list(said), sort) else "conflict"
        yield Difference("weapon", kind, {name: said[name] for name in sorted(said)})


def _met(sort: str, told: Sequence[tuple[Traits, Sequence[str]]]) -> set[str]:
    """The names of means by which two reports tell one blow, other ones; a report that tells of two tells of two blows.

    Of two agents of one day and town both are about one blow: few are told.
    """
    held: dict[tuple[str, str], list[Traits]] = defaultdict(list)
    for one, names in told:
        held[names[-1], one.claim.report].append(one)
    met: set[str] = set()
    for (name, report), (other, another) in combinations(held, 2):
        twofold = ((other, report) in held or (name, another) in held) and not means_alike([name, other], sort)
        if name != other and report != another and not twofold and not met >= {name, other}:
            blows = product(held[name, report], held[other, another])
            if sort == "agent" or any(one_blow(first, second) for first, second in blows):
                met |= {name, other}
    return met


def _tells_means(one: Traits) -> bool:
    """Whether a claim tells of one blow, by what means it was dealt, and not of weeks of them."""
    return (one.family == "strike" or one.accuses) and not one.end - one.start > DAYS


def _means_of(one: Traits, sort: str) -> tuple[str, ...]:
    names = means_in(plain(one.claim.text), sort)
    if not names and sort == "delivery" and one.claim.type == "airstrike":
        return ("airstrike",)
    return names
