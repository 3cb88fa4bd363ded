"""CSV and TSV: one report a row, its columns named as the fields of a JSONL row or by their usual other names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from dateline.model import Unread
from dateline.read.decode import decode, is_binary
from dateline.read.formats.jsonl import sources_of
from dateline.read.limits import LARGEST, MOST_MEMBERS
from dateline.read.source import Source

__all__ = ["read_table"]


def read_table(source: Source) -> Iterator[Source | Unread]:
    """A source for each row of a table whose first row names the columns."""
    kind = is_binary(source.data)
    if kind is not None:
        yield Unread(source.key, "binary", f"not a table: {kind}")
        return
    text, _ = decode(source.data)
    csv.field_size_limit(LARGEST)
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=_delimiter(text))
    names: list[str] = []
    number = found = 0
    while True:
        number += 1
        try:
            cells = next(lines, None)
        except csv.Error as error:
            yield Unread(f"{source.key}:{number}", "malformed", f"not a row of a table: {error}")
            continue
        if cells is None:
            if not found:
                yield Unread(source.key, "empty", "a table without rows below the names of its columns")
            return
        if number > MOST_MEMBERS:
            yield Unread(f"{source.key}:{number}", "too_large", f"more than {MOST_MEMBERS} rows; the rest was left")
            return
        if not names:
            names = [cell.strip().lower() for cell in cells]
        elif any(cell.strip() for cell in cells):
            found += 1
            row = {name: cell for name, cell in zip(names, cells, strict=False) if cell.strip()}
            yield sources_of(f"{source.key}:{number}", row)


def _delimiter(text: str) -> str:
    """The mark that stands most often in the first line."""
    first = text[:4_000].split("\n", 1)[0]
    return max(",\t;|", key=lambda mark: (first.count(mark), -",\t;|".index(mark)))
