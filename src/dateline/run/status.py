"""How a record stands, at a glance: what was read, refused, weighed and decided, and what waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import dateline
from dateline.record import Record

__all__ = ["Status", "status"]


@dataclass(frozen=True, slots=True)
class Status:
    """The standing of one record; `counts` are rows by table, `unread` inputs not read by reason.

    >>> with Record.open(":memory:") as record:
    ...     list(status(record).lines())[1]
    '0 reports, 0 claims, 0 mentions; none waits to be weighed'
    """

    where: str
    store: str
    version: str
    counts: Mapping[str, int]
    unread: Mapping[str, int]
    weighings: int
    undecided: int
    """Decisions made since the last weighing, which replays them."""

    @property
    def unweighed(self) -> int:
        """Reports read since the last weighing."""
        return max(0, self.counts["reports"] - self.counts["weighed"])

    def lines(self) -> Iterator[str]:
        """The same in plain words."""
        told = self.counts
        waits = f"{self.unweighed:,} wait" if self.unweighed else "none waits"
        yield f"{self.where} ({self.store}), Dateline {self.version}"
        yield f"{told['reports']:,} reports, {told['claims']:,} claims, {told['mentions']:,} mentions; {waits} to be weighed"
        tables = ("events", "contradictions", "agreements", "commitments")
        yield f"{', '.join(f'{told[name]:,} {name}' for name in tables)}, weighed {_often(self.weighings)}"
        waiting = f", {self.undecided:,} of them since the last weighing" if self.undecided else ""
        yield f"{told['judgements']:,} decisions{waiting}"
        reasons = ", ".join(f"{reason} {count:,}" for reason, count in self.unread.items())
        yield f"{told['unread']:,} inputs not read" + (f": {reasons}" if reasons else "")


def _often(times: int) -> str:
    """How often something was done.

    >>> _often(0), _often(1), _often(2_000)
    ('never', 'once', '2,000 times')
    """
    return ("never", "once")[times] if times < 2 else f"{times:,} times"


def status(record: Record) -> Status:
    """How a record stands now."""
    reasons = Counter(row["reason"] for row in record.rows("unread"))
    decided = int(record.noted("decided") or 0)
    return Status(
        record.store.where,
        record.store.name,
        dateline.__version__,
        record.counts(),
        dict(reasons.most_common()),
        int(record.noted("weighing") or 0),
        max(0, record.decided() - decided),
    )
