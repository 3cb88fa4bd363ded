"""Reading: bytes become reports. Bad input never raises; it becomes an Unread with its reason."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.errors import Unreadable
from dateline.model import Report, Unread
from dateline.read.formats.feed import read_feed
from dateline.read.formats.html import read_html
from dateline.read.formats.jsonl import read_jsonl
from dateline.read.formats.mail import read_mail, read_mailbox
from dateline.read.formats.markdown import read_markdown
from dateline.read.formats.pdf import read_pdf
from dateline.read.formats.plain import read_plain
from dateline.read.formats.table import read_table
from dateline.read.formats.warc import read_gzip, read_wacz, read_warc
from dateline.read.inputs import listed, sources
from dateline.read.report import report_of
from dateline.read.sniff import format_of
from dateline.read.source import CARRIED, Page, Source, digest
from dateline.read.versions import address, versions

__all__ = [
    "CARRIED", "Markup", "Page", "Source", "address", "digest", "entries_of", "listed", "read", "read_bytes", "read_kept", "read_source",
    "versions",
]  # fmt: skip


class Markup(NamedTuple):
    """The bytes of a page that is told in markup, from which `html.layer` works out where each character stands."""

    data: bytes
    hint: str | None


CONTAINERS: dict[str, Callable[[Source], Iterator[Source | Unread]]] = {
    "jsonl": read_jsonl,
    "table": read_table,
    "feed": read_feed,
    "warc": read_warc,
    "wacz": read_wacz,
    "gzip": read_gzip,
    "mail": read_mail,
    "mailbox": read_mailbox,
}
"""Formats that hold documents, and what takes them out."""

READERS: dict[str, Callable[[Source], Iterator[Page | Unread]]] = {
    "plain": read_plain,
    "html": read_html,
    "markdown": read_markdown,
    "pdf": read_pdf,
}
"""Formats of one document, and what reads it."""

NESTED = 4
"""How deep containers may lie in each other: an archive of mails with a feed inside, and no further."""


def read(path: Path | str, *, key: str | None = None) -> Iterator[Report | Unread]:
    """The reports of a file, a folder, a pattern or standard input ("-"), in sorted order of their paths."""
    yield from (told for told, _ in read_kept(path, key=key))


def read_kept(
    path: Path | str, *, key: str | None = None, apart: Collection[Path] = ()
) -> Iterator[tuple[Report | Unread, Markup | None]]:
    """As `read`, each report of a page in HTML with the bytes that its text was taken from; files of `apart`, resolved, are no inputs."""
    for source in sources(path, key, apart):
        yield from ((source, None),) if isinstance(source, Unread) else _read(source, NESTED)


def read_source(source: Source) -> Iterator[tuple[Report | Unread, Markup | None]]:
    """As `read_kept`, of bytes that are at hand, with what is known of where they come from."""
    return _read(source, NESTED)


def entries_of(source: Source) -> Iterator[Source | Unread] | None:
    """The entries of a feed, each with the address it leads to; None for what is no feed."""
    return read_feed(source) if format_of(source.data, source.hint) == "feed" else None


def read_bytes(data: bytes, key: str, hint: str | None = None) -> Iterator[Report | Unread]:
    """The reports in some bytes; `hint` is a name's ending or a media type, where one is known.

    >>> [report.language for report in read_bytes(b"The truce held on Monday, the army said.", "a")]
    ['en']
    """
    yield from (told for told, _ in _read(Source(key, data, hint), NESTED))


def _read(source: Source, depth: int) -> Iterator[tuple[Report | Unread, Markup | None]]:
    if not source.data.strip():
        yield Unread(source.key, "empty", "there is nothing in it"), None
        return
    name = format_of(source.data, source.hint)
    try:
        if name not in CONTAINERS:
            kept = Markup(source.data, source.hint) if name == "html" else None
            for page in READERS[name](source):
                yield (page, None) if isinstance(page, Unread) else (report_of(page), kept)
        elif depth:
            for inner in CONTAINERS[name](source):
                yield from ((inner, None),) if isinstance(inner, Unread) else _read(inner, depth - 1)
        else:
            yield Unread(source.key, "malformed", f"containers lie more than {NESTED} deep in each other"), None
    except Unreadable as error:
        yield Unread(source.key, error.reason, error.detail), None
