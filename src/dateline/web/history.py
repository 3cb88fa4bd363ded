"""What people decided, as it was written: who, when, what, why, and whether it counts already."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dateline.rows import Row
from dateline.web.reader import Reader

__all__ = ["history", "history_of"]


def history(reader: Reader, most: int) -> list[Row]:
    """The last decisions, the latest first; `number` is the order they were made in, `weighed` whether they count."""
    counted = int(reader.record.noted("decided") or 0)
    told = reader.db.execute("SELECT number, row FROM judgement ORDER BY number DESC LIMIT ?", (most,))
    return [{**json.loads(row), "number": number, "weighed": number <= counted} for number, row in told]


def history_of(reader: Reader, subjects: Sequence[str]) -> list[Row]:
    """The decisions on any of some subjects, the latest first."""
    counted = int(reader.record.noted("decided") or 0)
    marks = ",".join("?" * len(subjects))
    query = f"SELECT number, row FROM judgement WHERE row ->> 'subject' IN ({marks}) ORDER BY number DESC"
    return [
        {**json.loads(row), "number": number, "weighed": number <= counted}
        for number, row in reader.db.execute(query, tuple(subjects))
    ]
