"""A page becomes a report: its parts, its masthead, its date and its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from dateline.model import Part, Report, Unread, content_id
from dateline.read.disagreements import disagreements
from dateline.read.language import language
from dateline.read.limits import LONGEST_TEXT
from dateline.read.liveblog import told_at
from dateline.read.masthead import outlet, title, wire
from dateline.read.parts.addenda import told_apart
from dateline.read.parts.lines import parts_of
from dateline.read.published import published
from dateline.read.slugs import spelled
from dateline.read.source import Page
from dateline.read.stamps import stamp

__all__ = ["report_of"]

TRANSLATED = re.compile(r"\b(?:automated|automatic|machine)[ -]translat(?:ion|ed)\b|\btranslated (?:automatically|by (?:google|machine))\b", re.IGNORECASE)  # fmt: skip
HOUR = timedelta(hours=1)
"""A page that was changed sooner after its publication was still being written."""
LONGEST = 5_000
"""Characters of one stretch of furniture in which a banner is looked for."""
NOT_READ = "not yet read: this version reads English only"


def report_of(page: Page) -> Report | Unread:
    """The report of a page, or why there is none: a text without a word is empty, an endless one too large."""
    if not page.text.strip("\ufeff\x00 \t\r\n\f\x0b\u00a0"):
        return Unread(page.key, "empty", "there is no text in it")
    if len(page.text) > LONGEST_TEXT:
        return Unread(page.key, "too_large", f"{len(page.text)} characters; the most is {LONGEST_TEXT}")
    whole = page.parts if page.parts is not None else parts_of(page.text, page.title or spelled(page.text, page.url))
    apart = told_apart(page.text, whole)
    parts = apart.parts
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
        notes=page.notes
        + why
        + apart.notes
        + _of_itself(page, parts, spoken)
        + _translated(page, parts)
        + ((NOT_READ,) if spoken not in ("en", None) else ()),
        entries=told_at(page.text, apart.entries, when.when),
    )


def _of_itself(page: Page, parts: Sequence[Part], spoken: str | None) -> tuple[str, ...]:
    """What a page in HTML says of itself in two ways, and when it says that it was last changed."""
    if page.says is None:
        return ()
    changed, stamped = stamp(page.says.changed), stamp(page.stamp)
    later = changed is not None and (stamped is None or abs(changed.start - stamped.start) >= HOUR)
    update = (f"says that it was last changed at {changed.iso()[0]}",) if changed is not None and later else ()
    return update + disagreements(page.says, page.text, parts, page.url, spoken)


def _translated(page: Page, parts: Sequence[Part]) -> tuple[str, ...]:
    """A note where the page's furniture says that a machine translated it."""
    for part in parts:
        if part.part in ("furniture", "byline"):
            said = page.text[part.start : min(part.end, part.start + LONGEST)]
            if TRANSLATED.search(said):
                return ("an automated translation, by its own banner",)
    return ()
