"""The states of an instrument in order: one row a voice, a run of breaches as its first, and what is out of order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from dateline.model import Party, State
from dateline.weigh.ledger.dates import first_day, last_day
from dateline.weigh.ledger.facts import Fact, announces
from dateline.weigh.ledger.instrument import Instrument
from dateline.weigh.ledger.names import merged, sides
from dateline.weigh.ledger.roles import Mention
from dateline.words.ledger import allowed, order, phase, starts

__all__ = ["flags", "states", "undated_states"]

ONCE = frozenset({"sought", "proposed", "agreed", "announced", "in_force"})
"""States a voice brings about once; telling them again is no second one."""


def states(told: Sequence[Fact], home: str | None) -> tuple[State, ...]:
    """States in order of the day they take effect: one row a voice, a run of breaches as its first."""
    once = _once([fact for fact in told if fact.state != "violated"])
    if any(phase(fact.state) == "holding" for fact in told):
        once = [fact for fact in once if fact[0].state != "rejected"]
    broken = sorted((fact for fact in told if fact.state == "violated"), key=_when)
    rows = sorted((*once, *_runs(broken, [facts_[0] for facts_ in once])), key=lambda group: _when(group[0]))
    return _agreeing([_row(group, home) for group in rows], home)


def _agreeing(rows: Sequence[State], home: str | None) -> tuple[State, ...]:
    """The rows, those that tell one state from one moment as one: voices that agree are vouchers, not another state."""
    found: dict[tuple[str, str | None], State] = {}
    for row in rows:
        first = found.setdefault((row.state, row.date), row)
        if first is not row:
            by = merged([*first.by, *row.by], home) if first.by and row.by else first.by or row.by
            claims = tuple(dict.fromkeys((*first.claims, *row.claims)))
            found[row.state, row.date] = State(row.state, row.date, by, claims)
    return tuple(found.values())


def undated_states(item: Instrument) -> tuple[State, ...]:
    """What reports without any date tell of the making of an instrument: that it was agreed or announced, and by whom."""
    groups: dict[tuple[str, frozenset[str]], list[Mention]] = {}
    for mention in item.founding if item.anchor is None else ():
        state = "agreed" if mention.reading.shows("agreed") and not announces(mention.reading) else "announced"
        groups.setdefault((state, sides(_voice(mention, state), item.home)), []).append(mention)
    told = sorted(groups.items(), key=lambda pair: order()[pair[0][0]])
    return tuple(
        State(
            state,
            None,
            merged([party for m in group for party in _voice(m, state)], item.home),
            tuple(m.reading.claim.id for m in group),
        )
        for (state, _), group in told
    )


def _voice(mention: Mention, state: str) -> tuple[Party, ...]:
    claim = mention.reading.claim
    return claim.by or claim.speaker if state == "agreed" else claim.speaker or claim.by


def _when(fact: Fact) -> tuple[date, int, date, str]:
    return last_day(fact.date), order()[fact.state], first_day(fact.date), fact.reading.claim.id


def _once(told: Iterable[Fact]) -> list[list[Fact]]:
    groups: list[list[Fact]] = []
    for fact in sorted(told, key=_when):
        same = next((group for group in groups if _repeats(group, fact)), None)
        if same is None:
            groups.append([fact])
        else:
            same.append(fact)
    return groups


def _repeats(group: Sequence[Fact], fact: Fact) -> bool:
    first = group[0]
    if first.state != fact.state:
        return False
    if fact.state in ONCE and fact.state != "in_force" and not fact.by:
        return True
    voice = frozenset().union(*(f.voice for f in group))
    if fact.state in ONCE and fact.voice and fact.voice <= voice:
        return True
    near = abs((last_day(fact.date) - last_day(first.date)).days) <= 1
    return near and (bool(voice & fact.voice) or not voice or not fact.voice)


def _runs(broken: Sequence[Fact], others: Sequence[Fact]) -> list[list[Fact]]:
    """Breaches cut into runs: where another turn of the instrument lies between two, the second is a new run."""
    turns = sorted(_when(fact) for fact in others if phase(fact.state) in ("holding", "over"))
    groups: dict[int, list[Fact]] = {}
    for fact in broken:
        groups.setdefault(sum(turn < _when(fact) for turn in turns), []).append(fact)
    return list(groups.values())


def _row(group: Sequence[Fact], home: str | None) -> State:
    first = group[0]
    exact = [f.date for f in group if f.date[:10] == first.date[:10] and "T" in f.date]
    claims = tuple(dict.fromkeys(fact.reading.claim.id for fact in group))
    by = merged([party for fact in group for party in fact.by], home)
    return State(first.state, max(exact, key=lambda d: (len(d), d), default=first.date), by, claims)


def flags(rows: Sequence[State], kind: str) -> tuple[str, ...]:
    """What is out of order in a row of states, in words: an odd beginning, and moves the kind does not allow."""
    found = []
    if rows and rows[0].state not in starts():
        found.append(f"first heard of as {rows[0].state}")
    for one, after in pairwise(rows):
        if after.state not in allowed(kind)[one.state]:
            found.append(f"{after.state} ({after.date}) after {one.state} ({one.date}) is out of order")
    return tuple(found)
