"""Which acts some voice ties to an instrument as its breach, and why the others near it are left out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model import Breach, Party, Place
from dateline.phenomena.types import BLOWS
from dateline.text import fold
from dateline.times import DAY, Interval
from dateline.weigh.ledger.dates import clipped, first_day, last_day, told_date
from dateline.weigh.ledger.exclusions import on_excluded
from dateline.weigh.ledger.homes import KINETIC
from dateline.weigh.ledger.instrument import Instrument
from dateline.weigh.ledger.readings import Reading, broken_later
from dateline.weigh.ledger.sites import elsewhere
from dateline.words.ledger import cue, instrument_nouns, state_in
from dateline.words.weigh import actor_keys

__all__ = ["Denials", "Tied", "Validity", "accuser", "breach", "near_breaches", "soon_after", "tied_breaches"]

ACTS = BLOWS | {"clash", "accusation"}
TOLLS = frozenset({"casualty_figure", "statement"})
"""Types that stand for an act where their words name one: "a child was killed by sniper fire"."""
NO_BREACH = frozenset({"agreement", "ceasefire_end", "other", "meeting", "humanitarian_aid"})
"""Types of claims that tell something else, beside which somebody may be accused of a breach: "left the talks, accusing them of …"."""
CHARGE = re.compile(r",? (?:accusing|blaming)\b.*", re.DOTALL)
"""What a clause tells last, that whoever acts in it charges others with."""
SOON = re.compile(r"(?:just |only |barely )?(?:\w+ )?(?:hours?|minutes?|days?|moments|shortly) after\b(?:[^,]*)$")
"""A clause that is all about how soon after a truce something was."""
YOUNG = timedelta(days=45)
ANSWER = 200
"""Characters within which a denial behind a charge answers it."""
NEAR = 600
"""Characters between an act and a breach or a truce that the same passage speaks of."""
BRIEF = 14.0
"""A breach told of more days than this says nothing of the acts around it."""
SPAN = 3.0


@dataclass(frozen=True, slots=True)
class Validity:
    """When an instrument binds, whom, and what it leaves out."""

    start: date | None
    end: date | None
    bound: frozenset[str]
    excluded: frozenset[str]
    """Names of groups and places it does not cover, in lower case, with the initials of longer ones."""
    held: tuple[Place, ...] = ()
    """Where the words that tell its making put it."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A reading taken as a breach, or left out for a reason."""

    reading: Reading
    date: str | None
    out: str | None = None


def tied_breaches(item: Instrument, readings: Sequence[Reading], validity: Validity) -> list[Tied]:
    """Breaches told by word, by count or by the type of their claim, and those left out."""
    own = {m.reading.claim.id for m in item.mentions}
    found = [m.reading for m in item.mentions if _by_word(m.reading, item)]
    known = {one.claim.id for one in found}
    found += [one for one in soon_after(item, readings) if one.claim.id not in known]
    return [_weighed(one, validity, own) for one in found]


def soon_after(item: Instrument, readings: Sequence[Reading]) -> list[Reading]:
    """The acts that a truce only dates: "hours after the truce began, shelling killed nine"."""
    soon = {(m.reading.claim.report, m.reading.sentence) for m in item.mentions if _only_dates(m.reading)}
    beside = (one for one in readings if (one.claim.report, one.sentence) in soon)
    return [one for one in beside if _is_act(one) and not _only_dates(one)]


def _by_word(one: Reading, item: Instrument) -> bool:
    claim = one.claim
    if (
        claim.modality != "actual"
        or claim.stance in ("denies", "demands", "threatens", "promises")
        or claim.type == "denial"
    ):
        return False
    if cue("phrases", "earlier").search(one.clause) or _not_yet(one):
        return False
    if (
        claim.type == "ceasefire_violation"
        or one.headlined
        or (claim.tie and claim.type in KINETIC and _breaking(claim.tie))
    ):
        return True
    if one.kind == "agreement" and broken_later(one.clause):
        return True
    told = one.kind not in NO_BREACH and not _only_dates(one) and not _after_end(one)
    if told and state_in("violated", CHARGE.sub("", one.clause)):
        return True
    if claim.type in KINETIC and claim.type != "displacement_figure" and _since_it(one, item):
        return True
    return claim.type in ACTS and _shares(one)


def _only_dates(one: Reading) -> bool:
    """Whether a clause tells of the truce itself, and only by it how soon something else was: "hours after the truce began"."""
    return one.claim.type == "ceasefire_start" and bool(SOON.match(one.clause))


