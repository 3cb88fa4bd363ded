"""Moved people in the shape of IDMC's Helix: a row a figure, fused ones recommended, each claim's own for triangulation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from dateline.rows import Row
from dateline.tables import load_table
from dateline.tell.cited import CITED
from dateline.tell.fields import country, place
from dateline.tell.sheet import Column, Desk, Sheet
from dateline.tell.view import View
from dateline.times import Interval

__all__ = ["DISPLACEMENT", "end_of", "is_stock", "words"]

ACCURACY: Final = {"exact": "Point", "near": "Point", "admin2": "ADM2", "admin1": "ADM1", "country": "ADM0"}


@cache
def words() -> dict[str, Any]:
    """The words and labels of displacement.toml."""
    return load_table("tell/displacement.toml")


def figures(view: View, desk: Desk) -> Iterator[Row]:
    """Each figure of moved people: the event's own, then those of its claims."""
    for event in view.rows("events"):
        for figure in event["figures"]:
            if figure["measure"] in words()["measures"]:
                yield {"event": event, "figure": figure, "role": "recommended", "claims": figure["claims"]}
        for claim in desk.told_by(event):
            for figure in claim["figures"]:
                if figure["measure"] in words()["measures"] and not figure["negated"]:
                    yield {"event": event, "figure": figure, "role": "triangulation", "claim": claim["id"]}


def is_stock(text: str) -> bool:
    """Whether a claim counts people who are somewhere, not people who moved.

    >>> is_stock("Three villages host 2,000 displaced people."), is_stock("2,000 people left.")
    (True, False)
    """
    return _stock().search(text) is not None


def end_of(text: str, at: int) -> str | None:
    """Whether the place that starts at `at` in a text is where people left or where they came, by the words before it.

    >>> end_of("Thousands fled from Zamla.", 20), end_of("Thousands walked to Zamla.", 20)
    ('Origin', 'Destination')
    """
    before = f" {' '.join(text[:at].lower().split())}"
    ends = words()["ends"]
    told = [(len(word), name) for name in ends for word in ends[name] if before.endswith(f" {word}")]
    return max(told)[1].capitalize() if told else None


def _first(row: Row, desk: Desk) -> Row | None:
    return desk.row(row["claim"] if "claim" in row else row["claims"][0])


def _category(row: Row, desk: Desk) -> str:
    told = words()["measures"][row["figure"]["measure"]]
    claim = _first(row, desk)
    return str(told["stock" if claim and is_stock(claim["text"]) else "category"])


def _identifier(row: Row, desk: Desk) -> str | None:
    claim = _first(row, desk)
    if claim is None or not claim["place"] or not claim["start"] <= claim["place"]["start"] < claim["end"]:
        return None
    return end_of(claim["text"], claim["place"]["start"] - claim["start"])


def _quantifier(row: Row, desk: Desk) -> str | None:
    figure = row["figure"]
    if "qualifier" in figure:
        return str(words()["quantifiers"].get(figure["qualifier"], "approximately"))
    if figure["low"] == figure["high"]:
        return "exact"
    return "more than" if figure["high"] is None else "less than" if figure["low"] is None else "approximately"


def _unit(row: Row) -> str:
    return "Household" if row["figure"].get("unit") == "households" else "Person"


def _days(row: Row) -> Interval | None:
    """The time of the event; of a cumulative figure, from the start of its period."""
    period, time = row["figure"].get("period"), row["event"]["time"]
    if time is None or not period or not period["from"] or period["from"] >= time["to"]:
        return Interval.parse(time["from"], time["to"]) if time else None
    return Interval.parse(period["from"], time["to"])


def _accuracy(row: Row, desk: Desk) -> str | None:
    told = _days(row)
    if told is None:
        return None
    return "Day" if told.days <= 1 else "Week" if told.days <= 7 else "Month" if told.days <= 31 else "Year"


def _reported(row: Row) -> object:
    return next((row["figure"][n] for n in ("best", "low", "high") if row["figure"][n] is not None), None)


COLUMNS: Final = (
    Column("event", lambda r, d: r["event"]["id"], "id of the event"),
    Column("event_name", lambda r, d: r["event"]["title"], "its title", "#event+name"),
    Column("role", lambda r, d: r["role"], "recommended: the event's fused figure; triangulation: one claim's own"),
    Column("category", _category, "a flow, or a stock where the words tell people present", "#indicator+category"),
    Column("term", lambda r, d: words()["measures"][r["figure"]["measure"]]["term"], "displaced, evacuated, returns"),
    Column("quantifier", _quantifier, "exact, more than, less than, approximately", "#total+qualifier"),
    Column("reported", lambda r, d: _reported(r), "the number as reported", "", "number"),
    Column("low", lambda r, d: r["figure"]["low"], "lower bound; empty where open", "", "number"),
    Column("high", lambda r, d: r["figure"]["high"], "upper bound; empty where open", "", "number"),
    Column("unit", lambda r, d: _unit(r), "Person or Household"),
    Column("household_size", lambda r, d: None, "left empty: not in the reports", "", "number"),
    Column(
        "total_figures",
        lambda r, d: _reported(r) if _unit(r) == "Person" else None,
        "people; empty for households",
        "#affected+displaced",
        "number",
    ),
    Column("subgroup", lambda r, d: r["figure"]["subgroup"], "of whom"),
    Column("displacement_type", lambda r, d: "Conflict", "always conflict"),
    Column("start_date", lambda r, d: (t := _days(r)) and t.first.isoformat(), "first day", "#date+start", "date"),
    Column("start_date_accuracy", _accuracy, "Day, Week, Month or Year"),
    Column("end_date", lambda r, d: (t := _days(r)) and t.last.isoformat(), "last day", "#date+end", "date"),
    Column("end_date_accuracy", _accuracy, "Day, Week, Month or Year"),
    Column("country", lambda r, d: country(r["event"], "name"), "name in English", "#country+name"),
    Column("iso3", lambda r, d: country(r["event"], "alpha3"), "ISO 3166 alpha-3", "#country+code"),
    Column("location", lambda r, d: place(r["event"], "name"), "the place", "#loc+name"),
    Column("lat", lambda r, d: place(r["event"], "lat"), "latitude", "#geo+lat", "number"),
    Column("lon", lambda r, d: place(r["event"], "lon"), "longitude", "#geo+lon", "number"),
    Column(
        "location_accuracy", lambda r, d: ACCURACY.get(str(place(r["event"], "precision"))), "Point or ADM0 to ADM2"
    ),
    Column("identifier", _identifier, "Origin or Destination, where the words before the place tell"),
    Column("calculation_logic", lambda r, d: r["figure"].get("rule"), "how a fused figure was reached"),
    *CITED,
)


@cache
def _stock() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words()['stock']['words'])})\b", re.IGNORECASE)


DISPLACEMENT: Final = Sheet(
    "displacement", COLUMNS, figures, "Figures of displaced people, Helix-shaped", "displacement.csv"
)
