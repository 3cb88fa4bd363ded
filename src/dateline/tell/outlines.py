"""Coasts and borders for a map on paper: Natural Earth's countries at 1:50 million, from the same file that the page draws.

The file is brought at build time; where it is absent, a map has no outlines and says nothing false.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Any, Final

__all__ = ["Country", "Line", "Window", "countries", "lands"]

ATLAS: Final = "web/static/vendor/world-atlas/countries-50m.json"

Line = tuple[tuple[float, float], ...]
"""Longitude and latitude of each point, in degrees."""


@dataclass(frozen=True, slots=True)
class Window:
    """What a map shows, in degrees.

    >>> Window(30, 35, 40, 40).holds(36.6, 35.9)
    True
    """

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point is in it."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def touches(self, other: Window) -> bool:
        """Whether two windows share any ground."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name, the middle of its largest piece of land, and how large that is, in square degrees."""

    name: str
    lon: float
    lat: float
    area: float


def lands(window: Window) -> Iterator[Line]:
    """The closed outlines of the pieces of land that a window may show; a lake or an enclave is one inside another."""
    return (ring for ring, bounds in _atlas()[0] if bounds.touches(window))


def countries(window: Window) -> Iterator[Country]:
    """The countries whose middle lies in a window, the largest first."""
    return (country for country in _atlas()[1] if window.holds(country.lon, country.lat))


@cache
def _atlas() -> tuple[tuple[tuple[Line, Window], ...], tuple[Country, ...]]:
    """Every piece of land with its bounds, and every country."""
    path = files("dateline").joinpath(ATLAS)
    if not path.is_file():
        return (), ()
    told = json.loads(path.read_text("utf-8"))
    lines = [_line(arc, told["transform"]) for arc in told["arcs"]]
    shapes = [shape for shape in told["objects"]["countries"]["geometries"] if shape.get("arcs")]
    rings = [[_unbroken(_ring(ring, lines)) for piece in _pieces(shape) for ring in piece] for shape in shapes]
    middles = (max(map(_middle, own)) for own in rings)
    found = (
        Country(shape["properties"]["name"], (lon + 180) % 360 - 180, lat, area)
        for shape, (area, lon, lat) in zip(shapes, middles, strict=True)
    )
    return (
        tuple((copy, _bounds(copy)) for own in rings for ring in own for copy in _copies(ring)),
        tuple(sorted(found, key=lambda country: (-country.area, country.name))),
    )


def _line(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Line:
    """An arc of a TopoJSON file, whose points are told as whole steps from the one before."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    xs, ys = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
    return tuple((x * wide + west, y * high + south) for x, y in zip(xs, ys, strict=True))


def _bounds(line: Line) -> Window:
    lons, lats = zip(*line, strict=True)
    return Window(min(lons), min(lats), max(lons), max(lats))


def _pieces(shape: dict[str, Any]) -> list[list[list[int]]]:
    """The pieces of land of a country, each its outline and the holes in it, as numbers of lines."""
    return [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]


def _ring(numbers: Sequence[int], lines: Sequence[Line]) -> Line:
    """Lines joined end to end; a negative number names one that is walked backwards, counted from -1."""
    return tuple(point for n in numbers for point in (lines[n] if n >= 0 else lines[~n][::-1]))


def _unbroken(ring: Line) -> Line:
    """A ring without its leap from one edge of the map to the other, where it crosses the 180th meridian; one that goes round a pole is left.

    >>> _unbroken(((179.0, 1.0), (-179.0, 1.0), (-179.0, 2.0), (179.0, 1.0)))
    ((179.0, 1.0), (181.0, 1.0), (181.0, 2.0), (179.0, 1.0))
    """
    turns = accumulate((round((a[0] - b[0]) / 360) for a, b in pairwise(ring)), initial=0)
    told = tuple((lon + 360 * turn, lat) for (lon, lat), turn in zip(ring, turns, strict=True))
    return told if told[0] == told[-1] else ring


def _copies(ring: Line) -> Iterator[Line]:
    """A ring, and where it reaches over an edge of the map once more at the other edge."""
    yield ring
    lons = [lon for lon, _ in ring]
    if max(lons) > 180:
        yield tuple((lon - 360, lat) for lon, lat in ring)
    if min(lons) < -180:
        yield tuple((lon + 360, lat) for lon, lat in ring)


def _middle(ring: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """The area of a ring and its centre of gravity."""
    area = east = north = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        area, east, north = area + cross, east + (x1 + x2) * cross, north + (y1 + y2) * cross
    if not area:
        return (0.0, *ring[0])
    return abs(area), east / (3 * area), north / (3 * area)
