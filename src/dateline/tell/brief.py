"""The brief: one self-contained page of what is known, who says so, and where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from heapq import nsmallest
from itertools import groupby, pairwise
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

import dateline
from dateline.rows import Row
from dateline.tell.about import about, in_lines
from dateline.tell.breaches import acts
from dateline.tell.explain import amount, basis, by_whom, clock, counted, measured, names, plain, source, vouching
from dateline.tell.foremost import foremost
from dateline.tell.headline import headline
from dateline.tell.pictures import gantt, place_map, timeline
from dateline.tell.sheet import desk_of
from dateline.tell.view import View
from dateline.times import day_of

__all__ = ["WORDS", "brief", "content", "environment", "weight"]

MOST_EVENTS: Final = 200
MOST_REPORTS: Final = 300
MOST_REVISIONS: Final = 100
"""A page longer than this is read by nobody; what is left out is said, and stands in the tables."""


def brief(view: View, out: Path) -> list[Path]:
    """Write the brief of a record to the file `out` (a folder gets `brief.html`): no script, nothing fetched, prints well."""
    path = out if out.suffix == ".html" else out / "brief.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    told = content(view)
    page = {
        **told,
        "marked": _marks(view, told["reports"]),
        "pictures": {
            "timeline": Markup(timeline(told["events"])),
            "map": Markup(place_map(told["events"])),
            "gantt": Markup(gantt(told["agreements"])),
        },
    }
    path.write_text(environment().get_template("brief.html.j2").render(page), encoding="utf-8", newline="\n")
    return [path]


def content(view: View) -> Row:
    """What a brief tells, in any form: events by weight, their claims and differences, the ledger, and numbered sources."""
    desk = desk_of(view)
    told = about(view)
    events = nsmallest(MOST_EVENTS, view.rows("events"), key=weight)
    agreements, commitments = list(view.rows("agreements")), list(view.rows("commitments"))
    shown = [
        name for row in (*events, *agreements, *commitments) for name in (*row["claims"], *row.get("evidence", ()))
    ]
    claims = {claim["id"]: claim for name in dict.fromkeys(shown) if (claim := desk.row(name)) is not None}
    wanted = {claim["report"] for claim in claims.values()}
    known = {report["id"]: report for name in sorted(wanted) if (report := desk.row(name)) is not None}
    cited = sorted(known.values(), key=lambda report: (report["key"], report["id"]))[:MOST_REPORTS]
    revisions = list(view.rows("revisions"))
    return {
        "version": dateline.__version__,
        "notices": in_lines(told),
        "lede": _lede(view, told),
        "until": told["reports_until"],
        "events": [_in_order(event, claims) for event in events],
        "claims": claims,
        "contradictions": {event["id"]: desk.differences(event) for event in events},
        "agreements": agreements,
        "commitments": commitments,
        "revisions": revisions[:MOST_REVISIONS],
        "unread": list(view.rows("unread")),
        "reports": cited,
        "numbers": {report["id"]: n for n, report in enumerate(cited, 1)},
        "known": known,
        "left_out": {
            "events": _left_out(told["events"] - len(events), "event"),
            "revisions": _left_out(len(revisions) - MOST_REVISIONS, "change"),
            "reports": _left_out(len(known) - len(cited), "report"),
        },
    }


def _in_order(event: Row, claims: Mapping[str, Row]) -> Row:
    """An event whose claims stand in the order in which they tell it."""
    known = foremost(event, (claims[name] for name in event["claims"] if name in claims))
    return {**event, "claims": [claim["id"] for claim in known]}


def _left_out(n: int, what: str) -> str:
    """A sentence on what does not stand in a brief; empty where all does."""
    return f"{counted(n, f'further {what}')} left out here; the tables have all." if n > 0 else ""


def weight(event: Row) -> tuple[bool, int, int, str]:
    """News before recollection, many voices before few."""
    return event["background"], -len(event["voices"]), -len(event["claims"]), event["id"]


def _lede(view: View, told: Row) -> str:
    """How much was read, of whom, from which day to which, and what it came to."""
    outlets, days = set(), set()
    for report in view.rows("reports"):
        outlets.update([report["outlet"]] if report["outlet"] else [])
        days.update([report["published"]["from"][:10]] if report["published"]["from"] else [])
    claims = sum(1 for _ in view.rows("claims"))
    of = f" of {counted(len(outlets), 'outlet')}" if outlets else ""
    period = f", {min(days)} to {max(days)}" if days else ""
    weighed = f"{counted(claims, 'claim')} weighed into {counted(told['events'], 'event')}"
    return f"{counted(told['reports'], 'report')}{of}{period}; {weighed}."


def _marks(view: View, reports: Sequence[Row]) -> dict[str, Markup]:
    """The marked text of each report."""
    claims: dict[str, list[Row]] = {report["id"]: [] for report in reports}
    for claim in view.rows("claims"):
        if claim["report"] in claims:
            claims[claim["report"]].append(claim)
    return {report["id"]: _marked(report, claims[report["id"]]) for report in reports}


def _marked(report: Row, claims: Sequence[Row]) -> Markup:
    """The text of a report with its parts told apart and every claim marked in place."""
    return Markup("").join(
        Markup('<p class="{}">{}</p>').format(part, Markup("").join(pieces))
        for part, pieces in _lines(report, sorted(claims, key=lambda c: (c["start"], -c["end"])))
    )


def _lines(report: Row, claims: Sequence[Row]) -> Iterator[tuple[str, list[Markup]]]:
    """The lines of a report with their parts; `claims` by where they start."""
    text, taken = report["text"], 0
    held: list[Row] = []
    for part in report["parts"]:
        at = part["start"]
        for line in text[at : part["end"]].splitlines(keepends=True):
            end = at + len(line)
            while taken < len(claims) and claims[taken]["start"] < end:
                held.append(claims[taken])
                taken += 1
            held = [claim for claim in held if claim["end"] > at]
            if line.strip():
                yield part["part"], list(_pieces(text, at, end, held))
            at = end


def _pieces(text: str, start: int, end: int, claims: Sequence[Row]) -> Iterator[Markup]:
    """The characters of a line, each stretch inside the marks of the claims that hold it; `claims` by where they start."""
    edges = sorted({start, end, *(max(start, c["start"]) for c in claims), *(min(end, c["end"]) for c in claims)})
    holders: list[Row] = []
    taken = 0
    for left, right in pairwise(edges):
        holders = [claim for claim in holders if claim["end"] > left]
        opened = taken
        while taken < len(claims) and max(start, claims[taken]["start"]) == left:
            taken += 1
        holders += claims[opened:taken]
        said = escape(text[left:right])
        anchors = Markup("").join(Markup('<a id="w-{}"></a>').format(claim["id"]) for claim in claims[opened:taken])
        yield anchors + (
            Markup('<mark title="{}">{}</mark>').format(", ".join(c["type"] for c in holders), said)
            if holders
            else said
        )


def environment() -> Environment:
    """Templates of pages: everything is escaped, and a name that is missing is an error."""
    environment = Environment(
        loader=PackageLoader("dateline.tell"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {**WORDS, "acts": acts, "by_outlet": _by_outlet, "by_source": _by_source}
    return environment


def _by_source(found: Sequence[str], claims: Mapping[str, Row], numbers: Mapping[str, int]) -> list[str]:
    """The claims that a number rests on, by the numbers of their sources."""
    return sorted(
        (name for name in found if name in claims), key=lambda name: numbers.get(claims[name]["report"], len(numbers))
    )


def _moment(time: Row | None) -> str:
    """An interval as a reader says it: one day, or from and to."""
    if not time or not time["from"]:
        return "day unknown"
    first, last = str(time["from"]), time["to"]
    if "T" in first:
        return clock(first, last)
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


WORDS: Final[dict[str, Callable[..., str]]] = {
    "names": names,
    "amount": amount,
    "plain": plain,
    "moment": _moment,
    "by_whom": by_whom,
    "headline": headline,
    "measured": measured,
    "vouching": vouching,
    "basis": basis,
}
"""How a brief of any form says parties, bounds, labels and times."""
