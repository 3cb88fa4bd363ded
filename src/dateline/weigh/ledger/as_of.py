"""What the ledger answers for a day: the state of an instrument, by all voices or by one, and whether it is disputed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from dateline.model import Agreement, State
from dateline.weigh.ledger.dates import last_day
from dateline.weigh.ledger.names import sides
from dateline.words.ledger import phase

__all__ = ["as_of", "disputed", "last_told", "quiet_since", "turns", "voices"]

QUIET: Final = timedelta(days=365)
"""After so long without a word of it nobody knows whether an instrument still stands."""


def as_of(agreement: Agreement, day: date, voice: str | None = None) -> str | None:
    """The state at the end of a day: the last that took effect by then, by all voices or by `voice`.

    A state nobody in particular vouches for counts for every voice. None before the instrument is heard of.
    """
    told = [s for s in agreement.states if s.date is not None and last_day(s.date) <= day and _by(s, voice)]
    return told[-1].state if told else None


def turns(agreement: Agreement) -> tuple[tuple[date, str], ...]:
    """The states of an agreement in order, each with the day from which it holds: the last that its date may mean.

    This is the one order of states: what is drawn, listed and answered for a day goes by it.
    """
    return tuple((last_day(state.date), state.state) for state in agreement.states if state.date is not None)


def voices(agreement: Agreement) -> tuple[str, ...]:
    """Everybody who vouches for a state of an agreement, by name, in order of the states."""
    return tuple(dict.fromkeys(party.name for state in agreement.states for party in state.by))


def last_told(agreement: Agreement) -> date | None:
    """The last day on which a state of an agreement took effect or a breach is dated; None where none is dated."""
    return max(_days_told(agreement), default=None)


def _days_told(agreement: Agreement) -> list[date]:
    told = (*(state.date for state in agreement.states), *(breach.date for breach in agreement.violations))
    return [last_day(day) for day in told if day is not None]


def quiet_since(agreement: Agreement, day: date) -> date | None:
    """The last day told of an instrument that nobody called over, where more than a year of silence lies behind it on `day`.

    None where it is over, or still spoken of, or agreed to last beyond `day`.
    """
    told = max((one for one in _days_told(agreement) if one <= day), default=None)
    state = as_of(agreement, day)
    lasts = agreement.until is not None and last_day(agreement.until) >= day
    if told is None or state is None or phase(state) == "over" or lasts or day - told <= QUIET:
        return None
    return told


def _by(state: State, voice: str | None) -> bool:
    return voice is None or not state.by or any(party.name == voice for party in state.by)


def disputed(agreement: Agreement, day: date) -> bool:
    """Whether voices differ that day on whether the instrument stands: two starts, or "over" against "it holds".

    A voice that once told it holds does so until it tells otherwise itself.
    """
    told = [s for s in agreement.states if s.date is not None and s.by]
    stands = [s for s in told if s.state in ("in_force", "extended")]
    over = [s for s in told if phase(s.state) == "over" and last_day(s.date or "") <= day]
    conceded = frozenset().union(*(_voices(s) for s in over))
    if any(last_day(s.date or "") <= day and not _voices(s) & conceded for s in stands) and over:
        return True
    starts = [s for s in stands if s.state == "in_force"]
    return any(_apart(one, other, day) for one in starts for other in starts)


def _apart(one: State, other: State, day: date) -> bool:
    first, then = last_day(one.date or ""), last_day(other.date or "")
    return first <= day < then and then - first > timedelta(days=1) and not _voices(one) & _voices(other)


def _voices(state: State) -> frozenset[str]:
    return sides(state.by, None)
