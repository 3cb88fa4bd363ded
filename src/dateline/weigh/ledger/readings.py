"""A claim as the ledger reads it: its clause, its sentence and the ones around, who speaks, and which truce words stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.model import Claim, Report
from dateline.phenomena.types import BLOWS, FOUGHT, UTTERED
from dateline.text import fold
from dateline.times import Interval
from dateline.weigh.ledger.homes import KINETIC, homes
from dateline.weigh.ledger.names import known_persons, sides, with_country
from dateline.words.ledger import Noun, cue, instrument_nouns, state_in, state_of
from dateline.words.weigh import country_code

__all__ = ["KINETIC", "Reading", "broken_later", "low_text", "readings"]

ATTACKS = BLOWS | {"clash"}
LEAD = 300
"""Characters behind the first act of a report in which others tell the same news."""
WINDOW = 900
"""Characters read on each side of a claim at most: a page without a full stop costs no more than another."""
ASSUMED = 3.0
"""Days around the day of print at most that news without a day of its own is laid into."""
BOUND = re.compile(
    r"[.!?](?<!\bjan\.)(?<!\bfeb\.)(?<!\bgen\.)(?<!\bmr\.)(?<!\bu\.s\.)(?<!\bdr\.)(?<!\bno\.)[\"')\]]*\s+|\n+"
)
CONTRAST = re.compile(r"\b(?:but|yet|although|though|however)\b(?! to\b)|;")
"""Words behind which a clause turns against what it told first."""
SHOWN = (
    ("agreement", ("extended",)),
    ("ceasefire_end", ("collapsed", "ended", "expired", "suspended")),
    ("agreement", ("agreed",)),
    ("ceasefire_start", ("in_force", "announced")),
)
"""What a claim of another type is about where its clause names a truce and tells one of these states."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim with what stands around it; all words folded and in lower case."""

    claim: Claim
    kind: str
    """Its type; of a claim of something else whose clause tells a state of a truce, the type of that."""
    clause: str
    sentence: str
    said: str
    """The sentence as printed, for its capital letters."""
    before: str
    """The sentence before."""
    home: str | None
    """The country whose fighting the report tells of."""
    printed: date | None
    when: Interval | None
    """When it took place; of news without a day, the day of print."""
    assumed: bool
    """Whether the words tell no day and the report's own was taken."""
    by: frozenset[str]
    to: frozenset[str]
    speaker: frozenset[str]
    nouns: tuple[Noun, ...]
    """The nouns for instruments in the clause, else in the sentence."""
    headlined: bool = False
    """Whether it tells the news of a headline that sets it against a truce: "Ten die in raid despite truce"."""

    @property
    def day(self) -> date | None:
        """The day of what it tells, else the day it was printed."""
        return self.when.first if self.when is not None else self.printed

    @property
    def strong(self) -> bool:
        """Whether a noun stands there that names a truce by itself."""
        return any(not noun.weak for noun in self.nouns)

    def shows(self, state: str) -> bool:
        """Whether its clause tells a state, by the finer kind of the claim or by words, and nothing beside them undoes it."""
        undone = cue("states", state, "vetoes").search(self.clause)
        return not undone and (state_of(self.claim.phenomenon) == state or state_in(state, self.clause))

    @property
    def voice(self) -> frozenset[str]:
        """Who vouches: the speaker; of one's own demand or promise, whoever makes it."""
        own = self.claim.stance in ("demands", "promises", "threatens")
        return self.speaker or (self.by if own else frozenset())


def readings(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Reading, ...]:
    """The readings of claims, in order of publication and place in the text, whatever order they are given in."""
    known = {report.id: report for report in reports}
    folded = {report.id: low_text(report.text) for report in reports}
    persons = known_persons(claims)
    claims = [with_country(claim, persons) for claim in claims]
    where = homes(claims, known, folded)
    theatres = frozenset(home for home in where.values() if home is not None)
    found = [_reading(c, known.get(c.report), folded.get(c.report, ""), _home(c, where, theatres)) for c in claims]
    told = sorted(found, key=_place)
    news = headlined(told, {report.id: headline for report in reports if (headline := _headline(report))})
    return tuple(replace(one, headlined=True) if one.claim.id in news else one for one in told)


def _headline(report: Report) -> str:
    """The headline, folded and in lower case, where it sets something against a truce; else nothing."""
    told = " ".join(report.text[part.start : part.end] for part in report.parts if part.part == "headline")
    said = fold(told).lower()
    against = state_in("violated", said) and any(not noun.weak for noun in instrument_nouns(said))
    return said if against else ""


