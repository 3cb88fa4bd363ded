"""Which instruments there are, and which of them each claim speaks of.

Claims are grouped by the country of the fighting and the family of the instrument first; within a group the few
instruments are told apart by the time that founds or names them, so no step compares every claim with every other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.times import DAY, Interval
from dateline.weigh.ledger.readings import Reading
from dateline.weigh.ledger.roles import ABOUT, Mention, Role, mention_of
from dateline.words.ledger import cue, state_in

__all__ = ["VAGUE", "Instrument", "instruments", "is_there"]

VAGUE = 20.0
"""An anchor of more days than this is a month or a year that names an instrument, not a day on which it began."""
ONE_DEAL = 6
"""Days that may lie between agreement and start, or between two starts that two guarantors name, of one deal."""
BREAKS = frozenset({"ceasefire_violation", "ceasefire_end"})
SOUGHT_AHEAD = timedelta(days=45)
"""How long before an instrument the asking for it may begin."""
SOUGHT_LATE = timedelta(days=7)
"""How long after a start a demand for "a ceasefire" is still a demand to keep this one."""
EARLIER = timedelta(days=3)
"""How long before the first undated word of a truce it may be spoken of as there."""
RETOLD = 30
"""Days within which an undated mention of a truce of other words still means the last one."""
SEARCH = timedelta(days=60)
"""Calls for a truce farther apart than this seek two."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument and the readings that concern it, in order of publication."""

    home: str | None
    family: str
    local: str | None
    anchor: Interval | None
    founding: tuple[Mention, ...]
    mentions: tuple[Mention, ...] = ()

    @property
    def undated(self) -> bool:
        """Whether only the days of print of its reports date it: it may have begun a little earlier."""
        return bool(self.founding) and all(_undated(m) for m in self.founding)

    @property
    def first(self) -> date | None:
        """The first day its anchors tell."""
        return None if self.anchor is None else self.anchor.first


def instruments(readings: Sequence[Reading]) -> tuple[Instrument, ...]:
    """The instruments that readings concern, each with its mentions, in order of their anchors."""
    told = tuple(mention for one in readings if (mention := mention_of(one)) is not None)
    groups: dict[str | None, list[Mention]] = {}
    for mention in told:
        groups.setdefault(mention.reading.home, []).append(mention)
    found = [item for home in sorted(groups, key=str) for item in _of_home(home, groups[home])]
    return tuple(item for item in found if _is_instrument(item))


def _is_instrument(item: Instrument) -> bool:
    """Whether a noun of its own or a claim about a truce shows it: a bare "deal" may be about trade."""
    kinds = {m.reading.kind for m in item.mentions}
    shown = any(m.reading.strong or state_in("violated", m.reading.clause) for m in item.mentions)
    return shown or bool(kinds & ABOUT - {"agreement"})


def _of_home(home: str | None, mentions: Sequence[Mention]) -> list[Instrument]:
    founded = _founded(home, [m for m in mentions if m.role is Role.FOUNDS])
    sought = _sought(home, [m for m in mentions if m.role is Role.SEEKS], founded)
    return _assigned(mentions, [*founded, *sought])


# --- founded -----------------------------------------------------------------------------------------------------------


def _founded(home: str | None, mentions: Iterable[Mention]) -> list[Instrument]:
    groups: dict[tuple[str, str | None], list[Mention]] = {}
    for mention in mentions:
        groups.setdefault((mention.family, mention.local), []).append(mention)
    found: list[Instrument] = []
    for (family, local), told in sorted(groups.items(), key=lambda pair: (pair[0][0], str(pair[0][1]))):
        own: list[Instrument] = []
        for mention in sorted(told, key=_narrow_first):
            near = sorted(range(len(own)), key=lambda i: (_apart(own[i], mention), -i))
            at = next((i for i in near if _same(own[i], mention) or _retold(own[i], mention)), None)
            if at is None:
                own.append(Instrument(home, family, local, mention.anchor, (mention,)))
            else:
                own[at] = _joined(own[at], mention)
            own.sort(key=_by_anchor)
        found.extend(own)
    return found


def _narrow_first(mention: Mention) -> tuple[bool, bool, Interval, str, int, str]:
    assert mention.anchor is not None
    claim = mention.reading.claim
    vague = mention.anchor.days > VAGUE
    return _undated(mention), vague, mention.anchor, claim.report, claim.start, claim.id


