"""A record for one run: fresh, unless the same run was stopped in the middle and can go on."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from glob import glob
from pathlib import Path

import dateline
from dateline.errors import DatelineError
from dateline.record import Record, files_of

__all__ = ["fresh_record"]


def fresh_record(
    path: Path, inputs: Iterable[str], places: Iterable[Path] = (), apart: Collection[Path] = ()
) -> Record:
    """The record at `path` for a run over these inputs, with these gazetteers besides the packaged one.

    Files of `apart`, resolved, are what the run writes: no inputs of it, like the record's own.

    A record that the same run, of the same version over unchanged files, left unfinished is gone on with; another one gives way to a
    fresh one, unless it holds a person's decisions. Raises DatelineError in that case.
    """
    names = tuple(inputs)
    own = files_of(path)
    mark = _mark((*names, *map(str, places)), own.union(apart))
    if path.exists():
        with Record.open(path) as old:
            unfinished = old.noted("run") == mark and "-" not in names  # what came through a pipe is not known again
            judged = next(old.judgements(), None) is not None
        if unfinished:
            return Record.open(path)
        if judged:
            raise DatelineError(
                f"{path} holds decisions of people; `run` would drop them. Use `read` and `weigh`, or another --out"
            )
        for file in own:
            file.unlink(missing_ok=True)
    record = Record.open(path)
    record.note("run", mark)
    return record


def _mark(inputs: Iterable[str], apart: frozenset[Path]) -> str:
    """What tells this run from another: the version and its inputs, with the size and time of change of every file that is not apart."""
    told = hashlib.sha256(dateline.__version__.encode())
    for name in inputs:
        for file in _files(name):
            if file.resolve() in apart:
                continue
            state = file.stat()
            told.update(os.fsencode(f"{file}\x1f{state.st_size}\x1f{state.st_mtime_ns}\x1e"))
        told.update(os.fsencode(f"{name}\x1d"))
    return told.hexdigest()


def _files(name: str) -> Iterator[Path]:
    path = Path(name)
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file())
    else:
        named = (path,) if path.exists() else (Path(one) for one in sorted(glob(name, recursive=True)))
        yield from (file for file in named if file.is_file())
