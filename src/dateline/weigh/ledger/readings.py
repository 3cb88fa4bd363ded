"""A claim as the ledger reads it: its clause, its sentence and the ones around, who speaks, and which truce words stand there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Claim, Report
from dateline.text import fold
from dateline.times import Interval
from dateline.weigh.ledger.names import country_code, sides
from dateline.words.ledger import Noun, instrument_nouns, state_in, state_of

__all__ = ["KINETIC", "Reading", "home_of", "readings"]

WINDOW = 900
"""Characters read on each side of a claim at most: a page without a full stop costs no more than another."""
BOUND = re.compile(r"(?<!\bjan)(?<!\bfeb)(?<!\bgen)(?<!\bmr)(?<!\bu\.s)(?<!\bdr)(?<!\bno)[.!?][\"')\]]*\s+|\n+")
KINETIC = frozenset(
    "armed_attack airstrike shelling clash territorial_control facility_attack casualty_figure displacement_figure "
    "ceasefire_start ceasefire_end ceasefire_violation humanitarian_aid".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim with what stands around it; all words folded and in lower case."""

    claim: Claim
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
    by: frozenset[str]
    to: frozenset[str]
    speaker: frozenset[str]
    nouns: tuple[Noun, ...]
    """The nouns for instruments in the clause, else in the sentence."""

    @property
    def day(self) -> date | None:
        """The day of what it tells, else the day it was printed."""
        return self.when.first if self.when is not None else self.printed

    @property
    def strong(self) -> bool:
        """Whether a noun stands there that names a truce by itself."""
        return any(not noun.weak for noun in self.nouns)

    def shows(self, state: str) -> bool:
        """Whether its clause tells a state: by the finer kind of the claim, or by words that nothing beside them undoes."""
        return state_of(self.claim.phenomenon) == state or state_in(state, self.clause)

    @property
    def voice(self) -> frozenset[str]:
        """Who vouches: the speaker; of one's own demand or promise, whoever makes it."""
        own = self.claim.stance in ("demands", "promises", "threatens")
        return self.speaker or (self.by if own else frozenset())


def readings(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Reading, ...]:
    """The readings of claims, in order of publication and place in the text, whatever order they are given in."""
    known = {report.id: report for report in reports}
    folded = {report.id: _plain(report.text) for report in reports}
    countries = _countries(claims, known)
    found = [_reading(c, known.get(c.report), folded.get(c.report, ""), countries.get(c.report)) for c in claims]
    return tuple(sorted(found, key=_place))


def _place(one: Reading) -> tuple[date, str, int, int, str]:
    return one.printed or date.max, one.claim.report, one.claim.start, one.claim.end, one.claim.id


def _reading(claim: Claim, report: Report | None, text: str, home: str | None) -> Reading:
    own = country_code(claim.place.country) if claim.place is not None and claim.type in KINETIC else None
    clause = fold(claim.text).lower()
    earlier, first, last = _around(text, claim.start, claim.end)
    sentence = text[first:last] if text else clause
    published = report.published.when if report is not None else None
    where = own or home
    return Reading(
        claim=claim,
        clause=clause,
        sentence=sentence,
        said=report.text[first:last] if report is not None else claim.text,
        before=text[earlier:first],
        home=where,
        printed=published.first if published is not None else None,
        when=claim.time.when if claim.time is not None else None,
        by=sides(claim.by, where),
        to=sides(claim.to, where),
        speaker=sides(claim.speaker, where),
        nouns=instrument_nouns(clause) or instrument_nouns(sentence),
    )


def _plain(text: str) -> str:
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


def home_of(claims: Sequence[Claim]) -> str | None:
    """The country most of the fighting in claims is in, else most of all claims; None where no place is told."""
    for chosen in ([c for c in claims if c.type in KINETIC], claims):
        told = Counter(code for c in chosen if c.place is not None and (code := country_code(c.place.country)))
        if told:
            return min(told, key=lambda code: (-told[code], code))
    return None


def _countries(claims: Sequence[Claim], known: Mapping[str, Report]) -> dict[str, str | None]:
    """Report → the country of its fighting; reports of one story share theirs where one tells none."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.report, []).append(claim)
    stories: dict[str, list[Claim]] = {}
    for report, told in groups.items():
        story = known[report].story if report in known else None
        stories.setdefault(story or report, []).extend(told)
    shared = {story: home_of(told) for story, told in stories.items()}
    return {
        report: home_of(told) or shared.get((known[report].story if report in known else None) or report)
        for report, told in groups.items()
    }
