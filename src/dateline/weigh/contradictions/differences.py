"""A difference in one field of an event, and what all who look for one need to know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model import Contradiction, Value, content_id
from dateline.weigh.contradictions.explain import sentence
from dateline.weigh.kinds import Kind
from dateline.weigh.traits import Traits
from dateline.weigh.voices import Voice
from dateline.words.weigh import country_called

__all__ = ["DENIED", "Difference", "Voices", "compared", "of_many_blows", "of_truce", "shown", "who"]

MOST: Final = 500
"""Claims of one report, at most, that are held against others: no page of news has so many."""
SEVERAL: Final = 3
"""More claims than this, most of which speak of a truce, tell of the truce even if none tells of its making."""

DENIED: Final = "denied by "
"""How the value begins that holds the denials of a deed."""
Voices = Mapping[str, frozenset[Voice]]
"""The voices behind each claim."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference in one field: values in order, each with the claims that hold it; with the event it is shown at, if no other will do."""

    field: str
    kind: Kind
    values: dict[str, list[str]]
    event: str | None = None


def shown(found: Difference, event: str, voices: Voices) -> Contradiction:
    """A difference as a contradiction of an event, with its sentence."""
    values = tuple(Value(value, tuple(sorted(set(claims)))) for value, claims in found.values.items())
    said = [(v.value, sorted({voice.name for claim in v.claims for voice in voices[claim]})) for v in values]
    name = content_id("contradiction", event, found.field, *((v.value, v.claims) for v in values))
    return Contradiction(name, event, found.field, found.kind, values, sentence(found.field, found.kind, said))


def compared(claims: Sequence[Traits]) -> Sequence[Traits]:
    """The claims that are held against each other: of each report no more than its first `MOST`."""
    if len(claims) <= MOST:
        return claims
    told: dict[str, list[Traits]] = defaultdict(list)
    for one in sorted(claims, key=lambda one: one.order):
        told[one.claim.report].append(one)
    kept = {one.claim.id for those in told.values() for one in those[:MOST]}
    return [one for one in claims if one.claim.id in kept]


def of_truce(group: Sequence[Traits]) -> bool:
    """Whether a group tells of a truce, and not only of an act that broke one."""
    made = ("agreement", "ceasefire_start", "ceasefire_end")
    made_here = any(one.family == "truce" and one.claim.type in made for one in group)
    return made_here or sum(one.truce for one in group) * 2 > len(group) > SEVERAL


def of_many_blows(group: Sequence[Traits]) -> bool:
    """Whether a group tells of no one blow: of a truce, or of what a count that runs on is of."""
    return of_truce(group) or any(one.series is not None for one in group)


def who(keys: frozenset[str]) -> str:
    return " and ".join(sorted(country_called(key).removeprefix("~") for key in keys))
