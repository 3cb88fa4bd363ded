"""What people's decisions make of the things they decided on: one person's word, or that of two who agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dateline.model import Judgement
from dateline.weigh.seconded import readings

__all__ = ["BECOMES", "states", "states_of_two"]

BECOMES: Final = {
    "accept": "accepted",
    "reject": "rejected",
    "unsure": "unsure",
    "correct": "corrected",
    "withdraw": "open",
    "same": "regrouped",
    "merge": "regrouped",
    "split": "regrouped",
}
"""What a decision makes of its subject."""


def states(judgements: Iterable[Judgement]) -> dict[str, str]:
    """What the last decision made of each thing decided on; that two are different, or may be, changes neither."""
    return {
        one.subject: BECOMES.get(one.verdict, "open")
        for one in judgements
        if one.other is None or one.verdict not in ("different", "unsure")
    }


def states_of_two(judgements: Iterable[Judgement]) -> dict[str, str]:
    """The same where a decision needs two people: what only one decided is at its first reading, what they differ on
    is disagreed, and what two decided alike is what they made of it.

    >>> told = [Judgement("e1", "accept", "ana", "1"), Judgement("e1", "accept", "bo", "2"), Judgement("e2", "reject", "bo", "3")]
    >>> states_of_two(told)
    {'e1': 'accepted', 'e2': 'first_reading'}
    """
    told: dict[str, str] = {}
    for (subject, _), by in readings(judgements).items():
        state = _state(by)
        if ORDER.index(state) < ORDER.index(told.get(subject, "open")):
            told[subject] = state
    return told


def _state(by: Mapping[str, Judgement]) -> str:
    said: dict[tuple[str, str | None], int] = {}
    for one in by.values():
        said[one.verdict, one.value] = said.get((one.verdict, one.value), 0) + 1
    agreed = [verdict for (verdict, _), people in said.items() if people > 1]
    if len(agreed) == 1:
        return BECOMES.get(agreed[0], "open")
    return "first_reading" if len(said) == 1 else "disagreed"


ORDER: Final = (
    "disagreed",
    "first_reading",
    "rejected",
    "regrouped",
    "corrected",
    "accepted",
    "unsure",
    "open",
)
"""Which of several states of one thing is told: what still asks for a person first."""
