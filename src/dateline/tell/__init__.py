"""The record into files, one writer a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from dateline.tell.acled import ACLED
from dateline.tell.archive import archive, manifest_of, restore
from dateline.tell.brief import brief
from dateline.tell.compare import comparison
from dateline.tell.displacement import DISPLACEMENT
from dateline.tell.feeds import atom, rss
from dateline.tell.flat import CLAIMS, DIFFERENCES, EVENTS, FIGURES, REPORTS
from dateline.tell.geojson import geojson
from dateline.tell.geopackage import geopackage
from dateline.tell.health import HEALTH
from dateline.tell.hxl import HXL
from dateline.tell.ical import ical
from dateline.tell.ledger import AGREEMENTS, BREACHES, COMMITMENTS, STATES
from dateline.tell.lists import Wrong, read_list
from dateline.tell.markdown import markdown
from dateline.tell.mentions import MENTIONS
from dateline.tell.parquet import parquet_of
from dateline.tell.pdf import pdf
from dateline.tell.plover import plover
from dateline.tell.public import Public
from dateline.tell.returned import JUDGEMENTS, REVIEW, Returned, returned
from dateline.tell.sheet import Sheet
from dateline.tell.site import site
from dateline.tell.tables import TABLES, csv_tables, jsonl_tables
from dateline.tell.ucdp import UCDP
from dateline.tell.view import Counted, Filter, Filtered, View

__all__ = [
    "FORMATS",
    "LEDGER",
    "SHEETS",
    "TABLES",
    "Counted",
    "Filter",
    "Filtered",
    "Public",
    "Returned",
    "View",
    "Writer",
    "Wrong",
    "comparison",
    "manifest_of",
    "read_list",
    "restore",
    "returned",
    "site",
]

Writer = Callable[[View, Path], list[Path]]
"""Writes a record, or a view of one, to a path and gives the files it wrote."""

LEDGER: Final = (AGREEMENTS, STATES, BREACHES, COMMITMENTS)
FLAT: Final = (EVENTS, FIGURES, CLAIMS, DIFFERENCES, REPORTS)
SHEETS: Final[tuple[Sheet, ...]] = (
    ACLED,
    UCDP,
    HXL,
    DISPLACEMENT,
    HEALTH,
    MENTIONS,
    *LEDGER,
    *FLAT,
    REVIEW,
    JUDGEMENTS,
)


def ledger(view: View, out: Path) -> list[Path]:
    """Write the four sheets of the ledger into the folder `out`."""
    return [path for sheet in LEDGER for path in sheet.write(view, out)]


def parquet(view: View, out: Path) -> list[Path]:
    """Write the flat tables and the ledger as Parquet into the folder `out`, with a data package."""
    return parquet_of((*FLAT, *LEDGER), view, out)


FORMATS: Final[dict[str, Writer]] = {
    "acled": ACLED.write,
    "archive": archive,
    "atom": atom,
    "brief": brief,
    "csv": csv_tables,
    "displacement": DISPLACEMENT.write,
    "geojson": geojson,
    "geopackage": geopackage,
    "health": HEALTH.write,
    "hxl": HXL.write,
    "ical": ical,
    "jsonl": jsonl_tables,
    "judgements": JUDGEMENTS.write,
    "ledger": ledger,
    "markdown": markdown,
    "mentions": MENTIONS.write,
    "parquet": parquet,
    "pdf": pdf,
    "plover": plover,
    "review": REVIEW.write,
    "rss": rss,
    "ucdp": UCDP.write,
}
