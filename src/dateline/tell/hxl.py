"""HXL: events as a CSV with a row of hashtags under its headings, as the humanitarian data exchange reads it."""

from __future__ import annotations

from typing import Final

from dateline.tell.acled import fatalities
from dateline.tell.fields import bound, place
from dateline.tell.sheet import Column, Kind, Sheet, day_after

__all__ = ["COLUMNS", "HXL"]


def _of_place(field: str) -> Column:
    names = {"name": ("place", "#loc+name"), "lat": ("latitude", "#geo+lat"), "lon": ("longitude", "#geo+lon")}
    names |= {
        "country": ("country", "#country+code"),
        "admin1": ("region", "#adm1+name"),
        "precision": ("precision", "#geo+precision"),
    }

    kind: Kind = "number" if field in ("lat", "lon") else "string"
    return Column(names[field][0], lambda e, d: place(e, field), "of the place", names[field][1], kind)


def _of_measure(measure: str, attribute: str) -> list[Column]:
    def column(name: str, sign: str) -> Column:
        return Column(
            f"{measure} {name}",
            lambda event, desk: bound(event, measure, name),
            f"{name} of {measure}",
            f"{attribute}{sign}",
            "number",
        )

    return [column("low", "+min"), column("best", ""), column("high", "+max")]


COLUMNS: Final = (
    Column("event", lambda e, d: e["id"], "id", "#event+code"),
    Column("title", lambda e, d: e["title"], "title", "#event+name"),
    Column("type", lambda e, d: e["type"], "type", "#event+type"),
    Column("first day", lambda e, d: e["time"] and e["time"]["from"][:10], "start", "#date+start", "date"),
    Column("before", lambda e, d: day_after(e["time"]), "end, not included", "#date+end", "date"),
    *(_of_place(field) for field in ("name", "admin1", "country", "lat", "lon", "precision")),
    Column("said to be by", lambda e, d: "; ".join(b["name"] for b in e["by"]), "accused", "#group+name+first"),
    Column("killed at the least", fatalities, "conservative count", "#affected+killed+conservative", "integer"),
    *_of_measure("killed", "#affected+killed"),
    *_of_measure("injured", "#affected+injured"),
    *_of_measure("displaced", "#affected+displaced"),
    Column("grade", lambda e, d: e["grade"], "how far it is vouched for", "#status+grade"),
    Column("voices", lambda e, d: len(e["voices"]), "independent voices", "#meta+voices+num", "integer"),
    Column("outlets", lambda e, d: "; ".join(e["outlets"]), "outlets", "#meta+source"),
    Column("claims", lambda e, d: "; ".join(e["claims"]), "ids of the claims it rests on", "#meta+claim+list"),
)

HXL: Final = Sheet(
    "hxl",
    COLUMNS,
    lambda view, desk: view.rows("events"),
    "Every event with its ranges, tagged for the humanitarian exchange",
    "events.hxl.csv",
    tagged=True,
)
