"""Which country's fighting a report tells of."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Claim, Report
from dateline.phenomena.types import FOUGHT, OF_TRUCES
from dateline.text import fold
from dateline.weigh.ledger.names import sides
from dateline.words.weigh import countries, country_code, is_state

__all__ = ["FOUGHT", "KINETIC", "homes"]

KINETIC = FOUGHT | OF_TRUCES - {"agreement"} | {"displacement_figure", "humanitarian_aid"}
"""Types of claims that tell what happens on the ground."""
SURE = 4
"""Acts that a story places in one country, against which a single act placed elsewhere counts for nothing."""
READ = 20_000
"""Characters of a report read at most to see which country it names."""
_WORD = re.compile(r"[a-z]{2,}")
_BROKERED = re.compile(r"\b(?:broker|mediat|sponsor|host)(?:ed|s|ing)\b(?! (?:by|in|at)\b)")
"""What who brings others together does."""


def homes(claims: Sequence[Claim], known: Mapping[str, Report], texts: Mapping[str, str]) -> dict[str, str | None]:
    """Report → the country of its fighting: by its own claims, by its story's, by what others fight over and it names.

    A country that other reports fight over counts for more: a capital where people met is no theatre.
    `texts` are the reports' texts, folded and in lower case.
    """
    own, stories = _votes(claims, known)
    overall = sum((votes.fought for votes in own.values()), Counter[str]())
    firsts = Counter(code for votes in own.values() if (code := _first(votes.fought, overall)) is not None)
    theatres = frozenset(code for code in firsts if firsts[code] > 1 or len(firsts) == 1)
    found: dict[str, str | None] = {}
    for report, votes in own.items():
        story = known[report].story if report in known else None
        near = _first(stories.get(story or report, Counter()), overall)
        told = Counter({code: n for code, n in votes.told.items() if code in theatres})
        fought = _first(votes.told, overall) if votes.fought else None
        lone = fought is not None and votes.fought[fought] == 1 and stories[story or report][near or ""] >= SURE
        if near is not None and (fought not in theatres or lone):
            fought = near  # a place read wrong, or a capital: no other report fights there, or all the story does here
        found[report] = fought or _first(told, overall) or near
        found[report] = found[report] or _named(texts.get(report, ""), theatres)
    agreeing = {claim.report for claim in claims if claim.type in OF_TRUCES}
    agreed = _by_parties(claims, frozenset(report for report in agreeing if found[report] is None))
    for report, votes in own.items():
        found[report] = found[report] or agreed.get(report) or _first(votes.told, overall)
    found |= _by_names(claims, found)
    return _of_two_states(claims, found | _by_guarantors(claims, found, texts))


def _by_parties(claims: Sequence[Claim], open_: frozenset[str]) -> dict[str, str]:
    """Reports of a truce that tell of no fighting, by the state that acts or is acted on most: talks are held in some capital."""
    votes: dict[str, Counter[str]] = {}
    for claim in claims:
        if claim.report in open_:
            votes.setdefault(claim.report, Counter()).update(_states(claim))
    overall = sum(votes.values(), Counter[str]())
    return {report: home for report, told in votes.items() if (home := _first(told, overall)) is not None}


def _states(claim: Claim) -> frozenset[str]:
    """The states that do what a claim tells, or to whom it is done; not one that only brought two others together."""
    brokered = claim.type in OF_TRUCES and _BROKERED.search(fold(claim.text).lower())
    return frozenset(filter(is_state, sides(claim.to if brokered else (*claim.by, *claim.to), None)))


def _of_two_states(claims: Sequence[Claim], found: Mapping[str, str | None]) -> dict[str, str | None]:
    """The homes; reports of a truce between two states, or a state and a band of another, are of one theatre, on whichever side of
    the border each puts it.

    Only where reports on either side tell of a truce of both: whoever vouches for a truce abroad is no theatre of it.
    """
    homes_of: dict[frozenset[str], set[str]] = {}
    for claim in claims:
        home, both = found.get(claim.report), _lands(claim) if claim.type in OF_TRUCES else frozenset[str]()
        if len(both) == 2 and home in both:
            homes_of.setdefault(both, set()).add(home or "")
    spoken = {found.get(claim.report) for claim in claims if claim.type in OF_TRUCES}
    fought = Counter(home for home in found.values() if home is not None)
    likely = [pair for pair in homes_of if pair <= spoken and (homes_of[pair] == pair or _alone(pair, homes_of))]
    pairs = {pair: min(pair, key=lambda code: (fought[code], code)) for pair in likely}
    told: dict[str, set[str]] = {}
    for claim in claims:
        home = found.get(claim.report)
        for pair in (pair for pair in pairs if home in pair and claim.type in KINETIC | OF_TRUCES):
            place = country_code(claim.place.country) if claim.place is not None else None
            lands: frozenset[str | None] = frozenset({home, *_lands(claim)})
            if pair <= lands | {place} or (claim.type in OF_TRUCES and lands <= pair):
                told.setdefault(claim.report, set()).add(pairs[pair])
    return {report: min(told[report]) if report in told else home for report, home in found.items()}


def _alone(pair: frozenset[str], pairs: Iterable[frozenset[str]]) -> bool:
    """Whether neither of two is told to have a truce with a third: whom many speak for is no theatre of them all."""
    return not any(pair & other and other != pair for other in pairs)


def _lands(claim: Claim) -> frozenset[str]:
    """The states that do what a claim tells or to whom it is done, and those whose bands do."""
    bands = (party.country for party in (*claim.by, *claim.to) if party.kind == "armed_group")
    return _states(claim) | {code for code in bands if code is not None}


def _by_guarantors(
    claims: Sequence[Claim], found: Mapping[str, str | None], texts: Mapping[str, str]
) -> dict[str, str]:
    """Reports of a truce that name no side of it and no place, by whom they name: a guarantor is of the truce that others
    name it with, and the only truce there is needs nobody's name."""
    reports = {claim.report for claim in claims if claim.type in OF_TRUCES}
    told = {report: home for report in reports if (home := found.get(report)) is not None}
    near: dict[str, Counter[str]] = {}
    for report, home in told.items():
        for code in _states_named(texts.get(report, "")) - {home}:
            near.setdefault(code, Counter())[home] += 1
    homes_of = {}
    for report in sorted(reports - told.keys()):
        votes = sum((near.get(code, Counter()) for code in _states_named(texts.get(report, ""))), Counter[str]())
        only = next(iter(set(told.values()))) if len(set(told.values())) == 1 else None
        home = min(votes, key=lambda code: (-votes[code], code), default=only)
        if home is not None:
            homes_of[report] = home
    return homes_of


