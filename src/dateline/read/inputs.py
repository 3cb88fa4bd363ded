"""The inputs that a path names: a file, a folder with all below it, a pattern, or standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from glob import glob
from pathlib import Path

from dateline.model import Unread
from dateline.read.limits import LARGEST
from dateline.read.source import Source

__all__ = ["listed", "sources"]

CONTAINERS = (".jsonl", ".ndjson", ".csv", ".tsv", ".warc", ".gz", ".wacz", ".json", ".rss", ".atom", ".xml", ".mbox")
LARGEST_CONTAINER = 16 * LARGEST
"""A container holds many documents, each of which has its own bound."""


def listed(path: Path | str, apart: Collection[Path] = ()) -> Iterator[Path]:
    """The files that a path names, in sorted order, unopened; links, pipes and what is hidden in a folder are left out.

    Files of `apart` that lie in a folder are left out too: the record that is read into is no input of its own.
    """
    found = Path(path)
    if found.is_dir():
        yield from sorted(file for file in _below(found, apart) if not file.is_symlink() and file.is_file())
    else:
        named = (found,) if found.exists() else (Path(name) for name in sorted(glob(str(path), recursive=True)))
        yield from (file for file in named if file.is_file())


def sources(path: Path | str, key: str | None = None, apart: Collection[Path] = ()) -> Iterator[Source | Unread]:
    """The sources under a path, in sorted order; what cannot be opened is told, not raised. `apart` is as in `listed`."""
    if not str(path):
        yield Unread(key or "", "missing", "an empty name names nothing; a dot names this folder")
        return
    if str(path) == "-":
        yield Source(key or "-", sys.stdin.buffer.read(LARGEST_CONTAINER))
        return
    found = Path(path)
    if found.is_dir():
        yield from _in_folder(found, apart)
    elif found.exists():
        yield _open(found, key or _plain(path))
    else:
        names = sorted(name for name in glob(str(path), recursive=True) if Path(name).is_file())
        yield from (_open(Path(name), _plain(name)) for name in names)
        if not names:
            address = str(path).startswith(("http://", "https://"))
            why = (
                "an address: `dateline watch` fetches pages and feeds" if address else "there is no such file or folder"
            )
            yield Unread(key or _plain(path), "missing", why)


def _in_folder(folder: Path, apart: Collection[Path]) -> Iterator[Source | Unread]:
    """What lies below a folder, in sorted order; links and pipes are not followed, and said to be left."""
    files = sorted(_below(folder, apart))
    for file in files:
        if file.is_symlink() or not file.is_file():
            yield Unread(_plain(file), "link", "links, pipes and devices in a folder are not read")
        else:
            yield _open(file, _plain(file))
    if not files:
        yield Unread(_plain(folder), "empty", "the folder holds no file to read")


def _plain(path: Path | str) -> str:
    """A path as text that can be written anywhere: bytes of a name that are no UTF-8 are spelled out."""
    return os.fsencode(str(path)).decode("utf-8", "backslashreplace")


def _below(folder: Path, apart: Collection[Path]) -> Iterator[Path]:
    """What lies below a folder, folders themselves, what is hidden and what is kept apart left out."""
    whole = folder.resolve()
    for file in folder.rglob("*"):
        within = file.relative_to(folder)
        hidden = any(name.startswith(".") for name in within.parts)
        if not hidden and whole / within not in apart and (file.is_symlink() or not file.is_dir()):
            yield file


def _open(file: Path, key: str) -> Source | Unread:
    name = file.name.lower()
    most = LARGEST_CONTAINER if name.endswith(CONTAINERS) else LARGEST
    try:
        size = file.stat().st_size
        if size > most:
            return Unread(key, "too_large", f"{size} bytes; the most is {most}")
        return Source(key, file.read_bytes(), _hint(name))
    except OSError as error:
        return Unread(key, "unreadable", error.strerror or str(error))


def _hint(name: str) -> str | None:
    """The ending of a file's name, both of them where the last is that of compression.

    >>> _hint("pages.jsonl.gz"), _hint("page.html"), _hint("readme")
    ('.jsonl.gz', '.html', None)
    """
    return "".join(Path(name).suffixes[-2:] if name.endswith(".gz") else Path(name).suffixes[-1:]) or None
