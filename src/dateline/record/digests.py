"""Digests by which a record knows that what it holds is what it was given: a changed letter, a lost row, a swapped order."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

__all__ = ["Sum", "chained", "whole"]

WIDE = 16
"""Bytes of a digest."""


def whole(report: str, mentions: Iterable[str], claims: Iterable[str]) -> str:
    """The digest of a report's row and of the rows found in it, in whatever order those come.

    >>> whole("a", [], ["b", "c"]) == whole("a", [], ["c", "b"]) != whole("a", ["b"], ["c"])
    True
    """
    told = blake2b(report.encode(), digest_size=WIDE)
    for rows in (mentions, claims):
        told.update(b"\x1d")
        for row in sorted(rows):
            told.update(row.encode() + b"\x1e")
    return told.hexdigest()


def chained(before: str, row: str) -> str:
    """The digest of a row that follows the row with the digest `before`."""
    return blake2b(f"{before}\x1e{row}".encode(), digest_size=WIDE).hexdigest()


class Sum:
    """The digest of many rows in any order, built up as they pass by, from nothing or from an earlier one.

    >>> one, other = Sum(), Sum()
    >>> [one.add(row) for row in "abc"], [other.add(row) for row in "cab"]
    (['a', 'b', 'c'], ['c', 'a', 'b'])
    >>> one.told() == other.told()
    True
    """

    def __init__(self, told: str = "0") -> None:
        self._sum = int(told, 16)

    def add(self, row: str) -> str:
        """Take a row in, and give it back."""
        self._sum += int.from_bytes(blake2b(row.encode(), digest_size=WIDE).digest(), "big")
        return row

    def drop(self, row: str) -> None:
        """Leave a row out that was taken in.

        >>> one = Sum()
        >>> one.add("a"), one.drop("a"), one.told() == Sum().told()
        ('a', None, True)
        """
        self._sum -= int.from_bytes(blake2b(row.encode(), digest_size=WIDE).digest(), "big")

    def told(self) -> str:
        """The digest of the rows so far."""
        return f"{self._sum % (1 << 8 * WIDE):0{2 * WIDE}x}"
