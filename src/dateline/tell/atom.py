"""Atom (RFC 4287): a feed of events, the latest reported first, each with its grade, ranges, differences and claims."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nlargest
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import dateline
from dateline.rows import Row
from dateline.tell.about import about, in_lines
from dateline.tell.explain import amount, source
from dateline.tell.sheet import Desk, desk_of
from dateline.tell.view import View

__all__ = ["atom"]

MOST: Final = 500
"""Entries of a feed: readers poll it, and what is older stands in the tables."""

UNDATED: Final = "1970-01-01"
"""Atom asks for a day of change; an entry that no report dates takes this one, and says so."""


def atom(view: View, out: Path) -> list[Path]:
    """Write the feed; `out` is the file, or a folder that gets `events.atom`. An entry changes when a report is added to it."""
    path = out if out.suffix in (".atom", ".xml") else out / "events.atom"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in _feed(view))
    return [path]


def _feed(view: View) -> Iterator[str]:
    told, desk = about(view), desk_of(view)
    days = {report["id"]: (report["published"]["from"] or "")[:10] for report in view.rows("reports")}
    dated = ((max((days.get(r, "") for r in event["reports"]), default=""), event) for event in view.rows("events"))
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss">'
    yield "<id>urn:dateline:events</id><title>Events, as reported</title>"
    yield f"<subtitle>{_text('; '.join(told['chosen']))}</subtitle>"
    yield f"<updated>{_moment(told['reports_until'])}</updated><author><name>Dateline</name></author>"
    yield f'<generator version="{dateline.__version__}">Dateline</generator><rights>{_text(" ".join(in_lines(told)))}</rights>'
    for day, event in nlargest(MOST, dated, key=lambda pair: (pair[0], pair[1]["id"])):
        yield from _entry(event, day, desk)
    yield "</feed>"


def _entry(event: Row, day: str, desk: Desk) -> Iterator[str]:
    yield f"<entry><id>urn:dateline:{escape(event['id'])}</id><title>{_text(event['title'])}</title>"
    yield f"<updated>{_moment(day)}</updated><published>{_moment(event['first_seen'] or day)}</published>"
    yield f"<category term={quoteattr(event['type'])}/><category term={quoteattr('grade:' + event['grade'])}/>"
    for report in desk.reports_of(event):
        if report["url"]:
            yield f'<link rel="via" href={quoteattr(report["url"])} title={quoteattr(_clean(source(report)))}/>'
    if event["place"] and event["place"]["lat"] is not None:
        yield f"<georss:point>{event['place']['lat']} {event['place']['lon']}</georss:point>"
    yield f'<content type="text">{_text(chr(10).join(_lines(event, day, desk)))}</content></entry>'


def _lines(event: Row, day: str, desk: Desk) -> Iterator[str]:
    yield f"{event['grade'].replace('_', ' ')}: {len(event['voices'])} independent voices, {len(event['outlets'])} outlets"
    if not day:
        yield "No report of it is dated."
    for figure in event["figures"]:
        yield f"{figure['measure']} {figure['subgroup'] or ''}".strip() + f": {amount(figure)}"
    for difference in desk.differences(event):
        yield f"{difference['kind']}: {difference['explanation']}"
    for claim in desk.told_by(event):
        yield f"“{' '.join(claim['text'].split())}” [{claim['id']}]"


def _moment(day: str | None) -> str:
    return f"{(day or UNDATED)[:10]}T00:00:00Z"


def _text(told: str) -> str:
    return escape(_clean(told))


def _clean(told: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(sign if sign >= " " or sign in "\n\t" else " " for sign in told if sign not in "\ufffe\uffff")
