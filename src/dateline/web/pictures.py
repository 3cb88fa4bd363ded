"""Pictures as SVG for pages that run no inline style: days, places, amounts and agreements. Each has a table as its twin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import cos, log10, radians
from typing import Final

import numpy as np
from markupsafe import Markup, escape

from dateline.places.resolve import KM_A_DEGREE
from dateline.rows import Row
from dateline.tell.explain import counted, measured
from dateline.web.pages import precise
from dateline.web.shelf import Mask, Shelf, Spot

__all__ = ["Bar", "Bars", "amounts", "bars", "days_picture", "places_picture", "span"]

WIDTH: Final = 960
TONES: Final = (
    ("vouched", ("confirmed", "corroborated")),
    ("single", ("single_voice",)),
    ("doubted", ("contested", "denied", "discounted")),
)
"""The three tones of a bar, from its foot: vouched for by several voices, by one, in doubt. Each has a pattern of its own."""
MOST_BARS: Final = 110
LATEST: Final = date(9000, 1, 1).toordinal()
"""Days after this one are drawn on it: a calendar ends."""
FOOT: Final = 128.0
PATTERN: Final = Markup(
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="under" width="5" height="5"/><rect class="stroke" width="2" height="5"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Bar:
    """Events of some days: the first and the last of them, and how many events of each tone."""

    since: date
    until: date
    tones: tuple[int, ...]

    @property
    def events(self) -> int:
        """All of them."""
        return sum(self.tones)


@dataclass(frozen=True, slots=True)
class Bars:
    """A row of bars, what one stands for, and how many events lie before and after those drawn, or have no day."""

    bars: tuple[Bar, ...]
    unit: str
    before: int
    after: int
    undated: int


def bars(shelf: Shelf, mask: Mask, since: date | None, until: date | None) -> Bars | None:
    """The masked events by day, week, month or year, as many as fit. Without days asked for, the bulk of the events and
    some room around it is drawn, so that a few events of long ago do not press the rest into a line."""
    dated = mask & (shelf.first >= 0)
    days = shelf.first[dated]
    if not len(days):
        return None
    low, high = (int(edge) for edge in np.quantile(days, (0.1, 0.9), method="nearest"))
    room = (high - low) // 4 + 1
    low, high = max(int(days.min()), low - room), min(int(days.max()), high + room)
    low = max(int(days.min()), since.toordinal()) if since else low
    high = min(int(days.max()), until.toordinal()) if until else high
    low, high = min(low, high, LATEST), min(max(low, high), LATEST)
    unit, edges = _edges(date.fromordinal(low), date.fromordinal(high))
    at = np.array([day.toordinal() for day in edges])
    within = dated & (shelf.first < at[-1])
    stacks = [
        np.histogram(shelf.first[within & shelf.facets["grade"].holding(grades, len(shelf))], at)[0]
        for _, grades in TONES
    ]
    drawn = tuple(
        Bar(first, then - timedelta(1), tuple(int(stack[n]) for stack in stacks))
        for n, (first, then) in enumerate(pairwise(edges))
    )
    return Bars(
        drawn, unit, int((days < at[0]).sum()), int((days >= at[-1]).sum()), int((mask & (shelf.first < 0)).sum())
    )


def _edges(low: date, high: date) -> tuple[str, list[date]]:
    """The edges of the bars from a day to another: days if they fit, else weeks, months, years."""
    span = (high - low).days + 1
    if span <= MOST_BARS:
        return "day", [low + timedelta(n) for n in range(span + 1)]
    if span <= 7 * MOST_BARS:
        monday = low - timedelta(low.weekday())
        return "week", [monday + timedelta(7 * n) for n in range((high - monday).days // 7 + 2)]
    if span <= 31 * MOST_BARS:
        months = range(low.year * 12 + low.month - 1, high.year * 12 + high.month + 1)
        return "month", [date(n // 12, n % 12 + 1, 1) for n in months]
    step = 1 + (high.year - low.year) // MOST_BARS
    years = range(low.year, high.year + step + 1, step)
    return "year" if step == 1 else f"{step} years", [date(year, 1, 1) for year in years]


def days_picture(told: Bars, links: Sequence[str]) -> Markup:
    """The bars, each a link to its days, drawn to fill whatever room there is; the labels stand below it as text."""
    step = WIDTH / len(told.bars)
    most = max(bar.events for bar in told.bars) or 1
    drawn = [
        _bar(bar, link, n * step, step, FOOT / most)
        for n, (bar, link) in enumerate(zip(told.bars, links, strict=True))
        if bar.events
    ]
    picture = Markup(
        '<svg class="days" viewBox="0 0 {} {:.0f}" preserveAspectRatio="none" role="group" aria-label="Events by {}" '
        'data-first="{}" data-last="{}">{}{}</svg>'
    ).format(WIDTH, FOOT, told.unit, told.bars[0].since, told.bars[-1].until, PATTERN, Markup("".join(drawn)))
    shown = min(6, len(told.bars))
    ticks = [told.bars[round(n * (len(told.bars) - 1) / max(1, shown - 1))].since for n in range(shown)]
    labels = Markup("").join(Markup("<li>{}</li>").format(_label(day, told.unit)) for day in ticks)
    return picture + Markup('<ol class="ticks" aria-hidden="true">{}</ol>').format(labels)


def _bar(bar: Bar, link: str, x: float, step: float, scale: float) -> str:
    parts, y = "", FOOT
    for (tone, _), events in zip(TONES, bar.tones, strict=True):
        if events:
            tall = max(1.0, events * scale)
            y -= tall
            parts += (
                f'<rect class="{tone}" x="{x:.1f}" y="{y:.1f}" width="{max(1.0, step - 1):.1f}" height="{tall:.1f}"/>'
            )
    told = f"{span(bar.since, bar.until)}: {counted(bar.events, 'event')}"
    return f'<a href="{escape(link)}" aria-label="{told}"><title>{told}</title>{parts}</a>'


def _label(day: date, unit: str) -> str:
    return {"month": f"{day:%b %Y}"}.get(unit, str(day.year) if "year" in unit else f"{day.day} {day:%b %Y}")


def span(since: date, until: date) -> str:
    """Days as a reader says them.

    >>> span(date(2020, 1, 9), date(2020, 1, 9)), span(date(2020, 1, 6), date(2020, 1, 12))
    ('9 January 2020', '6 January 2020 to 12 January 2020')
    """
    first, last = (f"{day.day} {day:%B %Y}" for day in (since, until))
    return first if since == until else f"{first} to {last}"


LETTER: Final = 6.0
"""Room that a letter of a name takes; a name that would lie over another is left to the circle's title."""


