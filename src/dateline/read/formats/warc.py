"""Web archives: WARC as it is or compressed, and WACZ, which is a ZIP of them. Nothing is unpacked to a disk."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dateline.errors import Unreadable
from dateline.model import Unread
from dateline.read.limits import LARGEST, MOST_MEMBERS, MOST_RATIO
from dateline.read.sniff import format_of
from dateline.read.source import Page, Source, digest

__all__ = ["read_gzip", "read_wacz", "read_warc"]

PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/rss+xml", "application/atom+xml", "text/markdown")  # fmt: skip
UNSURE = ("", "text/xml", "application/xml", "application/octet-stream")
"""Kinds under which servers send pages, feeds and other things: their beginning decides."""
SURE = ("html", "feed", "pdf")
PIECE = 1 << 16
"""Bytes that are unpacked at once."""
PUBLISHED = "Dateline-Published"
"""The field in which a watch keeps the date that a feed tells of the page it led to."""
KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


def read_warc(source: Source) -> Iterator[Source | Unread]:
    """A source for each page of an archive; what is no page is counted and told once, at the end."""
    left: Counter[str] = Counter()
    records = ArchiveIterator(io.BytesIO(source.data), record_types=KINDS, parse_http=True)
    number = 0
    try:
        for record in islice(records, MOST_MEMBERS):
            number += 1
            found = _record(source.key, record, left)
            if found is not None:
                yield found
    except (OSError, ValueError, RuntimeError, zlib.error) as error:
        yield Unread(source.key, "malformed", f"the archive breaks off after {number} records: {error}"[:200])
    if not number:
        yield Unread(source.key, "malformed", "an archive without records")
    if left:
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(left.items()))
        yield Unread(source.key, "not_text", f"records that are no pages: {told}"[:500])


def read_gzip(source: Source) -> Iterator[Source | Unread]:
    """The one document in a gzip file, and that the file breaks off where it does; files laid one behind another are one.

    Raises Unreadable for one that is broken from its start, or expands beyond all measure.
    """
    most = max(LARGEST, min(64 * LARGEST, MOST_RATIO * len(source.data)))
    data, broken = _unpacked(source.data, most)
    if broken and not data:
        raise Unreadable("malformed", f"a broken gzip file: {broken}")
    if len(data) > most:
        raise Unreadable("too_large", f"{len(source.data)} bytes that expand to more than {most}")
    if broken:
        yield Unread(source.key, "malformed", f"the gzip file breaks off, what stands before is read: {broken}"[:200])
    hint = (source.hint or "").removesuffix(".gz") or None
    yield Source(source.key, data, hint, source.page)


def _unpacked(packed: bytes, most: int) -> tuple[bytes, str]:
    """The bytes in a gzip file, one more than `most` where there are more, and why they end too early; empty where they do not."""
    data = bytearray()
    with gzip.GzipFile(fileobj=io.BytesIO(packed)) as stream:
        try:
            while len(data) <= most and (piece := stream.read1(min(PIECE, most + 1 - len(data)))):
                data += piece
        except (OSError, EOFError, zlib.error) as error:
            return bytes(data), str(error)
    return bytes(data), ""


def read_wacz(source: Source) -> Iterator[Source | Unread]:
    """The archives in a WACZ; members are read in place, so that a name that leads elsewhere leads nowhere."""
    try:
        box = zipfile.ZipFile(io.BytesIO(source.data))
        members = [one for one in box.infolist() if one.filename.endswith((".warc", ".warc.gz"))]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        yield Unread(source.key, "malformed", f"a ZIP that cannot be opened: {error}")
        return
    if not members:
        office = "[Content_Types].xml" in box.namelist()
        told = (
            "an Office file; save it as text, HTML or PDF"
            if office
            else "a ZIP without a web archive (WARC) in it; unpack it and read the folder"
        )
        yield Unread(source.key, "not_text", told)
    for member in sorted(members, key=lambda one: one.filename):
        yield _member(source.key, box, member)


def _member(key: str, box: zipfile.ZipFile, member: zipfile.ZipInfo) -> Source | Unread:
    name = f"{key}#{member.filename}"
    most = min(64 * LARGEST, MOST_RATIO * max(member.compress_size, 1_000))
    if member.file_size > most:
        return Unread(name, "too_large", f"{member.compress_size} bytes that expand to {member.file_size}")
    try:
        with box.open(member) as stream:
            data = stream.read(most + 1)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, zlib.error, EOFError) as error:
        return Unread(name, "malformed", f"a member that cannot be read: {error}")
    return (
        Unread(name, "too_large", f"expands to more than {most} bytes")
        if len(data) > most
        else Source(name, data, ".warc")
    )


def _record(key: str, record: WarcRecord, left: Counter[str]) -> Source | Unread | None:
    """The page in a record; None for one that is no page, which is counted."""
    uri = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    http = record.http_headers
    kind = str((record.http_content_type if http is not None else record.headers.get("Content-Type")) or "").split(";")[0].strip().lower()  # fmt: skip
    if kind not in PAGES and kind not in UNSURE:
        left[kind or "unknown"] += 1
        return None
    status = getattr(http, "status_code", None)
    if status is not None and status != 200:
        return Unread(f"{key}#{uri}", "not_found", f"the server answered {status}")
    body = record.reader.read(LARGEST + 1)
    data = _decoded(body, str(http.get("Content-Encoding", "")) if http is not None else "")
    if data is None or len(data) > LARGEST:
        return Unread(f"{key}#{uri}", "too_large", f"a page of more than {LARGEST} bytes, or in an encoding not known")
    if kind in UNSURE and format_of(data, None) not in SURE:
        left[kind or "unknown"] += 1
        return None
    charset = record.http_charset if http is not None else None
    day = record.headers.get("WARC-Date") or ""
    feed = record.headers.get(PUBLISHED)
    notes = (*((f"archived {day}",) if day else ()), *((f"its feed dates it {feed}",) if feed else ()))
    page = Page(f"{key}#{uri}", sha256=digest(data), url=uri or None, stamp=feed, notes=notes)
    return Source(page.key, data, f"{kind}; charset={charset}" if charset else kind, page)


def _decoded(body: bytes, encoding: str) -> bytes | None:
    """A body without its transport's compression; None for one that is not known, or expands beyond all measure."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return body
    if name not in ("gzip", "x-gzip", "deflate"):
        return None
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(bits).decompress(body, min(LARGEST, MOST_RATIO * max(len(body), 1_000)) + 1)
        except zlib.error:
            continue
    return body
