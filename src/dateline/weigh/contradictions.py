"""What the claims of one event say that cannot all be so, or is said more finely, or was replaced.

Each look works on one field: a table of values and the claims that hold them. A value that one claim alone holds counts
as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dateline.model import Contradiction, Event, Value, content_id
from dateline.weigh.accounts import breakers, doers, happened, holders, kept, promised, victims
from dateline.weigh.circumstances import days, means, starts, towns
from dateline.weigh.cores import cores
from dateline.weigh.differences import Difference, Voices
from dateline.weigh.explain import sentence
from dateline.weigh.tallies import counts, status, whole_and_part
from dateline.weigh.traits import Traits
from dateline.weigh.wordings import answers, doubted, firsts, intent, strength

__all__ = ["OF_BLOWS", "OF_EVENTS", "contradictions"]

Look = Callable[[Sequence[Traits], Voices], Iterator[Difference]]
OF_BLOWS: Final[tuple[Look, ...]] = (counts, doers, happened, holders, days, towns, means)
"""Looks at what is told of one blow, town by town."""
OF_EVENTS: Final[tuple[Look, ...]] = (
    whole_and_part,
    status,
    victims,
    kept,
    breakers,
    promised,
    starts,
    answers,
    doubted,
    firsts,
    intent,
    strength,
)
"""Looks at what is told of an event as a whole."""


def contradictions(event: Event, group: Sequence[Traits], voices: Voices) -> tuple[Contradiction, ...]:
    """The contradictions within an event, in the order of their fields."""
    found = [item for core in cores(group) for look in OF_BLOWS for item in look(core, voices)]
    found += [item for look in OF_EVENTS for item in look(group, voices)]
    return tuple(_contradiction(event, item, voices) for item in found)


def _contradiction(event: Event, found: Difference, voices: Voices) -> Contradiction:
    values = tuple(Value(value, tuple(sorted(set(claims)))) for value, claims in found.values.items())
    said = [(v.value, sorted({voice.name for claim in v.claims for voice in voices[claim]})) for v in values]
    name = content_id("contradiction", event.id, found.field, *((v.value, v.claims) for v in values))
    return Contradiction(name, event.id, found.field, found.kind, values, sentence(found.field, found.kind, said))
