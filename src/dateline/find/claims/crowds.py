"""Whom a protest is against or who is driven off at it, and whether who protests says anything."""

from __future__ import annotations

from dateline.find.claims.groups import Group
from dateline.find.claims.standing import side_of
from dateline.find.notes import Frame
from dateline.model import Party

__all__ = ["driven_off", "of_others", "only_shouted"]


def driven_off(group: Group, head: Frame, by: tuple[Party, ...], to: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a protest is against, or who is driven off at it."""
    beside = (f.to for f in group.frames if f.type == head.type and f.to and not of_others(f, by))
    return to or next(beside, ())


def only_shouted(group: Group, head: Frame) -> bool:
    """Whether who is told to speak only protests, and says nothing: "farmers protested against the price"."""
    cue = group.sentence.words_in(group.voice.cue) if group.voice is not None and group.voice.cue is not None else []
    verb = next((word for word in cue if word.i == head.head), None)
    return verb is not None and not any(group.sentence.words[i].dep == "ccomp" for i in verb.children)


def of_others(frame: Frame, by: tuple[Party, ...]) -> bool:
    """Whether others do what a frame tells: whom they strike is not whom those who act here do."""
    return bool(frame.by and by) and {side_of(party) for party in by}.isdisjoint(side_of(p) for p in frame.by)
