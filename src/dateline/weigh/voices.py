"""Who is behind a claim: the speaker, an agency, the outlet; one voice however many outlets carry it.

Two ministries of a government are one voice, its state media too, and so are five outlets that quote one monitor. A copy speaks with the
voice of what it copied, except in what it adds. A teaser is nobody's voice; a report's own correspondent is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from dateline.model import Claim, Party, Report
from dateline.words.weigh import country_called, country_code, is_state, party_keys, plain

__all__ = ["Voice", "named", "voices_of"]

_OWN = re.compile(r"\b(?:correspondent|reporter|photographer|cameraman|team on the ground)s?\b")
_STATE_MEDIA = re.compile(
    r"(?:the )?(?:\w+ )?(?:state|government|official)(?:-run|-owned|-controlled)? "
    r"(?:television|tv|media|radio|broadcaster|newspaper|news agency|news)\b"
)


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """One voice: the key that tells it from others, and the name to show."""

    key: str
    name: str


def voices_of(claim: Claim, reports: Mapping[str, Report], echoes: Mapping[str, str]) -> frozenset[Voice]:
    """The voices behind a claim; `echoes` leads from a copied claim to the report it was copied from."""
    return _once(_voices(claim, reports, echoes))


@lru_cache(1 << 16)
def _once(voices: frozenset[Voice]) -> frozenset[Voice]:
    """The same set for the same voices: a million claims have few."""
    return voices


def _voices(claim: Claim, reports: Mapping[str, Report], echoes: Mapping[str, str]) -> frozenset[Voice]:
    report = reports.get(claim.report)
    if report is not None and _in_teaser(claim, report):
        return frozenset()
    home = claim.place.country if claim.place is not None else None
    said = frozenset(voice for party in claim.speaker for voice in _spoken(party, report, home))
    if said:
        return said
    source = reports.get(echoes.get(claim.id, claim.report), report)
    if claim.via is not None and source is report:
        return frozenset({named(claim.via)})
    return frozenset({_outlet(source, claim.report)})


def _spoken(party: Party, report: Report | None, home: str | None) -> list[Voice]:
    if report is not None and _OWN.search(plain(party.name)):
        return [_outlet(report, report.id)]
    country = party.country or country_code(home)
    if country is not None and _STATE_MEDIA.match(plain(party.name)):
        return [Voice(country, country_called(country))]
    keys = party_keys(party)
    if keys <= {"~state", "~forces", "~aircraft"}:
        if party.country is not None:
            return [Voice(party.country, country_called(party.country))]
        return [named(party.name)]
    return [Voice(key, country_called(key)) if is_state(key) else Voice(key, party.name) for key in sorted(keys)]


def named(name: str) -> Voice:
    """The voice of somebody by his or her name.

    >>> named("Mira Solt")
    Voice(key='mira solt', name='Mira Solt')
    """
    return Voice(plain(name), name)


def _outlet(report: Report | None, otherwise: str) -> Voice:
    """An agency's text is the agency's voice, whoever prints it; a page without an outlet speaks under its file's name."""
    if report is None:
        return named(otherwise)
    told = report.wire or report.outlet
    if told is not None:
        return named(told)
    return Voice(plain(report.key or report.id), PurePosixPath(report.key).name or report.id)


def _in_teaser(claim: Claim, report: Report) -> bool:
    return any(part.part == "teaser" and part.start <= claim.start < part.end for part in report.parts)
