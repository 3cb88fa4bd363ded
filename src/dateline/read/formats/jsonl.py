"""JSON: one report a line, `{"id"?, "text"|"html", "title"?, "url"?, "outlet"?, "published"?}`, or one document with a list of them."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.model import Unread
from dateline.read.decode import decode, is_binary, whole
from dateline.read.formats.fields import FIELDS, fields, rows_within
from dateline.read.limits import LARGEST, MOST_MEMBERS
from dateline.read.source import Page, Source, digest

__all__ = ["read_jsonl", "sources_of"]

WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_jsonl(source: Source) -> Iterator[Source | Unread]:
    """A source for each row; a row that is none becomes an Unread of its own, and the others are read."""
    kind = is_binary(source.data)
    if kind is not None:
        yield Unread(source.key, "binary", f"not JSON lines: {kind}")
        return
    document = _document(source.data)
    if document:
        yield from (sources_of(f"{source.key}:{at}", row) for at, row in enumerate(document, 1))
        return
    number = 0
    for at, line in enumerate(_lines(source.data), 1):
        if not line.strip(" \t\r\n\ufeff"):
            continue
        number += 1
        if number > MOST_MEMBERS:
            yield Unread(f"{source.key}:{at}", "too_large", f"more than {MOST_MEMBERS} rows; the rest was left")
            return
        yield _source(f"{source.key}:{at}", line)
    if not number:
        yield Unread(source.key, "empty", "there is no row in it")


def sources_of(key: str, row: Mapping[str, Any]) -> Source | Unread:
    """The source in one row. Its identity is what it says: the row without its id."""
    given, row = row, fields(row)
    said = {name: row[name] for name in ("text", "html") if isinstance(row.get(name), str)}
    if not said:
        empty = next((name for name in ("text", "html") if name in given), None)
        lacks = (
            f'neither "text" nor "html", but {", ".join(map(str, given))}'
            if empty is None
            else f'no words in "{empty}"'
        )
        hint = "; `dateline watch --list FILE` fetches the pages of a list" if row.get("url") else ""
        return Unread(_key(row, key), "malformed", f"the row has {lacks}"[:200] + hint)
    told = {
        name: whole(str(row[name])) for name in FIELDS if row.get(name) != "" and isinstance(row.get(name), (str, int))
    }
    name = "text" if "text" in said else "html"
    content = whole(said[name])
    if len(content) > LARGEST:
        return Unread(_key(row, key), "too_large", f"{len(content)} characters; the most is {LARGEST}")
    data = content.encode()
    identity = json.dumps({name: content} | told, sort_keys=True, ensure_ascii=False)
    page = Page(
        _key(row, key),
        sha256=digest(data if not told else identity.encode()),
        title=told.get("title"),
        url=told.get("url"),
        outlet=told.get("outlet"),
        published=told.get("published"),
    )
    return Source(page.key, data, ".txt" if name == "text" else "text/html; charset=utf-8", page)


def _document(data: bytes) -> list[Mapping[str, Any]]:
    """The reports of a file that is one JSON document; none where its lines are rows of their own, or where it is none."""
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith((b"[", b"{")) or len(data) > LARGEST or _is_row(data):
        return []
    try:
        return list(rows_within(json.loads(decode(data)[0].lstrip("\ufeff"))))
    except (ValueError, RecursionError):
        return []


def _is_row(data: bytes) -> bool:
    """Whether the first line is a row: an object with a text of its own, or one of several lines."""
    first, _, rest = data.strip().partition(b"\n")
    try:
        row = json.loads(decode(first)[0].lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and (bool(rest) or bool({"text", "html"} & fields(row).keys()))


def _lines(data: bytes) -> Iterator[str]:
    """The lines of some bytes, decoded one by one, so that a large file is never held twice."""
    if data.startswith(WIDE):
        yield from decode(data)[0].split("\n")
        return
    for line in io.BytesIO(data):
        yield decode(line)[0]


def _source(key: str, line: str) -> Source | Unread:
    try:
        row = json.loads(line.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        return Unread(key, "malformed", f"not a row of JSON: {error}"[:200])
    except ValueError:
        return Unread(key, "malformed", "a number in the row has too many digits")
    except RecursionError:
        return Unread(key, "malformed", "the row is nested too deeply")
    if not isinstance(row, dict):
        return Unread(key, "malformed", "the row is no JSON object")
    return sources_of(key, row)


def _key(row: Mapping[str, Any], key: str) -> str:
    told = row.get("id")
    return key if told is None or isinstance(told, (dict, list)) else whole(str(told))
