"""The ceasefire ledger: what was agreed, when it began, who broke it, what was due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Agreement, Claim, Commitment, Report
from dateline.weigh.ledger.agreements import agreement
from dateline.weigh.ledger.commitments import commitments
from dateline.weigh.ledger.instruments import Instrument, instruments
from dateline.weigh.ledger.readings import Reading, readings

__all__ = ["Ledger", "ledger"]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The instruments that reports tell of, and the commitments made in them."""

    agreements: tuple[Agreement, ...]
    commitments: tuple[Commitment, ...]


def ledger(reports: Sequence[Report], claims: Sequence[Claim]) -> Ledger:
    """The ledger of claims, by all the reports given and nothing else; the order they come in does not matter.

    >>> ledger((), ())
    Ledger(agreements=(), commitments=())
    """
    read = readings(reports, claims)
    rows = tuple(agreement(item, _around(item, read)) for item in instruments(read))
    return Ledger(rows, commitments(read))


def _around(item: Instrument, read: Sequence[Reading]) -> list[Reading]:
    reports = {mention.reading.claim.report for mention in item.mentions}
    return [one for one in read if one.claim.report in reports and one.home == item.home]
