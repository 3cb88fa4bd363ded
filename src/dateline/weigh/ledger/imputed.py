"""Whom one of two parties means by a breach of which it names no doer: the other, for nobody else is bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model import Breach, Party
from dateline.weigh.ledger.breaches import Tied
from dateline.weigh.ledger.names import sides

__all__ = ["imputed"]

PAIR = 2


def imputed(
    rows: Sequence[Breach], tied: Iterable[Tied], parties: Sequence[Party], home: str | None
) -> tuple[tuple[Breach, ...], tuple[str, ...]]:
    """The breaches, and why some accuse whom their words do not name: of a truce of two, a party that calls an act a breach of it
    accuses the other; a breach that others report without a doer has none."""
    if len(parties) != PAIR:
        return tuple(rows), ()
    charges = {one.reading.claim.id for one in tied if _charges(one)}
    found, why = [], []
    for row in rows:
        other = _other(row, parties, home) if row.claim in charges and not row.accused else None
        found.append(row if other is None else replace(row, accused=(other,)))
        if other is not None:
            why.append(f"{row.claim} names no doer: {other.name} is the only other party")
    return tuple(found), tuple(why)


def _charges(tied: Tied) -> bool:
    """Whether a voice calls it a breach, and nobody in the words did anything."""
    claim = tied.reading.claim
    return claim.type == "ceasefire_violation" and claim.stance == "accuses" and not claim.by and bool(claim.speaker)


def _other(row: Breach, parties: Sequence[Party], home: str | None) -> Party | None:
    """The one of two parties that does not speak, where the other does, and nobody beside it."""
    voice = sides(row.accuser, home)
    mine = [party for party in parties if sides([party], home) & voice]
    left = [party for party in parties if party not in mine]
    whole = bool(mine) and voice <= sides(mine, home)
    return left[0] if whole and len(left) == 1 else None
