"""What people decided, replayed: a machine undoes none of it, and says where it would have decided otherwise.

An event is known by the claim that founds it, so a judgement on an event holds for whatever that claim tells later on.
Withdrawing takes back every earlier judgement on the same subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

from dateline.model import Claim, Contradiction, Event, Judgement, Party, Place, Time, content_id
from dateline.places.pins import placed
from dateline.times import Interval
from dateline.weigh.same.alike import likeness
from dateline.weigh.traits import Traits, weights

__all__ = ["Grouped", "active", "corrected", "event_name", "founders", "judged", "regrouped", "standing"]

PARTIES: Final = ("by", "to", "speaker")
WORDS: Final = ("type", "stance", "modality", "deadline", "via")

Group = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """A group of claims after people had their say, and what they said."""

    group: Group
    because: tuple[str, ...] = ()


def event_name(founder: str, again: int = 0) -> str:
    """The id of the event a claim founds; `again` counts further events where every claim founds one already."""
    return content_id("event", founder, *([again] if again else ()))


def active(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that stand; they come in the order they were made, which no clock that was set back can change.

    >>> told = [Judgement("c1", "reject", "ana", "2020-01-02"), Judgement("c1", "withdraw", "ana", "2020-01-01")]
    >>> active(told)
    ()
    """
    stand: list[Judgement] = []
    for one in judgements:
        if one.verdict == "withdraw":
            stand = [other for other in stand if other.subject != one.subject]
        else:
            stand.append(one)
    return tuple(stand)


def corrected(claims: Sequence[Claim], judgements: Sequence[Judgement]) -> tuple[Claim, ...]:
    """The claims with the fields that people corrected; each says who did it."""
    told: dict[str, list[Judgement]] = {}
    for one in judgements:
        if one.verdict == "correct" and one.field is not None:
            told.setdefault(one.subject, []).append(one)
    return tuple(reduce(_with, told.get(claim.id, ()), claim) for claim in claims)


def _with(claim: Claim, one: Judgement) -> Claim:
    because = (*claim.because, f"{one.field} corrected by {one.by}")
    match one.field:
        case "place":
            start, end, words = _words(claim, one)
            place = placed(one.value, start, end, words) if one.value else None
            return replace(claim, place=place, because=because)
        case "time":
            return _time(claim, one)
        case "background":
            return replace(claim, background=one.value == "true", because=because)
        case name if name in PARTIES:
            parties = _parties(one)
            return replace(claim, **{one.field: parties}, because=because)  # type: ignore[arg-type]  # one of PARTIES
        case name if name in WORDS:
            return replace(claim, **{one.field: one.value}, because=because)  # type: ignore[arg-type]  # one of WORDS
    return claim


def _words(claim: Claim, one: Judgement) -> tuple[int, int, str]:
    """Where the words of a correction stand, and the words; nowhere in the claim where nobody showed any."""
    if one.start is None or one.end is None or one.words is None:
        return claim.start, claim.start, ""
    return one.start, one.end, one.words


def _parties(one: Judgement) -> tuple[Party, ...]:
    """Those whom a correction names; where somebody showed the words of one, they stand where they were shown."""
    names = [name.strip() for name in (one.value or "").split(";")]
    named = [name for name in names if name]
    if len(named) == 1 and one.words is not None:
        return (Party(named[0], one.words, one.start, one.end),)
    return tuple(Party(name, name) for name in named)


def _time(claim: Claim, one: Judgement) -> Claim:
    when = _when(one.value)
    if one.value and when is None:
        return replace(
            claim, because=(*claim.because, f"{one.by} corrected the time to {one.value!r}, which is no date")
        )
    time = Time(*_words(claim, one), "DATE", one.value, when) if when is not None else None
    return replace(claim, time=time, because=(*claim.because, f"time corrected by {one.by}"))


def _when(value: str | None) -> Interval | None:
    """The interval of an ISO day, month, year or `a/b`; None where the value is none of them."""
    start, _, end = (value or "").partition("/")
    try:
        return Interval.parse(start, end or None)
    except ValueError:
        return None


def regrouped(groups: Sequence[Group], traits: Sequence[Traits], judgements: Sequence[Judgement]) -> list[Grouped]:
    """The groups as people want them: rejected claims out, what they parted parted, what they joined joined."""
    at = {one.claim.id: i for i, one in enumerate(traits)}
    founded = {event_name(name): i for name, i in at.items()} if judgements else {}
    where = at | founded
    told = [Grouped(group) for group in groups]
    for one in judgements:
        subject, other = where.get(one.subject), where.get(one.other or "")
        if subject is None:
            continue
        if one.verdict == "reject" and one.subject in at:
            told = [_without(item, subject) for item in told]
        elif one.verdict == "split":
            told = [part for item in told for part in _split(item, subject, traits, one)]
        elif one.verdict == "different" and other is not None:
            told = [part for item in told for part in _parted(item, subject, other, traits, one)]
        elif one.verdict in ("same", "merge") and other is not None:
            told = _merged(told, subject, other, traits, one)
    return sorted((item for item in told if item.group), key=lambda item: item.group)


def _without(item: Grouped, claim: int) -> Grouped:
    return replace(item, group=tuple(i for i in item.group if i != claim))


