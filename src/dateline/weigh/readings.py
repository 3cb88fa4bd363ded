"""One number of a story that is told as two things: a span behind and a span ahead, a flight abroad and one at home.

These differ across the events of a story, for the reports put one sentence into different happenings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from dateline.model import Contradiction, Event, Value, content_id
from dateline.weigh.differences import Voices
from dateline.weigh.explain import number, sentence
from dateline.weigh.figures import Told, counted
from dateline.weigh.kinds import meet
from dateline.weigh.traits import Traits
from dateline.words.weigh import plain
from dateline.words.wordings import crosses_border, spans_in

__all__ = ["readings"]

Readings = dict[str, list[str]]
"""What a number is told to be → the claims that tell it so."""

FLIGHTS: Final = ("displaced", "evacuated")


def readings(events: Sequence[Event], groups: Sequence[Sequence[Traits]], voices: Voices) -> Iterator[Contradiction]:
    """The differences of all stories, each shown with the event that holds most of its claims."""
    stories: dict[str, dict[str, Traits]] = defaultdict(dict)
    homes: dict[str, list[str]] = defaultdict(list)
    for event, group in zip(events, groups, strict=True):
        for one in group:
            stories[one.story][one.claim.id] = one
            homes[one.claim.id].append(event.id)
    for _, told in sorted(stories.items()):
        block = [told[name] for name in sorted(told)]
        for look in LOOKS:
            for field, said in look(block, voices):
                yield _contradiction(field, said, homes, voices)


def _spans(block: Sequence[Traits], voices: Voices) -> Iterator[tuple[str, Readings]]:
    """A span of hours or days that one speaker is said to have spoken of as past and as to come."""
    said: dict[tuple[str, str], Readings] = defaultdict(lambda: defaultdict(list))
    for one in block:
        for span, way in spans_in(plain(one.claim.text)):
            for voice in sorted(voice.key for voice in voices[one.claim.id]):
                said[span, voice][way].append(one.claim.id)
    seen: set[str] = set()
    for (span, _), ways in sorted(said.items()):
        if len(ways) > 1 and "past" in ways and span not in seen:
            seen.add(span)
            yield f"{span}: meaning", dict(sorted(ways.items()))


def _flights(block: Sequence[Traits], voices: Voices) -> Iterator[tuple[str, Readings]]:
    """One number of people who fled, over a border in one report and not so in another."""
    fled = [one for one in counted(block, voices) if one.figure.measure in FLIGHTS and not one.vague]
    abroad = [one for one in fled if crosses_border(plain(one.one.claim.text))]
    home = [one for one in fled if not crosses_border(plain(one.one.claim.text))]
    for one in abroad:
        others = [other for other in home if _same_flight(one, other)]
        if others:
            yield (
                "displaced: where to",
                {
                    f"{number(one.figure)}, over the border": [one.one.claim.id],
                    f"{number(others[0].figure)}, not said to be over it": [other.one.claim.id for other in others],
                },
            )


def _same_flight(one: Told, other: Told) -> bool:
    return (
        one.figure.best == other.figure.best and meet(one.figure, other.figure) and one.figure.unit == other.figure.unit
    )


LOOKS: Final[tuple[Callable[[Sequence[Traits], Voices], Iterator[tuple[str, Readings]]], ...]] = (_spans, _flights)


def _contradiction(field: str, said: Readings, homes: Mapping[str, Sequence[str]], voices: Voices) -> Contradiction:
    values = tuple(Value(value, tuple(sorted(set(claims)))) for value, claims in said.items())
    held = [home for value in values for claim in value.claims for home in homes[claim]]
    event = min(held, key=lambda home: (-held.count(home), home))
    names = [(v.value, sorted({voice.name for claim in v.claims for voice in voices[claim]})) for v in values]
    name = content_id("contradiction", event, field, *((v.value, v.claims) for v in values))
    return Contradiction(name, event, field, "conflict", values, sentence(field, "conflict", names))
