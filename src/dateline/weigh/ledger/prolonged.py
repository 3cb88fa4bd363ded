"""Which instrument prolongs which, where reports make the prolongation an instrument of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.model import Agreement
from dateline.weigh.ledger.instrument import Instrument
from dateline.weigh.ledger.names import sides

__all__ = ["prolonged"]

Row = tuple[Instrument, Agreement]


def prolonged(rows: Sequence[Row]) -> list[Row]:
    """The rows; one made as the prolongation of another names it."""
    return [(item, replace(row, extends=_extended(item, row, rows))) for item, row in rows]


def _extended(item: Instrument, row: Agreement, rows: Sequence[Row]) -> str | None:
    """The last instrument of the same sides, sort and place begun before one that prolongs it."""
    if not any(mention.prolongs for mention in item.founding) or item.first is None:
        return None
    bound = sides(row.parties, item.home)
    before = [
        (other.first or date.min, told.id)
        for other, told in rows
        if (other.home, other.family, other.local) == (item.home, item.family, item.local)
        and other.founding
        and other.first is not None
        and other.first < item.first
        and (not bound or bool(bound & sides(told.parties, other.home)) or not told.parties)
    ]
    return max(before)[1] if before else None
