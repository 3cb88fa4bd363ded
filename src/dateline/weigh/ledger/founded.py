"""Which instruments were made: told apart by the time that founds or names them, and by who made them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.times import Interval
from dateline.weigh.ledger.instrument import VAGUE, Instrument, gap, undated
from dateline.weigh.ledger.roles import Mention
from dateline.weigh.ledger.sites import elsewhere, named_by
from dateline.words.ledger import cue, state_in

__all__ = ["founded"]

ONE_DEAL = 6
"""Days that may lie between agreement and start, or between two starts that two guarantors name, of one deal."""
AHEAD = timedelta(days=60)
"""How long after its making a truce is to begin at the latest."""
MONTH = 31.0
RETOLD = 30
"""Days within which an undated mention of a truce of other words still means the last one."""


def founded(home: str | None, mentions: Iterable[Mention]) -> list[Instrument]:
    groups: dict[tuple[str, str | None], list[Mention]] = {}
    for mention in _widened(_anew(list(mentions))):
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
        found.extend(_with_starts(own))
    return found


def _widened(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; "the truce in Gao" of which no report tells that it was made for that town is the one made days before."""
    towns = {m.local for m in mentions if not _known(m)}
    wide = [m.anchor for m in mentions if m.local is None and m.anchor is not None]
    return [
        replace(m, local=None)
        if m.local not in towns and m.anchor is not None and any(gap(one, m.anchor) <= ONE_DEAL for one in wide)
        else m
        for m in mentions
    ]


def _known(mention: Mention) -> bool:
    """Whether words speak of a truce as of one that is known: "the truce in Gao"."""
    one = mention.reading
    leads = (one.clause[: noun.start].split()[-2:] for noun in one.nouns if not noun.weak)
    return any("the" in lead for lead in leads)


def _with_starts(items: Sequence[Instrument]) -> list[Instrument]:
    """The instruments, each that is only the coming start of an earlier one laid to it."""
    found: list[Instrument] = []
    for item in items:
        at = next((i for i, made in enumerate(found) if any(_comes(made, m) for m in item.founding)), None)
        if at is None:
            found.append(item)
        else:
            found[at] = replace(found[at], founding=(*found[at].founding, *item.founding))
    return found


