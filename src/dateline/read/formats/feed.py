"""RSS and Atom: a page for each entry, as much of it as the feed carries."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from dateline.model import Unread
from dateline.read.decode import whole
from dateline.read.limits import LARGEST_FEED
from dateline.read.source import CARRIED, SUMMARY, Page, Source, digest

__all__ = ["read_feed"]


def read_feed(source: Source) -> Iterator[Source | Unread]:
    """A source for each entry of a feed; an entry without words becomes an Unread."""
    if len(source.data) > LARGEST_FEED:
        yield Unread(source.key, "too_large", f"a feed of {len(source.data)} bytes; the most is {LARGEST_FEED}")
        return
    try:
        feed = feedparser.parse(io.BytesIO(source.data), resolve_relative_uris=False)
    except (
        ValueError,
        ArithmeticError,
        LookupError,
        TypeError,
        AttributeError,
        AssertionError,
        RecursionError,
        OSError,
    ) as error:
        yield Unread(source.key, "malformed", f"a feed that cannot be read: {error!r}"[:200])
        return
    outlet = str(feed.feed.get("title") or "").strip() or None
    if not feed.entries:
        yield Unread(source.key, "malformed", "a feed without entries")
    for number, entry in enumerate(feed.entries, 1):
        yield _entry(f"{source.key}#{entry.get('id') or entry.get('link') or number}", entry, outlet)


def _entry(key: str, entry: Mapping[str, Any], outlet: str | None) -> Source | Unread:
    contents = [str(one.get("value") or "") for one in entry.get("content") or ()]
    summary = str(entry.get("summary") or "")
    body = max((*contents, summary), key=len)
    title = str(entry.get("title") or "").strip()
    if not body.strip() and not title:
        return Unread(key, "empty", "an entry without words")
    page = f"<html><body><h1>{title}</h1><article>{body}</article></body></html>"
    data = whole(page).encode()
    date = entry.get("published") or entry.get("created") or entry.get("updated")
    note = (CARRIED if contents else SUMMARY,)
    told = Page(key, sha256=digest(data), title=title or None, url=entry.get("link"), outlet=outlet, published=date, notes=note)  # fmt: skip
    return Source(key, data, "text/html; charset=utf-8", told)
