"""What a report is about: how much of it tells of armed people, blows, truces or crowds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from dateline.find.distance import sentence_at
from dateline.find.notes import Frame, Notes

__all__ = ["Theme", "theme_of"]

CONFLICT: Final = frozenset(
    "armed_attack airstrike shelling clash facility_attack territorial_control ceasefire_start ceasefire_end "
    "ceasefire_violation prisoner_exchange protest".split()
)
"""Types of what happens in a conflict and seldom elsewhere; talks, aid and accusations are everywhere."""

ARMED: Final = ("military", "armed_group")

FINER: Final = frozenset({"abduction", "aid_blocked", "siege"})
"""Phenomena of other types that tell of a conflict as well."""

TRUCE: Final = "ceasefire_"
"""How the names of the phenomena begin that tell of a truce, be it only asked for."""

PLAIN: Final = 0.35
"""How high a happening must stand that tells what a report is about."""

ENOUGH: Final = 0.15
"""The share of sentences from which on a report is about a conflict: coded ones have a quarter and more, others next to none."""

SHORT: Final = 8
"""A report of fewer sentences tells too little to say what it is about."""


class Theme(NamedTuple):
    """The sentences of a report that tell of a conflict, by number; `length` counts all of them."""

    telling: frozenset[int]
    length: int

    def far_off(self) -> float:
        """How far a report is from telling of a conflict: 0 where it does, 1 where nothing in it does."""
        return 0.0 if self.length < SHORT else max(0.0, 1 - len(self.telling) / self.length / ENOUGH)


def theme_of(notes: Notes) -> Theme:
    """What a report is about, by its happenings and by the armed people it names."""
    armed = (found[0] for a in notes.actors if a.kind in ARMED if (found := sentence_at(notes, a.start)) is not None)
    return Theme(frozenset(armed) | _told(notes.frames), len(notes.sentences))


def _told(frames: Iterable[Frame]) -> frozenset[int]:
    return frozenset(f.sentence for f in frames if f.score >= PLAIN and _of_conflict(f))


def _of_conflict(frame: Frame) -> bool:
    return frame.type in CONFLICT or frame.phenomenon in FINER or frame.phenomenon.startswith(TRUCE)
