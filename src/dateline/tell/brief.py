"""The brief: one self-contained page of what is known, who says so, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby, pairwise
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

import dateline
from dateline.rows import Row
from dateline.tell.explain import amount, names, source
from dateline.tell.pictures import gantt, place_map, timeline
from dateline.tell.view import View
from dateline.times import day_of

__all__ = ["brief"]

MOST_EVENTS: Final = 200
MOST_REPORTS: Final = 300
"""A page longer than this is read by nobody; what is left out is said, and stands in the tables."""


def brief(view: View, out: Path) -> list[Path]:
    """Write the brief of a record to the file `out` (a folder gets `brief.html`): no script, nothing fetched, prints well."""
    path = out if out.suffix == ".html" else out / "brief.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_environment().get_template("brief.html.j2").render(_content(view)), encoding="utf-8", newline="\n")
    return [path]


def _content(view: View) -> Row:
    every = sorted(view.rows("events"), key=_weight)
    events = every[:MOST_EVENTS]
    shown = {name for event in events for name in event["claims"]}
    reports = list(view.rows("reports"))
    agreements = list(view.rows("agreements"))
    commitments = list(view.rows("commitments"))
    for told in (*agreements, *commitments):
        shown.update(told["claims"], told.get("evidence", ()))
    claims = {claim["id"]: claim for claim in view.rows("claims")}
    by_report: dict[str, list[Row]] = {}
    for claim in claims.values():
        by_report.setdefault(claim["report"], []).append(claim)
    cited = [report for report in reports if any(c["id"] in shown for c in by_report.get(report["id"], []))][
        :MOST_REPORTS
    ]
    numbers = {report["id"]: n for n, report in enumerate(cited, 1)}
    contradictions: dict[str, list[Row]] = {}
    for told in view.rows("contradictions"):
        contradictions.setdefault(told["event"], []).append(told)
    return {
        "version": dateline.__version__,
        "counts": {"reports": len(reports), "claims": len(claims), "events": len(every)},
        "outlets": len({report["outlet"] for report in reports if report["outlet"]}),
        "period": _period(reports),
        "events": events,
        "left_out": len(every) - len(events),
        "claims": claims,
        "contradictions": contradictions,
        "agreements": agreements,
        "commitments": commitments,
        "unread": list(view.rows("unread")),
        "reports": cited,
        "numbers": numbers,
        "known": {report["id"]: report for report in reports},
        "marked": {report["id"]: _marked(report, by_report[report["id"]]) for report in cited},
        "pictures": {
            "timeline": Markup(timeline(events)),
            "map": Markup(place_map(events)),
            "gantt": Markup(gantt(agreements)),
        },
    }


def _weight(event: Row) -> tuple[bool, int, int, str]:
    """News before recollection, many voices before few."""
    return event["background"], -len(event["voices"]), -len(event["claims"]), event["id"]


def _period(reports: Sequence[Row]) -> tuple[str, str] | None:
    days = sorted(report["published"]["from"][:10] for report in reports if report["published"]["from"])
    return (days[0], days[-1]) if days else None


def _marked(report: Row, claims: Sequence[Row]) -> Markup:
    """The text of a report with its parts told apart and every claim marked in place."""
    return Markup("").join(
        Markup('<p class="{}">{}</p>').format(part, Markup("").join(pieces))
        for part, pieces in _lines(report, sorted(claims, key=lambda c: (c["start"], -c["end"])))
    )


def _lines(report: Row, claims: Sequence[Row]) -> Iterator[tuple[str, list[Markup]]]:
    text = report["text"]
    for part in report["parts"]:
        at = part["start"]
        for line in text[at : part["end"]].splitlines(keepends=True):
            if line.strip():
                yield part["part"], list(_pieces(text, at, at + len(line), claims))
            at += len(line)


def _pieces(text: str, start: int, end: int, claims: Sequence[Row]) -> Iterator[Markup]:
    """The characters of a line, each stretch inside the marks of the claims that hold it."""
    here = [claim for claim in claims if claim["start"] < end and start < claim["end"]]
    edges = sorted({start, end, *(max(start, c["start"]) for c in here), *(min(end, c["end"]) for c in here)})
    for left, right in pairwise(edges):
        holders = [claim for claim in here if claim["start"] <= left and right <= claim["end"]]
        said = escape(text[left:right])
        anchors = Markup("").join(
            Markup('<a id="w-{}"></a>').format(claim["id"]) for claim in holders if max(start, claim["start"]) == left
        )
        yield anchors + (
            Markup('<mark title="{}">{}</mark>').format(", ".join(c["type"] for c in holders), said)
            if holders
            else said
        )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dateline.tell"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "names": names,
        "amount": amount,
        "plain": _plain,
        "moment": _moment,
        "by_outlet": _by_outlet,
    }
    return environment


def _plain(code: str) -> str:
    """A label of the contract as words: single_voice → single voice."""
    return code.replace("_", " ").replace("vague:", "")


def _moment(time: Row | None) -> str:
    """An interval as a reader says it: one day, or from and to."""
    if not time or not time["from"]:
        return "day unknown"
    first, last = time["from"], time["to"]
    if "T" in first:
        return str(first).replace("T", " ")
    final = day_of(last) - timedelta(1)
    return first if final <= day_of(first) else f"{first} to {final}"


def _by_outlet(claims: Sequence[Row], known: dict[str, Row]) -> list[tuple[str, list[Row]]]:
    """Claims by the outlet that carries them."""

    def outlet(claim: Row) -> str:
        report = known[claim["report"]]
        return source(report)

    return [
        (name, list(told))
        for name, told in groupby(sorted(claims, key=lambda c: (outlet(c), c["report"], c["start"])), outlet)
    ]
