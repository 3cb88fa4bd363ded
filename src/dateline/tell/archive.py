"""The archive: one ZIP that holds a record whole, as JSON Lines that anything can read, and from which the same record is made again.

manifest.json       version, what the record reaches to, and the SHA-256 and number of rows of every other file
read/…              reports with their texts, mentions, claims and inputs not read, as they were read
source/…            the bytes of pages kept as they came, a file a page named by its SHA-256; read/sources.jsonl tells their encodings
judged/…            every decision of a person, in order: the history
weighed/…           what weighing derived
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from itertools import groupby
from pathlib import Path
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from dateline.errors import BrokenRecord, DatelineError
from dateline.model import Judgement, Unread
from dateline.record import Record
from dateline.rows import Row, noun, row
from dateline.tell.about import about
from dateline.tell.view import Counted, View

__all__ = ["archive", "manifest_of", "restore"]

SHAPE: Final = 2
"""2 keeps pages as they came; an archive of shape 1 has none, and is restored without them."""
LEVEL: Final = 3
"""Of compression: time counts for more than the last tenth of size."""
WEIGHED: Final = ("reports", "claims", "events", "contradictions", "agreements", "commitments", "revisions")
OWN: Final = ("format", "sum of ")
"""How the names of notes begin that a record makes for itself."""
MANIFEST: Final = "manifest.json"
SOURCES: Final = "source/"
PAGES: Final = "read/sources.jsonl"


def archive(view: View, out: Path) -> list[Path]:
    """Write the archive of a whole record; `out` is the file, or a folder that gets `dateline.zip`.

    Raises DatelineError for a filtered or public view: half a record cannot be restored.
    """
    counted = view if isinstance(view, Counted) else Counted(view, _unheard)
    record = counted.under
    if not isinstance(record, Record):
        raise DatelineError("an archive holds the whole record; leave the filters and --public away")
    path = out if out.suffix == ".zip" else out / "dateline.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=LEVEL) as file:
        listed = {name: _packed(file, name, counted.counted(rows)) for name, rows in _members(record)}
        listed |= {f"{SOURCES}{sha256}": _page(file, sha256, data) for sha256, _, data in record.sources()}
        manifest = {
            "dateline_archive": SHAPE,
            "about": about(record),
            "noted": {name: value for name, value in record.notes() if not name.startswith(OWN)},
            "files": listed,
        }
        with file.open(MANIFEST, "w") as member:
            member.write((json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())
    return [path]


def manifest_of(path: Path) -> Row:
    """The manifest of an archive, every file held against it. Raises BrokenRecord as `restore` does."""
    try:
        with ZipFile(path) as file:
            return _manifest(file, path)
    except (BadZipFile, KeyError, ValueError, UnicodeDecodeError) as error:
        raise BrokenRecord(f"{path} cannot be restored: {error}") from error


def restore(path: Path, record: Record) -> Row:
    """Make the record of an archive again in an empty one; gives the manifest.

    Raises BrokenRecord where the file is no archive, one of another shape, or one whose content was changed, and
    DatelineError where the record is not empty. Nothing is kept unless
    every file is what the manifest says; all of it is, or none.
    """
    if next(record.reports(), None) is not None or next(record.rows("unread"), None) is not None or record.decided():
        raise DatelineError("an archive is restored into a record of its own; name a new file with --record")
    try:
        with ZipFile(path) as file:
            manifest = _manifest(file, path)
            with record.at_once():
                _unpack(file, record)
                for name, value in manifest["noted"].items():
                    record.note(name, value)
    except (BadZipFile, KeyError, ValueError, UnicodeDecodeError) as error:
        raise BrokenRecord(f"{path} cannot be restored: {error}") from error
    return manifest


def _members(record: Record) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "read/reports.jsonl", record.as_read("reports")
    yield "read/mentions.jsonl", record.rows("mentions")
    yield "read/claims.jsonl", record.as_read("claims")
    yield "read/unread.jsonl", record.rows("unread")
    yield PAGES, ({"sha256": sha256, "hint": hint} for sha256, hint, _ in record.sources())
    yield "judged/judgements.jsonl", map(row, record.judgements())
    if record.noted("weighing") is not None or next(record.rows("events"), None) is not None:
        yield from ((f"weighed/{table}.jsonl", record.rows(table)) for table in WEIGHED)


def _packed(file: ZipFile, name: str, rows: Iterable[Row]) -> Row:
    told, count = hashlib.sha256(), 0
    with file.open(name, "w", force_zip64=True) as member:
        for one in rows:
            line = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "surrogatepass")
            told.update(line)
            member.write(line)
            count += 1
    return {"sha256": told.hexdigest(), "rows": count}


def _page(file: ZipFile, sha256: str, data: bytes) -> Row:
    with file.open(f"{SOURCES}{sha256}", "w", force_zip64=True) as member:
        member.write(data)
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def _unheard(_: int) -> None:
    """Nobody waits."""


def _manifest(file: ZipFile, path: Path) -> Row:
    """The manifest, once every file was found to be what it says."""
    manifest: Row = json.loads(file.read(MANIFEST))
    if manifest.get("dateline_archive") not in (1, SHAPE):
        raise BrokenRecord(f"{path} is no archive of shape 1 or {SHAPE}")
    for name, listed in manifest["files"].items():
        with file.open(name) as member:
            if _digest(member) != listed["sha256"]:
                raise BrokenRecord(f"{path} was changed: {name} is not what its manifest says")
    return manifest


def _digest(member: IO[bytes]) -> str:
    told = hashlib.sha256()
    while piece := member.read(1 << 20):
        told.update(piece)
    return told.hexdigest()


def _unpack(file: ZipFile, record: Record) -> None:
    record.keep(_reports(file))
    for told in _lines(file, PAGES) if PAGES in file.namelist() else ():
        record.keep_source(told["sha256"], file.read(f"{SOURCES}{told['sha256']}"), told["hint"])
    for told in _lines(file, "read/unread.jsonl"):
        record.keep_unread(noun(Unread, told))
    for told in _lines(file, "judged/judgements.jsonl"):
        record.judge(noun(Judgement, told))
    # Earlier archives have no revisions; one of a record that was never weighed has nothing of this.
    members = {table: name for table in WEIGHED if (name := f"weighed/{table}.jsonl") in file.namelist()}
    if members:
        record.derive({table: _lines(file, name) for table, name in members.items()})


def _reports(file: ZipFile) -> Iterator[tuple[Row, list[Row], list[Row]]]:
    """Each report with its mentions and claims; all three files are in the order of the reports' ids."""
    mentions, claims = (_Grouped(_lines(file, f"read/{table}.jsonl")) for table in ("mentions", "claims"))
    for report in _lines(file, "read/reports.jsonl"):
        yield report, mentions.of(report["id"]), claims.of(report["id"])


class _Grouped:
    """Rows by report, taken in order."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._groups = groupby(rows, key=lambda told: told["report"])
        self._next: tuple[str, list[Row]] | None = None

    def of(self, report: str) -> list[Row]:
        """The rows of a report; ask for each report once, in the order of ids."""
        if self._next is None:
            name, rows = next(self._groups, (None, iter(())))
            self._next = None if name is None else (name, list(rows))
        if self._next is None or self._next[0] != report:
            return []
        told, self._next = self._next[1], None
        return told


def _lines(file: ZipFile, name: str) -> Iterator[Any]:
    with file.open(name) as member:
        for line in TextIOWrapper(member, encoding="utf-8", errors="surrogatepass", newline="\n"):
            yield json.loads(line)
