"""A static site of a record or a part of it: a page a month, a page an event, and the data to take along; no script, no server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nsmallest
from pathlib import Path
from typing import Final

from markupsafe import Markup

from dateline.rows import Row
from dateline.tell.about import about, in_lines
from dateline.tell.brief import environment, weight
from dateline.tell.explain import amount, counted, toll
from dateline.tell.feeds import atom, rss
from dateline.tell.foremost import foremost
from dateline.tell.geojson import geojson
from dateline.tell.hxl import HXL
from dateline.tell.ical import ical
from dateline.tell.ledger import AGREEMENTS, BREACHES, COMMITMENTS, STATES
from dateline.tell.pictures import gantt, place_map, timeline
from dateline.tell.sheet import desk_of
from dateline.tell.view import View

__all__ = ["site"]

FIRST: Final = 100
"""Events on the first page; all of them stand on the pages of their months."""

DATA: Final[tuple[Callable[[View, Path], list[Path]], ...]] = (
    HXL.write, geojson, atom, rss, ical, AGREEMENTS.write, STATES.write, BREACHES.write, COMMITMENTS.write
)  # fmt: skip


def site(view: View, out: Path) -> list[Path]:
    """Write the site into the folder `out`, and give the page to open and the files of data."""
    out.mkdir(parents=True, exist_ok=True)
    pages = environment()
    pages.filters |= {"page_of": page_of, "killed": _killed, "is_web": _is_web}
    told, desk = about(view), desk_of(view)
    shared = {"notices": in_lines(told)}
    months: dict[str, list[str]] = {}
    for event in view.rows("events"):
        months.setdefault(_month(event), []).append(event["id"])
        claims = [(claim, desk.row(claim["report"])) for claim in foremost(event, desk.told_by(event))]
        page = {"event": event, "claims": claims, "differences": desk.differences(event), **shared}
        _write(out / page_of(event["id"]), pages.get_template("site_event.html.j2").render(page))
    files = [path for write in DATA for path in write(view, out)]
    listed = pages.get_template("site_list.html.j2")
    links = [{"href": f"{month}.html", "label": f"{month} ({len(names)})"} for month, names in sorted(months.items())]
    for month, names in months.items():
        found = sorted((e for e in map(desk.row, names) if e), key=_by_day)
        head = {
            "heading": month,
            "lede": f"{counted(len(names), 'event')}.",
            "pages": [{"href": "index.html", "label": "All months"}],
        }
        _write(
            out / f"{month}.html",
            listed.render(
                {**head, "tables": [{"label": "By day", "events": found}], "files": [], "pictures": [], **shared}
            ),
        )
    first = nsmallest(FIRST, view.rows("events"), key=weight)
    weighed = f"{counted(told['reports'], 'report')} weighed into {counted(told['events'], 'event')}"
    lede = f"{weighed}, the latest of {told['reports_until'] or 'unknown date'}."
    front = {"heading": "What is known", "lede": lede, "pages": links, "files": [path.name for path in files], **shared}
    tables = [{"label": "Told by most voices", "events": first}] if first else []
    return [
        _write(out / "index.html", listed.render({**front, "tables": tables, "pictures": _pictures(view, first)})),
        *files,
    ]


def _pictures(view: View, events: Sequence[Row]) -> list[Row]:
    """What the first page shows: where and when its events were, and what became of each agreement."""
    drawn = (
        (place_map(events, page_of), "A circle is as wide as its place is vague."),
        (timeline(events, page_of), "A dot an event, larger with more independent voices."),
        (gantt(list(view.rows("agreements"))), "Filled: in force. Hatched: breached or suspended. ▲ a breach. × over."),
    )
    return [{"drawn": Markup(picture), "caption": caption} for picture, caption in drawn if picture]


def page_of(event: str) -> str:
    """The name of an event's page; a colon is no sign for a file's name everywhere.

    >>> page_of("event:12ab")
    'event-12ab.html'
    """
    return f"{''.join(sign if sign.isalnum() else '-' for sign in event)}.html"


def _month(event: Row) -> str:
    return event["time"]["from"][:7] if event["time"] else "undated"


def _by_day(event: Row) -> tuple[str, str]:
    return (event["time"] or {"from": ""})["from"], event["id"]


def _killed(event: Row) -> str:
    killed = toll(event, "killed")
    return amount(killed) if killed else ""


def _is_web(url: str | None) -> bool:
    return bool(url) and str(url).startswith(("https://", "http://"))


def _write(path: Path, told: str) -> Path:
    path.write_text(told, encoding="utf-8", newline="\n")
    return path
