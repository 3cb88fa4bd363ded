"""Low, best and high of each measure of an event, by a stated rule.

A report gives one account of a toll: its first whole figure leads, later ones only close a bound that it leaves open.
Of the accounts of one voice the latest counts. Fighters are never counted with civilians; parts stand under their
whole. A vague word counts only where nobody gives a number. A whole is at least its largest part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from dateline.amounts import Amount, told_by, total
from dateline.model import EventFigure
from dateline.weigh.figures import FORCES, Measure, Told, counted
from dateline.weigh.traits import Traits
from dateline.weigh.voices import Voice

__all__ = ["fused_figures"]


@dataclass(frozen=True, slots=True)
class _Account:
    """What one report tells of a measure, and the rule by which it was reached."""

    amount: Amount
    lead: Told
    rule: str

    @property
    def vague(self) -> bool:
        return self.amount.qualifier.startswith("vague")


def fused_figures(group: Sequence[Traits], voices: Mapping[str, frozenset[Voice]]) -> tuple[EventFigure, ...]:
    """One figure for each measure and subgroup; what is told of everybody and of civilians is one toll."""
    wholes: dict[Measure, list[Told]] = defaultdict(list)
    parts: dict[Measure, list[Told]] = defaultdict(list)
    running = any(one.series is not None for one in group)
    for told in counted(group, voices):
        measure, unit = told.figure.measure, told.figure.unit
        whole = told.part is None or (told.part == "civilians" and not running)
        if told.figure.part_of is None and told.people not in FORCES:
            wholes[measure, None, unit].append(told)
        if told.part is not None and (told.figure.part_of is not None or not whole):
            parts[measure, told.part, unit].append(told)
    found = {measure: _fused(measure, said, running=running) for measure, said in (wholes | parts).items()}
    kept = {measure: figure for measure, figure in found.items() if figure is not None}
    return tuple(_above_parts(kept[measure], kept) for measure in sorted(kept, key=repr))


def _fused(measure: Measure, told: Sequence[Told], *, running: bool) -> EventFigure | None:
    """The accounts of all reports as one figure; None where only parts are told."""
    reports: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        reports[one.one.claim.report].append(one)
    wide = (measure[1],) if measure[1] is not None or running else (None, "civilians")
    accounts = [account for said in reports.values() if (account := _account(said, wide)) is not None]
    if not accounts:
        return None
    latest = {a.lead.voice: a for a in accounts if not a.vague} or {a.lead.voice: a for a in accounts}
    last = [account.amount for account in latest.values()]
    lows = [amount.low for amount in last if amount.low is not None]
    highs = [amount.high for amount in last if amount.high is not None]
    claims = tuple(sorted({one.one.claim.id for one in told if one.part in wide}) or _claims(told))
    return EventFigure(
        measure[0],
        measure[1],
        min(lows, default=None),
        median_low([amount.best for amount in last if amount.best is not None]),
        max(highs) if len(highs) == len(last) else None,
        claims,
        _rule(accounts, list(latest.values())),
    )


def _claims(told: Sequence[Told]) -> tuple[str, ...]:
    return tuple(sorted({one.one.claim.id for one in told}))


def _account(said: Sequence[Told], wide: Sequence[str | None]) -> _Account | None:
    """What one report tells: its first whole figure, else the sum of the parts of its first claim that tells several."""
    told = [one for one in said if one.figure.numbered] or list(said)
    head = told[0].one
    whole = [one for one in told if one.one is head and one.part in wide]
    later = [one for one in told if one.one is not head and one.part in wide]
    lead = next((one for one in whole if not one.vague), whole[0] if whole else told[0])
    if whole and lead.figure.numbered:
        amount = told_by([lead.amount, *map(_bound, later)])
        closed = amount != lead.amount
        return _Account(amount, lead, "the first figure, its open bound closed by a later one" if closed else "as told")
    parts = [one for one in said if one.one is head and not one.vague]
    if len(parts) > 1:
        return _Account(total(one.amount for one in parts), lead, "the sum of the parts told")
    if whole:
        return _Account(lead.amount, lead, "as told")
    return _account(later, wide) if later else None


def _bound(told: Told) -> Amount:
    """The number at which a figure closes another one's bound: more than 25 people are at least 26."""
    more = told.figure.qualifier == "more_than" and told.figure.unit == "people" and told.figure.best is not None
    return replace(told.amount, best=(told.figure.best or 0) + 1) if more else told.amount


def _rule(accounts: Sequence[_Account], last: Sequence[_Account]) -> str:
    if len(accounts) == 1:
        return accounts[0].rule
    if len(last) > 1:
        return f"the latest figure of each of {len(last)} voices: least low, middle best, greatest high"
    several = len({account.amount.best for account in accounts}) > 1
    return "the latest figure of one voice" if several else "the same figure, told more than once"


def _above_parts(whole: EventFigure, found: Mapping[Measure, EventFigure]) -> EventFigure:
    if whole.subgroup is not None or whole.low is None:
        return whole
    parts = [
        f.low
        for (measure, group, _), f in found.items()
        if measure == whole.measure and group and not group.endswith(FORCES) and f.low is not None
    ]
    least = max(parts, default=0)
    if whole.best is None or not whole.low < least <= whole.best:
        return whole
    return replace(whole, low=least, rule=f"{whole.rule}; at least its largest part")
