"""Which instrument each claim speaks of: told by name, by date, or by what its report spoke of last."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.phenomena.types import OF_TRUCES, PACTS
from dateline.times import DAY, Interval
from dateline.weigh.ledger.instrument import VAGUE, Instrument
from dateline.weigh.ledger.readings import Reading
from dateline.weigh.ledger.roles import Mention, Role
from dateline.weigh.ledger.sought import SEARCH, SOUGHT_AHEAD, granted
from dateline.words.ledger import cue

__all__ = ["assigned", "is_there"]

BREAKS = frozenset({"ceasefire_violation", "ceasefire_end"})
TELLING = ("extended", "agreed", "announced", "in_force")
EARLIER = timedelta(days=3)
"""How long before the first undated word of a truce it may be spoken of as there."""


def assigned(mentions: Sequence[Mention], known: Sequence[Instrument]) -> list[Instrument]:
    """Every mention with the instrument it speaks of, told by name, by date, or by what its report spoke of last."""
    towns = {item.local for item in known}
    mentions = [
        m if m.local in towns else replace(m, local=None) for m in mentions
    ]  # "a breach of the truce in Gao" is of no truce for Gao
    of_claim = {m.reading.claim.id: at for at, item in enumerate(known) for m in item.founding}
    founded = [item for item in known if item.founding]
    seeking = {m.reading.claim.id for m in mentions if m.role is Role.SEEKS and granted(m, founded) is None}
    in_report: dict[str, set[int]] = {}
    for mention in mentions:
        if mention.reading.claim.id in of_claim:
            in_report.setdefault(mention.reading.claim.report, set()).add(of_claim[mention.reading.claim.id])
    truces = {i for i, item in enumerate(known) if not item.founding or _is_truce(item, mentions)}
    held: list[list[Mention]] = [[] for _ in known]
    loose: list[Mention] = []
    recent: tuple[str, int | None] = ("", None)
    for mention in mentions:
        report = mention.reading.claim.report
        last = recent[1] if recent[0] == report else None
        at = of_claim.get(mention.reading.claim.id)
        if at is None:
            free = mention.reading.claim.id in seeking
            near = in_report.get(report, set())
            fitting = [
                (i, item) for i, item in enumerate(known) if free != bool(item.founding) and _may(mention, i, truces)
            ]
            scored = [
                (score, i) for i, item in fitting if (score := _score(mention, item, i == last, i in near)) is not None
            ]
            at = max(scored, default=(None, None))[1]
        if at is not None:
            held[at].append(mention)
            recent = (report, at)
        elif mention.role is Role.SPEAKS:
            loose.append(mention)
    found = [_there(replace(item, mentions=tuple(told))) for item, told in zip(known, held, strict=True) if told]
    return [*found, *(item for family in sorted({m.family for m in loose}) for item in _unfounded(family, loose))]


def _may(mention: Mention, at: int, truces: Container[int]) -> bool:
    """Whether a mention may speak of an instrument: a truce is not the deal on toxic arms that the same page recalls."""
    return at in truces or mention.named or not mention.reading.strong


def _is_truce(item: Instrument, mentions: Sequence[Mention]) -> bool:
    """Whether words that make an instrument, or that name it by its time, call it a truce."""
    named = (m for m in mentions if m.named and m.family == item.family and m.anchor and item.anchor)
    told = (m.reading.strong for m in named if m.anchor and item.anchor and m.anchor.overlaps(item.anchor))
    return any(m.reading.strong for m in item.founding) or any(told)


def _there(item: Instrument) -> Instrument:
    """An undated instrument begins no later than the first report that speaks of it as there."""
    if not item.undated or item.anchor is None:
        return item
    there = (m.reading for m in item.mentions if m.role is Role.SPEAKS and is_there(m.reading))
    told = [one.printed for one in there if one.printed is not None]
    told = [day for day in told if item.anchor.first - EARLIER <= day < item.anchor.first]
    return replace(item, anchor=replace(item.anchor, start=Interval.day(min(told)).start)) if told else item


def is_there(one: Reading) -> bool:
    """Whether a reading speaks of an instrument as one that is there: broken, ended, denied to be broken, or kept."""
    return one.kind in BREAKS or one.kind == "denial" or one.shows("violated") or one.shows("in_force")


def _score(mention: Mention, item: Instrument, last: bool, near: bool) -> tuple[float, bool, int] | None:
    """How well a mention fits an instrument, then how near in time it lies; None where it cannot mean it."""
    one = mention.reading
    if not item.founding:
        return (1.0, True, _recency(one, item)) if _in_season(mention, item) else None
    if mention.family != item.family and one.strong:
        return None
    if mention.local is not None and mention.local != item.local:
        return None
    begun = item.first is not None and one.day is not None and item.first <= one.day
    if mention.named and mention.anchor is not None:
        fits = item.anchor is not None and item.anchor.overlaps(mention.anchor)
        return (9.0, begun, _recency(one, item)) if fits else None
    if not _reaches(one, item):
        return None
    if one.headlined and not one.nouns:
        return 0.0, begun, _recency(one, item)  # a headline says "truce" of the last one, whatever the page recalls
    dated = one.when is not None and item.anchor is not None and one.when.days > 1 and _opens(one.when, item.anchor)
    apart = (item.local is not None) + (mention.family != item.family)
    own = one.shows("extended") and bool(one.by) and one.by == frozenset().union(*(m.reading.by for m in item.founding))
    third = mention.fresh and any(m.fresh for m in item.founding)  # "the third truce" is the one that was called so
    return 5.0 * third + 4.0 * dated + 4.0 * own + 2.0 * last + 1.5 * near - 2.0 * apart, begun, _recency(one, item)


def _recency(one: Reading, item: Instrument) -> int:
    """The later the better of those begun, the sooner the better of those to come."""
    if item.first is None or one.day is None:
        return 0
    return -abs((one.day - item.first).days)


def _opens(when: Interval, anchor: Interval) -> bool:
    """Whether a stretch of time begins with the instrument: "since September 2018"."""
    return when.start == anchor.start or (anchor.days <= VAGUE and abs((when.first - anchor.first) // DAY) <= 1)


def _in_season(mention: Mention, item: Instrument) -> bool:
    day = mention.reading.day
    return day is not None and item.first is not None and item.first <= day <= item.first + 6 * SEARCH


def _reaches(one: Reading, item: Instrument) -> bool:
    """Whether a reading may speak of an instrument by its days: what lies long before its start does not."""
    if item.anchor is None:
        return True
    last = one.when.last if one.when is not None else one.printed
    if last is None:
        return True
    if one.kind in BREAKS or one.shows("extended") or one.shows("violated"):
        return last >= item.anchor.first - (EARLIER if item.undated else timedelta(0))
    return last >= item.anchor.first - SOUGHT_AHEAD


def _unfounded(family: str, told_loose: Sequence[Mention]) -> list[Instrument]:
    """An instrument whose making no report dates: known by what is said of it, and by who is told to have made it."""
    loose = [m for m in told_loose if m.family == family]
    orphans = [m for m in loose if m.reading.kind in OF_TRUCES]
    real = [m for m in orphans if m.reading.kind != "agreement" or m.reading.strong]
    real = [m for m in real if not cue("phrases", "earlier").search(m.reading.clause)]
    real = [m for m in real if m.reading.strong or not m.reading.claim.background]
    real = [m for m in real if m.reading.claim.modality == "actual" and m.reading.claim.stance != "demands"]
    if not real:
        return []
    undated = [m for m in loose if m.reading.printed is None and m.reading.when is None]
    undated = [m for m in undated if m.reading.kind in OF_TRUCES or any(m.reading.shows(state) for state in TELLING)]
    made = tuple(m for m in undated if _makes(m.reading))
    kept = {id(m) for m in (*real, *(undated if made else ()))}
    told = tuple(m for m in loose if id(m) in kept)
    return [Instrument(real[0].reading.home, family, None, None, made, told)]


def _makes(one: Reading) -> bool:
    made = any(one.shows(state) for state in ("agreed", "announced"))
    return made and one.kind in PACTS and one.claim.modality == "actual" and one.claim.stance == "asserts"
