"""An instrument as a row: its name, kind, parties and mediators, its validity, terms, states and breaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Agreement, Party, content_id
from dateline.phenomena.types import PACTS
from dateline.weigh.ledger.anchors import stretch_named
from dateline.weigh.ledger.assigned import is_there
from dateline.weigh.ledger.breaches import Denials, Tied, Validity, breach, near_breaches, soon_after, tied_breaches
from dateline.weigh.ledger.dates import first_day, last_day, told_date
from dateline.weigh.ledger.facts import Fact, facts, plan_of, started
from dateline.weigh.ledger.imputed import imputed
from dateline.weigh.ledger.instrument import VAGUE, Instrument
from dateline.weigh.ledger.names import sides
from dateline.weigh.ledger.parties import parties_of
from dateline.weigh.ledger.readings import Reading
from dateline.weigh.ledger.roles import Role
from dateline.weigh.ledger.sites import held_at, name_of, site_of
from dateline.weigh.ledger.states import flags, states, undated_states
from dateline.weigh.ledger.terms import terms
from dateline.words.ledger import cue, phase

__all__ = ["agreement"]


def agreement(item: Instrument, around: Sequence[Reading], excluded: frozenset[str]) -> Agreement:
    """The row of an instrument; `around` are all readings of the reports that speak of it, `excluded` what they leave out."""
    parties, mediators = parties_of(item)
    told = facts(item, ())
    since = _since(item, told)
    until = _in_order(since, _until(item, told))
    tied = _tied(item, around, _validity(item, (*parties, *mediators), (since, until), excluded))
    own = {m.reading.claim.id for m in item.mentions} | {one.claim.id for one in soon_after(item, around)}
    told = _while_valid(facts(item, [one for one in tied if one.reading.claim.id in own]), since, until)
    kept = tuple(one for one in tied if one.out is None)
    rows, kind = states(told, item.home) or undated_states(item), _kind(item)
    denials = Denials([one for one in around if one.kind == "denial" or one.claim.stance == "denies"])
    broken, meant = imputed([breach(one, denials) for one in kept], kept, parties, item.home)
    return Agreement(
        id=content_id("agreement", item.home, item.family, item.local, _identity(item)),
        name=name_of(item, kind, since),
        kind=kind,
        parties=parties,
        mediators=mediators,
        place=site_of(item),
        since=since,
        until=until,
        terms=terms(item, [one.reading.claim.id for one in kept]),
        states=rows,
        violations=broken,
        extends=None,
        claims=tuple(m.reading.claim.id for m in item.mentions),
        because=(
            *flags(rows, kind),
            *meant,
            *(f"{one.reading.claim.id} is no breach: {one.out}" for one in tied if one.out),
        ),
    )


def _while_valid(told: Sequence[Fact], since: str | None, until: str | None) -> list[Fact]:
    """Facts without those that let it hold before its start or after its end."""
    first = None if since is None else first_day(since)
    last = None if until is None else last_day(until)
    return [
        f
        for f in told
        if phase(f.state) != "holding"
        or ((first is None or last_day(f.date) >= first) and (last is None or first_day(f.date) <= last))
    ]


def _identity(item: Instrument) -> str:
    chosen = item.founding or item.mentions
    return min(m.reading.claim.id for m in chosen)


def _tied(item: Instrument, around: Sequence[Reading], validity: Validity) -> list[Tied]:
    if not item.founding and any(m.role is Role.SEEKS for m in item.mentions):
        return []
    by_word = tied_breaches(item, around, validity)
    accused = frozenset().union(*(one.reading.by for one in by_word))
    wider = replace(validity, bound=validity.bound | accused)
    own = {m.reading.claim.id for m in item.mentions}
    found = by_word + near_breaches(by_word, around, wider)
    return sorted(
        found,
        key=lambda one: (
            str(one.reading.printed),
            one.reading.claim.report,
            one.reading.claim.start,
            one.reading.claim.id not in own,
        ),
    )


def _validity(
    item: Instrument, who: Sequence[Party], when: tuple[str | None, str | None], excluded: frozenset[str]
) -> Validity:
    since, until = when
    return Validity(
        start=first_day(since) if since is not None else item.first if item.founding else None,
        end=last_day(until) if until is not None else None,
        bound=sides(who, item.home) | ({item.home} if item.home is not None else set()),
        excluded=excluded,
        held=tuple(held_at([m.reading.claim for m in item.founding])),
    )


def _since(item: Instrument, told: Sequence[Fact]) -> str | None:
    """The first moment: the earliest a voice dates it, else as planned, as announced, or as its name tells."""
    if item.undated and item.first is not None and not any("T" in f.date for f in told):
        return item.first.isoformat()
    began = [fact.date for fact in told if fact.state == "in_force"]
    if began:
        return _exact(item, min(began, key=lambda d: (first_day(d), last_day(d))), began)
    plan = plan_of(item)
    if plan is not None:
        return plan[0]
    announced = [fact.date for fact in told if fact.state in ("announced", "agreed")]
    if not item.founding or item.anchor is None:
        return None
    if announced and item.anchor.days <= VAGUE:
        days = [d for d in announced if (last_day(d) - first_day(d)).days <= VAGUE] or announced
        return started(item, min(map(first_day, days)))
    return told_date(item.anchor)


def _in_order(since: str | None, until: str | None) -> str | None:
    """An end, where it does not lie before the start."""
    return None if since and until and last_day(until) < first_day(since) else until


def _exact(item: Instrument, told: str, all_told: Sequence[str]) -> str:
    """The most exact way in which that day is told."""
    if "/" in told or len(told) < 10:
        return told
    same = [d for d in all_told if d[:10] == told[:10] and "/" not in d]
    return max([*same, started(item, first_day(told))], key=lambda d: (len(d), d))


def _until(item: Instrument, told: Sequence[Fact]) -> str | None:
    """The last moment agreed or prolonged to; else the day it ended, unless a voice says then or later that it stands."""
    over = [fact for fact in told if phase(fact.state) == "over"]
    stands = [f for f in told if f.state in ("in_force", "extended") and f.by and f.reading.printed is not None]
    if over:
        day = min(over, key=lambda f: last_day(f.date))
        voices = frozenset().union(*(fact.voice for fact in over))
        doubted = any(
            f.reading.printed and f.reading.printed >= last_day(day.date) and not f.voice & voices for f in stands
        )
        if not doubted:
            return day.date
    return _agreed_end(item)


def _agreed_end(item: Instrument) -> str | None:
    """The last day agreed on, unless a report printed after it speaks of the instrument as there."""
    due = [
        m.reading.claim.deadline for m in item.mentions if m.reading.claim.deadline is not None and _runs_to(m.reading)
    ]
    told = max([*due, *_stretched(item)], key=last_day, default=None)
    if told is None:
        return None
    on = any(
        m.reading.printed is not None and m.reading.printed > last_day(told) and is_there(m.reading)
        for m in item.mentions
    )
    return None if on else told


def _stretched(item: Instrument) -> list[str]:
    """The last days of the stretches that founding words name, each from the day it begins: "a truce from 3 May to 9 May"."""
    told = [(m, stretch_named(m.reading.clause, m.reading.printed)) for m in item.founding if m.anchor is not None]
    return [days[1].isoformat() for m, days in told if days is not None and m.anchor and days[0] == m.anchor.first]


def _runs_to(one: Reading) -> bool:
    """Whether the deadline of a claim is the end of the instrument, not the hour it begins."""
    due = one.claim.deadline
    if due is None or one.kind not in PACTS:
        return False
    within = cue("phrases", "within").search(one.sentence)  # by then it is to begin, or a step of it to be done
    return one.when is not None and last_day(due) > one.when.first and not within


def _kind(item: Instrument) -> str:
    made = Counter(m.kind for m in item.founding if m.kind is not None)
    told = made or Counter(m.kind for m in item.mentions if m.kind is not None)
    if told.get("humanitarian_pause"):
        return "humanitarian_pause"
    return min(told, key=lambda kind: (-told[kind], str(kind)), default=None) or "ceasefire"
