"""A record for one run: fresh, unless the same run was stopped in the middle and can go on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.errors import DatelineError
from dateline.record import Record

__all__ = ["fresh_record"]


def fresh_record(path: Path, inputs: Iterable[str]) -> Record:
    """The record at `path` for a run over these inputs.

    A record that the same run, over unchanged files, left unfinished is gone on with; another one gives way to a
    fresh one, unless it holds a person's decisions. Raises DatelineError in that case.
    """
    mark = _mark(inputs)
    if path.exists():
        with Record.open(path) as old:
            unfinished = old.noted("run") == mark
            judged = next(old.judgements(), None) is not None
        if unfinished:
            return Record.open(path)
        if judged:
            raise DatelineError(
                f"{path} holds decisions of people; `run` would drop them. Use `read` and `weigh`, or another --out"
            )
        for name in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            name.unlink(missing_ok=True)
    record = Record.open(path)
    record.note("run", mark)
    return record


def _mark(inputs: Iterable[str]) -> str:
    """What tells this run from another: its inputs, with the size and time of change of every file among them."""
    told = hashlib.sha256()
    for name in inputs:
        for file in _files(Path(name)):
            state = file.stat()
            told.update(f"{file}\x1f{state.st_size}\x1f{state.st_mtime_ns}\x1e".encode())
        told.update(f"{name}\x1d".encode())
    return told.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file())
