"""Where compact tables of a user's own gazetteers lie: kept by `places add`, or cached for one run; both by content."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from dateline.errors import Unreadable
from dateline.places.readers import Landmarks, read_rows
from dateline.places.table import FORMAT, Row, write_table

__all__ = ["aligned", "cache_folder", "compiled", "kept", "kept_folder", "store_file"]


def kept_folder() -> Path:
    """Where kept gazetteers lie: $DATELINE_PLACES, else a folder of the user's data."""
    told = os.environ.get("DATELINE_PLACES")
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Path(told) if told else data / "dateline" / "places"


def cache_folder() -> Path:
    """Where tables compiled for a run lie."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline" / "places"


def kept() -> list[Path]:
    """The folders of the gazetteers that are kept."""
    return sorted(rows.parent for rows in kept_folder().glob("*/rows.npy"))


def store_file(source: Path, store: Path, landmarks: Landmarks) -> int:
    """Compiles a gazetteer file into a folder of the store, named for its content; gives the number of places it holds.

    Raises Unreadable where the file is in no known form.
    """
    folder = store / _content(source)
    rows = list(aligned(list(read_rows(source, landmarks.country_of)), landmarks))
    if not rows:
        raise Unreadable("empty", f"{source.name} holds no place with a name and a point")
    return write_table(rows, folder)


def compiled(source: Path, landmarks: Landmarks) -> Path:
    """The folder with the compact table of a file, made on first use. Raises Unreadable as `store_file` does."""
    folder = cache_folder() / _content(source)
    if not (folder / "rows.npy").is_file():
        store_file(source, cache_folder(), landmarks)
    return folder


def aligned(rows: Sequence[Row], landmarks: Landmarks) -> Iterator[Row]:
    """The rows with regions named as in the packaged gazetteer, and the nearest place's region where none of the file is told."""
    cells: dict[tuple[int, int], list[Row]] = {}
    regions = {row.key for row in rows if row.kind == "admin1"}
    for row in rows:
        if row.admin1 in regions and row.kind == "town":
            cells.setdefault(_cell(row), []).append(row)
    for row in rows:
        if row.kind == "admin1":
            name = landmarks.region_of(row.country, (row.name, *row.names))
            yield replace(row, name=name or row.name, names=(row.name, *row.names))
        elif row.kind == "town" and row.admin1 not in regions:
            yield replace(row, admin1=_nearest_region(row, cells))
        else:
            yield row


CELLS = 10
"""Cells a degree."""


def _cell(row: Row) -> tuple[int, int]:
    return int(row.lat * CELLS // 1), int(row.lon * CELLS // 1)


def _nearest_region(row: Row, cells: dict[tuple[int, int], list[Row]]) -> str:
    north, east = _cell(row)
    near = [other for i in range(-2, 3) for j in range(-2, 3) for other in cells.get((north + i, east + j), ())]
    found = min(near, key=lambda o: ((o.lat - row.lat) ** 2 + (o.lon - row.lon) ** 2, o.key), default=None)
    return found.admin1 if found else ""


def _content(source: Path) -> str:
    if not source.is_file():
        raise Unreadable("missing", f"there is no gazetteer file {source}")
    with source.open("rb") as file:
        digest = sha256(b"%d" % FORMAT)
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:16]
