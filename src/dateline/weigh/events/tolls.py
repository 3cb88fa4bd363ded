"""Low, best and high of each measure of an event, by a stated rule.

A report gives one account of a toll: its first whole figure leads, later ones only close a bound that it leaves open; a
ceiling told in the same breath, or another voice's greater number, is its ceiling. Where only some are counted first (four
men), what is told of everybody leads if it is no less. Of the accounts of one voice the latest counts; a toll that rises from day to day
is its latest count, whoever tells it, unless it doubles; within a day the latest is what is told as risen or revised. Fighters are never counted with civilians; parts stand under their whole. A vague word counts only where nobody gives a number,
and its low is the least that recorders of casualties make of it. A whole is at least its largest part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median_low
from typing import Final

from dateline.amounts import REACH, Amount, cautious, told_by, total
from dateline.model import EventFigure
from dateline.weigh.figures import FORCES, Measure, Told, counted
from dateline.weigh.kinds import DISPUTED, GROWN, kind_of, later
from dateline.weigh.traits import Traits
from dateline.weigh.voices import Voice
from dateline.words.numbers import load_numbers

__all__ = ["fused_figures"]

_WORD = re.compile(r"[a-z]+|\d[\d,.]*")
NAMED: Final = 2
"""So many told one by one, a boy and his aunt, outweigh a number that is less."""
GRAVEST: Final = ("killed", "missing", "injured", "casualties", "detained", "displaced")
"""What is told first of an event's figures; the rest follow by name."""


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
    return tuple(_above_parts(kept[measure], kept) for measure in sorted(kept, key=_gravity))


def _gravity(measure: Measure) -> tuple[int, str, bool, bool, str]:
    """Where a figure stands among an event's: lives before things, the whole before its parts, people before households."""
    name, part, unit = measure
    grave = GRAVEST.index(name) if name in GRAVEST else len(GRAVEST)
    return grave, name, part is not None, unit != "people", f"{part} {unit}"


def _fused(measure: Measure, told: Sequence[Told], *, running: bool) -> EventFigure | None:
    """The accounts of all reports as one figure; None where only parts are told."""
    reports: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        reports[one.one.claim.report].append(one)
    wide = (measure[1],) if measure[1] is not None or running else (None, "civilians")
    accounts = [account for said in reports.values() if (account := _account(said, wide)) is not None]
    accounts = [one for one in accounts if one.lead.figure.numbered] or accounts
    if not accounts:
        return None
    leads = [account.lead for account in accounts if not account.vague]
    rising = not running and kind_of(leads, running=False) == "update"
    stand = [
        a for a in accounts if not any(_overtaken(a, b, rising=rising) for b in accounts) and not _borne(a, accounts)
    ]
    latest = {a.lead.voice: a for a in stand if not a.vague} or {a.lead.voice: a for a in accounts}
    last = [account.amount for account in latest.values()]
    lows = [low for amount in last if (low := cautious(amount)) is not None]
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
        measure[2],
    )


def _overtaken(account: _Account, by: _Account, *, rising: bool) -> bool:
    """Whether a count that was only the least known so far, or is one of a toll that rises, is exceeded by a later one."""
    less, more = account.amount.best or 0, by.amount.best or 0
    open_ = account.amount.high is None or (rising and more < DISPUTED * less)
    return more > less and not by.vague and open_ and later(by.lead, account.lead)


def _borne(account: _Account, accounts: Sequence[_Account]) -> bool:
    """Whether a count that is only the least known says no more than what two other voices count, whenever they are printed."""
    if account.amount.high is not None:
        return False
    less = account.amount.best or 0
    greater = {one.lead.voice for one in accounts if not one.vague and less < (one.amount.best or 0) < DISPUTED * less}
    return len(greater - {account.lead.voice}) > 1


def _claims(told: Sequence[Told]) -> tuple[str, ...]:
    return tuple(sorted({one.one.claim.id for one in told}))


def _account(said: Sequence[Told], wide: Sequence[str | None]) -> _Account | None:
    """What one report tells: its first whole figure, else the sum of the parts of its first claim that tells several."""
    told = _counting(said)
    head = told[0].one
    whole = [one for one in told if one.one is head and one.part in wide]
    later = [one for one in told if one.one is not head and one.part in wide]
    lead = next((one for one in whole if not one.vague), whole[0] if whole else told[0])
    if whole and lead.figure.numbered:
        beside = [one for one in whole[whole.index(lead) :] if _beyond(lead, one)]
        beside += [one for one in later if _another_counts_more(lead, one)]
        first = replace(lead.amount, high=None) if beside else _topped(lead)
        amount = told_by([first, *map(_bound, [*beside, *later])])
        rule = "as told" if amount == lead.amount else "the first figure, its open bound closed by a later one"
        return _revised(_Account(amount, lead, rule), later)
    parts = [one for one in said if one.one is head and not one.vague]
    if len(parts) > 1:
        return _Account(total(one.amount for one in parts), lead, "the sum of the parts told")
    if whole:
        return _Account(lead.amount, lead, "as told")
    everybody = _account(later, wide) if later else None
    return _some_of(lead, everybody) if everybody is not None and parts else everybody