def _not_yet(one: Reading) -> bool:
    """Whether an act is told as of before the truce, or as what would be a breach of it."""
    return bool(cue("phrases", "not_yet").search(one.clause))


def _breaking(tie: str) -> bool:
    """Whether a tie sets the act against the truce, and does not only date it."""
    said = fold(tie).lower()
    return bool(cue("phrases", "breaking").match(said)) and not cue("states", "ended", "cues").search(said)


def _shares(one: Reading) -> bool:
    """Whether an act or accusation stands in a sentence that speaks of breaking the truce."""
    words = cue("states", "violated", "cues").search(one.sentence)
    return (
        bool(words)
        and bool(instrument_nouns(one.sentence))
        and not _after_end(one)
        and (one.kind == "accusation" or state_in("violated", one.sentence))
    )


def _since_it(one: Reading, item: Instrument) -> bool:
    """Whether a toll is counted from the making of the instrument: "since the May accord"."""
    if one.when is None or item.anchor is None or not re.search(r"\bsince (?:then|the|that|its)\b", one.clause):
        return False
    killed = any(figure.measure in ("killed", "strikes", "violations") for figure in one.claim.figures)
    return killed and item.anchor.start <= one.when.start < item.anchor.end


def near_breaches(tied: Sequence[Tied], readings: Sequence[Reading], validity: Validity) -> list[Tied]:
    """Acts told in a passage on breaches: near one, on its day, by somebody bound or by nobody named."""
    taken = {t.reading.claim.id for t in tied}
    by_report: dict[str, list[Reading]] = {}
    for one in tied:
        if one.out is None:
            by_report.setdefault(one.reading.claim.report, []).append(one.reading)
    passages = {report: Passages(told) for report, told in by_report.items()}
    found = []
    for act in readings:
        told = passages.get(act.claim.report)
        if act.claim.id in taken or told is None or not _is_act(act):
            continue
        if act.sentence in told.sentences or any(_beside(act, other, validity) for other in told.near(act)):
            found.append(_weighed(act, validity, frozenset()))
    return found


class Passages:
    """The breaches that one report tells, so that an act is held only against those of its passage."""

    def __init__(self, told: Sequence[Reading]) -> None:
        self.told = sorted(told, key=lambda one: one.claim.start)
        self.starts = [one.claim.start for one in self.told]
        self.sentences = {one.sentence for one in told}
        self.longest = max(one.claim.end - one.claim.start for one in told)

    def near(self, act: Reading) -> Sequence[Reading]:
        """The breaches of which no more than a passage lies between them and an act."""
        first = bisect_left(self.starts, act.claim.start - NEAR - self.longest)
        return self.told[first : bisect_right(self.starts, act.claim.end + NEAR)]


def _is_act(one: Reading) -> bool:
    claim = one.claim
    violent = bool(cue("phrases", "attack").search(one.clause))
    if any(not noun.weak for noun in instrument_nouns(one.clause)) and not state_in("violated", one.clause):
        return False
    return (
        (claim.type in ACTS or (claim.type in TOLLS and violent))
        and claim.modality == "actual"
        and not claim.background
        and claim.stance in ("asserts", "accuses")
    )


def _beside(act: Reading, breach: Reading, validity: Validity) -> bool:
    """Whether an act is told in the passage of a breach: near it, and of its day in a young truce."""
    if act.kind == "accusation" and not cue("phrases", "attack").search(act.clause):
        return False
    if act.when is None or breach.when is None or not _young(act.when.first, validity):
        return False
    apart = max(act.claim.start - breach.claim.end, breach.claim.start - act.claim.end)
    if apart > NEAR or act.when.days > SPAN or breach.when.days > BRIEF:
        return False
    return act.when.start <= breach.when.end + DAY and breach.when.start <= act.when.end + DAY


def _young(day: date, validity: Validity) -> bool:
    """Whether a truce is new that day: of an old one, a passage tells breaches and other fighting side by side."""
    return validity.start is not None and day - validity.start <= YOUNG


def _weighed(one: Reading, validity: Validity, own: Iterable[str]) -> Tied:
    when = _spread(one)
    return Tied(one, when, _out(one, when, validity, one.claim.id in own))


def _spread(one: Reading) -> str | None:
    """When it took place; what went on since a day, from that day to print."""
    if one.when is not None and one.printed is not None and one.kind == "agreement" and broken_later(one.clause):
        return told_date(Interval(one.when.start, max(one.when.end, Interval.day(one.printed).end)))
    if one.when is None or one.printed is None or "since" not in one.clause.split() or one.when.days > 1 or one.assumed:
        return clipped(one)
    return told_date(Interval(one.when.start, max(one.when.end, Interval.day(one.printed).end)))


