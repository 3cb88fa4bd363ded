"""The record's own tables, flat: a column a plain value, for Parquet, GeoPackage and whoever joins by id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from dateline.rows import Row
from dateline.tell.explain import names
from dateline.tell.fields import bound, place
from dateline.tell.sheet import Column, Kind, Sheet, day_after
from dateline.tell.view import View

__all__ = ["CLAIMS", "DIFFERENCES", "EVENTS", "FIGURES", "REPORTS"]


def _bound(measure: str, name: str) -> Column:
    return Column(
        f"{measure}_{name}",
        lambda e, d: bound(e, measure, name),
        f"{name} bound of {measure}; empty where unsaid or open",
        "",
        "number",
    )


def _place(field: str, kind: Kind, meaning: str) -> Column:
    names = {"name": "place", "id": "place_id"}
    return Column(names.get(field, field), lambda e, d: place(e, field), meaning, "", kind)


EVENT: Final = (
    Column("id", lambda e, d: e["id"], "id of the event"),
    Column("type", lambda e, d: e["type"], "type of the event"),
    Column("title", lambda e, d: e["title"], "its title"),
    Column("first_day", lambda e, d: e["time"] and e["time"]["from"][:10], "first day", "", "date"),
    Column("before", lambda e, d: day_after(e["time"]), "first day after it", "", "date"),
    _place("name", "string", "the place"),
    _place("id", "string", "GeoNames id of the place"),
    _place("admin1", "string", "first-order region"),
    _place("country", "string", "ISO 3166 alpha-2"),
    _place("lat", "number", "latitude"),
    _place("lon", "number", "longitude"),
    _place("radius_km", "number", "how far off the point may be"),
    _place("precision", "string", "exact, near, admin2, admin1, country or unknown"),
    *(_bound(measure, name) for measure in ("killed", "injured", "displaced") for name in ("low", "best", "high")),
    Column("by", lambda e, d: "; ".join(b["name"] for b in e["by"]), "who is said to have acted"),
    Column(
        "denied_by", lambda e, d: "; ".join(dict.fromkeys(n for b in e["by"] for n in b["denied_by"])), "who denies it"
    ),
    Column("to", lambda e, d: "; ".join(p["name"] for p in e["to"]), "who or what was acted upon"),
    Column("grade", lambda e, d: e["grade"], "how far it is vouched for"),
    Column("voices", lambda e, d: len(e["voices"]), "independent voices, not outlets", "", "integer"),
    Column("outlets", lambda e, d: len(e["outlets"]), "outlets that carry it", "", "integer"),
    Column("recalled", lambda e, d: bool(e["background"]), "whether it is only recalled", "", "boolean"),
    Column("differences", lambda e, d: len(d.differences(e)), "contradictions among its claims", "", "integer"),
    Column("claims", lambda e, d: "; ".join(e["claims"]), "ids of the claims it rests on"),
    Column("reports", lambda e, d: "; ".join(e["reports"]), "ids of the reports that carry them"),
)

EVENTS: Final = Sheet("events", EVENT, lambda v, d: v.rows("events"), "Every event, flat", "events.csv")


def _part(table: str, field: str) -> Any:
    """A plain field of the place or time of a claim, or of a report's publication."""
    return lambda row, desk: row[table] and row[table][field]


def _figure_bound(name: str) -> Column:
    return Column(name, lambda f, d: f[name], f"{name}; empty where open", "", "number")


