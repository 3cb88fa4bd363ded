"""The states that readings tell of an instrument: when each began to hold, and who vouches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Party
from dateline.phenomena.types import PACTS
from dateline.weigh.ledger.breaches import Tied, accuser
from dateline.weigh.ledger.dates import clipped, first_day, instant, last_day, told_date
from dateline.weigh.ledger.instrument import VAGUE, Instrument, gap, undated
from dateline.weigh.ledger.names import is_paper, sides
from dateline.weigh.ledger.readings import Reading
from dateline.weigh.ledger.roles import Mention, Role
from dateline.words.ledger import cue, phase, state_in

__all__ = ["Fact", "announces", "facts", "plan_of", "started"]

ENDS = ("ended", "expired", "suspended", "collapsed")


@dataclass(frozen=True, slots=True)
class Fact:
    """That a reading tells a state: when it began to hold, and who vouches."""

    state: str
    date: str
    by: tuple[Party, ...]
    reading: Reading

    @property
    def voice(self) -> frozenset[str]:
        """The sides that vouch: a ministry and its spokesman are one voice."""
        return sides(self.by, self.reading.home)


def facts(item: Instrument, tied: Sequence[Tied]) -> list[Fact]:
    """Every state a reading of the instrument tells, in the order told; breaches among them."""
    found = [fact for mention in item.mentions for fact in _facts(mention, item) if _knows(fact)]
    found += [
        Fact("violated", one.date, accuser(one.reading), one.reading) for one in tied if one.out is None and one.date
    ]
    start = plan_of(item)
    if start is not None and not any(f.state == "in_force" and f.date[:10] == start[0][:10] for f in found):
        took = [f for f in found if _shows(f, last_day(start[0]))]
        if took:
            found += [Fact("in_force", start[0], (), m.reading) for m in start[1]]
    return found


def _knows(fact: Fact) -> bool:
    """Whether its report can know it: what begins after the day of print is a plan."""
    return fact.reading.printed is None or first_day(fact.date) <= fact.reading.printed


def _shows(fact: Fact, start: date) -> bool:
    """Whether a fact told after the planned start treats it as having happened."""
    told_after = fact.reading.printed is not None and fact.reading.printed > start
    return told_after and phase(fact.state) in ("holding", "over") and last_day(fact.date) >= start


def plan_of(item: Instrument) -> tuple[str, list[Mention]] | None:
    """The start as planned, to the minute where one tells it, and the mentions that plan it."""
    planned = [m for m in item.founding if _is_plan(m)]
    if not planned:
        return None
    days = [m.anchor.first for m in planned if m.anchor is not None]
    day = max(set(days), key=lambda d: (days.count(d), d))
    told = [m for m in planned if m.anchor is not None and m.anchor.first == day]
    return started(item, day), told


def _is_plan(mention: Mention) -> bool:
    one = mention.reading
    if one.kind not in PACTS or mention.anchor is None or mention.anchor.days > VAGUE:
        return False
    ahead = one.printed is not None and mention.anchor.first > one.printed
    if one.kind == "ceasefire_start":
        return one.claim.modality == "planned" or ahead
    return ahead and (one.claim.modality == "planned" or mention.named)


def started(item: Instrument, day: date) -> str:
    """The day, or the most exact instant on it that a reading tells for the start."""
    told = [instant(m.reading, day) for m in item.mentions if _on(m, day)]
    return min(told, key=lambda t: (-len(t), t), default=day.isoformat())


def _on(mention: Mention, day: date) -> bool:
    starts_then = mention.anchor is not None and mention.anchor.first == day and mention.anchor.days <= VAGUE
    if not starts_then or mention.reading.kind not in PACTS | {"ceasefire_end"}:
        return False
    return mention.role is Role.FOUNDS or mention.named


# --- what one reading tells --------------------------------------------------------------------------------------------


def _facts(mention: Mention, item: Instrument) -> list[Fact]:
    one = mention.reading
    if one.claim.modality == "hypothetical":
        return []
    if mention.role is Role.SEEKS:
        return _seeking(one, item)
    if mention.role is Role.FOUNDS:
        return _making(mention, item)
    if one.kind == "ceasefire_end":
        return _ending(mention, item)
    return _spoken(one, item)


def _seeking(one: Reading, item: Instrument) -> list[Fact]:
    """Asking ends where the instrument begins; whoever asks for it then asks to keep it."""
    when, begun = _uttered(one), item.first if item.founding else None
    if when is not None and begun is not None and last_day(when) >= begun:
        if first_day(when) >= begun:
            return []
        when = f"{first_day(when).isoformat()}/{begun.isoformat()}"
    return _one("sought", when, one.claim.speaker or one.claim.by, one)


def _one(state: str, when: str | None, by: Iterable[Party], one: Reading) -> list[Fact]:
    voices = tuple(party for party in by if not is_paper(party))
    return [] if when is None else [Fact(state, when, voices, one)]


def _uttered(one: Reading) -> str | None:
    """The day of an utterance: its time where that is over by print, else the day of print."""
    if one.when is not None and (one.printed is None or one.when.first <= one.printed):
        return clipped(one)
    return None if one.printed is None else one.printed.isoformat()


def _making(mention: Mention, item: Instrument) -> list[Fact]:
    one, anchor = mention.reading, mention.anchor
    assert anchor is not None
    if one.kind == "ceasefire_start":
        return _starting(mention, item)
    if _is_plan(mention):
        made = one.kind == "agreement" and one.claim.modality == "actual"
        return [
            *(_one("agreed", _uttered(one), one.claim.by, one) if made else ()),
            *_one("announced", _uttered(one), one.claim.speaker, one),
        ]
    if one.kind == "agreement":
        return _agreeing(mention, item)
    if state_in("announced", one.sentence) and mention.named and not state_in("agreed", one.sentence):
        return _one("announced", told_date(anchor), (), one)
    return _one("agreed", told_date(anchor), (), one) if mention.named and anchor.days > VAGUE else []


def _agreeing(mention: Mention, item: Instrument) -> list[Fact]:
    """What a claim of an agreement tells: who agreed; where others speak for it, that they announced it."""
    one = mention.reading
    assert mention.anchor is not None
    if one.claim.modality == "planned" and mention.anchor.days <= VAGUE:
        return _one("announced", _uttered(one), one.claim.speaker or one.claim.by, one)
    if announces(one):
        holds = state_in("in_force", one.clause) and mention.named and mention.anchor.days <= VAGUE
        began = _one("in_force", instant(one, mention.anchor.first), one.claim.speaker, one) if holds else []
        return [*_one("announced", _uttered(one), one.claim.speaker, one), *began]
    when = told_date(mention.anchor)
    if undated(mention) and item.anchor is not None and gap(item.anchor, mention.anchor):
        return _one("agreed", told_date(item.anchor), one.claim.by, one)  # retold: it was agreed when it was made
    if one.printed is not None and mention.anchor.first > one.printed:
        when = one.printed.isoformat()
    elif one.when is not None and 1 < one.when.days <= 7:
        when = clipped(one) or when
    found = _one("agreed", when, one.claim.by, one)
    if one.speaker and not one.speaker & one.by and state_in("announced", one.sentence):
        found += _one("announced", when, one.claim.speaker, one)
    if state_in("in_force", one.clause):
        found += _one("in_force", when, one.claim.speaker, one)
    return found


def announces(one: Reading) -> bool:
    """Whether somebody from outside announces an accord: they vouch for it, and are not bound by it."""
    if not one.by or not one.by <= one.speaker or one.home in one.by:
        return False
    return one.claim.type not in PACTS or (state_in("announced", one.sentence) and not state_in("agreed", one.clause))


def _starting(mention: Mention, item: Instrument) -> list[Fact]:
    one, anchor = mention.reading, mention.anchor
    assert anchor is not None
    if _is_plan(mention):
        return _one("announced", _uttered(one), one.claim.speaker or one.claim.by, one)
    if state_in("announced", one.sentence) and not state_in("in_force", one.clause):
        return _one("announced", told_date(anchor), one.claim.speaker or one.claim.by, one)
    if one.when is not None and one.when.days > 1 and len(one.speaker) > 1:
        return []  # two voices, two dates: each says its own elsewhere, and neither says both
    when = told_date(anchor) if anchor.days > VAGUE else instant(one, anchor.first)
    return _one("in_force", when, one.claim.speaker, one)


def _spoken(one: Reading, item: Instrument) -> list[Fact]:
    claim = one.claim
    found: list[Fact] = []
    if claim.stance in ("demands", "threatens"):
        return found
    if one.kind in PACTS | {"statement"} and cue("states", "extended", "cues").search(one.clause):
        return _one("extended", _uttered(one), claim.speaker, one) if one.shows("extended") else found
    if one.kind in PACTS | {"statement", "other"} and one.shows("proposed"):
        found += _one("proposed", _uttered(one), claim.speaker or claim.by, one)
    if claim.modality == "planned":
        return found
    if one.strong and one.kind != "ceasefire_violation" and state_in("rejected", one.clause):
        found += _one("rejected", _no_sooner(_uttered(one), one, item), claim.speaker or claim.by, one)
    if one.kind in ("statement", "denial", "other", *PACTS) and one.shows("in_force"):
        found += _one("in_force", _since(item), claim.speaker, one)
    if one.strong and one.kind not in ("agreement", "ceasefire_violation"):
        found += [
            fact
            for state in ENDS
            if state_in(state, one.clause)
            for fact in _one(state, _uttered(one), claim.speaker, one)
        ]
    return found


def _no_sooner(when: str | None, one: Reading, item: Instrument) -> str | None:
    """A day told, or that of print where it lies before the instrument was heard of."""
    if when is None or item.first is None or one.printed is None or first_day(when) >= item.first:
        return when
    return one.printed.isoformat()


def _since(item: Instrument) -> str | None:
    """The first day that was told for a start, for a voice that says it holds without saying since when."""
    days = [m.anchor.first for m in item.founding if m.anchor is not None and m.reading.kind == "ceasefire_start"]
    if days:
        return started(item, min(days))
    return None if item.anchor is None else told_date(item.anchor)


def _ending(mention: Mention, item: Instrument) -> list[Fact]:
    """The end a claim of an end tells: declared by a side that can, over by time, or a judgement that it fell apart; one to come is none yet."""
    one = mention.reading
    state = next((state for state in ("suspended", "expired", "ended") if one.shows(state)), None)
    talks = cue("phrases", "talks").search(one.clause) and not any(state_in(told, one.clause) for told in ENDS)
    late = state is None and cue("phrases", "delayed").search(one.clause)  # a start put off is no end
    ahead = any(cue("states", ending, "vetoes").search(one.clause) for ending in ("collapsed", "expired"))
    if talks or late or (state is None and ahead) or one.claim.modality == "planned":
        return []
    if state is None:
        state = "ended" if one.by and one.by == one.speaker else "collapsed"
    when = one.printed.isoformat() if one.printed is not None and _tells_start(mention, item) else _uttered(one)
    return _one(state, when, one.claim.speaker, one)


def _tells_start(mention: Mention, item: Instrument) -> bool:
    """Whether the time in a claim of an end is in the truce's name, or that of its start.

    "The end of the truce that began on the 5th", "the truce signed in June is dead".
    """
    one = mention.reading
    if one.when is None:
        return False
    if mention.named and mention.anchor is not None and one.when.overlaps(mention.anchor):
        return True
    days = {m.anchor.first for m in item.founding if m.anchor is not None}
    return one.when.first in days and bool(cue("phrases", "begun").search(one.clause))
