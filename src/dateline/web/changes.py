"""What changed: since a day as the reports tell it, and by the last weighings, each beside the one before it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from dateline.rows import Row
from dateline.run import CHANGES
from dateline.tell.breaches import acts
from dateline.web.asked import Asked
from dateline.web.excerpts import excerpts
from dateline.web.reader import Reader

__all__ = ["changes_content", "weighings"]

SHOWN: Final = 60
"""Events listed since a day; the overview has them all."""


def changes_content(reader: Reader, since: date | None) -> dict[str, Any]:
    """Everything the page shows: what the last weighings changed, and what is new since a day, where one is asked."""
    return {
        "weighings": weighings(reader),
        "since": since,
        "told": _since(reader, since) if since else None,
        "shown": SHOWN,
    }


def weighings(reader: Reader) -> list[Row]:
    """What each of the last weighings changed, the latest first."""
    told: list[Row] = json.loads(reader.record.noted(CHANGES) or "[]")
    return told


def _since(reader: Reader, since: date) -> dict[str, Any]:
    shelf, mask, _ = reader.matching(Asked(changed=since))
    order = shelf.ordered(mask, "newest")
    fresh = shelf.seen[order] >= since.toordinal()
    day = since.isoformat()
    new, further = (reader.weighed(shelf.ids[i] for i in found[:SHOWN]) for found in (order[fresh], order[~fresh]))
    return {
        "new": new,
        "further": further,
        "excerpts": excerpts(reader, (*new, *further)),
        "counts": (int(fresh.sum()), int((~fresh).sum())),
        "agreements": [told for row in reader.record.rows("agreements") if (told := _agreement(row, day))],
        "due": [told for told in reader.record.rows("commitments") if (told["due"] or "") >= day],
    }


def _agreement(row: Row, day: str) -> Row | None:
    """An agreement with the states and breaches that began on a day or later; None where none did."""
    states = [told for told in row["states"] if (told["date"] or "").split("/")[-1] >= day]
    breaches = [told for told in acts(row) if (told["date"] or "").split("/")[-1] >= day]
    return (
        {"id": row["id"], "name": row["name"], "states": states, "breaches": breaches} if states or breaches else None
    )