CLAIM: Final = (
    Column("id", lambda c, d: c["id"], "id of the claim"),
    Column("report", lambda c, d: c["report"], "id of its report"),
    Column("start", lambda c, d: c["start"], "first character in the report's text", "", "integer"),
    Column("end", lambda c, d: c["end"], "character after the last", "", "integer"),
    Column("text", lambda c, d: c["text"], "its words"),
    Column("type", lambda c, d: c["type"], "what is said to have happened"),
    Column("by", lambda c, d: names(c["by"]), "who acts"),
    Column("to", lambda c, d: names(c["to"]), "who or what is acted upon"),
    Column("place", _part("place", "name"), "where"),
    Column("lat", _part("place", "lat"), "latitude", "", "number"),
    Column("lon", _part("place", "lon"), "longitude", "", "number"),
    Column("from", _part("time", "from"), "when: from"),
    Column("before", _part("time", "to"), "when: up to, not including"),
    Column("speaker", lambda c, d: names(c["speaker"]), "who vouches; empty for the outlet"),
    Column("via", lambda c, d: c["via"], "the channel it came through"),
    Column("stance", lambda c, d: c["stance"], "asserts, denies, accuses, demands, threatens, promises"),
    Column("modality", lambda c, d: c["modality"], "actual, planned or hypothetical"),
    Column("background", lambda c, d: bool(c["background"]), "recalls something other than the news", "", "boolean"),
    Column("deadline", lambda c, d: c["deadline"], "by when something must happen"),
    Column("confidence", lambda c, d: c["confidence"], "0 to 1", "", "number"),
    Column("because", lambda c, d: " | ".join(c["because"]), "why it was read so"),
)

FIGURE: Final = (
    Column("event", lambda f, d: f["event"]["id"], "id of the event"),
    Column("measure", lambda f, d: f["measure"], "what is counted"),
    Column("subgroup", lambda f, d: f["subgroup"], "of whom"),
    Column("unit", lambda f, d: f.get("unit", "people"), "people, households, facilities …"),
    *(_figure_bound(n) for n in ("low", "best", "high")),
    Column("rule", lambda f, d: f["rule"], "how the bounds were reached"),
    Column("claims", lambda f, d: "; ".join(f["claims"]), "ids of the claims"),
)

REPORT: Final = (
    Column("id", lambda r, d: r["id"], "id of the report"),
    Column("key", lambda r, d: r["key"], "the name or path it came by"),
    Column("url", lambda r, d: r["url"], "its address"),
    Column("outlet", lambda r, d: r["outlet"], "who published it"),
    Column("title", lambda r, d: r["title"], "its headline"),
    Column("language", lambda r, d: r["language"], "language code"),
    Column("published_from", _part("published", "from"), "publication, from"),
    Column("published_to", _part("published", "to"), "publication, up to, not including"),
    Column("basis", _part("published", "basis"), "how the day is known"),
    Column("wire", lambda r, d: r["wire"], "agency credited"),
    Column("story", lambda r, d: r["story"], "id shared by the reports of one story"),
    Column("copy_of", _part("copy_of", "report"), "id of the report it repeats"),
    Column("sha256", lambda r, d: r["sha256"], "hash of its bytes"),
)

DIFFERENCE: Final = (
    Column("id", lambda c, d: c["id"], "id of the contradiction"),
    Column("event", lambda c, d: c["event"], "id of the event"),
    Column("field", lambda c, d: c["field"], "what the claims differ in"),
    Column("kind", lambda c, d: c["kind"], "conflict, update, scope, granularity, naming, attribution, error"),
    Column("explanation", lambda c, d: c["explanation"], "what differs, in words"),
    Column("values", lambda c, d: " | ".join(v["value"] for v in c["values"]), "the values side by side"),
    Column("claims", lambda c, d: "; ".join(n for v in c["values"] for n in v["claims"]), "ids of the claims"),
)


def _figures(view: View) -> Iterator[Row]:
    for event in view.rows("events"):
        for figure in event["figures"]:
            yield {**figure, "event": event}


CLAIMS: Final = Sheet("claims", CLAIM, lambda v, d: v.rows("claims"), "Every claim, flat", "claims.csv")
FIGURES: Final = Sheet("figures", FIGURE, lambda v, d: _figures(v), "Every fused figure of every event", "figures.csv")
REPORTS: Final = Sheet(
    "reports", REPORT, lambda v, d: v.rows("reports"), "Every report, without its text", "reports.csv"
)
DIFFERENCES: Final = Sheet(
    "contradictions",
    DIFFERENCE,
    lambda v, d: v.rows("contradictions"),
    "Where claims differ, and how",
    "contradictions.csv",
)
