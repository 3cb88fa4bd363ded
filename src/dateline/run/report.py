"""The report of a run: what was read and refused, what was slow, what is uncertain, and how long each part took."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from dateline.record import Record
from dateline.run.status import status
from dateline.run.work import Tally

__all__ = ["Clock", "run_report"]


class Clock:
    """The seconds that the parts of a run take, one after the other."""

    def __init__(self) -> None:
        self.began = datetime.now(UTC)
        self.parts: dict[str, float] = {}
        self._last = time.perf_counter()

    def stop(self, part: str) -> None:
        """Say that a part is done; the next one begins."""
        now = time.perf_counter()
        self.parts[part] = round(now - self._last, 3)
        self._last = now


def run_report(record: Record, inputs: Sequence[str], tally: Tally, clock: Clock) -> str:
    """The report as JSON. It tells clock times, so it is no table of the record and is another one every time.

    `seconds` by part; `reports_per_second` of reading; `slow` reports with their seconds; `unsure` counts claims of
    confidence below one half, `undated` reports that tell no day of publication, `foreign` ones that are not in English, `silent` ones without a claim;
    `not_read` every input refused, with the reason; the counts of `status`.
    """
    told = asdict(tally)
    reading = clock.parts.get("reading", 0.0)
    page = {
        "began": clock.began.isoformat(timespec="seconds"),
        "inputs": list(inputs),
        "seconds": clock.parts,
        "reports_per_second": round(tally.read / reading, 2) if reading else None,
        **{
            name: told[name] for name in ("read", "known", "unread", "claims", "undated", "foreign", "silent", "unsure")
        },
        "slow": [{"key": key, "seconds": seconds} for seconds, key in tally.slow],
        "not_read": list(record.rows("unread")),
        "record": asdict(status(record)),
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"
