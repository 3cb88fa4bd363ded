"""Claims made elsewhere: reports.jsonl and claims.jsonl in the contract's shape, checked row by row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from dateline.errors import Unreadable
from dateline.model import Claim, Report, Unread
from dateline.record import Record
from dateline.rows import noun, row

__all__ = ["take_given"]

T = TypeVar("T")


def take_given(record: Record, folder: Path) -> None:
    """Keep the reports and claims of a folder in the record, with the ids and spans they come with.

    A row that cannot be taken goes to `unread` with the reason. Raises Unreadable where one of the two files is missing.
    """
    claims: dict[str, list[Claim]] = {}
    for claim in _nouns(record, folder / "claims.jsonl", Claim):
        claims.setdefault(claim.report, []).append(claim)
    known = set()
    for report in _nouns(record, folder / "reports.jsonl", Report):
        known.add(report.id)
        record.keep([(row(report), [], [row(claim) for claim in claims.get(report.id, [])])])
    for name in sorted(claims.keys() - known):
        record.keep_unread(
            Unread(
                f"{folder / 'claims.jsonl'}#{name}",
                "orphan",
                f"{len(claims[name])} claims name a report that reports.jsonl lacks",
            )
        )


def _nouns(record: Record, path: Path, kind: type[T]) -> Iterator[T]:
    if not path.is_file():
        raise Unreadable("missing", f"{path} is not there; `weigh --from` needs reports.jsonl and claims.jsonl")
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield noun(kind, json.loads(line))
            except (ValueError, AttributeError) as error:
                record.keep_unread(Unread(f"{path}:{number}", "malformed", str(error)))