def headlined(told: Sequence[Reading], headlines: Mapping[str, str]) -> frozenset[str]:
    """The claims that tell the news of such headlines: of each report the first act of its day, and others of that day beside it."""
    found: set[str] = set()
    first: dict[str, Reading] = {}
    for one in told:
        claim = one.claim
        if claim.report not in headlines or claim.type not in ATTACKS or claim.background or claim.modality != "actual":
            continue
        lead = first.setdefault(claim.report, one)
        same = lead.when is None or one.when is None or lead.when.overlaps(one.when)
        if same and claim.start - lead.claim.start <= LEAD and claim.stance in ("asserts", "accuses"):
            found.add(claim.id)
    return frozenset(found)


def _place(one: Reading) -> tuple[date, str, int, int, str]:
    return one.printed or date.max, one.claim.report, one.claim.start, one.claim.end, one.claim.id


def _home(claim: Claim, where: Mapping[str, str | None], theatres: frozenset[str]) -> str | None:
    """The country of the fighting a claim tells of: its own where some report is about it, else its report's."""
    own = country_code(claim.place.country) if claim.place is not None and claim.type in FOUGHT else None
    return own if own in theatres else where.get(claim.report)


def _reading(claim: Claim, report: Report | None, text: str, where: str | None) -> Reading:
    clause = fold(claim.text).lower()
    earlier, first, last = _around(text, claim.start, claim.end)
    sentence = text[first:last] if text else clause
    published = report.published.when if report is not None else None
    when, assumed = _when(claim, published)
    nouns = instrument_nouns(clause)
    return Reading(
        claim=claim,
        kind=_shown(claim, clause) if any(not noun.weak for noun in nouns) else claim.type,
        clause=clause,
        sentence=sentence,
        said=report.text[first:last] if report is not None else claim.text,
        before=text[earlier:first],
        home=where,
        printed=published.first if published is not None else None,
        when=when,
        assumed=assumed,
        by=sides(claim.by, where),
        to=sides(claim.to, where),
        speaker=sides(claim.speaker, where),
        nouns=nouns or instrument_nouns(sentence),
    )


def _shown(claim: Claim, clause: str) -> str:
    broken = claim.type == "agreement" and state_in("violated", clause) and cue("phrases", "attack").search(clause)
    if broken and not broken_later(clause):
        return "ceasefire_violation"  # "killed by a shell despite the truce agreed on Saturday"
    if claim.type == "agreement" and state_in("suspended", clause) and not state_in("agreed", clause):
        return "ceasefire_end"
    if (
        claim.type in UTTERED
        or claim.type.startswith("ceasefire")
        or claim.stance in ("demands", "threatens", "denies")
    ):
        return claim.type
    if claim.type == "agreement" or state_in("sought", clause) or state_in("rejected", clause):
        return claim.type
    shown = SHOWN[:2] if claim.type in KINETIC else SHOWN  # the day of a raid is not that on which a truce was made
    return next((kind for kind, states in shown if any(state_in(state, clause) for state in states)), claim.type)


def broken_later(clause: str) -> bool:
    """Whether a clause tells first that something was agreed and then, against it, that it was broken.

    >>> broken_later("they agreed on a truce in may, but raids never stopped for long")
    True
    """
    made, _, against = CONTRAST.sub("\n", clause, count=1).partition("\n")
    return bool(against) and state_in("agreed", made) and state_in("violated", against)


def _when(claim: Claim, published: Interval | None) -> tuple[Interval | None, bool]:
    """The time a claim tells, and whether it is only that of its report: no expression, and the days around print."""
    when = claim.time.when if claim.time is not None else None
    if claim.time is None or when is None:
        return when, True
    assumed = claim.time.timex is None and published is not None and when.days <= ASSUMED and when.overlaps(published)
    return (Interval.day(published.first), True) if assumed and published is not None else (when, False)


def low_text(text: str) -> str:
    """Folded and in lower case, character for character; a letter whose small form is longer stays as it is."""
    folded = fold(text)
    low = folded.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def _around(text: str, start: int, end: int) -> tuple[int, int, int]:
    """Where the sentence before, the sentence of the claim and the one behind begin."""
    low, high = max(0, start - WINDOW), min(len(text), end + WINDOW)
    bounds = [hit.end() for hit in BOUND.finditer(text, low, start)]
    close = BOUND.search(text, max(start, end - 2), high)
    first = bounds[-1] if bounds else low
    earlier = bounds[-2] if len(bounds) > 1 else low
    return earlier, first, close.end() if close else high
