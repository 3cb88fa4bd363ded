"""What contradicts across the events of a story: one number told as two things, and what the looks of `across` find.

These differ across the events of a story, for the reports put one sentence into different happenings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.model import Contradiction, Event
from dateline.weigh.contradictions.across import LOOKS, Story
from dateline.weigh.contradictions.differences import Difference, Voices, compared, shown
from dateline.weigh.contradictions.explain import number
from dateline.weigh.figures import Told, counted
from dateline.weigh.kinds import meet
from dateline.weigh.traits import Traits
from dateline.words.weigh import plain
from dateline.words.wordings import crosses_border, spans_in

__all__ = ["readings"]

FLIGHTS: Final = ("displaced", "evacuated")


def readings(events: Sequence[Event], groups: Sequence[Sequence[Traits]], voices: Voices) -> Iterator[Contradiction]:
    """The differences of all stories, each shown with the event that holds most of its claims, a denial of all blows with each of them."""
    told: dict[str, dict[str, Traits]] = defaultdict(dict)
    homes: dict[str, list[Event]] = defaultdict(list)
    for event, group in zip(events, groups, strict=True):
        for one in group:
            told[one.story][one.claim.id] = one
            homes[one.claim.id].append(event)
    for _, claims in sorted(told.items()):
        story = Story(compared([claims[name] for name in sorted(claims)]), homes, voices)
        for look in (_spans, _flights, *LOOKS):
            for found in look(story):
                yield shown(found, found.event or _home(found, homes), voices)


def _spans(story: Story) -> Iterator[Difference]:
    """A span of hours or days that one speaker is said to have spoken of as past and as to come."""
    said: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in story.claims:
        for span, way in spans_in(plain(one.claim.text)):
            for voice in sorted(voice.key for voice in story.voices[one.claim.id]):
                said[span, voice][way].append(one.claim.id)
    seen: set[str] = set()
    for (span, _), ways in sorted(said.items()):
        if len(ways) > 1 and "past" in ways and span not in seen:
            seen.add(span)
            yield Difference(f"{span}: meaning", "conflict", dict(sorted(ways.items())))


def _flights(story: Story) -> Iterator[Difference]:
    """One number of people who fled, over a border in one report and not so in another."""
    fled = [one for one in counted(story.claims, story.voices) if one.figure.measure in FLIGHTS and not one.vague]
    abroad = [one for one in fled if crosses_border(plain(one.one.claim.text))]
    home = [one for one in fled if not crosses_border(plain(one.one.claim.text))]
    for one in abroad:
        others = [other for other in home if _same_flight(one, other)]
        if others:
            values = {
                f"{number(one.figure)}, over the border": [one.one.claim.id],
                f"{number(others[0].figure)}, not said to be over it": [other.one.claim.id for other in others],
            }
            yield Difference("displaced: where to", "conflict", values)


def _same_flight(one: Told, other: Told) -> bool:
    return (
        one.figure.best == other.figure.best and meet(one.figure, other.figure) and one.figure.unit == other.figure.unit
    )


def _home(found: Difference, homes: Mapping[str, Sequence[Event]]) -> str:
    """The event that holds most of the claims of a difference."""
    held = [home.id for claims in found.values.values() for claim in set(claims) for home in homes[claim]]
    return min(held, key=lambda home: (-held.count(home), home))
