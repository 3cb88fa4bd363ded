"""UCDP-GED-shaped events: the 49 columns. An event needs a death in low, best or high; ids of UCDP's own lists stay empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.rows import Row
from dateline.tell.explain import tolls
from dateline.tell.fields import country, happened, name_of, place, targets
from dateline.tell.sheet import Column, Desk, Kind, Sheet, last_day
from dateline.tell.view import View
from dateline.times import Interval
from dateline.words.kinds import STATELY

__all__ = ["UCDP", "deaths"]

WHERE: Final = {"exact": 1, "near": 2, "admin2": 3, "admin1": 4, "country": 6, "unknown": 7}


ONE_SIDED: Final = 3
"""The type of violence whose second side is everywhere called Civilians."""


def deaths(event: Row) -> tuple[int, int, int] | None:
    """Low, best and high of the killed, ordered as UCDP asks: an open bound takes best. None where nobody is said to have died."""
    killed = tolls(event, "killed")
    told = [figure for figure in killed if figure["subgroup"] is None] or killed
    if not told:
        return None
    bounds = []
    for figure in told:
        best = next(value for value in (figure["best"], figure["low"], figure["high"], 0) if value is not None)
        low, high = (best if figure[name] is None else figure[name] for name in ("low", "high"))
        bounds.append((min(low, best), best, max(high, best)))
    low, best, high = (int(sum(column)) for column in zip(*bounds, strict=True))
    return (low, best, high) if high else None


def date_precision(event: Row) -> int:
    """1 a day, 2 up to six days, 3 a week, 4 a month, 5 longer than a month but within a year."""
    days = Interval.parse(event["time"]["from"], event["time"]["to"]).days
    return next(code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, float("inf"))) if days <= most)


def violence(event: Row, desk: Desk) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided; None where no side is named."""
    kinds = [party["kind"] for claim in desk.told_by(event) for party in claim["by"]]
    if any(party["kind"] == "civilians" for party in event["to"]):
        return ONE_SIDED if kinds else None
    return None if not kinds else 1 if any(kind in STATELY for kind in kinds) else 2


def _side_b(event: Row, desk: Desk) -> str | None:
    return "Civilians" if violence(event, desk) == ONE_SIDED else name_of(targets(event))


def clarity(event: Row) -> int:
    """1 where the event is told apart by day and place, 2 where it is a sum."""
    return 1 if event["time"] and date_precision(event) <= 2 and event["place"] else 2


def _deadly(view: View, desk: Desk) -> Iterator[Row]:
    """The dated events with a death that are no recollections."""
    for event in view.rows("events"):
        if event["time"] and not event["background"] and deaths(event) and happened(event, desk):
            yield event


def _last_day(event: Row, desk: Desk) -> str:
    return last_day(event["time"]).isoformat()


def _killed(subgroup: str) -> Column:
    def fill(event: Row, desk: Desk) -> object:
        return next((figure["best"] for figure in tolls(event, "killed") if figure["subgroup"] == subgroup), None)

    return Column(f"deaths_{subgroup}", fill, f"best count of {subgroup}", "", "integer")


def _empty(name: str) -> Column:
    return Column(name, lambda event, desk: None, "left empty: an id or a division of UCDP's own")


def _of_place(name: str, field: str, kind: Kind = "string") -> Column:
    return Column(name, lambda event, desk: place(event, field), f"the place's {field}", "", kind)


def _source(name: str, field: str) -> Column:
    def fill(event: Row, desk: Desk) -> str:
        told = ((r["published"]["from"] if field == "published" else r[field]) or "" for r in desk.reports_of(event))
        return "; ".join(dict.fromkeys(value[:10] if field == "published" else value for value in told if value))

    return Column(name, fill, f"{field} of the reports")


def _articles(event: Row, desk: Desk) -> str:
    claims = desk.told_by(event)
    return "; ".join(
        f"{report['url'] or report['key']} [{' '.join(c['id'] for c in claims if c['report'] == report['id'])}]"
        for report in desk.reports_of(event)
    )


