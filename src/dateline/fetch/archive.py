"""Keeping fetched pages: each as a record of a web archive, in files beside the record of what they say."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from fastwarc.warc import WarcRecord, WarcRecordType

from dateline.fetch.client import Fetched

__all__ = ["PUBLISHED", "Shelf", "member"]

PUBLISHED: Final = "Dateline-Published"
"""The field of a record that keeps the date which the feed that led to a page tells of it."""
LARGEST: Final = 256 * 1024 * 1024
"""Bytes from which a file is full: reading one holds it in memory."""
HOP_BY_HOP: Final = frozenset(("transfer-encoding", "connection", "keep-alive"))
"""Headers that tell how an answer was sent, not what it is; the body is kept as one piece."""


def member(page: Fetched, published: str | None = None) -> bytes:
    """A page as one record of an archive, compressed by itself, so that files can be added to and cut apart."""
    stamp = page.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    record = WarcRecord()
    record.init_headers(
        record_type=WarcRecordType.response, record_urn=uuid5(NAMESPACE_URL, f"{page.url} {stamp}").urn[4:].encode()
    )
    told = {
        "WARC-Target-URI": page.url,
        "WARC-Date": stamp,
        "WARC-IP-Address": page.answer.address,
        "Content-Type": "application/http; msgtype=response",
    }
    if published is not None:
        told[PUBLISHED] = " ".join(published.split())[:80]
    for name, value in told.items():
        record.headers[name] = value
    record.set_bytes_content(b"".join(_head(page)) + page.answer.body)
    raw = io.BytesIO()
    record.write(raw, checksum_data=True)
    return gzip.compress(raw.getvalue(), mtime=0)


def _head(page: Fetched) -> Iterator[bytes]:
    yield f"HTTP/1.1 {page.answer.status} {page.answer.reason}\r\n".encode("latin-1", "replace")
    for name, value in page.answer.headers:
        if name.lower() not in HOP_BY_HOP | {"content-length"}:
            yield f"{name}: {' '.join(value.splitlines())}\r\n".encode("latin-1", "replace")
    yield f"Content-Length: {len(page.answer.body)}\r\n\r\n".encode()


@dataclass(slots=True)
class Shelf:
    """A folder of archives. Each run begins a file of its own, so that one which a crash cut short is never written to again."""

    folder: Path
    file: Path | None = None

    def place(self, size: int, at: datetime) -> Path:
        """The file that a record of so many bytes will lie in, begun where none has room for it."""
        if self.file is None or self.file.stat().st_size + size > LARGEST:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.file = self._fresh(at)
        return self.file

    def add(self, record: bytes, at: datetime) -> Path:
        """Add a record of an archive; it is on the disk when this returns. Gives the file it lies in."""
        path = self.place(len(record), at)
        with path.open("ab", buffering=0) as file:
            file.write(record)
            os.fsync(file.fileno())
        return path

    def _fresh(self, at: datetime) -> Path:
        """A file that nobody has yet, named for the moment."""
        for number in count(1):
            path = self.folder / f"{at:%Y%m%dT%H%M%SZ}-{number:03}.warc.gz"
            try:
                path.touch(exist_ok=False)
            except FileExistsError:
                continue
            break
        return path
