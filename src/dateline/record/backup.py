"""Backups: a record copied whole, while it is in use, to one SQLite file; and brought back into an empty record of either store."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from dateline.errors import BrokenRecord, DatelineError, Unusable
from dateline.record.record import Record
from dateline.record.sqlite import SQLite
from dateline.record.store import TABLES
from dateline.record.where import Where, named

__all__ = ["back_up", "bring_back"]


def back_up(where: Where, out: Path) -> None:
    """Copy the record as it stands to the file `out`, which is there only once it is whole, checked and on the disk.

    Raises DatelineError where the file is there already, BrokenRecord where the record is damaged.
    """
    if out.exists():
        raise DatelineError(f"{out} is there already; a backup never replaces another")
    with tempfile.TemporaryDirectory(dir=_folder(out), prefix=".dateline-") as folder:
        part = Path(folder) / out.name
        with Record.reading(where) as record:
            if isinstance(record.store, SQLite):
                record.store.copy_to(part)
            else:
                _copied_to_file(record, part)
        _sound(part, f"{named(where)} is damaged")
        _on_the_disk(part)
        part.replace(out)
    _on_the_disk(out.parent)


def _folder(out: Path) -> Path:
    """The folder that a backup is to lie in. Raises Unusable where there is none, or nothing can be written in it."""
    if not os.access(out.parent, os.W_OK | os.X_OK) or not out.parent.is_dir():
        raise Unusable(f"{out}: there is no folder {out.parent} in which you may write")
    return out.parent


def bring_back(file: Path, where: Where) -> None:
    """Make the record of a backup again, at a path or address that holds none yet.

    Raises DatelineError where a record is there, BrokenRecord where the backup is damaged or none. All of it is kept,
    or nothing.
    """
    if not file.is_file():
        raise DatelineError(f"there is no backup at {file}")
    _sound(file, f"{file} is damaged")
    with Record.reading(file) as kept, Record.open(where) as record:
        if not _empty(record):
            raise DatelineError(f"{named(where)} holds a record; a backup is brought back into an empty one")
        _copied(kept, record)


def _copied_to_file(record: Record, file: Path) -> None:
    with Record.open(file) as copy:
        _copied(record, copy)
        copy.store.execute("PRAGMA journal_mode = DELETE")  # one file, that can lie where nothing is written


def _copied(kept: Record, record: Record) -> None:
    """Every row of one record into an empty other one, and the catalogue made anew."""
    with kept.still(), record.at_once():
        for table in TABLES:
            if table == "about":
                for name, value in kept.store.stream("SELECT name, value FROM about WHERE name <> 'format'"):
                    record.note(name, value)
            else:
                record.store.fill(table, kept.store.stream(f"SELECT * FROM {table}"))
        record.catalogue()


def _empty(record: Record) -> bool:
    tables = ("report", "unread", "judgement", "weighed")
    return not any(record.store.execute(f"SELECT 1 FROM {table} LIMIT 1").rows for table in tables)


def _sound(file: Path, otherwise: str) -> None:
    """Raises BrokenRecord where the record in a file is not what it was given."""
    with Record.reading(file) as record:
        wrong = record.check()
    if wrong:
        raise BrokenRecord(f"{otherwise}: {'; '.join(wrong[:3])}")


def _on_the_disk(path: Path) -> None:
    """Wait until a file, or what a folder lists, is on the disk."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
