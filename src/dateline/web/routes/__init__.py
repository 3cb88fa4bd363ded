"""The places of the page, each with its routes: the page, the same as JSON and CSV, and the few writes."""

from __future__ import annotations

from typing import Final

from dateline.web.routes.changes import add as changes
from dateline.web.routes.deciding import add as deciding
from dateline.web.routes.event import add as event
from dateline.web.routes.explain import add as explain
from dateline.web.routes.ledger import add as ledger
from dateline.web.routes.overview import add as overview
from dateline.web.routes.people import add as people
from dateline.web.routes.report import add as report
from dateline.web.routes.review import add as review
from dateline.web.routes.signing import add as signing
from dateline.web.site import Add

__all__ = ["PLACES"]

PLACES: Final[tuple[Add, ...]] = (overview, event, report, ledger, changes, explain, review, deciding, signing, people)
"""What puts each place on an app, in the order that the interface lists them."""
