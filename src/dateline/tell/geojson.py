"""GeoJSON (RFC 7946): events at their points, each with the circle its words allow, so that no pin looks surer than it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from math import asin, atan2, cos, degrees, pi, radians, sin
from pathlib import Path
from typing import Final

from dateline.rows import Row
from dateline.tell.about import about
from dateline.tell.view import View

__all__ = ["WIDEST_KM", "circle", "geojson", "is_torn"]

EARTH_KM: Final = 6371.0
CORNERS: Final = 48
WIDEST_KM: Final = 1_000.0
"""A wider circle says nothing that its country does not."""


def geojson(view: View, out: Path) -> list[Path]:
    """Write the events that have a point; `out` is a file, or a folder that gets `events.geojson`.

    An event is a Point; where its place is vaguer than a point, a GeometryCollection of the point and a circle around it
    (unless the circle would reach over the 180th meridian or a pole).
    """
    path = out if out.suffix in (".geojson", ".json") else out / "events.geojson"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "features": [\n')
        for n, feature in enumerate(_features(view)):
            file.write((",\n" if n else "") + json.dumps(feature, ensure_ascii=False))
        file.write(f'\n], "dateline": {json.dumps(about(view), ensure_ascii=False)}}}\n')
    return [path]


def circle(lat: float, lon: float, radius_km: float) -> list[list[list[float]]]:
    """The ring of a circle on the globe, counter-clockwise, longitudes first; shape (1, corners + 1, 2), in degrees.

    >>> [round(value) for value in circle(0.0, 0.0, 111.195)[0][12]]
    [0, 1]
    """
    arc, phi = radius_km / EARTH_KM, radians(lat)
    ring = []
    for corner in range(CORNERS):
        turn = pi / 2 - 2 * pi * corner / CORNERS
        there = asin(sin(phi) * cos(arc) + cos(phi) * sin(arc) * cos(turn))
        east = atan2(sin(turn) * sin(arc) * cos(phi), cos(arc) - sin(phi) * sin(there))
        ring.append([round((lon + degrees(east) + 540) % 360 - 180, 6), round(degrees(there), 6)])
    return [[*ring, ring[0]]]


def is_torn(rings: list[list[list[float]]]) -> bool:
    """Whether a circle reaches over the 180th meridian or a pole, where its ring would cross the whole map.

    >>> is_torn(circle(-17.0, 179.9, 50.0)), is_torn(circle(34.0, 36.0, 50.0))
    (True, False)
    """
    return any(abs(one[0] - next_[0]) > 180 for one, next_ in pairwise(rings[0]))


def _features(view: View) -> Iterator[Row]:
    for event in view.rows("events"):
        place = event["place"]
        if place and place["lat"] is not None:
            yield {"type": "Feature", "id": event["id"], "geometry": _geometry(place), "properties": _properties(event)}


def _geometry(place: Row) -> Row:
    point = {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
    radius = min(place["radius_km"] or 0.0, WIDEST_KM)
    if place["precision"] == "exact" or not radius:
        return point
    rings = circle(place["lat"], place["lon"], radius)
    if is_torn(rings):
        return point
    return {"type": "GeometryCollection", "geometries": [point, {"type": "Polygon", "coordinates": rings}]}


def _properties(event: Row) -> Row:
    plain = {
        name: event[name]
        for name in ("title", "type", "grade", "time", "background", "claims", "reports", "outlets", "voices")
    }
    place = {name: event["place"][name] for name in ("name", "precision", "radius_km", "country", "id")}
    figures = [
        {"unit": "people", **{name: told for name, told in figure.items() if name != "claims"}}
        for figure in event["figures"]
    ]
    return {**plain, "place": place, "figures": figures, "by": [by["name"] for by in event["by"]]}
