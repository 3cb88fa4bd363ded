"""What a report is about: how much of it tells of armed people, blows, truces or crowds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from dateline.find.notes import Frame, Notes
from dateline.find.sentences.distance import sentence_at
from dateline.phenomena import words_of
from dateline.words.kinds import ARMED

__all__ = ["Theme", "theme_of"]

CONFLICT: Final = frozenset(
    "armed_attack airstrike shelling clash facility_attack territorial_control ceasefire_start ceasefire_end "
    "ceasefire_violation prisoner_exchange protest".split()
)
"""Types of what happens in a conflict and seldom elsewhere; talks, aid and accusations are everywhere."""

FINER: Final = frozenset({"abduction", "aid_blocked", "siege"})
"""Phenomena of other types that tell of a conflict as well."""

TRUCE: Final = "ceasefire_"
"""How the names of the phenomena begin that tell of a truce, be it only asked for."""

PLIGHT: Final = frozenset({"casualty_figure", "humanitarian_aid", "displacement_figure"})
"""Types of what a war and a flood have in common: they tell of a conflict where the report names one."""


PLAIN: Final = 0.35
"""How high a happening must stand that tells what a report is about."""

ENOUGH: Final = 0.15
"""The share of sentences from which on a report is about a conflict: coded ones have a quarter and more, others next to none."""

SHORT: Final = 8
"""A report of fewer sentences tells too little to say what it is about."""


class Theme(NamedTuple):
    """The sentences of a report that tell of a conflict, by number; `length` counts all of them, `words` their words."""

    telling: frozenset[int]
    length: int
    words: int = 0

    def far_off(self) -> float:
        """How far a report is from telling of a conflict: 0 where it does, 1 where nothing in it does."""
        return 0.0 if self.length < SHORT else max(0.0, 1 - len(self.telling) / self.length / ENOUGH)


def theme_of(notes: Notes) -> Theme:
    """What a report is about, by its happenings and by the armed people it names."""
    armed = (found[0] for a in notes.actors if a.kind in ARMED if (found := sentence_at(notes, a.start)) is not None)
    words = sum(len(sentence.words) for sentence in notes.sentences)
    return Theme(frozenset(armed) | _told(notes.frames, _of_war(notes)), len(notes.sentences), words)


def _of_war(notes: Notes) -> bool:
    """Whether a report names a war, and no other plague as often."""
    said = [word.lemma for sentence in notes.sentences for word in sentence.words]
    wars = sum(word in words_of("of_war") for word in said)
    return wars > sum(word in words_of("of_disaster") for word in said)


def _told(frames: Iterable[Frame], war: bool) -> frozenset[int]:
    """The sentences of what happens in a conflict; in a report that names a war, of the dead and of those in need as well."""
    plain = (f for f in frames if f.score >= PLAIN)
    return frozenset(f.sentence for f in plain if _of_conflict(f) or (war and f.type in PLIGHT))


def _of_conflict(frame: Frame) -> bool:
    return frame.type in CONFLICT or frame.phenomenon in FINER or frame.phenomenon.startswith(TRUCE)
