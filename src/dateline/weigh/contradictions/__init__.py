"""What the claims of one event say that cannot all be so, or is said more finely, or was replaced.

Each look works on one field: a table of values and the claims that hold them. A value that one claim alone holds counts
as well.

From the claims of an event or a story to what differs, of which kind, in a sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from dateline.model import Contradiction, Event
from dateline.weigh.contradictions.accounts import breakers, doers, happened, holders, kept, promised, victims
from dateline.weigh.contradictions.circumstances import days, means, names, starts, towns
from dateline.weigh.contradictions.cores import cores
from dateline.weigh.contradictions.differences import DENIED, Difference, Voices, compared, shown
from dateline.weigh.contradictions.tallies import called_otherwise, counts, one_source, status, whole_and_part
from dateline.weigh.contradictions.wordings import answers, doubted, firsts, intent, strength
from dateline.weigh.traits import Traits

__all__ = ["OF_BLOWS", "OF_EVENTS", "Look", "contradictions", "each_once"]

Look = Callable[[Sequence[Traits], Voices], Iterator[Difference]]
OF_BLOWS: Final[tuple[Look, ...]] = (counts, one_source, doers, happened, holders, days, towns, means, names)
"""Looks at what is told of one blow, town by town."""
OF_EVENTS: Final[tuple[Look, ...]] = (
    whole_and_part,
    status,
    called_otherwise,
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
    group = compared(group)
    found = [item for core in cores(group) for look in OF_BLOWS for item in look(core, voices)]
    found += [item for look in OF_EVENTS for item in look(group, voices)]
    return tuple(shown(item, event.id, voices) for item in found)


def each_once(found: Sequence[Contradiction]) -> list[Contradiction]:
    """The contradictions without those most of whose claims stand in another one of the same field: events share claims."""
    found = list({one.id: one for one in found}.values())
    claims = {one.id: _charged(one) for one in found}
    holding: dict[tuple[str, str], list[Contradiction]] = defaultdict(list)
    for one in found:
        for claim in claims[one.id]:
            holding[one.field, claim].append(one)
    return [
        one
        for one in found
        if not any(_says_more(other, one, claims) for claim in claims[one.id] for other in holding[one.field, claim])
    ]


def _charged(one: Contradiction) -> frozenset[str]:
    """The claims of a contradiction, but for denials: one denial of a day's raids is shown at each of them."""
    return frozenset(claim for value in one.values if not value.value.startswith(DENIED) for claim in value.claims)


def _says_more(other: Contradiction, one: Contradiction, claims: Mapping[str, frozenset[str]]) -> bool:
    """Whether another of no fewer claims holds most claims of one, and of two equally large has the earlier name."""
    shared = 2 * len(claims[one.id] & claims[other.id]) > len(claims[one.id])
    return shared and (-len(claims[other.id]), other.id) < (-len(claims[one.id]), one.id)