def _revised(account: _Account, later_on: Sequence[Told]) -> _Account:
    """An account, its best being what the report further down tells the toll rose to; its low is what was counted first."""
    first, amount = account.amount.best or 0, account.amount
    told = (one for one in later_on if one.one.counted > 0 and not one.vague)
    last = next((one for one in told if first < (one.amount.best or 0) <= GROWN * first), None)
    if last is None or last.amount.best is None:
        return account
    high = None if amount.high is None else max(amount.high, last.amount.high or last.amount.best)
    return _Account(replace(amount, best=last.amount.best, high=high), last, "the count it rose to in the report")


def _counting(said: Sequence[Told]) -> Sequence[Told]:
    """The figures that have a number; those told one by one before the first of them leave out what is less."""
    numbered = [one for one in said if one.figure.numbered]
    named = said[0].amount.best or 0
    if not numbered or said[0].figure.numbered or named < NAMED:
        return numbered or said
    enough = [i for i, one in enumerate(numbered) if (one.amount.best or 0) >= named]
    return numbered[enough[0] :] if enough else said


def _beyond(lead: Told, one: Told) -> bool:
    """Whether a figure is a ceiling told in one breath with the lead: "killing 21 of the family, and up to 30 people"."""
    ceiling = one.figure.qualifier in ("up_to", "more_than")
    here = one.figure.place is None or lead.figure.place is None or one.figure.place.name == lead.figure.place.name
    return ceiling and here and not lead.vague and (one.amount.best or 0) > (lead.amount.best or 0)


def _another_counts_more(lead: Told, one: Told) -> bool:
    """Whether another voice that the report lets speak counts more of the dead than it does itself."""
    more = lead.amount.best is not None and lead.amount.best < (one.amount.best or 0) <= lead.amount.best * REACH
    return more and lead.figure.qualifier == "exact" and one.voice != lead.voice and not one.vague


def _some_of(some: Told, everybody: _Account) -> _Account:
    """The account of everybody, beside a first figure of some of them: a floor where that is open, or more than all of them."""
    least = some.amount
    if least.best is None or everybody.amount.best is None or not some.figure.numbered:
        return everybody
    if least.best > everybody.amount.best:
        return _Account(least, some, "a part told first, and no less than what is told of everybody")
    if least.high is None and not everybody.vague:
        return _Account(told_by([least, everybody.amount]), some, "at least the part told first")
    return everybody


def _bound(told: Told) -> Amount:
    """The number at which a figure closes another one's bound: more than 25 people are at least 26."""
    more = told.figure.qualifier == "more_than" and told.figure.unit == "people" and told.figure.best is not None
    return replace(told.amount, best=(told.figure.best or 0) + 1) if more else told.amount


def _topped(told: Told) -> Amount:
    """A figure's amount; of a range up to more than 25 people the top is at least 26."""
    amount, said = told.amount, _WORD.findall(told.figure.text.lower())
    open_top = amount.qualifier == "range" and told.figure.unit == "people" and amount.high is not None
    at = next((n for n in range(len(said) - 1, 0, -1) if said[n][0].isdigit()), 0) if open_top else 0
    exceeded = any(load_numbers().before.get(tuple(said[max(0, at - n) : at])) == "more_than" for n in (1, 2, 3))
    return replace(amount, high=(amount.high or 0) + 1) if at and exceeded else amount


def _rule(accounts: Sequence[_Account], last: Sequence[_Account]) -> str:
    if len(accounts) == 1:
        return accounts[0].rule
    if len(last) > 1:
        return f"the latest figure of each of {len(last)} voices: least low, middle best, greatest high"
    several = len({account.amount.best for account in accounts}) > 1
    return "the latest figure of one voice" if several else "the same figure, told more than once"


def _above_parts(whole: EventFigure, found: Mapping[Measure, EventFigure]) -> EventFigure:
    if whole.subgroup is not None:
        return whole
    parts = [
        f.low
        for (measure, group, _), f in found.items()
        if measure == whole.measure and group and not group.endswith(FORCES) and f.low is not None
    ]
    least = max(parts, default=0)
    if whole.best is None or not (whole.low or 0) < least <= whole.best:
        return whole
    return replace(whole, low=least, rule=f"{whole.rule}; at least its largest part")
