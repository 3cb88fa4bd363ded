"""One deed told of several places, each with its own count or day: "killing four in Gao and two in Kidal", "shelled Gao on Monday and
Kidal on Tuesday", "three died in Gao; two died in Kidal"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.find.claims.groups.asides import Branch
from dateline.find.notes import Frame, Sentence, Word
from dateline.model import Figure, Place, Span, Time
from dateline.words.measures import HARMED

__all__ = ["one_place", "placed_days", "placed_tolls"]

LED: Final = 14
"""Characters between a place and the count that it leads: "in Gao, at least three were hurt"."""

DATED: Final = 6
"""Characters between a place and the day of what was there: "in Gao on Tuesday"."""

CLAUSE: Final = 60
"""Characters between a place and its day, where a verb may stand between: "Gao was shelled by rebels on Monday"."""

SHORTLY: Final = 4
"""Words from a day to the toll that a participle tells behind it: ", killing at least four"."""

JOINS: Final = frozenset({"and", ",", ";"})
"""What stands between the day of one place and the next place."""

LEADS: Final = frozenset("and , ; then also later in at near on the town city village district of".split())
"""What may stand there besides."""

ON: Final = frozenset("on in at early late , -".split())
"""What may stand between a place and its day."""


def one_place(one: Place, other: Place) -> bool:
    """Whether two places may be one: the same name, or one is the land of the other."""
    land = "country" in (one.precision, other.precision) and one.country == other.country
    return one.name == other.name or land


def placed_tolls(
    sentence: Sentence, frames: Sequence[Frame], counts: Sequence[Figure], times: Sequence[Time]
) -> Iterator[Branch]:
    """What each count of a list by places tells, but that of the best frame: "nine were killed in Gao and five in Kidal"; not
    where they add up to another one."""
    runs = _runs(sentence, counts)
    alike = [figure for run in runs for figure in run if figure.measure == runs[0][0].measure]
    total = sum(figure.best or 0 for figure in alike)
    if len(runs) < 2 or (len(alike) > 1 and any(f.best == total for f in counts)):
        return
    head = frames[0].trigger.start
    starts = [_start(sentence, run[0]) for run in runs]
    own = max((k for k, start in enumerate(starts) if start <= head), default=0)
    for k, run in enumerate(runs):
        span = Span(starts[k], _end(run, times))
        if k != own and frames[0].trigger not in span:
            yield Branch(span, _of_run(frames, Span(starts[k], starts[k + 1] if k + 1 < len(runs) else span.end)))


def _of_run(frames: Sequence[Frame], reach: Span) -> tuple[Frame, ...]:
    """The frames of a count: those that stand in its stretch, else the best of all, of others than it acts on."""
    own = tuple(frame for frame in frames[1:] if frame.trigger in reach and not frame.negated)
    return own or (replace(frames[0], to=()),)


def _runs(sentence: Sentence, counts: Sequence[Figure]) -> list[list[Figure]]:
    """The counts that have a place of their own, those beside each other at one place together."""
    own = [f for f in counts if f.part_of is None or not sentence.start <= f.part_of < sentence.end]
    placed = [f for f in own if f.place is not None and f.restates is None]
    kin = [f for f in placed if f.measure == placed[0].measure or {f.measure, placed[0].measure} <= HARMED]
    runs: list[list[Figure]] = []
    for figure in kin:
        place, before = figure.place, runs[-1][-1].place if runs else None
        again = before is not None and place is not None and one_place(before, place)
        if place is None or not (again or place.start >= figure.end or _leads(place, figure)):
            continue
        if before is not None and one_place(before, place):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return runs


def _leads(place: Place, figure: Figure) -> bool:
    return 0 < figure.start - place.end <= LED


def _start(sentence: Sentence, figure: Figure) -> int:
    """Where what a count tells begins: at its number, or at the place that leads it."""
    place = figure.place
    if place is None or not _leads(place, figure):
        return figure.start
    return _led(sentence, place.start)


def _end(run: Sequence[Figure], times: Sequence[Time]) -> int:
    """Where what the counts of one place tell ends: behind the place, and behind the day that stands there."""
    end = max(max(figure.end, figure.place.end if figure.place is not None else 0) for figure in run)
    return next((time.end for time in times if 0 < time.start - end <= DATED), end)


def placed_days(
    sentence: Sentence, head: Frame, places: Sequence[Place], times: Sequence[Time], counts: Sequence[Figure]
) -> Iterator[Branch]:
    """Each further place of a deed that is told with a day of its own, and its toll: "attacked Gao on Monday and Kidal on
    Tuesday", "struck Gao on Monday, killing four, and Kidal on Tuesday, killing two"."""
    days = {place.start: day for place in places if (day := _day_of(sentence, place, times)) is not None}
    first = next((place for place in places if place.precision != "country"), None)
    before = _first_day(first, places, times) if first is not None else None
    for place in places:
        day = days.get(place.start)
        if first is None or before is None or day is None or place.start < before.end or place.precision == "country":
            continue
        tolls = [f for f in counts if before.end <= f.start < place.start]
        counted = bool(tolls) and _dealt(sentence, before.end, tolls[0])
        from_ = tolls[-1].end if counted else before.end
        if not one_place(first, place) and _joined(sentence, from_, place.start) and _ends(sentence, day):
            end = _end_of_toll(sentence, day, counts) if counted else day.end
            yield Branch(Span(_led(sentence, place.start), end), (replace(head, to=()),))
            before = day


def _dealt(sentence: Sentence, start: int, toll: Figure) -> bool:
    """Whether a toll stands behind a participle right at an offset: ", killing four"."""
    before = _words(sentence, start, toll.start)
    return [word.tag for word in before][:2] == [",", "VBG"] and len(before) <= SHORTLY


def _end_of_toll(sentence: Sentence, day: Time, counts: Sequence[Figure]) -> int:
    """Where the toll ends that stands behind the day of a place, or the day where none does."""
    toll = next((f for f in counts if f.start >= day.end), None)
    return toll.end if toll is not None and _dealt(sentence, day.end, toll) else day.end


def _led(sentence: Sentence, start: int) -> int:
    """Where a place begins, its preposition included."""
    before = [word for word in sentence.words if word.end <= start][-1:]
    return before[0].start if before and before[0].tag == "IN" else start


def _first_day(first: Place, places: Sequence[Place], times: Sequence[Time]) -> Time | None:
    """The day of the first place: the next time behind it, with no other place between."""
    day = next((time for time in times if time.start >= first.end), None)
    near = day is not None and day.start - first.end <= CLAUSE
    return day if day is not None and near and not any(first.end <= p.start < day.start for p in places) else None


def _day_of(sentence: Sentence, place: Place, times: Sequence[Time]) -> Time | None:
    """The day that stands right behind a place."""
    day = next((time for time in times if time.start >= place.end), None)
    between = _words(sentence, place.end, day.start) if day is not None else []
    return day if all(word.lower in ON for word in between) else None


def _joined(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but what joins two places of a list stands between two offsets."""
    between = [word.lower for word in _words(sentence, start, end)]
    return LEADS.issuperset(between) and not JOINS.isdisjoint(between)


def _ends(sentence: Sentence, day: Time) -> bool:
    """Whether no verb follows a day whose subject the place before it may be: "and Kidal on Tuesday fell"."""
    behind = next((word for word in sentence.words if word.start >= day.end), None)
    return behind is None or not behind.tag.startswith(("VB", "MD"))


def _words(sentence: Sentence, start: int, end: int) -> list[Word]:
    return [word for word in sentence.words if start <= word.start and word.end <= end]
