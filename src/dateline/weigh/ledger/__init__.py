"""The ceasefire ledger: what was agreed, when it began, who broke it, what was due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Agreement, Claim, Commitment, Reference, Report
from dateline.weigh.ledger.agreements import agreement
from dateline.weigh.ledger.commitments import commitments
from dateline.weigh.ledger.exclusions import excluded_names
from dateline.weigh.ledger.instrument import Instrument
from dateline.weigh.ledger.instruments import instruments
from dateline.weigh.ledger.known import known_agreements
from dateline.weigh.ledger.linked import linked
from dateline.weigh.ledger.prolonged import prolonged
from dateline.weigh.ledger.readings import Reading, low_text, readings

__all__ = ["Ledger", "ledger"]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The instruments that reports tell of, and the commitments made in them."""

    agreements: tuple[Agreement, ...]
    commitments: tuple[Commitment, ...]


def ledger(reports: Sequence[Report], claims: Sequence[Claim], known: Sequence[Reference] = ()) -> Ledger:
    """The ledger of claims, by all the reports given and nothing else; the order they come in does not matter.

    Agreements `known` beforehand lend their names and, where a report calls one by name, their dates.

    >>> ledger((), ())
    Ledger(agreements=(), commitments=())
    """
    read = readings(reports, claims)
    by_report: dict[str, list[Reading]] = {}
    for one in read:
        by_report.setdefault(one.claim.report, []).append(one)
    texts = {report.id: report.text for report in reports}
    beforehand = known_agreements(known, claims) if known else ()
    rows = [(item, _row(item, by_report, texts)) for item in instruments(read, beforehand)]
    kept = sorted(
        (row for row in linked(prolonged(rows), beforehand) if row.states or row.violations or row.reference),
        key=_by_start,
    )
    return Ledger(tuple(kept), commitments(read))


def _by_start(row: Agreement) -> tuple[bool, str, str]:
    return row.since is None, row.since or "", row.id


def _row(item: Instrument, by_report: Mapping[str, Sequence[Reading]], texts: Mapping[str, str]) -> Agreement:
    """The row of an instrument from all that its reports tell of its country, and what their texts leave out of it."""
    told_in = list(dict.fromkeys(mention.reading.claim.report for mention in item.mentions))
    around = [one for report in told_in for one in by_report[report] if one.home == item.home]
    told = (texts.get(report, "") for report in told_in)
    excluded = frozenset().union(*(excluded_names(text, low_text(text)) for text in told))
    return agreement(item, around, excluded)
