"""Which instruments are agreements known beforehand: by name, else by date and parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.model import Agreement
from dateline.times import Interval
from dateline.weigh.ledger.instrument import Instrument, gap
from dateline.weigh.ledger.known import Known
from dateline.weigh.ledger.names import sides
from dateline.words.weigh import country_code

__all__ = ["linked"]

NEAR = 6
"""Days that may lie between the date in a list and the one that reports tell: one has the signing, one the start."""
Row = tuple[Instrument, Agreement]


@dataclass(frozen=True, slots=True)
class Match:
    """That an instrument is a known agreement, why, and how surely: by name, by how many parties, by how few days."""

    known: Known
    because: str
    worth: tuple[bool, float, int]


def linked(rows: Sequence[Row], known: Sequence[Known]) -> list[Agreement]:
    """The rows; one that is a known agreement bears its name. A known agreement is one row at most: the best match first."""
    found = [(match, at) for at, row in enumerate(rows) for one in known if (match := _match(row, one)) is not None]
    taken: dict[int, Match] = {}
    used: set[str] = set()
    for match, at in sorted(found, key=lambda pair: (pair[0].worth, -pair[1]), reverse=True):
        if at not in taken and match.known.label not in used:
            taken[at] = match
            used.add(match.known.label)
    return [_named(row, taken.get(at)) for at, (_, row) in enumerate(rows)]


def _named(row: Agreement, match: Match | None) -> Agreement:
    if match is None:
        return row
    told = match.known.reference
    why = f"it is {told.name} of {told.date}, known beforehand: {match.because}"
    return replace(row, name=told.name, reference=match.known.label, because=(why, *row.because))


def _match(row: Row, known: Known) -> Match | None:
    item, told = row
    if known.family is not None and item.family != known.family:
        return None
    calling = [m.reading.claim.id for m in item.mentions if m.known == known]
    alike = _alike(row, known)
    apart = min((gap(when, known.when) for when in _days(row)), default=None)
    if calling and (apart is None or apart <= NEAR):
        return Match(known, f"its name stands in {calling[0]}", (True, alike, -(apart or 0)))
    if apart is None or apart > NEAR or alike < 0.5 or told.since is None:
        return None
    return Match(known, "its date and parties agree", (False, alike, -apart))


def _days(row: Row) -> list[Interval]:
    """When it was made or began, as its reports tell."""
    item, told = row
    if not item.founding:
        return []
    dates = [told.since, *(state.date for state in told.states if state.state in ("agreed", "announced", "in_force"))]
    spans = [span for date in dates if date is not None for span in date.split("/")]
    return [Interval.parse(span, None) for span in spans] + ([item.anchor] if item.anchor is not None else [])


def _alike(row: Row, known: Known) -> float:
    """The share of the known parties that the row tells; of a row that tells none, whether it is of their country."""
    item, told = row
    asked = known.sides(item.home)
    mine = sides((*told.parties, *told.mediators), item.home)
    if not mine:
        home = {item.home} - {None}
        return float(bool(home & {*asked, country_code(known.reference.place)}))
    return len(asked & mine) / len(asked) if asked else 0.0