def _point(event: Row, desk: Desk) -> str | None:
    return f"POINT ({event['place']['lon']} {event['place']['lat']})" if place(event, "lat") is not None else None


COLUMNS: Final = (
    Column("id", lambda e, d: e["id"], "the event's id here"),
    Column("relid", lambda e, d: e["id"], "the same"),
    Column("year", lambda e, d: e["time"]["from"][:4], "year of its first day", "", "integer"),
    Column("active_year", lambda e, d: None, "left empty: needs the conflict's year total"),
    Column(
        "code_status",
        lambda e, d: "Clear" if e["grade"] in ("confirmed", "corroborated") else "Check",
        "from the grade",
    ),
    Column("type_of_violence", violence, "1 state-based, 2 non-state, 3 one-sided", "", "integer"),
    *map(_empty, ("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id")),
    Column(
        "dyad_name",
        lambda e, d: " - ".join(s for s in (name_of(e["by"]), _side_b(e, d)) if s),
        "the two sides",
    ),
    *map(_empty, ("side_a_dset_id", "side_a_new_id")),
    Column("side_a", lambda e, d: name_of(e["by"]), "the first said to have acted"),
    *map(_empty, ("side_b_dset_id", "side_b_new_id")),
    Column("side_b", _side_b, "the first acted upon who is somebody; Civilians where violence is one-sided"),
    Column("number_of_sources", lambda e, d: len(e["voices"]), "independent voices, not outlets", "", "integer"),
    Column("source_article", _articles, "each report's address or file, with the ids of its claims"),
    _source("source_office", "outlet"),
    _source("source_date", "published"),
    _source("source_headline", "title"),
    Column("source_original", lambda e, d: "; ".join(e["voices"]), "who says so"),
    Column(
        "where_prec",
        lambda e, d: WHERE[e["place"]["precision"]] if e["place"] else 7,
        "1 exact to 7 unknown",
        "",
        "integer",
    ),
    _of_place("where_coordinates", "name"),
    Column("where_description", lambda e, d: e["place"] and e["place"]["text"], "the words of the place"),
    _of_place("adm_1", "admin1"),
    _empty("adm_2"),
    _of_place("latitude", "lat", "number"),
    _of_place("longitude", "lon", "number"),
    Column("geom_wkt", _point, "the point as WKT"),
    _empty("priogrid_gid"),
    Column("country", lambda e, d: country(e, "name"), "name in English"),
    *map(_empty, ("country_id", "region")),
    Column("event_clarity", lambda e, d: clarity(e), "1 a single event, 2 a sum", "", "integer"),
    Column("date_prec", lambda e, d: date_precision(e), "1 day to 5 longer than a month", "", "integer"),
    Column("date_start", lambda e, d: e["time"]["from"][:10], "first day", "", "date"),
    Column("date_end", _last_day, "last day", "", "date"),
    Column("deaths_a", lambda e, d: None, "left empty: the dead are not told by side"),
    Column("deaths_b", lambda e, d: None, "left empty: the dead are not told by side"),
    _killed("civilians"),
    Column("deaths_unknown", lambda e, d: None, "left empty: the dead are not told by side"),
    Column("best", lambda e, d: (deaths(e) or (0, 0, 0))[1], "best", "", "integer"),
    Column("high", lambda e, d: (deaths(e) or (0, 0, 0))[2], "high, best where open", "", "integer"),
    Column("low", lambda e, d: (deaths(e) or (0, 0, 0))[0], "low, best where open", "", "integer"),
    *map(_empty, ("gwnoa", "gwnob")),
)

UCDP: Final = Sheet(
    "ucdp",
    COLUMNS,
    _deadly,
    "Deadly events in the 49 columns of UCDP GED: dated, with a death, not recalled",
    "ucdp.csv",
)
