"""The places of the page, each with its routes: the page, the same as JSON and CSV, and the few writes."""

from __future__ import annotations

from typing import Final

from dateline.web.routes import changes, deciding, event, explain, ledger, overview, people, report, review, signing
from dateline.web.site import Add

__all__ = ["PLACES"]

PLACES: Final[tuple[Add, ...]] = (
    overview.add,
    event.add,
    report.add,
    ledger.add,
    changes.add,
    explain.add,
    review.add,
    deciding.add,
    signing.add,
    people.add,
)
"""What puts each place on an app, in the order that the interface lists them."""