def _out(one: Reading, when: str | None, validity: Validity, word: bool) -> str | None:
    """Why a reading is no breach, or None where it is one."""
    if when is not None and validity.start is not None and last_day(when) < validity.start:
        return f"it lies before the start on {validity.start.isoformat()}"
    if when is not None and validity.end is not None and first_day(when) > validity.end:
        return f"it lies after the end on {validity.end.isoformat()}"
    if _after_end(one):
        return "it is told as after the end"
    if one.claim.type != "agreement" and on_excluded(one, validity.excluded):
        return "the group or area is not covered"
    if not word and elsewhere(one.claim, validity.held):
        return "it took place elsewhere"
    if not word and one.by and not any(side.startswith("~") for side in one.by) and not one.by & validity.bound:
        return "whoever did it is not bound"
    return None


def _after_end(one: Reading) -> bool:
    return bool(cue("phrases", "after").search(one.sentence)) and one.claim.type not in (
        "ceasefire_violation",
        "ceasefire_end",
    )


def breach(tied: Tied, denials: Denials) -> Breach:
    """The row of a breach: who is accused by whom, when, and who denies it."""
    return Breach(
        claim=tied.reading.claim.id,
        event=None,
        accused=_bare(_accused(tied.reading)),
        accuser=_bare(accuser(tied.reading)),
        date=tied.date,
        denied_by=_denied(tied.reading, denials),
    )


def accuser(one: Reading) -> tuple[Party, ...]:
    """Who says that it was a breach: the voice of the claim, or whoever dismisses the truce as broken."""
    if state_in("in_force", one.clause) and one.claim.stance == "asserts":
        return ()  # "they went on shelling, although Moscow holds that the truce has held": Moscow accuses nobody
    return one.claim.speaker or (one.claim.by if _dismisses(one) else ())


def _accused(one: Reading) -> tuple[Party, ...]:
    claim = one.claim
    if _dismisses(one) or one.kind == "agreement" or (claim.type == "statement" and one.by & one.speaker):
        return ()  # who rejected it, agreed on it or speaks of a breach is told, not who broke it
    own = claim.stance == "accuses" and claim.to and one.by & one.speaker and one.to != one.by
    return claim.to if own and claim.type == "accusation" else claim.by


def _dismisses(one: Reading) -> bool:
    """Whether whoever acts in a claim rejects a truce, for it was broken."""
    return one.shows("rejected") and not one.claim.speaker


def _bare(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(party for party in parties if actor_keys(party.name) != {"civilians"})


class Denials:
    """What is denied in the reports on an instrument; what one voice says again and again is held against a breach once."""

    def __init__(self, told: Sequence[Reading]) -> None:
        self.once: dict[tuple[object, ...], int] = {}
        self.told = told
        self.by_report: dict[str, list[tuple[int, int]]] = {}
        for n, one in enumerate(told):
            parties = tuple(party.name for party in one.claim.speaker or one.claim.by)
            self.once.setdefault((parties, one.speaker or one.by, one.to, one.when, one.strong), n)
            self.by_report.setdefault(one.claim.report, []).append((one.claim.start, n))
        for places in self.by_report.values():
            places.sort()

    def around(self, one: Reading) -> list[Reading]:
        """The denials that may answer a charge, in order: each that says something of its own, and those right behind it."""
        places = self.by_report.get(one.claim.report, [])
        first, last = bisect_left(places, (one.claim.end, 0)), bisect_left(places, (one.claim.end + ANSWER + 1, 0))
        return [self.told[n] for n in sorted({*self.once.values(), *(n for _, n in places[first:last])})]


def _denied(one: Reading, denials: Denials) -> tuple[Party, ...]:
    """Those of the accused who deny it: in a denial that speaks of the truce, or of that day."""
    found: dict[str, Party] = {}
    for denial in denials.around(one):
        voice = denial.speaker or denial.by
        same = denial.when is None or one.when is None or denial.when.overlaps(one.when)
        behind = 0 <= denial.claim.start - one.claim.end <= ANSWER and denial.claim.report == one.claim.report
        if voice & one.by and same and (denial.strong or denial.to & one.to or behind):
            for party in denial.claim.speaker or denial.claim.by:
                found.setdefault(party.name, party)
    return tuple(found.values())
