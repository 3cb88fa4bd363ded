"""Two readers: a decision counts once a second person has made the same one; where two decide otherwise, both are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.model import Judgement

__all__ = ["Readings", "Topic", "parted", "readings", "seconded"]

Topic = tuple[str, str]
"""What is decided: a subject, and the field or the second subject where it is about one."""

Readings = Mapping[Topic, Mapping[str, Judgement]]
"""What each person last decided on each topic and did not take back."""


def readings(judgements: Iterable[Judgement]) -> Readings:
    """Who decided what, as it stands: a person's later decision takes the place of their earlier one.

    Judgements come in the order they were made. Taking back takes back only what the same person decided.

    >>> told = [Judgement("e1", "accept", "ana", "1"), Judgement("e1", "reject", "ana", "2")]
    >>> [one.verdict for one in readings(told)["e1", ""].values()]
    ['reject']
    """
    told: dict[Topic, dict[str, Judgement]] = {}
    for one in judgements:
        if one.verdict == "withdraw":
            for topic, by in told.items():
                if one.subject in topic:
                    by.pop(one.by, None)
        else:
            told.setdefault(_topic(one), {})[one.by] = one
    return {topic: by for topic, by in told.items() if by}


def seconded(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """What two people or more decided alike, signed by all of them, dated when the second did.

    >>> told = [Judgement("e1", "accept", "ana", "1"), Judgement("e1", "accept", "bo", "2"), Judgement("e2", "reject", "bo", "3")]
    >>> [(one.subject, one.verdict, one.by) for one in seconded(told)]
    [('e1', 'accept', 'ana and bo')]
    """
    stand = []
    for by in readings(judgements).values():
        alike = [told for told in _camps(by.values()) if len(told) > 1]
        if len(alike) == 1:
            told = alike[0]
            stand.append(replace(told[1], by=" and ".join(one.by for one in told)))
    return tuple(sorted(stand, key=lambda one: (one.at, one.subject, one.verdict, one.field or "")))


def parted(judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, ...], ...]:
    """Where people decided otherwise than each other: all that stands on each such topic, the first of it first."""
    told = readings(judgements)
    return tuple(tuple(by.values()) for by in told.values() if len(_camps(by.values())) > 1)


def _topic(one: Judgement) -> Topic:
    if one.other is not None:
        first, second = sorted((one.subject, one.other))
        return first, second
    return one.subject, one.field or ""


def _camps(told: Iterable[Judgement]) -> list[list[Judgement]]:
    """Those who decided alike, together."""
    camps: dict[tuple[str, str | None], list[Judgement]] = {}
    for one in told:
        camps.setdefault((one.verdict, one.value), []).append(one)
    return list(camps.values())
