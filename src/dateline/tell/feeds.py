"""Feeds of events, the latest reported first, each with its grade, ranges, differences and claims: Atom (RFC 4287) and RSS 2.0."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from heapq import nlargest
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import dateline
from dateline.rows import Row
from dateline.tell.about import about, in_lines
from dateline.tell.explain import amount, measured, plain, source, vouching
from dateline.tell.foremost import foremost
from dateline.tell.headline import headline
from dateline.tell.sheet import Desk, desk_of
from dateline.tell.view import View

__all__ = ["atom", "rss"]

MOST: Final = 500
"""Entries of a feed: readers poll it, and what is older stands in the tables."""

UNDATED: Final = "1970-01-01"
"""A feed asks for a day of change; an entry that no report dates takes this one, and says so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a feed: what it is, the last day that a report told it ("" where none is dated), and its words."""

    event: Row
    day: str
    links: tuple[tuple[str, str], ...]
    """The address and the outlet of each report on the web."""
    lines: tuple[str, ...]


def atom(view: View, out: Path) -> list[Path]:
    """Write the feed; `out` is the file, or a folder that gets `events.atom`. An entry changes when a report is added to it."""
    return _written(view, out, "events.atom", (".atom", ".xml"), _atom)


def rss(view: View, out: Path) -> list[Path]:
    """Write the feed for readers that know no Atom; `out` is the file, or a folder that gets `events.rss`."""
    return _written(view, out, "events.rss", (".rss", ".xml"), _rss)


def _written(
    view: View, out: Path, name: str, endings: tuple[str, ...], form: Callable[[Row, Iterator[Entry]], Iterator[str]]
) -> list[Path]:
    path = out if out.suffix in endings else out / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in form(about(view), _entries(view)))
    return [path]


def _entries(view: View) -> Iterator[Entry]:
    desk = desk_of(view)
    days = {report["id"]: (report["published"]["from"] or "")[:10] for report in view.rows("reports")}
    dated = ((max((days.get(r, "") for r in event["reports"]), default=""), event) for event in view.rows("events"))
    for day, event in nlargest(MOST, dated, key=lambda pair: (pair[0], pair[1]["id"])):
        links = tuple((told["url"], source(told)) for told in desk.reports_of(event) if told["url"])
        yield Entry(event, day, links, tuple(_lines(event, day, desk)))


def _lines(event: Row, day: str, desk: Desk) -> Iterator[str]:
    yield f"{plain(event['grade'])}: {vouching(event)}"
    if not day:
        yield "No report of it is dated."
    for figure in event["figures"]:
        yield f"{measured(figure)}: {amount(figure)}"
    for difference in desk.differences(event):
        yield f"{difference['kind']}: {difference['explanation']}"
    for claim in foremost(event, desk.told_by(event)):
        yield f"“{' '.join(claim['text'].split())}” [{claim['id']}]"


def _atom(told: Row, entries: Iterator[Entry]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss">'
    yield "<id>urn:dateline:events</id><title>Events, as reported</title>"
    yield f"<subtitle>{_text('; '.join(told['chosen']))}</subtitle>"
    yield f"<updated>{_moment(told['reports_until'])}</updated><author><name>Dateline</name></author>"
    yield f'<generator version="{dateline.__version__}">Dateline</generator><rights>{_text(" ".join(in_lines(told)))}</rights>'
    for entry in entries:
        event = entry.event
        yield f"<entry><id>urn:dateline:{escape(event['id'])}</id><title>{_text(headline(event))}</title>"
        yield f"<updated>{_moment(entry.day)}</updated><published>{_moment(event['first_seen'] or entry.day)}</published>"
        yield f"<category term={quoteattr(event['type'])}/><category term={quoteattr('grade:' + event['grade'])}/>"
        for url, outlet in entry.links:
            yield f'<link rel="via" href={quoteattr(url)} title={quoteattr(_clean(outlet))}/>'
        yield from _point(event)
        yield f'<content type="text">{_text(chr(10).join(entry.lines))}</content></entry>'
    yield "</feed>"


def _rss(told: Row, entries: Iterator[Entry]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<rss version="2.0" xmlns:georss="http://www.georss.org/georss"><channel>'
    yield "<title>Events, as reported</title><link>urn:dateline:events</link>"
    yield f"<description>{_text('; '.join(told['chosen']))}</description><copyright>{_text(' '.join(in_lines(told)))}</copyright>"
    yield f"<lastBuildDate>{_mail_date(told['reports_until'])}</lastBuildDate><generator>Dateline {dateline.__version__}</generator>"
    for entry in entries:
        event = entry.event
        yield f'<item><guid isPermaLink="false">urn:dateline:{escape(event["id"])}</guid><title>{_text(headline(event))}</title>'
        yield f"<pubDate>{_mail_date(entry.day)}</pubDate>"
        yield f"<category>{_text(event['type'])}</category><category>{_text('grade:' + event['grade'])}</category>"
        for url, _ in entry.links[:1]:
            yield f"<link>{_text(url)}</link>"
        yield from _point(event)
        # A description is HTML to most readers, so words that look like markup are escaped twice.
        yield f"<description>{_text('<br>'.join(map(_text, entry.lines)))}</description></item>"
    yield "</channel></rss>"


def _point(event: Row) -> Iterator[str]:
    if event["place"] and event["place"]["lat"] is not None:
        yield f"<georss:point>{event['place']['lat']} {event['place']['lon']}</georss:point>"


def _moment(day: str | None) -> str:
    return f"{(day or UNDATED)[:10]}T00:00:00Z"


def _mail_date(day: str | None) -> str:
    return format_datetime(datetime.fromisoformat((day or UNDATED)[:10]).replace(tzinfo=UTC), usegmt=True)


def _text(told: str) -> str:
    return escape(_clean(told))


def _clean(told: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(sign if sign >= " " or sign in "\n\t" else " " for sign in told if sign not in "\ufffe\uffff")
