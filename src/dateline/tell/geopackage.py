"""GeoPackage (OGC 12-128): events as points, and the circles their words allow, in one SQLite file that QGIS opens."""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from dateline.rows import Row
from dateline.tell.about import about
from dateline.tell.flat import EVENTS
from dateline.tell.geojson import WIDEST_KM, circle, is_torn
from dateline.tell.sheet import Column, desk_of
from dateline.tell.view import View

__all__ = ["geopackage"]

WGS84: Final = 4326
POINT: Final = 1
POLYGON: Final = 3
TYPES: Final = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "BOOLEAN", "date": "DATE"}


def geopackage(view: View, out: Path) -> list[Path]:
    """Write the events that have a point, layer `events`, and their circles, layer `circles`; `out` is the file, or a folder for it."""
    path = out if out.suffix == ".gpkg" else out / "events.gpkg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.executescript(files("dateline.tell").joinpath("geopackage.sql").read_text("utf-8"))
        db.execute("BEGIN")
        told = about(view)
        _fill(db, view, told)
        db.execute(
            "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'https://www.iana.org', 'application/json', ?)",
            (json.dumps(told),),
        )
        db.execute(
            "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)", (_moment(told),)
        )
        db.execute("COMMIT")
    finally:
        db.close()
    return [path]


def _fill(db: sqlite3.Connection, view: View, told: Row) -> None:
    for layer, shape in (("events", "POINT"), ("circles", "POLYGON")):
        columns = ", ".join(f'"{c.name}" {TYPES[c.kind]}' for c in EVENTS.columns)
        db.execute(f"CREATE TABLE {layer} (fid INTEGER PRIMARY KEY, geom {shape}, {columns})")
        marks = ", ".join("?" * (len(EVENTS.columns) + 1))
        db.executemany(f"INSERT INTO {layer} VALUES (NULL, {marks})", _features(view, layer))
        box = (None, None, None, None)
        if layer == "events":
            box = db.execute("SELECT min(lon), min(lat), max(lon), max(lat) FROM events").fetchone()
        about_it = "Events at their points" if layer == "events" else "As wide as the place of the event is vague"
        db.execute(
            "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
            (layer, layer, about_it, _moment(told), *box, WGS84),
        )
        db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", (layer, shape, WGS84))


def _features(view: View, layer: str) -> Iterator[list[object]]:
    desk = desk_of(view)
    for event in EVENTS.rows(view, desk):
        place = event["place"]
        if not place or place["lat"] is None:
            continue
        radius = min(place["radius_km"] or 0.0, WIDEST_KM)
        if layer == "events":
            geometry = _point(place["lon"], place["lat"])
        elif radius and place["precision"] != "exact" and not is_torn(circle(place["lat"], place["lon"], radius)):
            geometry = _polygon(circle(place["lat"], place["lon"], radius))
        else:
            continue
        yield [geometry, *(_cell(column, column.fill(event, desk)) for column in EVENTS.columns)]


def _cell(column: Column, value: object) -> object:
    return int(bool(value)) if column.kind == "boolean" else value


def _point(lon: float, lat: float) -> bytes:
    """A point: GeoPackage's header without an envelope, then well-known binary, little-endian."""
    return _header() + struct.pack("<BIdd", 1, POINT, lon, lat)


def _polygon(rings: list[list[list[float]]]) -> bytes:
    told = [struct.pack("<I", len(ring)) + b"".join(struct.pack("<dd", *corner) for corner in ring) for ring in rings]
    return _header() + struct.pack("<BII", 1, POLYGON, len(rings)) + b"".join(told)


def _header() -> bytes:
    return b"GP" + struct.pack("<BBi", 0, 1, WGS84)


def _moment(told: Row) -> str:
    return f"{told['reports_until'] or '1970-01-01'}T00:00:00.000Z"