def _anew(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; where a report calls its truce a new one, so are its other mentions of that day."""
    new: dict[str, list[Interval]] = {}
    for mention in mentions:
        if mention.fresh and mention.anchor is not None:
            new.setdefault(mention.reading.claim.report, []).append(mention.anchor)
    return [replace(one, fresh=one.fresh or _of_a_day(one, new)) for one in mentions] if new else list(mentions)


def _of_a_day(mention: Mention, new: Mapping[str, Sequence[Interval]]) -> bool:
    told = new.get(mention.reading.claim.report, ())
    return mention.anchor is not None and any(gap(anchor, mention.anchor) <= 1 for anchor in told)


def _narrow_first(mention: Mention) -> tuple[bool, bool, bool, Interval, str, int, str]:
    assert mention.anchor is not None
    claim = mention.reading.claim
    vague = mention.anchor.days > VAGUE
    return (
        undated(mention),
        vague,
        vague and mention.anchor.days > MONTH,
        mention.anchor,
        claim.report,
        claim.start,
        claim.id,
    )


def _retold(item: Instrument, mention: Mention) -> bool:
    """Whether an undated mention retells an instrument that was there: one of its kind and sides, or of its month."""
    if (
        _of_another_town(item, mention)
        or not undated(mention)
        or mention.fresh
        or item.anchor is None
        or mention.anchor is None
    ):
        return False
    if item.anchor.start > mention.anchor.start or _proclaims(mention):
        return False
    makers = frozenset().union(*(m.reading.by for m in item.founding))
    if makers and mention.reading.by and not makers & mention.reading.by:
        return False
    kinds = {m.kind for m in item.founding} - {None}
    recent = gap(item.anchor, mention.anchor) <= RETOLD
    return recent or mention.kind in kinds or mention.kind is None


def _by_anchor(item: Instrument) -> tuple[bool, date, str]:
    return item.first is None, item.first or date.max, str(item.local)


def _joined(item: Instrument, mention: Mention) -> Instrument:
    assert item.anchor is not None
    assert mention.anchor is not None
    outside = mention.anchor.days > VAGUE or item.anchor.days > VAGUE or (undated(mention) and not _same(item, mention))
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
    if _of_another_town(item, mention):
        return False
    if mention.anchor.days > VAGUE or item.anchor.days > VAGUE:
        return item.anchor.overlaps(mention.anchor) or _last_named(item, mention)
    apart = gap(item.anchor, mention.anchor)
    if apart == 0:
        return not _rival(item, mention)
    fresh = any(m.fresh for m in item.founding)
    anew = mention.anchor.start < item.anchor.start and fresh and not mention.fresh
    if (mention.fresh and not fresh) or anew or any(_over_before(m, mention) for m in item.founding):
        return False
    if _one_sided(item, mention):
        return not _proclaims(mention) or (apart <= ONE_DEAL and _news_of_it(item, mention))
    return apart <= ONE_DEAL and not _rival(item, mention)


def _of_another_town(item: Instrument, mention: Mention) -> bool:
    """Whether one is a "deal" that no word calls a truce, and is told of another town than the other."""
    truces = [any(m.reading.strong for m in item.founding), mention.reading.strong]
    return not all(truces) and elsewhere(mention.reading.claim, named_by([m.reading.claim for m in item.founding]))


def _comes(item: Instrument, mention: Mention) -> bool:
    """Whether a mention tells the day on which an instrument is to begin, weeks after it was made, in a report that tells both."""
    printed, report = mention.reading.printed, mention.reading.claim.report
    if item.first is None or mention.anchor is None or mention.anchor.days > VAGUE or printed is None:
        return False
    if mention.fresh or _rival(item, mention) or not printed < mention.anchor.first <= item.first + AHEAD:
        return False
    return any(made.reading.claim.report == report and made.reading.shows("agreed") for made in item.founding)


def _last_named(item: Instrument, mention: Mention) -> bool:
    """Whether "last September" of one is the September of the year before that the other tells: it may mean either."""
    assert item.anchor is not None
    assert mention.anchor is not None
    one, other = item.anchor.first, mention.anchor.first
    if (
        one.month != other.month
        or abs(one.year - other.year) != 1
        or max(item.anchor.days, mention.anchor.days) > MONTH
    ):
        return False
    later = [mention] if other > one else [m for m in item.founding if m.anchor == item.anchor]
    kinds = {m.kind for m in item.founding} - {None}
    said = f"last {one:%B}".lower()
    return (mention.kind is None or not kinds or mention.kind in kinds) and any(
        said in m.reading.sentence for m in later
    )


def _apart(item: Instrument, mention: Mention) -> int:
    assert item.anchor is not None
    assert mention.anchor is not None
    return gap(item.anchor, mention.anchor)


def _one_sided(item: Instrument, mention: Mention) -> bool:
    """Whether one and the same side alone is told to have made both, and neither is called a truce of two."""
    makers = frozenset().union(*(m.reading.by for m in item.founding))
    if len(makers) != 1 or mention.reading.by != makers:
        return False
    return not any(cue("phrases", "mutual").search(m.reading.sentence) for m in (*item.founding, mention))


def _news_of_it(item: Instrument, mention: Mention) -> bool:
    """Whether a proclamation without a day is printed with one that tells it, or the other way round: "from 24 December"."""
    days = [(m.reading.printed, undated(m)) for m in item.founding]
    mine = (mention.reading.printed, undated(mention))
    return any(
        one is not None and mine[0] is not None and abs((one - mine[0]).days) <= 1 and (loose or mine[1])
        for one, loose in days
    )


def _proclaims(mention: Mention) -> bool:
    return mention.reading.kind == "ceasefire_start" and state_in("announced", mention.reading.sentence)


def _rival(item: Instrument, mention: Mention) -> bool:
    """Whether two sides each made their own: both alone, and one in words that say so."""
    makers = frozenset().union(*(m.reading.by for m in item.founding))
    alone = len(makers) == 1 == len(mention.reading.by) and makers != mention.reading.by
    words = (m.reading.sentence for m in (*item.founding, mention))
    return alone and any(cue("phrases", "own").search(said) for said in words)


def _over_before(early: Mention, late: Mention) -> bool:
    """Whether words that found the early one also tell that it was over before the late one."""
    assert early.anchor is not None
    assert late.anchor is not None
    return early.anchor.end < late.anchor.start and state_in("expired", early.reading.clause)
