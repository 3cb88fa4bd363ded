"""Pictures as SVG: where things happened, when, and how long each agreement held. Each has a table as its twin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from math import cos, radians, sqrt
from typing import Final, NamedTuple

from dateline.places.resolve import KM_A_DEGREE
from dateline.rows import Row
from dateline.tell.breaches import acts
from dateline.tell.outlines import Window, countries, lands
from dateline.weigh.ledger.dates import first_day, last_day

__all__ = ["OVER", "gantt", "place_map", "timeline"]

WIDTH: Final = 960
HIGH: Final = 420
"""Pixels of a map."""
LEAST: Final = 3.0
"""Degrees of latitude that a map shows at least: one place alone is seen with the borders and coasts around it."""
WIDEST: Final = 4.0
"""Degrees from the middle of a vague place to its edge that a map makes room for; of a country the middle will do."""
LETTER, LINE = 7.5, 15.0
"""Pixels that a name takes, a letter and a line: those of paper, which is set larger than a page on a screen."""
CAPITAL: Final = 10.5
"""The same of a letter of a country's name, which is set in spaced capitals."""
BEYOND: Final = 200.0
"""Pixels around a map within which outlines keep their shape."""
ROOM: Final = 1.25
"""How much more than its places a map shows."""

STANDING: Final = {"in_force": "holds", "extended": "holds", "violated": "strained", "suspended": "strained"}
"""How a state of an agreement is drawn; every other one draws nothing."""
OVER: Final = frozenset({"collapsed", "expired", "ended", "rejected"})
"""States in which an agreement no longer holds."""

Href = Callable[[str], str]
"""Where the words of an event stand, from its id."""


def anchor(event: str) -> str:
    """The place of an event on the same page.

    >>> anchor("event:1")
    '#event:1'
    """
    return f"#{event}"


