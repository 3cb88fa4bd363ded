"""Short tales of invented reports with their claims, for the tests of the ledger."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from dateline.model import Claim, Part, Party, Place, Published, Report, Span, Time
from dateline.times import Interval
from dateline.weigh.ledger import Ledger, ledger

DEMANDS = {"demand": "demands", "threat": "threatens", "denial": "denies", "accusation": "accuses"}


@dataclass(frozen=True)
class Said:
    """A claim of a tale: its words, its type, who, and when as `a` or `a..b` (both days in it)."""

    words: str
    type: str
    more: dict[str, Any] = field(default_factory=dict)


def said(words: str, kind: str, **more: Any) -> Said:
    """A claim told in these words."""
    return Said(words, kind, more)


def page(day: str, text: str, *claims: Said, country: str | None = None) -> tuple[Report, tuple[Claim, ...]]:
    """A report printed on a day, and its claims in order; every claim's words must stand in its text."""
    digest = hashlib.sha256((day + text).encode()).hexdigest()
    report = Report(
        digest[:12],
        digest[:6],
        digest,
        text,
        (Part(0, len(text), "body"),),
        Published(Interval.parse(day, None), "given"),
    )
    return report, tuple(_claim(report, number, one, country) for number, one in enumerate(claims))


def _claim(report: Report, number: int, one: Said, country: str | None) -> Claim:
    start = report.text.index(one.words)
    more = dict(one.more)
    place, when, where = more.pop("place", country), more.pop("when", None), more.pop("country", country)
    point = _point(one.words, start, more.pop("at", None), where)
    for role in ("by", "to", "speaker"):
        more[role] = tuple(Party(name, name) for name in more.pop(role, "").split("+") if name)
    more.setdefault("stance", DEMANDS.get(one.type, "asserts"))
    end = start + len(one.words)
    return Claim(
        id=f"{report.id}.{number}",
        report=report.id,
        start=start,
        end=end,
        text=one.words,
        type=one.type,
        trigger=Span(start, end),
        place=point or (None if place is None else Place(start, end, place, place, country=where)),
        time=None if when is None else _time(start, end, when),
        **more,
    )


def _point(words: str, start: int, at: tuple[str, float, float] | None, country: str | None) -> Place | None:
    """A town that the words of a claim name, with its point."""
    if at is None:
        return None
    name, lat, lon = at
    first = start + words.index(name)
    return Place(first, first + len(name), name, name, lat=lat, lon=lon, country=country, precision="exact")


def _time(start: int, end: int, when: str) -> Time:
    first, _, last = when.partition("..")
    told = Interval.parse(first, None)
    if last:
        told = Interval(told.start, Interval.parse(last, None).end)
    return Time(start, end, when, "DATE", when, told)


def kept(*pages: tuple[Report, tuple[Claim, ...]]) -> Ledger:
    """The ledger of a tale."""
    return ledger([report for report, _ in pages], [claim for _, claims in pages for claim in claims])


def rows(book: Ledger, at: int = 0) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """The states of one agreement as (state, date, voices)."""
    return [(s.state, s.date, tuple(p.name for p in s.by)) for s in book.agreements[at].states]


def named(parties: tuple[Party, ...]) -> list[str]:
    """The names of parties, sorted."""
    return sorted(party.name for party in parties)
