"""The body of an answer without its transport's compression, within bounds."""

from __future__ import annotations

import zlib

from dateline.errors import Unreadable
from dateline.fetch.limits import LARGEST_PAGE, MOST_RATIO

__all__ = ["ENCODINGS", "unpacked"]

ENCODINGS = "gzip, deflate"
"""What we say that we understand."""


def unpacked(body: bytes, encoding: str) -> bytes:
    """The bytes that a body tells. Raises Unreadable for an encoding that is not known, broken, or expands beyond all measure.

    >>> unpacked(zlib.compress(b"mill"), "deflate"), unpacked(b"mill", "")
    (b'mill', b'mill')
    """
    name = encoding.strip().lower()
    if name in ("", "identity") or not body:
        return body
    if name not in ("gzip", "x-gzip", "deflate"):
        raise Unreadable("malformed", "an answer in an encoding that was not asked for")
    most = min(LARGEST_PAGE, MOST_RATIO * max(len(body), 1_000))
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        unpacking = zlib.decompressobj(bits)
        try:
            told = unpacking.decompress(body, most + 1)
        except zlib.error:
            continue
        if len(told) > most:
            raise Unreadable("too_large", f"{len(body)} bytes that expand to more than {most}")
        if not unpacking.eof:
            raise Unreadable("malformed", f"a compressed answer that breaks off after {len(body)} bytes")
        return told
    raise Unreadable("malformed", "a broken compressed answer")