def _states_named(text: str) -> frozenset[str]:
    """The countries that a text names."""
    names = countries()
    return frozenset(code for word in _WORD.findall(text[:READ]) if (code := names.get(word)) is not None)


def _by_names(claims: Sequence[Claim], found: Mapping[str, str | None]) -> dict[str, str]:
    """Reports that name no country at all, by who acts in them: the ELN is of the country others tell of it."""
    where: dict[str, Counter[str]] = {}
    for claim in claims:
        home = found.get(claim.report)
        if home is not None:
            for name in _names(claim):
                where.setdefault(name, Counter())[home] += 1
    votes: dict[str, Counter[str]] = {}
    for claim in claims:
        if found.get(claim.report) is None:
            told = votes.setdefault(claim.report, Counter())
            for name in _names(claim):
                told.update(where.get(name, {}).keys())
    return {report: min(told, key=lambda code: (-told[code], code)) for report, told in votes.items() if told}


def _names(claim: Claim) -> list[str]:
    return [party.name for party in (*claim.by, *claim.to, *claim.speaker) if party.name[:1].isupper()]


@dataclass(frozen=True, slots=True)
class Votes:
    """Countries of a report's claims: of the fighting, and of all that is told, the fighting counting most."""

    fought: Counter[str]
    told: Counter[str]


def _votes(claims: Sequence[Claim], known: Mapping[str, Report]) -> tuple[dict[str, Votes], dict[str, Counter[str]]]:
    own: dict[str, Votes] = {}
    stories: dict[str, Counter[str]] = {}
    for claim in claims:
        votes = own.setdefault(claim.report, Votes(Counter(), Counter()))
        code = country_code(claim.place.country) if claim.place is not None else None
        if code is None:
            continue
        votes.told[code] += 8 if claim.type in FOUGHT else 4 if claim.type in OF_TRUCES else 1
        if claim.type in FOUGHT:
            votes.fought[code] += 1
            story = known[claim.report].story if claim.report in known else None
            stories.setdefault(story or claim.report, Counter())[code] += 1
    return own, stories


def _first(votes: Counter[str], overall: Counter[str]) -> str | None:
    """The country with most votes, each worth the root of what all reports together give it."""
    return min(votes, key=lambda code: (-votes[code] * math.sqrt(1 + overall[code]), code), default=None)


def _named(text: str, theatres: frozenset[str]) -> str | None:
    """The country of some other report's fighting that a text names most."""
    names = countries()
    votes = Counter(code for word in _WORD.findall(text[:READ]) if (code := names.get(word)) in theatres)
    return min(votes, key=lambda code: (-votes[code], str(code)), default=None)
