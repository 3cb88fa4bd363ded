"""Whom a protest is against or who is driven off at it, and whether who protests says anything."""

from __future__ import annotations

from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.standing import side_of
from dateline.find.notes import Frame
from dateline.model import Party

__all__ = ["cheering", "driven_off", "of_others", "only_shouted"]


def driven_off(group: Group, head: Frame, by: tuple[Party, ...], to: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a protest is against, or who is driven off at it."""
    beside = (f.to for f in group.frames if f.type == head.type and f.to and not of_others(f, by))
    return to or next(beside, ())


def cheering(group: Group, head: Frame) -> tuple[Party, ...]:
    """Those who rally for somebody: "a pro-Haftar rally" is one of his supporters."""
    words = group.sentence.words
    before = words[max(0, head.head - FOR_ONE) : head.head]
    if len(before) < FOR_ONE or [word.lower for word in before[:2]] != ["pro", "-"] or not before[2].text[:1].isupper():
        return ()
    whom = before[2]
    return (Party(f"supporters of {whom.text}", whom.text, whom.start, whom.end, kind="civilians"),)


FOR_ONE: Final = 3
"""Words before a rally that tell for whom it is: "pro", a hyphen and a name."""


def only_shouted(group: Group, head: Frame) -> bool:
    """Whether who is told to speak only protests, and says nothing: "farmers protested against the price"."""
    cue = group.sentence.words_in(group.voice.cue) if group.voice is not None and group.voice.cue is not None else []
    verb = next((word for word in cue if word.i == head.head), None)
    return verb is not None and not any(group.sentence.words[i].dep == "ccomp" for i in verb.children)


def of_others(frame: Frame, by: tuple[Party, ...]) -> bool:
    """Whether others do what a frame tells: whom they strike is not whom those who act here do."""
    return bool(frame.by and by) and {side_of(party) for party in by}.isdisjoint(side_of(p) for p in frame.by)