def places_picture(spots: Sequence[Spot]) -> Markup:
    """Places as circles as wide as they are vague, for a reader without scripts; empty where no event has a point."""
    if not spots:
        return Markup("")
    # What is told of a country as a whole lies nowhere in it.
    within = [spot for spot in spots if spot.precision != "country"] or spots
    lats, lons = sorted(s.lat for s in within), sorted(s.lon for s in within)
    edge = len(within) // 20
    south, north, west, east = lats[edge], lats[-1 - edge], lons[edge], lons[-1 - edge]
    wide = cos(radians((south + north) / 2))
    high = max(north - south, (east - west) * wide * 0.4, 1.0) * 1.3
    scale, top, left = 380 / high, (south + north) / 2 + high / 2, (west + east) / 2 - WIDTH / 2 * high / 380 / wide
    drawn = ""
    for spot in sorted(spots, key=lambda s: -s.radius):
        x, y = (spot.lon - left) * scale * wide, (top - spot.lat) * scale
        r = max(3.0 + 2 * log10(1 + spot.events), min(160.0, spot.radius / KM_A_DEGREE * scale))
        tone = "doubted" if spot.doubted * 2 > spot.events else "area"
        tone += " faint" if spot.precision in ("country", "admin1") else ""
        told = f"{escape(spot.name)}, {escape(precise(spot.precision))}: {counted(spot.events, 'event')}"
        drawn += f'<circle class="{tone}" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"><title>{told}</title></circle>'
    named: list[tuple[float, float, float]] = []
    for spot in spots[:12]:
        x, y = (spot.lon - left) * scale * wide + 7, (top - spot.lat) * scale - 5
        end = x + LETTER * len(spot.name)
        if all(abs(y - other) > LETTER * 2 or end < first or x > last for first, last, other in named):
            named.append((x, end, y))
            drawn += f'<text x="{x:.1f}" y="{y:.1f}">{escape(spot.name)}</text>'
    return Markup('<svg viewBox="0 0 {} 380" role="img" aria-label="Where events happened">{}</svg>').format(
        WIDTH, Markup(drawn)
    )


def amounts(figure: Row, said: Sequence[tuple[str, Row]]) -> Markup:
    """Low, best and high of a figure as a band, and below it what each claim says, each from its low to its high; what is
    open at an end fades there. `said` is who says it, and the claim's own figure."""
    values = [
        value
        for row in (figure, *(one for _, one in said))
        for value in (row["low"], row["best"], row["high"])
        if value is not None
    ]
    if not values:
        return Markup("")
    low, high = min(values), max(values)
    room = max((high - low) * 0.12, high * 0.04, 0.5)
    low, high = max(0.0, low - room), high + room

    def at(value: float) -> float:
        return float(8 + (value - low) / (high - low) * 304)

    lines = [_line(figure, at, 12, "fused", "weighed")]
    lines += [_line(one, at, 30 + 14 * n, "said", who) for n, (who, one) in enumerate(said[:12])]
    tall = 30 + 14 * min(len(said), 12) + 6
    ends = Markup(
        '<text class="tick" x="8" y="{}">{:,.0f}</text><text class="tick end" x="312" y="{}">{:,.0f}</text>'
    ).format(tall + 6, low, tall + 6, high)
    return Markup(
        '<svg class="amounts" viewBox="0 0 452 {}" role="img" aria-label="{} from low to high, by who says it">{}{}</svg>'
    ).format(tall + 10, measured(figure), Markup("").join(lines), ends)


def _line(row: Row, place: Callable[[float], float], y: float, kind: str, who: str) -> Markup:
    low, best, high = (row[name] for name in ("low", "best", "high"))
    left = 0.0 if low is None else place(low)
    right = 320.0 if high is None else place(high)
    open_ended = "" if low is not None and high is not None else " open"
    band = Markup('<rect class="{}{}" x="{:.1f}" y="{}" width="{:.1f}" height="{}"/>').format(
        kind, open_ended, left, y - 4, max(3.0, right - left), 10 if kind == "fused" else 6
    )
    dot = (
        Markup("")
        if best is None
        else Markup('<circle class="{}" cx="{:.1f}" cy="{}" r="{}"/>').format(
            kind, place(best), y if kind == "said" else y + 1, 3.2
        )
    )
    name = who if len(who) <= NAME else f"{who[: NAME - 1].rstrip()}…"
    return band + dot + Markup('<text class="who" x="326" y="{}"><title>{}</title>{}</text>').format(y + 4, who, name)


NAME: Final = 19
"""Letters of a name that have room beside what it says."""
