"""A page becomes a report: its parts, its masthead, its date and its language."""

from __future__ import annotations

from dateline.model import Report, Unread, content_id
from dateline.read.language import language
from dateline.read.limits import LONGEST_TEXT
from dateline.read.lines import parts_of
from dateline.read.masthead import outlet, title, wire
from dateline.read.published import published
from dateline.read.source import Page

__all__ = ["report_of"]

NOT_READ = "not yet read: this version reads English only"


def report_of(page: Page) -> Report | Unread:
    """The report of a page, or why there is none: a text without a word is empty, an endless one too large."""
    if not page.text.strip("\ufeff\x00 \t\r\n\f\x0b\u00a0"):
        return Unread(page.key, "empty", "there is no text in it")
    if len(page.text) > LONGEST_TEXT:
        return Unread(page.key, "too_large", f"{len(page.text)} characters; the most is {LONGEST_TEXT}")
    parts = page.parts if page.parts is not None else parts_of(page.text, page.title)
    when, why = published(page, parts)
    spoken = language(page.text, parts)
    return Report(
        id=content_id("report", page.sha256),
        key=page.key,
        sha256=page.sha256,
        text=page.text,
        parts=parts,
        published=when,
        title=title(page, parts),
        outlet=outlet(page, parts),
        wire=wire(page, parts),
        url=page.url,
        language=spoken,
        notes=page.notes + why + ((NOT_READ,) if spoken not in ("en", None) else ()),
    )