def _undated(mention: Mention) -> bool:
    """Whether only the day of print dates it: it may be old."""
    return mention.reading.assumed and not mention.named


def _retold(item: Instrument, mention: Mention) -> bool:
    """Whether an undated mention retells an instrument that was there: one of its kind and sides, or of its month."""
    if not _undated(mention) or mention.fresh or item.anchor is None or mention.anchor is None:
        return False
    if item.anchor.start > mention.anchor.start or _proclaims(mention):
        return False
    makers = frozenset().union(*(m.reading.by for m in item.founding))
    if makers and mention.reading.by and not makers & mention.reading.by:
        return False
    kinds = {m.kind for m in item.founding} - {None}
    recent = _gap(item.anchor, mention.anchor) <= RETOLD
    return recent or mention.kind in kinds or mention.kind is None


def _by_anchor(item: Instrument) -> tuple[bool, date, str]:
    return item.first is None, item.first or date.max, str(item.local)


def _joined(item: Instrument, mention: Mention) -> Instrument:
    assert item.anchor is not None
    assert mention.anchor is not None
    outside = (
        mention.anchor.days > VAGUE or item.anchor.days > VAGUE or (_undated(mention) and not _same(item, mention))
    )
    anchor = (
        item.anchor
        if outside
        else replace(
            item.anchor,
            start=min(item.anchor.start, mention.anchor.start),
            end=max(item.anchor.end, mention.anchor.end),
        )
    )
    return replace(item, anchor=anchor, founding=(*item.founding, mention))


def _same(item: Instrument, mention: Mention) -> bool:
    """Whether a founding mention founds this instrument: see docs/ledger.md, "One instrument or two"."""
    assert item.anchor is not None
    assert mention.anchor is not None
    if mention.anchor.days > VAGUE or item.anchor.days > VAGUE:
        return item.anchor.overlaps(mention.anchor)
    gap = _gap(item.anchor, mention.anchor)
    if gap == 0:
        return not _rival(item, mention)
    anew = mention.anchor.start < item.anchor.start and any(m.fresh for m in item.founding)
    if mention.fresh or anew or any(_over_before(m, mention) for m in item.founding):
        return False
    if _one_sided(item, mention):
        return not _proclaims(mention)
    return gap <= ONE_DEAL and not _rival(item, mention)


def _apart(item: Instrument, mention: Mention) -> int:
    assert item.anchor is not None
    assert mention.anchor is not None
    return _gap(item.anchor, mention.anchor)


def _gap(one: Interval, other: Interval) -> int:
    if one.overlaps(other):
        return 0
    early, late = sorted((one, other))
    return (late.first - (early.end - timedelta(microseconds=1)).date()) // DAY


def _one_sided(item: Instrument, mention: Mention) -> bool:
    """Whether one and the same side alone is told to have made both."""
    makers = frozenset().union(*(m.reading.by for m in item.founding))
    return len(makers) == 1 and mention.reading.by == makers


def _proclaims(mention: Mention) -> bool:
    return mention.reading.kind == "ceasefire_start" and state_in("announced", mention.reading.sentence)


def _rival(item: Instrument, mention: Mention) -> bool:
    """Whether two sides each made their own: both alone, and one in words that say so."""
    makers = frozenset().union(*(m.reading.by for m in item.founding))
    alone = len(makers) == 1 == len(mention.reading.by) and makers != mention.reading.by
    words = (m.reading.sentence for m in (*item.founding, mention))
    return alone and any("unilateral" in said or "its own" in said for said in words)


def _over_before(early: Mention, late: Mention) -> bool:
    """Whether words that found the early one also tell that it was over before the late one."""
    assert early.anchor is not None
    assert late.anchor is not None
    return early.anchor.end < late.anchor.start and state_in("expired", early.reading.clause)


# --- sought ------------------------------------------------------------------------------------------------------------


