"""What a reader is given, and what it gives back before the masthead is read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from dateline.model import Part
from dateline.read.metadata import Metadata

__all__ = ["CARRIED", "SUMMARY", "Page", "Source", "digest"]


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes and what is known of where they come from. `key` names them to the reader of the record."""

    key: str
    data: bytes
    hint: str | None = None
    """A file name's ending or a media type, where one is known: ".html", "text/html; charset=utf-8"."""
    page: Page | None = None
    """What a container (a row, an archive's record, a feed's entry) says about the document it holds."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as decoded, before its masthead is read. What the container said stands beside it."""

    key: str
    text: str = ""
    sha256: str = ""
    parts: tuple[Part, ...] | None = None
    """Its parts, where the format tells them; None where the lines have to be judged."""
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    """As given with the page by whoever collected it."""
    stamp: str | None = None
    """As stated by the page itself, in its metadata."""
    says: Metadata | None = None
    """What a page in HTML says of itself."""
    notes: tuple[str, ...] = ()


CARRIED: Final = "read from its feed, not from its page"
SUMMARY: Final = "the feed carries a summary only"
"""Notes of a report that is not the page itself, whole or cut."""


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal.

    >>> digest(b"")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(data).hexdigest()