def _split(item: Grouped, subject: int, traits: Sequence[Traits], one: Judgement) -> list[Grouped]:
    """A claim out of its event; or an event into what each report tells."""
    if subject not in item.group or len(item.group) == 1:
        return [item]
    because = (*item.because, f"split by {one.by}")
    if traits[subject].claim.id == one.subject:
        return [replace(_without(item, subject), because=because), Grouped((subject,), because)]
    reports = sorted({traits[i].claim.report for i in item.group})
    return [Grouped(tuple(i for i in item.group if traits[i].claim.report == name), because) for name in reports]


def _parted(item: Grouped, one: int, other: int, traits: Sequence[Traits], said: Judgement) -> list[Grouped]:
    """Each claim goes with the one of the two it is more like."""
    if one not in item.group or other not in item.group or one == other:
        return [item]
    block = [traits[i] for i in item.group]
    score = likeness(block, weights(block)).score
    a, b = item.group.index(one), item.group.index(other)
    second = [i for n, i in enumerate(item.group) if n != a and (n == b or score[n, b] > score[n, a])]
    because = (*item.because, f"told apart by {said.by}")
    return [Grouped(tuple(i for i in item.group if i not in second), because), Grouped(tuple(second), because)]


def _merged(told: Sequence[Grouped], one: int, other: int, traits: Sequence[Traits], said: Judgement) -> list[Grouped]:
    a, b = _largest(told, one), _largest(told, other)
    if a is None or b is None or a == b:
        return list(told)
    block = [traits[i] for i in (*told[a].group, *told[b].group)]
    size = len(told[a].group)
    apart = likeness(block, weights(block)).never[:size, size:].any()
    why = f"put together by {said.by}" + (", although days, places or counts differ" if apart else "")
    merged = Grouped(tuple(sorted({*told[a].group, *told[b].group})), (*told[a].because, *told[b].because, why))
    return [item for n, item in enumerate(told) if n not in (a, b)] + [merged]


def _largest(told: Sequence[Grouped], claim: int) -> int | None:
    holding = [n for n, item in enumerate(told) if claim in item.group]
    return max(holding, key=lambda n: (len(told[n].group), told[n].group), default=None)


def judged(events: Sequence[Event], judgements: Sequence[Judgement]) -> tuple[Event, ...]:
    """The events with what people said of them as wholes: accepted, rejected, a field corrected."""
    holds = {
        event_name(claim): event.id
        for event in sorted(events, key=lambda e: (len(e.claims), e.id))
        for claim in event.claims
    }
    holds |= {event.id: event.id for event in events}
    told: dict[str, list[Judgement]] = {}
    for one in judgements:
        if one.subject in holds:
            told.setdefault(holds[one.subject], []).append(one)
    return tuple(_judged(event, told.get(event.id, ())) for event in events)


def _judged(event: Event, told: Sequence[Judgement]) -> Event:
    for one in told:
        if one.verdict == "reject":
            event = replace(event, grade="discounted", because=(*event.because, f"rejected by {one.by}"))
        elif one.verdict == "accept":
            against = f", though it is {event.grade} now" if event.grade in ("contested", "denied") else ""
            event = replace(event, because=(*event.because, f"accepted by {one.by}{against}"))
        elif one.verdict == "correct" and one.field is not None:
            event = _corrected(event, one)
    return event


def _corrected(event: Event, one: Judgement) -> Event:
    because = (*event.because, f"{one.field} corrected by {one.by}; the claims say {_said(event, one.field or '')}")
    match one.field:
        case "title" | "type" | "grade":
            return replace(event, **{one.field: one.value}, because=because)  # type: ignore[arg-type]  # all words
        case "time":
            when = _when(one.value)
            return replace(event, time=when, because=because) if when is not None or not one.value else event
        case "place":
            return replace(event, place=placed(one.value, 0, 0, "") if one.value else None, because=because)
    return event


def _said(event: Event, field: str) -> str:
    value = getattr(event, field, None)
    if isinstance(value, Interval):
        return " to ".join(value.iso())
    return value.name if isinstance(value, Place) else str(value) if value is not None else "nothing"


def standing(found: Sequence[Contradiction], judgements: Sequence[Judgement]) -> tuple[Contradiction, ...]:
    """The contradictions that nobody rejected."""
    rejected = {one.subject for one in judgements if one.verdict == "reject"}
    return tuple(one for one in found if one.id not in rejected)


def founders(groups: Sequence[Grouped], traits: Sequence[Traits]) -> list[str]:
    """The id of each group's event: from its earliest claim that founds no other, the larger groups first."""
    order = {
        i: (one.printed != one.printed, one.printed if one.printed == one.printed else 0.0, one.claim.report, one.order)
        for i, one in enumerate(traits)
    }
    taken: set[str] = set()
    names: dict[int, str] = {}
    for n in sorted(
        range(len(groups)), key=lambda n: (-len(groups[n].group), sorted(traits[i].claim.id for i in groups[n].group))
    ):
        claims = [traits[i].claim.id for i in sorted(groups[n].group, key=order.__getitem__)]
        free = [event_name(claim) for claim in claims if event_name(claim) not in taken]
        again = 1
        while not free:
            free = [name for claim in claims if (name := event_name(claim, again)) not in taken]
            again += 1
        names[n] = free[0]
        taken.add(free[0])
    return [names[n] for n in range(len(groups))]
