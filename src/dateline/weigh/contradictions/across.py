"""What contradicts across the events of one story: a denial and the deed it denies, one war's tolls, parts and their sum.

The claims of a happening are gathered by how alike they are; what denies it, promises it away or counts it otherwise may
be least alike. Here each look says itself which claims of a story it holds against each other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from dateline.model import Event
from dateline.phenomena.types import BLOWS, INSTRUMENTS
from dateline.weigh.contradictions.accounts import (
    VICTIMS,
    counts_dead,
    denies_victims,
    disowns,
    named,
    of_one_kind,
    spares,
    tells_deed,
    tells_too,
)
from dateline.weigh.contradictions.circumstances import agents
from dateline.weigh.contradictions.cores import words_shared
from dateline.weigh.contradictions.differences import DENIED, Difference, Voices, who
from dateline.weigh.contradictions.explain import number
from dateline.weigh.contradictions.tallies import counts
from dateline.weigh.contradictions.wordings import answers, intent
from dateline.weigh.figures import DEEDS, FORCES, Told, counted
from dateline.weigh.kinds import meet, stretch
from dateline.weigh.titles import days_told
from dateline.weigh.traits import Traits
from dateline.weigh.whereabouts import can_be_one
from dateline.words.weigh import plain
from dateline.words.wordings import (
    denies_the_event,
    forswears,
    names_breach,
    names_emptied,
    names_intent,
    names_remaining,
)

__all__ = ["LOOKS", "Story"]

SUMMED: Final = ("killed", "injured", "displaced", "evacuated", "detained", "released")
GATHERED: Final = ("villages_taken", "displaced", "evacuated", "detained", "strikes", "violations", "facilities_hit")
"""What is counted over days, so that one number may be told of two spans."""
FEW: Final = 5
"""Parts that are added up, at most; and the least number that is telling when it is told twice."""
WEEK: Final = 7.0
ALIKE: Final = 0.3
"""The share of words in common from which two claims of one story that say whether a blow was meant are about one blow."""


@dataclass(frozen=True, slots=True)
class Story:
    """The claims of one story in order, the events that hold each, and the voices behind each."""

    claims: Sequence[Traits]
    homes: Mapping[str, Sequence[Event]]
    voices: Voices


def running(story: Story) -> Iterator[Difference]:
    """Running counts of one war or population, whichever events they stand in."""
    told: dict[str, list[Traits]] = defaultdict(list)
    for one in story.claims:
        if one.series is not None:
            told[one.series].append(one)
    for _, group in sorted(told.items()):
        yield from counts(group, story.voices)


def denied(story: Story) -> Iterator[Difference]:
    """Whether it happened at all: denied in words that deny the event, and told of the same days and of no other doer."""
    denials = [one for one in story.claims if one.denies and denies_the_event(plain(one.claim.text))]
    deeds = [one for one in story.claims if tells_deed(one) and not denies_the_event(plain(one.claim.text))]
    denials = [one for one in denials if not tells_too(one, deeds, story.voices)]
    pairs = ((one, deed) for one in denials for deed in deeds if _meet(one, deed) and of_one_kind(deed, one))
    held = [(one, deed) for one, deed in pairs if _against_denial(one, deed, story)]
    yield from _two("whether it happened", "it happened", "it did not", [(deed, one) for one, deed in held])


def spared(story: Story) -> Iterator[Difference]:
    """Whether there were victims: denied by one who is not said to have had others killed, and dead counted of the same days."""
    denials = [one for one in story.claims if denies_victims(one)]
    deaths = [one for one in story.claims if counts_dead(one) and one.series is None]
    for one in denials:
        told = [deed for deed in deaths if _meet(one, deed) and _against_denial(one, deed, story)]
        yield from _two("victims", "there were", "there were none", [(deed, one) for deed in told])


def disowned(story: Story) -> Iterator[Difference]:
    """Blows of which somebody is accused who denies blows of those days in that land, each with the denials of it, event by event."""
    denials = [
        one for one in story.claims if one.denies and not one.truce and not VICTIMS.search(plain(one.claim.text))
    ]
    held: dict[str, list[tuple[Traits, Traits]]] = defaultdict(list)
    for deed in story.claims if denials else ():
        if deed.claim.type in BLOWS and tells_deed(deed) and named(deed.by):
            for denial in denials:
                if _disowned(deed, denial, story):
                    held[min(event.id for event in story.homes[deed.claim.id])].append((deed, denial))
    for event, pairs in sorted(held.items()):
        values: dict[str, list[str]] = defaultdict(list)
        for deed, denial in pairs:
            values[who(deed.by)].append(deed.claim.id)
            values[f"{DENIED}{who(denial.speakers) or 'the accused'}"].append(denial.claim.id)
        yield Difference("perpetrator", "conflict", dict(values), event)


def _disowned(deed: Traits, denial: Traits, story: Story) -> bool:
    """Whether a denial that stands in no event with a deed covers its time and its place."""
    homes = {event.id for event in story.homes[deed.claim.id]}
    apart = bool(homes) and homes.isdisjoint(event.id for event in story.homes[denial.claim.id])
    heard = story.voices[deed.claim.id] & story.voices[denial.claim.id]
    there = denial.place is not None and can_be_one(deed, denial)
    return (
        apart
        and not heard
        and there
        and _meet(deed, denial)
        and disowns(denial, deed.by)
        and not spares(denial, [deed])
    )


def _against_denial(denial: Traits, deed: Traits, story: Story) -> bool:
    """Whether another voice tells a deed that is denied: of the one who denies; of nobody that is named, in one report."""
    if story.voices[denial.claim.id] & story.voices[deed.claim.id]:
        return False
    unnamed = not named(deed.by) and deed.claim.report == denial.claim.report
    return unnamed or bool(deed.by & (denial.by | denial.speakers))


def _meet(one: Traits, other: Traits) -> bool:
    """Whether the times of two claims meet; news that tells no day is of the day of print or the one before."""
    (start, end), (first, last) = _days(one), _days(other)
    return start < last and first < end


def _days(one: Traits) -> tuple[float, float]:
    untold = math.isnan(one.start) and not one.claim.background
    return (one.printed - 1.0, one.printed + 1.0) if untold else (one.start, one.end)


def forsworn(story: Story) -> Iterator[Difference]:
    """What somebody said would not be done, and is told to have done or begun within a week."""
    vows = [one for one in story.claims if _vows(one)]
    held = [(vow, one) for vow in vows for one in story.claims if _against(one, vow)]
    yield from _two("promise and deed", "promised not to", "told as done", held)


def _vows(one: Traits) -> bool:
    ahead = one.claim.stance == "promises" or one.claim.modality == "planned" or " will " in f" {plain(one.claim.text)}"
    return one.family == "speech" and ahead and not one.truce and forswears(plain(one.claim.text))


def _against(one: Traits, vow: Traits) -> bool:
    deed = one.family in DEEDS or one.claim.type == "ceasefire_violation"
    done = (
        deed
        and one.claim.type != "casualty_figure"
        and one.claim.modality == "actual"
        and not one.denies
        and one.series is None
    )
    since = vow.start <= one.start <= vow.end + WEEK and not one.claim.background
    there = vow.place is None or one.place is None or can_be_one(one, vow)
    return done and since and there and named(one.by) and bool(one.by & (vow.by | vow.speakers))


def emptied(story: Story) -> Iterator[Difference]:
    """Whether anybody is left in a place: told as empty, and some counted or said to remain there."""
    empty = [one for one in story.claims if one.town and names_emptied(plain(one.claim.text))]
    remain = [one for one in story.claims if one.town and one.claim.figures and names_remaining(plain(one.claim.text))]
    held = [(a, b) for a in empty for b in remain if a.claim.id != b.claim.id and a.place == b.place and not b.denies]
    yield from _two("who is left", "nobody", "some remain", held)


def sums(story: Story) -> Iterator[Difference]:
    """A count of several places, and the counts of each that one voice gives in the same report, which add up to it."""
    told: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for one in counted(story.claims, story.voices):
        if one.figure.measure in SUMMED and one.figure.part_of is None and one.people not in FORCES and not one.vague:
            told[one.one.claim.report, one.voice, one.figure.measure].append(one)
    for (_, _, measure), said in sorted(told.items()):
        whole = max(said, key=lambda one: (one.figure.best or 0, -one.one.order))
        parts = list(
            {one.one.place: one for one in said if one.one.town and one.one.claim.id != whole.one.claim.id}.values()
        )
        if 1 < len(parts) <= FEW < (whole.figure.best or 0) and _adds_up(whole, parts):
            listed = " and ".join(number(part.figure) for part in parts)
            values = {number(whole.figure): [whole.one.claim.id], listed: [part.one.claim.id for part in parts]}
            yield Difference(f"{measure}: sum", "granularity", values)


def _adds_up(whole: Told, parts: Sequence[Told]) -> bool:
    low, high = stretch(whole.figure)
    return low <= sum(part.figure.best or 0 for part in parts) <= high


def since(story: Story) -> Iterator[Difference]:
    """One number of two reports, told of certain days by the one and of no days or of a longer time by the other."""
    told = [one for one in counted(story.claims, story.voices) if one.figure.measure in GATHERED and not one.vague]
    told = [one for one in told if (one.figure.best or 0) > FEW and one.one.series is None]
    for one in told:
        other = next((other for other in told if _same_number(one, other) and _vaguer(other.one, one.one)), None)
        if other is not None:
            values = {_counted_when(one): [one.one.claim.id], _counted_when(other): [other.one.claim.id]}
            yield Difference(f"{one.figure.measure.replace('_', ' ')}: since when", "granularity", values)


def _vaguer(one: Traits, other: Traits) -> bool:
    """Whether one claim tells its days less than the other, which tells them, and in other words."""
    wider = one.end - one.start > other.end - other.start
    said, also = (told.claim.time.text if told.claim.time is not None and told.dated else None for told in (one, other))
    apart = (one.start, one.end) != (other.start, other.end) and (said is None or said != also)
    apart = apart and one.words != other.words  # what is told word for word is told once
    return other.firm_time and (wider or not one.firm_time) and apart


def _counted_when(told: Told) -> str:
    when = told.one.claim.time.when if told.one.claim.time is not None and told.one.firm_time else None
    return f"{number(told.figure)} ({days_told(when) if when is not None else 'no day told'})"


def _same_number(one: Told, other: Told) -> bool:
    figure, also = one.figure, other.figure
    same = (figure.measure, figure.unit, figure.best) == (also.measure, also.unit, also.best) and meet(figure, also)
    there = one.one.place is None or other.one.place is None or can_be_one(one.one, other.one)
    return same and there and one.one.claim.report != other.one.claim.report


def which_truce(story: Story) -> Iterator[Difference]:
    """Which truce is broken: breaches of the same weeks that are tied to two of one country."""
    said: dict[str, list[Traits]] = defaultdict(list)
    for one in story.claims:
        breach = one.claim.type == "ceasefire_violation" or (one.truce and names_breach(plain(one.claim.text)))
        for event in story.homes[one.claim.id] if breach and not one.denies else ():
            if event.type in INSTRUMENTS:
                said[event.title].append(one)
    names = sorted(said)
    for i, name in enumerate(names):
        for other in names[i + 1 :]:
            alone = {one.claim.id for one in said[name]} ^ {one.claim.id for one in said[other]}
            pairs = [
                (a, b) for a in said[name] for b in said[other] if {a.claim.id, b.claim.id} <= alone and _meet(a, b)
            ]
            if any(a.claim.report != b.claim.report for a, b in pairs):
                values = {name: [a.claim.id for a, _ in pairs], other: [b.claim.id for _, b in pairs]}
                yield Difference("which truce", "scope", values)


def meant(story: Story) -> Iterator[Difference]:
    """Whether a blow was meant, where claims of two events are about one by their words."""
    said = [one for one in story.claims if one.family in DEEDS and names_intent(plain(one.claim.text)) is not None]
    for one, other in combinations(said, 2):
        if words_shared(one, other) >= ALIKE:
            yield from intent((one, other), story.voices)


def answered(story: Story) -> Iterator[Difference]:
    """Whether somebody answered, in whichever events."""
    yield from answers(story.claims, story.voices)


def gases(story: Story) -> Iterator[Difference]:
    """By what agent, told by reports of one story of the same days: few are told."""
    told = [one for one in story.claims if not one.claim.background]
    yield from agents(told, story.voices)


def _two(field: str, first: str, second: str, held: Sequence[tuple[Traits, Traits]]) -> Iterator[Difference]:
    """One conflict between the first and the second of all pairs; none where there is no pair."""
    if held:
        values = {first: [one.claim.id for one, _ in held], second: [other.claim.id for _, other in held]}
        yield Difference(field, "conflict", values)


LOOKS: Final[tuple[Callable[[Story], Iterator[Difference]], ...]] = (
    running,
    denied,
    disowned,
    spared,
    forsworn,
    emptied,
    sums,
    since,
    which_truce,
    meant,
    answered,
    gases,
)
"""Looks at what the claims of one story tell, across its events."""
