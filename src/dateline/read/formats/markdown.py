"""Markdown: the file character for character; its marks are looked through, and its front matter tells the masthead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.model import Unread
from dateline.read.formats.plain import read_plain
from dateline.read.parts.lines import parts_of
from dateline.read.source import Page, Source

__all__ = ["read_markdown"]

FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^(title|date|published|author|outlet|source|url|link)[ \t]*:[ \t]*[\"']?(.{1,500}?)[\"']?[ \t]*$", re.MULTILINE | re.IGNORECASE)  # fmt: skip
HEADING = re.compile(r"^#[ \t]+(.{1,300}?)[ \t]*#*[ \t]*$", re.MULTILINE)
MARKS = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|=+[ \t]*$|-{3,}[ \t]*$)|\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|!?\[(?=[^\]\n]{0,500}\]\()|\]\([^)\n]{0,2000}\)", re.MULTILINE)  # fmt: skip


def read_markdown(source: Source) -> Iterator[Page | Unread]:
    """The one page of a Markdown file. Raises Unreadable for bytes that are no text."""
    for page in read_plain(source):
        yield page if isinstance(page, Unread) else _told(page)


def _told(page: Page) -> Page:
    front = FRONT.match(page.text)
    fields = {name.lower(): value for name, value in FIELD.findall(front[1])} if front else {}
    masked = _masked(page.text, front.end() if front else 0)
    heading = HEADING.search(page.text)
    title = page.title or fields.get("title") or (_masked(heading[1], 0).strip() if heading else None)
    return replace(
        page,
        parts=parts_of(masked, title),
        title=title,
        url=page.url or fields.get("url") or fields.get("link"),
        outlet=page.outlet or fields.get("outlet") or fields.get("source"),
        stamp=fields.get("published") or fields.get("date"),
    )


def _masked(text: str, front: int) -> str:
    """The text with front matter and marks turned into blanks, so that every other character keeps its place.

    >>> _masked("## **Quiet** in [Homs](http://e.org)", 0)
    '     Quiet   in  Homs               '
    """
    blank = re.sub(r"[^\r\n]", " ", text[:front])
    return blank + MARKS.sub(lambda mark: " " * len(mark.group()), text[front:])
