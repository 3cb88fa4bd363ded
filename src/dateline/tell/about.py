"""What every export says of itself: the version that made it, what was chosen, up to when it reaches, and whose data are in it."""

from __future__ import annotations

from typing import Final

import dateline
from dateline.rows import Row
from dateline.tell.view import View, notices

__all__ = ["about", "in_lines"]

LICENCES: Final = (
    "Places: GeoNames, CC BY 4.0.",
    "Quoted words remain their outlets'; they are quoted as evidence, with their source.",
    "Shaped like the formats of other projects; not their data, and not endorsed by them.",
)


def about(view: View) -> Row:
    """The facts an export carries about itself, none of them from the clock: the same record gives the same ones.

    `reports_until` is the day of the latest publication, or None; `reports` and `events` are counts.
    """
    reports, latest = 0, ""
    for report in view.rows("reports"):
        reports += 1
        latest = max(latest, (report["published"]["from"] or "")[:10])
    return {
        "made_by": "Dateline",
        "version": dateline.__version__,
        "reports": reports,
        "events": sum(1 for _ in view.rows("events")),
        "reports_until": latest or None,
        "chosen": list(notices(view)) or ["everything in the record"],
        "licences": list(LICENCES),
    }


def in_lines(told: Row) -> list[str]:
    """The same as sentences, for formats that people read."""
    return [
        f"Dateline {told['version']}: {told['events']:,} events of {told['reports']:,} reports, the latest of {told['reports_until'] or 'unknown date'}.",
        f"Chosen: {'; '.join(told['chosen'])}.",
        *told["licences"],
    ]