@dataclass(frozen=True, slots=True)
class Scale:
    """Days laid out over a width in pixels."""

    first: date
    days: int
    left: float
    width: float

    @classmethod
    def over(cls, days: Iterable[date], left: float, width: float) -> Scale:
        """A scale from the first to the last day, with a little room."""
        told = sorted(days)
        room = max(1, (told[-1] - told[0]).days // 30)
        first = told[0] - timedelta(room)
        return cls(first, (told[-1] - first).days + room + 1, left, width)

    def at(self, day: date) -> float:
        """The pixel at which a day begins."""
        return self.left + (day - self.first).days / self.days * self.width

    def ticks(self) -> list[tuple[float, str]]:
        """Some eight days to label, and their labels."""
        step = max(1, self.days // 8)
        told = [self.first + timedelta(n) for n in range(0, self.days, step)]
        form = "%d %b %Y" if self.days < 400 else "%b %Y"
        return [(self.at(day), day.strftime(form).lstrip("0")) for day in told]


def timeline(events: Sequence[Row], href: Href = anchor) -> str:
    """The news on its days, a dot an event, larger with more independent voices; empty where no event has a day."""
    dated = [(first_day(event["time"]["from"]), event) for event in events if event["time"] and not event["background"]]
    if not dated:
        return ""
    scale = Scale.over((day for day, _ in dated), 40, WIDTH - 80)
    columns: dict[date, list[Row]] = {}
    for day, event in dated:
        columns.setdefault(day, []).append(event)
    tallest = max(map(len, columns.values()))
    step = min(18.0, 150 / tallest)
    base = 30 + step * tallest
    dots = [
        f'<a href="{escape(href(event["id"]))}"><circle class="{event["grade"]}" cx="{scale.at(day):.1f}" cy="{base - step * (n + 0.7):.1f}" '
        f'r="{min(9.0, 3 + 1.2 * len(event["voices"])):.1f}"><title>{escape(event["title"])}, {day:%d %b %Y}</title></circle></a>'
        for day, told in sorted(columns.items())
        for n, event in enumerate(told)
    ]
    return _svg(base + 30, _axis(scale, base) + dots, "Timeline of events")


def gantt(agreements: Sequence[Row]) -> str:
    """One strip an agreement: where it held, where it was strained, and its breaches; empty where none is dated."""
    dated = [(agreement, _days(agreement)) for agreement in agreements]
    dated = [(agreement, days) for agreement, days in dated if days]
    if not dated:
        return ""
    scale = Scale.over((day for _, days in dated for day in days), 250, WIDTH - 290)
    rows: list[str] = []
    for n, (agreement, _) in enumerate(dated):
        rows += _strip(agreement, scale, 14 + 34 * n)
    base = 24 + 34 * len(dated)
    return _svg(base + 30, _axis(scale, base) + rows, "What became of each agreement")


def place_map(events: Sequence[Row], href: Href = anchor) -> str:
    """Events where they happened, each a circle as wide as its place is vague; empty where no event has a point.

    Far places where people only met and spoke would shrink the rest to a dot: the nearest nine tenths are drawn.
    """
    points = [(event["place"], event) for event in events if event["place"] and event["place"]["lat"] is not None]
    if not points:
        return ""
    points = _together(points)
    sheet = Sheet.around([place for place, _ in points])
    circles: list[str] = []
    named: dict[str, tuple[float, float]] = {}
    for place, event in sorted(points, key=lambda point: -(point[0]["radius_km"] or 0)):
        x, y = sheet.at(place["lon"], place["lat"])
        radius = max(5.0, min(200.0, (place["radius_km"] or 0) / KM_A_DEGREE * sheet.scale))
        circles.append(
            f'<a href="{escape(href(event["id"]))}"><circle class="area {event["grade"]}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">'
            f"<title>{escape(event['title'])}: {escape(place['name'])}, {place['precision']}</title></circle></a>"
        )
        named.setdefault(place["name"], (x, y))
    labels = list(_labels(named))
    ground = _ground(sheet, [box for box, _ in labels])
    return _svg(HIGH, [*ground, *circles, *(told for _, told in labels)], "Where events happened")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A map's window and how many pixels a degree of latitude takes; a degree of longitude takes fewer, as it is shorter."""

    window: Window
    scale: float

    @classmethod
    def around(cls, places: Sequence[Row]) -> Sheet:
        """The sheet that holds all of the places, as wide as they are vague, with room around them."""
        reach = [min(WIDEST, (place["radius_km"] or 0) / KM_A_DEGREE) for place in places]
        south, north = _ends([place["lat"] for place in places], reach)
        west, east = _ends([place["lon"] for place in places], reach)
        lat, lon = (south + north) / 2, (west + east) / 2
        high = max(north - south, (east - west) * cos(radians(lat)) * HIGH / WIDTH, LEAST) * ROOM
        wide = high * WIDTH / HIGH / cos(radians(lat))
        return cls(Window(lon - wide / 2, lat - high / 2, lon + wide / 2, lat + high / 2), HIGH / high)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """The pixel of a point."""
        window = self.window
        return (lon - window.west) / (window.east - window.west) * WIDTH, (window.north - lat) * self.scale


def _ends(middles: Sequence[float], reach: Sequence[float]) -> tuple[float, float]:
    """From where to where circles go along an axis, in degrees."""
    both = list(zip(middles, reach, strict=True))
    return min(middle - far for middle, far in both), max(middle + far for middle, far in both)


class Box(NamedTuple):
    """The room that a name takes, in pixels: from where to where, and the line that it stands on."""

    left: float
    right: float
    base: float

    def lies_on(self, other: Box) -> bool:
        """Whether two names would be drawn over each other."""
        return abs(self.base - other.base) < LINE and self.left < other.right and other.left < self.right


def _ground(sheet: Sheet, taken: Sequence[Box]) -> Iterator[str]:
    """Land with its coasts and borders, and the names of countries, the largest first, as far as there is room for them."""
    paths = [_path(_thinned(sheet, land)) for land in lands(sheet.window)]
    if paths:
        yield f'<rect class="sea" width="{WIDTH}" height="{HIGH}"/><path class="land" d="{"".join(paths)}"/>'
    held = list(taken)
    for country in countries(sheet.window):
        x, y = sheet.at(country.lon, country.lat)
        half = CAPITAL * len(country.name) / 2
        box = Box(x - half, x + half, y)
        if sqrt(country.area) * sheet.scale > half and not any(map(box.lies_on, held)):
            held.append(box)
            yield f'<text class="country" x="{x:.0f}" y="{y:.0f}">{escape(country.name)}</text>'


def _thinned(sheet: Sheet, land: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The pixels of an outline, without those that lie by the one before; what is far outside is drawn to the edge of its surroundings."""
    kept: list[tuple[float, float]] = []
    for point in land:
        x, y = sheet.at(*point)
        x, y = max(-BEYOND, min(WIDTH + BEYOND, x)), max(-BEYOND, min(HIGH + BEYOND, y))
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > 1:
            kept.append((x, y))
    return kept


def _path(points: Sequence[tuple[float, float]]) -> str:
    return f"M{'L'.join(f'{x:.0f} {y:.0f}' for x, y in points)}Z"


def _labels(places: Mapping[str, tuple[float, float]]) -> Iterator[tuple[Box, str]]:
    """Names beside their points; one that would lie on another is moved down, or left to the tip of its circle."""
    taken: list[Box] = []
    for name, (x, y) in places.items():
        left = min(x + 8, WIDTH - LETTER * len(name))
        boxes = (Box(left, left + LETTER * len(name), y + drop) for drop in (-6.0, LINE - 6, 2 * LINE - 6))
        box = next((one for one in boxes if not any(map(one.lies_on, taken))), None)
        if box is not None:
            taken.append(box)
            yield box, f'<text class="spot" x="{box.left:.1f}" y="{box.base:.1f}">{escape(name)}</text>'


def _together(points: list[tuple[Row, Row]]) -> list[tuple[Row, Row]]:
    """The points nearest to the middle one, nine in ten, so long as there are enough to leave some out."""
    lat, lon = (sorted(place[axis] for place, _ in points)[len(points) // 2] for axis in ("lat", "lon"))
    near = sorted(points, key=lambda point: (abs(point[0]["lat"] - lat) + abs(point[0]["lon"] - lon), point[1]["id"]))
    return near[: max(4, round(0.9 * len(near)))]


def _days(agreement: Row) -> list[date]:
    told = [
        agreement["from"],
        agreement["until"],
        *(state["date"] for state in agreement["states"]),
        *(b["date"] for b in agreement["violations"]),
    ]
    return [day for moment in told if moment for day in (first_day(moment), last_day(moment))]


def _strip(agreement: Row, scale: Scale, y: float) -> list[str]:
    states = [(last_day(state["date"]), state["state"]) for state in agreement["states"] if state["date"]]
    end = scale.first + timedelta(scale.days)
    drawn = [f'<text class="name" x="240" y="{y + 13}">{escape(_shortened(agreement["name"]))}</text>']
    for (day, state), (until, _) in zip(states, [*states[1:], (end, "")], strict=True):
        if state in STANDING:
            drawn.append(
                f'<rect class="{STANDING[state]}" x="{scale.at(day):.1f}" y="{y}" width="{max(2, scale.at(until) - scale.at(day)):.1f}" height="18">'
                f"<title>{state} from {day:%d %b %Y}</title></rect>"
            )
        else:
            sign = "×" if state in OVER else "○"
            drawn.append(
                f'<text class="sign" x="{scale.at(day):.1f}" y="{y + 14}">{sign}<title>{state} {day:%d %b %Y}</title></text>'
            )
    drawn += [
        f'<path class="breach" d="M{scale.at(first_day(breach["date"])):.1f} {y + 18} l-4 8 h8 z"><title>breach, {breach["date"]}</title></path>'
        for breach in acts(agreement)
        if breach["date"]
    ]
    return drawn


def _axis(scale: Scale, y: float) -> list[str]:
    line = f'<line x1="{scale.left}" x2="{scale.left + scale.width}" y1="{y}" y2="{y}"/>'
    return [line, *(f'<text class="tick" x="{x:.1f}" y="{y + 18}">{label}</text>' for x, label in scale.ticks())]


def _svg(height: float, drawn: list[str], title: str) -> str:
    return f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{title}">{"".join(drawn)}</svg>'


def _shortened(name: str, most: int = 34) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
