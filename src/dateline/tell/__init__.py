"""The record into files, one writer a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from dateline.record import Record
from dateline.tell.acled import acled
from dateline.tell.brief import brief
from dateline.tell.geojson import geojson
from dateline.tell.hxl import hxl
from dateline.tell.tables import csv_tables, jsonl_tables
from dateline.tell.ucdp import ucdp

__all__ = ["FORMATS", "Writer"]

Writer = Callable[[Record, Path], list[Path]]
"""Writes a record to a path and gives the files it wrote."""

FORMATS: Final[dict[str, Writer]] = {
    "acled": acled,
    "brief": brief,
    "csv": csv_tables,
    "geojson": geojson,
    "hxl": hxl,
    "jsonl": jsonl_tables,
    "ucdp": ucdp,
}
