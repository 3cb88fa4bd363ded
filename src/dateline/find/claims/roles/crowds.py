"""Whom a protest is against or who is driven off at it, and whether who protests says anything."""

from __future__ import annotations

from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.saying.standing import side_of
from dateline.find.notes import Frame
from dateline.find.sentences.dependents import has_dependent
from dateline.model import Party

__all__ = ["cheering", "driven_off", "of_others", "only_shouted"]


def driven_off(group: Group, head: Frame, by: tuple[Party, ...], to: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a protest is against, or who is driven off at it."""
    beside = (f.to for f in group.frames if f.type == head.type and f.to and not of_others(f, by))
    return to or next(beside, ())


def cheering(group: Group, head: Frame, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who rally, where nobody is told to: for somebody, "a pro-Haftar rally" is one of his supporters, or against,
    "anti-war marches" are of anti-war protesters. The government of "pro-government marches" does not march."""
    words, start = group.sentence.words, group.sentence.start
    before = words[max(0, head.head - FOR_ONE) : head.head]
    if len(before) < FOR_ONE or before[0].lower not in ("pro", "anti") or before[1].text != "-":
        return by
    side, whom = before[0], before[2]
    if any(party.start != whom.start for party in by):
        return by
    if side.lower == "pro" and whom.text[:1].isupper():
        return (Party(f"supporters of {whom.text}", whom.text, whom.start, whom.end, kind="civilians"),)
    text = group.sentence.text[side.start - start : whom.end - start]
    return (Party(f"{side.lower}-{whom.text} protesters", text, side.start, whom.end, kind="civilians"),)


FOR_ONE: Final = 3
"""Words before a rally that tell for or against whom it is: "pro" or "anti", a hyphen and a word."""


def only_shouted(group: Group, head: Frame) -> bool:
    """Whether who is told to speak only protests, and says nothing: "farmers protested against the price"."""
    verb = next((word for word in group.cue if word.i == head.head), None)
    return verb is not None and not has_dependent(group.sentence.words, verb, "ccomp")


def of_others(frame: Frame, by: tuple[Party, ...]) -> bool:
    """Whether others do what a frame tells: whom they strike is not whom those who act here do."""
    return bool(frame.by and by) and {side_of(party) for party in by}.isdisjoint(side_of(p) for p in frame.by)
