"""A record beside a list of events made elsewhere: which both have, which only one has, where they differ and why.

An event and a row are the same where their days, widened by two, touch, where they lie within 25 kilometres and what
the place leaves open, or bear the same name, and where both are violence, demonstrations or other developments. Nearest pairs are joined first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Final

from dateline.rows import Row
from dateline.tell.acled import CROWDS, TYPES
from dateline.tell.lists import Listed
from dateline.tell.sheet import Column, Desk, Sheet
from dateline.tell.ucdp import deaths
from dateline.tell.view import View
from dateline.times import Interval

__all__ = ["comparison"]

DAYS: Final = 2
YEAR: Final = 366
KM: Final = 25.0
EARTH_KM: Final = 6371.0
VIOLENCE: Final = "Political violence"
VIOLENT_TYPES: Final = frozenset(
    "armed_attack airstrike shelling clash facility_attack casualty_figure ceasefire_violation".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """What matching needs of an event of the record."""

    id: str
    first: date
    last: date
    place: str
    lat: float | None
    lon: float | None
    radius: float
    family: str
    killed: tuple[int, int, int] | None


def comparison(listed: Sequence[Listed]) -> Sheet:
    """The sheet that tells a record and a list side by side."""
    return Sheet(
        "comparison",
        COLUMNS,
        lambda view, desk: _compared(view, desk, listed),
        "The record and a list, event by event",
        "comparison.csv",
    )


def distance_km(one: Known, other: Listed) -> float | None:
    """Kilometres between an event and a row, or None where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = radians(one.lat), radians(other.lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def _compared(view: View, desk: Desk, listed: Sequence[Listed]) -> Iterator[Row]:
    ours = [_known(event) for event in view.rows("events") if event["time"]]
    days, their_days = _by_day(ours), _by_day(listed)
    pairs = _joined(ours, listed, days)
    reach = (min((k.first for k in ours), default=None), max((k.last for k in ours), default=None))
    for number, row in enumerate(listed):
        if number in pairs:
            known = ours[pairs[number]]
            yield {"in": "both", "event": desk.row(known.id), "known": known, "listed": row}
        else:
            near = [ours[n] for n in sorted(_near(days, row))]
            yield {
                "in": "list only",
                "event": None,
                "known": None,
                "listed": row,
                "why": _why_missing(row, near, reach),
            }
    taken = set(pairs.values())
    for place, known in enumerate(ours):
        if place not in taken:
            event = desk.row(known.id) or {}
            why = _why_extra(event, known, listed, bool(_near(their_days, known)))
            yield {"in": "record only", "event": event, "known": known, "listed": None, "why": why}


def _known(event: Row) -> Known:
    told, place = Interval.parse(event["time"]["from"], event["time"]["to"]), event["place"]
    code = event["codes"].get("acled")
    family = _family(TYPES.get(code, "Strategic developments") if code else event["type"])
    lat, lon = (place["lat"], place["lon"]) if place else (None, None)
    name, radius = (place["name"], place["radius_km"] or 0.0) if place else ("", 0.0)
    return Known(event["id"], told.first, told.last, name, lat, lon, radius, family, deaths(event))


def _by_day(rows: Sequence[Known | Listed]) -> dict[date, list[int]]:
    """Day → the numbers of the rows it lies in; a row of more than a year is found by its first one."""
    found: dict[date, list[int]] = {}
    for number, row in enumerate(rows):
        for n in range(min((row.last - row.first).days, YEAR) + 1):
            found.setdefault(row.first + timedelta(n), []).append(number)
    return found


def _near(days: dict[date, list[int]], row: Known | Listed) -> set[int]:
    """The numbers of what lies within two days of a row."""
    span = min((row.last - row.first).days, YEAR) + 2 * DAYS + 1
    return {number for n in range(span) for number in days.get(row.first + timedelta(n - DAYS), ())}


def _joined(ours: Sequence[Known], listed: Sequence[Listed], days: dict[date, list[int]]) -> dict[int, int]:
    """Number of a row → number of the event that is the same; nearest pairs first, each in one pair at most."""
    found = [
        (score, number, near)
        for number, row in enumerate(listed)
        for near in sorted(_near(days, row))
        if (score := _apart(ours[near], row)) is not None
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, near in sorted(found):
        if number not in pairs and near not in taken:
            pairs[number] = near
            taken.add(near)
    return pairs


def _apart(known: Known, row: Listed) -> float | None:
    """How far an event and a row are apart, less being nearer; None where they cannot be the same."""
    theirs = VIOLENCE if row.shape == "ucdp" else _family(row.kind)
    if theirs not in ("", known.family):
        return None
    same_name = bool(row.place) and row.place.casefold() == known.place.casefold()
    km = distance_km(known, row)
    if not same_name and (km is None or km > KM + min(known.radius, 4 * KM)):
        return None
    deadly = 0.0
    if known.killed and row.best is not None:
        low, _, high = known.killed
        deadly = max(low - row.best, row.best - high, 0) / max(high, row.best, 1)
    return _days_apart(known, row) / (DAYS + 1) + min(km or 0.0, 4 * KM) / (4 * KM) + deadly


def _family(kind: str) -> str:
    """ACLED's type of disorder that an event type, its or ours, belongs to; what belongs to none is its own."""
    if kind in CROWDS:
        return "Demonstrations"
    return VIOLENCE if kind in VIOLENT_TYPES or kind in TYPES.values() else kind


def _days_apart(known: Known, row: Listed) -> int:
    return max(0, (row.first - known.last).days, (known.first - row.last).days)


def _why_missing(row: Listed, close: Sequence[Known], reach: tuple[date | None, date | None]) -> str:
    first, last = reach
    if first is None or last is None or row.last < first or row.first > last:
        return "the record does not reach to that day"
    near = [(km, known) for known in close if (km := distance_km(known, row)) is not None]
    if not near:
        return f"the record has no event with a point within {DAYS} days of it"
    km, known = min(near, key=lambda pair: (pair[0], pair[1].id))
    if km <= KM:
        return f"the events near it are of another kind, or nearer to other rows; nearest: {known.id}"
    return f"no report in the record tells of it; nearest in those days: {known.id}, {km:.0f} km off"


def _why_extra(event: Row, known: Known, listed: Sequence[Listed], in_time: bool) -> str:
    if event.get("background"):
        return "only recalled by the reports"
    if not in_time:
        return f"the list has no row within {DAYS} days of it"
    if listed and listed[0].shape == "ucdp" and not known.killed:
        return "nobody is said to have died; UCDP lists deadly events only"
    if known.family != VIOLENCE:
        return f"the list has nothing of its kind near it ({event.get('type')})"
    if known.lat is None:
        return "the reports do not say where"
    return f"the list has no row of this kind near it; grade {event.get('grade')}"


def _differences(told: Row, desk: Desk) -> str:
    """Where the two differ, and why."""
    if told["in"] != "both":
        return str(told["why"])
    known, row, event = told["known"], told["listed"], told["event"]
    return "; ".join(
        (*_of_days(known, row, event), *_of_place(known, row, event), *_of_killed(known, row, event, desk))
    )


def _of_days(known: Known, row: Listed, event: Row) -> Iterator[str]:
    apart = _days_apart(known, row)
    if apart:
        seen = (event["first_seen"] or "")[:10] == row.first.isoformat()
        yield f"{apart} days apart" + (": the list has the day it was first reported" if seen else "")
    elif known.first != known.last and row.first == row.last:
        yield f"the reports leave the day open: {known.first} to {known.last}"


def _of_place(known: Known, row: Listed, event: Row) -> Iterator[str]:
    km = distance_km(known, row)
    if km is not None and km >= 1:
        vague = event["place"]["precision"]
        yield f"{km:.0f} km apart" + (f": the reports place it by {vague}" if vague != "exact" else "")


def _of_killed(known: Known, row: Listed, event: Row, desk: Desk) -> Iterator[str]:
    if row.best is None or (known.killed and known.killed[1] == row.best):
        return
    if known.killed is None:
        yield f"the list has {row.best} killed, the reports no number" if row.best else ""
        return
    low, best, high = known.killed
    where = (
        "below every report"
        if row.best < low
        else "above every report"
        if row.best > high
        else "the lowest told"
        if row.best == low
        else "within the range"
    )
    why = " ".join(d["explanation"] for d in desk.differences(event) if d["field"].startswith("killed"))
    yield f"killed {row.best} against {best} ({low} to {high}): {where}" + (f". {why}" if why else "")


def _ours(told: Row, field: str) -> object:
    return told["known"] and getattr(told["known"], field)


def _theirs(told: Row, field: str) -> object:
    return told["listed"] and getattr(told["listed"], field)


def _killed(told: Row, n: int) -> object:
    return told["known"].killed[n] if told["known"] and told["known"].killed else None


def _bound(named: tuple[int, str]) -> Column:
    n, name = named
    return Column(f"killed_{name}", lambda t, d: _killed(t, n), f"{name} here", "", "integer")


def _km(told: Row) -> float | None:
    km = distance_km(told["known"], told["listed"]) if told["in"] == "both" else None
    return None if km is None else round(km, 1)


COLUMNS: Final = (
    Column("in", lambda t, d: t["in"], "both, list only, or record only"),
    Column("event", lambda t, d: _ours(t, "id"), "id of the event here"),
    Column("listed", lambda t, d: _theirs(t, "id"), "id of the row there"),
    Column("day", lambda t, d: t["known"] and t["known"].first.isoformat(), "first day here", "", "date"),
    Column("listed_day", lambda t, d: t["listed"] and t["listed"].first.isoformat(), "first day there", "", "date"),
    Column("place", lambda t, d: _ours(t, "place"), "place here"),
    Column("listed_place", lambda t, d: _theirs(t, "place"), "place there"),
    Column("km", lambda t, d: _km(t), "kilometres between the two", "", "number"),
    *map(_bound, enumerate(("low", "best", "high"))),
    Column("listed_killed", lambda t, d: _theirs(t, "best"), "killed there", "", "integer"),
    Column("grade", lambda t, d: t["event"] and t["event"]["grade"], "how far the event is vouched for"),
    Column("why", _differences, "where the two differ and why; for an event only one has, why that may be"),
    Column("claims", lambda t, d: "; ".join(t["event"]["claims"]) if t["event"] else None, "ids of the claims here"),
)
