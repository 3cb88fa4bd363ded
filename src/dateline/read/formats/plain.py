"""Plain text: the decoded file, character for character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.errors import Unreadable
from dateline.model import Unread
from dateline.read.decode import decode, is_binary
from dateline.read.source import Page, Source, digest

__all__ = ["read_plain"]

TURNED = tuple("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing: they can make a line read otherwise than it is stored."""


def read_plain(source: Source) -> Iterator[Page | Unread]:
    """The one page of a plain text file. Raises Unreadable for bytes that are no text."""
    kind = is_binary(source.data)
    if kind is not None:
        raise Unreadable("binary", f"not a text: {kind}")
    text, note = decode(source.data)
    notes = (note, *oddities(text)) if note else oddities(text)
    page = source.page or Page(source.key)
    yield replace(page, text=text, sha256=page.sha256 or digest(source.data), notes=page.notes + notes)


def oddities(text: str) -> tuple[str, ...]:
    """What a reader should know of characters that do not show.

    >>> oddities("safe\\u202e.txt")
    ('holds characters that turn the direction of writing',)
    """
    found = []
    if not text.isascii() and any(mark in text for mark in TURNED):
        found.append("holds characters that turn the direction of writing")
    if "\x00" in text:
        found.append("holds NUL characters")
    return tuple(found)
