"""The overview: what matches a question, as a page, as rows and as places on a map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.rows import Row
from dateline.tell.explain import amount, toll, tolls
from dateline.tell.headline import doing, head
from dateline.web.asked import FACETS, SORTS, USUAL, Asked
from dateline.web.excerpts import excerpts
from dateline.web.pictures import Bars, bars, days_picture, places_picture
from dateline.web.reader import Reader
from dateline.web.shelf import Mask, Shelf, Spot
from dateline.words.weigh import country_code

__all__ = ["COLUMNS", "PAGE", "flat", "matching_rows", "overview", "places"]

PAGE: Final = 50
"""Events on one page of the table."""

MOST_VALUES: Final = 9
"""Values of a facet shown before one looks for more by name."""

MOST_SPOTS: Final = 4000
MOST_DRAWN: Final = 250

COLUMNS: Final = (
    "id", "title", "type", "grade", "review", "from", "to", "place", "precision", "lat", "lon", "radius_km", "voices", "outlets",
    "claims", "actors", "killed_low", "killed_best", "killed_high", "first_seen", "recalled",
)  # fmt: skip
"""The columns of the overview as CSV, one row an event."""


def overview(reader: Reader, asked: Asked) -> dict[str, Any]:
    """Everything the page shows of a question."""
    shelf, mask, others = reader.matching(asked)
    order = shelf.ordered(mask, asked.sort)
    at = order[(asked.page - 1) * PAGE : asked.page * PAGE]
    rows = reader.weighed(shelf.ids[i] for i in at)
    return {
        "asked": asked,
        "events": rows,
        "total": len(order),
        "every": len(shelf),
        "pages": max(1, -(-len(order) // PAGE)),
        "reviewed": {row["id"]: shelf.states.get(row["id"], "open") for row in rows},
        "fresh": {
            row["id"] for row in rows if asked.changed and (row["first_seen"] or "")[:10] >= asked.changed.isoformat()
        },
        "facets": _facets(shelf, asked, mask, others),
        "sorts": SORTS,
        "usual": USUAL,
        **_timeline(shelf, mask, asked),
        **_map(shelf, mask),
        "heads": {row["id"]: (head(row), doing(row)) for row in rows},
        "deaths": {row["id"]: _deaths(row) for row in rows},
        "excerpts": excerpts(reader, rows),
        "counts": {
            kind: reader.db.execute(f"SELECT count(*) FROM {kind}").fetchall()[0][0] for kind in ("report", "claim")
        },
    }


def _facets(
    shelf: Shelf, asked: Asked, mask: Mask, others: Mapping[str, Mask]
) -> list[tuple[str, str, list[tuple[str, int]], int]]:
    """Each facet: its name, its label, the values to show with how many events have each, and how many values there are.

    A facet counts what all other facets leave (`others`), so that what is not picked in it can still be picked.
    """
    return [
        (
            kind,
            label,
            shelf.facets[kind].counts(others.get(kind, mask), MOST_VALUES, asked.picked.get(kind, ())),
            len(shelf.facets[kind].values),
        )
        for kind, label in FACETS.items()
    ]


def _timeline(shelf: Shelf, mask: Mask, asked: Asked) -> dict[str, Any]:
    told = bars(shelf, mask, asked.since, asked.until)
    days = _days(asked, told) if told else []
    return {"bars": told, "day_links": days, "days": days_picture(told, days) if told else None}


def _map(shelf: Shelf, mask: Mask) -> dict[str, Any]:
    spots = shelf.on_the_map(mask)[:MOST_DRAWN]
    return {"spots": spots, "placeless": int((mask & (shelf.spot < 0)).sum()), "map": places_picture(spots)}


def _days(asked: Asked, told: Bars) -> list[str]:
    """The address of each bar's days, with all else that is asked."""
    rest = asked.query(since=None, until=None)
    return [f"{rest}{'&' if len(rest) > 1 else ''}from={bar.since}&to={bar.until}" for bar in told.bars]


def places(reader: Reader, asked: Asked) -> Row:
    """The matching events by place, as GeoJSON: a feature a place, with its radius in kilometres and what stands there."""
    shelf, mask, _ = reader.matching(asked)
    return {"type": "FeatureCollection", "features": [_feature(spot) for spot in shelf.on_the_map(mask)[:MOST_SPOTS]]}


def _feature(spot: Spot) -> Row:
    told = spot._asdict()
    lat, lon = told.pop("lat"), told.pop("lon")
    told["country"] = country_code(spot.name) if spot.precision == "country" else None
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": told}


def matching_rows(reader: Reader, asked: Asked, *, most: int | None) -> tuple[int, Iterator[Row]]:
    """How many events match, and their rows of the contract with what people decided; one page of them, or up to `most`."""
    shelf, mask, _ = reader.matching(asked)
    order = shelf.ordered(mask, asked.sort)
    at = order[(asked.page - 1) * PAGE : asked.page * PAGE] if most is None else order[:most]
    states = shelf.states
    ids = [shelf.ids[i] for i in at]
    return len(order), ({**row, "review": states.get(row["id"], "open")} for row in reader.weighed(ids))


def flat(row: Row) -> list[object]:
    """An event as the cells of COLUMNS."""
    place, time = row["place"] or {}, row["time"] or {}
    killed: Row = _killed(row) or {}
    return [
        row["id"], row["title"], row["type"], row["grade"], row["review"], time.get("from"), time.get("to"), place.get("name"),
        place.get("precision"), place.get("lat"), place.get("lon"), place.get("radius_km"), len(row["voices"]), len(row["outlets"]),
        len(row["claims"]), "; ".join(by["name"] for by in row["by"]), killed.get("low"), killed.get("best"), killed.get("high"),
        row["first_seen"], "yes" if row["background"] else "no",
    ]  # fmt: skip


def _killed(row: Row) -> Row | None:
    return toll(row, "killed") or next(iter(tolls(row, "killed")), None)


def _deaths(row: Row) -> str:
    """Those killed, in words; empty where nothing is told of any."""
    killed = _killed(row)
    return amount(killed) if killed else ""