def _sought(home: str | None, mentions: Sequence[Mention], founded: Sequence[Instrument]) -> list[Instrument]:
    """What is asked for and not yet there: calls of one season, one of them between two who could grant it."""
    free = [m for m in mentions if _granted(m, founded) is None and m.reading.day is not None]
    runs: list[list[Mention]] = []
    for mention in sorted(free, key=lambda m: (m.reading.day or date.max, m.reading.claim.id)):
        last = runs[-1][-1].reading.day if runs else None
        if last is not None and mention.reading.day is not None and mention.reading.day - last <= SEARCH:
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [
        Instrument(home, "truce", None, Interval.day(run[0].reading.day), ())
        for run in runs
        if run[0].reading.day is not None and any(_engaged(m) for m in run)
    ]


def _engaged(mention: Mention) -> bool:
    """Whether one named side asks another: a call to all the world is a demand that nobody has taken up."""
    one = mention.reading
    other = {side for side in one.to - one.by if not side.startswith("~")}
    return bool(one.by) and bool(other) and not one.by <= {"united nations", "security council"}


def _granted(mention: Mention, founded: Sequence[Instrument]) -> Instrument | None:
    """The instrument that a call was answered by, or that it asks to keep."""
    day = mention.reading.day
    if day is None:
        return None
    near = [
        item
        for item in founded
        if item.anchor is not None
        and item.anchor.days <= VAGUE
        and (
            day <= item.anchor.first <= day + SOUGHT_AHEAD
            or (not mention.fresh and item.anchor.first <= day <= item.anchor.first + SOUGHT_LATE)
        )
    ]
    return min(near, key=lambda item: (abs((item.first or day) - day), str(item.local)), default=None)


# --- who speaks of which -----------------------------------------------------------------------------------------------


def _assigned(mentions: Sequence[Mention], known: Sequence[Instrument]) -> list[Instrument]:
    """Every mention with the instrument it speaks of, told by name, by date, or by what its report spoke of last."""
    of_claim = {m.reading.claim.id: at for at, item in enumerate(known) for m in item.founding}
    founded = [item for item in known if item.founding]
    seeking = {m.reading.claim.id for m in mentions if m.role is Role.SEEKS and _granted(m, founded) is None}
    in_report: dict[str, set[int]] = {}
    for mention in mentions:
        if mention.reading.claim.id in of_claim:
            in_report.setdefault(mention.reading.claim.report, set()).add(of_claim[mention.reading.claim.id])
    held: list[list[Mention]] = [[] for _ in known]
    orphans: list[Mention] = []
    recent: tuple[str, int | None] = ("", None)
    for mention in mentions:
        report = mention.reading.claim.report
        last = recent[1] if recent[0] == report else None
        at = of_claim.get(mention.reading.claim.id)
        if at is None:
            free = mention.reading.claim.id in seeking
            near = in_report.get(report, set())
            fitting = [(i, item) for i, item in enumerate(known) if free != bool(item.founding)]
            scored = [
                (score, i) for i, item in fitting if (score := _score(mention, item, i == last, i in near)) is not None
            ]
            at = max(scored, default=(None, None))[1]
        if at is not None:
            held[at].append(mention)
            recent = (report, at)
        elif mention.reading.kind in ABOUT and mention.role is Role.SPEAKS:
            orphans.append(mention)
    found = [_there(replace(item, mentions=tuple(told))) for item, told in zip(known, held, strict=True) if told]
    return [*found, *_unfounded(orphans)]


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
    dated = one.when is not None and item.anchor is not None and one.when.days > 1 and _opens(one.when, item.anchor)
    apart = (item.local is not None) + (mention.family != item.family)
    return 4.0 * dated + 2.0 * last + 1.5 * near - 2.0 * apart, begun, _recency(one, item)


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
    last = (one.when.end - timedelta(microseconds=1)).date() if one.when is not None else one.printed
    if last is None:
        return True
    if one.kind in BREAKS or one.shows("extended") or one.shows("violated"):
        return last >= item.anchor.first - (EARLIER if item.undated else timedelta(0))
    return last >= item.anchor.first - SOUGHT_AHEAD


def _unfounded(orphans: Sequence[Mention]) -> list[Instrument]:
    """A truce whose making no report tells: it is known by what is said of it."""
    real = [m for m in orphans if m.reading.kind != "agreement" or m.reading.strong]
    real = [m for m in real if not cue("phrases", "earlier").search(m.reading.clause)]
    real = [m for m in real if m.reading.claim.modality == "actual" and m.reading.claim.stance != "demands"]
    if not real:
        return []
    return [Instrument(real[0].reading.home, "truce", None, None, (), tuple(real))]
