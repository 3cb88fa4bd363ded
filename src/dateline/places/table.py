"""A compact table of places: sorted arrays on disk, mapped into memory and shared by all processes that look into them."""

from __future__ import annotations

import json
import os
import shutil
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np

from dateline.errors import MissingPart
from dateline.places.spelling import bare, consonants, heard, key_number, plain

__all__ = ["KINDS", "Entry", "Kind", "Row", "Table", "write_table"]

Kind = Literal["country", "admin1", "admin2", "town", "area", "water"]
KINDS: tuple[Kind, ...] = ("country", "admin1", "admin2", "town", "area", "water")
"""Countries, their first- and second-order regions, inhabited places, and what has no government of its own."""

ROW = np.dtype(
    [
        ("lat", "<f4"),
        ("lon", "<f4"),
        ("radius", "<f4"),
        ("population", "<u4"),
        ("id", "<u4"),
        ("admin1", "<u4"),
        ("admin2", "<u4"),
        ("name", "<u4"),
        ("country", "S2"),
        ("kind", "u1"),
    ]
)
FORMAT = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A place as a source tells it. `key` names it within its source; `admin1` and `admin2` are keys of regions."""

    key: str
    kind: Kind
    name: str
    country: str
    lat: float
    lon: float
    names: tuple[str, ...] = ()
    population: int = 0
    id: int = 0
    """Its GeoNames id, 0 where it has none."""
    admin1: str = ""
    admin2: str = ""
    radius_km: float = 0.0
    loose: bool = True
    """Whether it may be found by its consonants alone: not where English letters are the name's own."""


class Entry(NamedTuple):
    """A place of the gazetteer. `admin1` and `admin2` are names; `place` tells it from every other entry."""

    place: tuple[int, int]
    kind: Kind
    name: str
    country: str
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    radius_km: float
    population: int
    id: str | None


class Table:
    """The table in one folder. Raises MissingPart where it is not there."""

    def __init__(self, folder: Path, number: int = 0) -> None:
        if not (folder / "rows.npy").is_file():
            raise MissingPart(f"the gazetteer is not built: no table in {folder}; run `make setup`")
        if not (folder / "heard.npy").is_file():
            raise MissingPart(
                f"the gazetteer in {folder} is of an older version: run `make setup`, or add your own anew with `dateline places add`"
            )
        self.number = number
        self._rows = np.asarray(np.load(folder / "rows.npy", mmap_mode="r"))
        self._keys = memoryview(np.load(folder / "keys.npy", mmap_mode="r"))
        self._of = memoryview(np.load(folder / "of.npy", mmap_mode="r"))
        self._sounds = memoryview(np.load(folder / "sounds.npy", mmap_mode="r"))
        self._sounds_of = memoryview(np.load(folder / "sounds_of.npy", mmap_mode="r"))
        self._heard = memoryview(np.load(folder / "heard.npy", mmap_mode="r"))
        self._names = memoryview(np.load(folder / "names.npy", mmap_mode="r"))
        self.entry = lru_cache(1 << 14)(self._entry)

    def rows(self, number: int) -> Iterator[int]:
        """The rows that are filed under a key's number, in order."""
        at, end = bisect_left(self._keys, number), len(self._keys)
        while at < end and self._keys[at] == number:
            yield self._of[at]
            at += 1

    def sounding(self, number: int) -> Iterator[tuple[int, str]]:
        """The rows that are filed under the number of a name's consonants, each with that name as it is heard, in order."""
        at, end = bisect_left(self._sounds, number), len(self._sounds)
        while at < end and self._sounds[at] == number:
            yield self._sounds_of[at], self._name(self._heard[at])
            at += 1

    def _entry(self, row: int) -> Entry:
        lat, lon, radius, population, gid, admin1, admin2, name, country, kind = self._rows[row].item()
        return Entry(
            (self.number, row),
            KINDS[kind],
            self._name(name),
            country.decode(),
            self._name_of(admin1),
            self._name_of(admin2),
            round(lat, 5),
            round(lon, 5),
            radius,
            population,
            f"geonames:{gid}" if gid else None,
        )

    def _name_of(self, region: int) -> str | None:
        """The name of the region at a row counted from 1."""
        return self._name(self._rows[region - 1]["name"].item()) if region else None

    def _name(self, at: int) -> str:
        length = self._names[at]
        return bytes(self._names[at + 1 : at + 1 + length]).decode()


def write_table(rows: Sequence[Row], folder: Path) -> int:
    """Writes the table of these rows into a folder, whole or not at all; gives the number of places."""
    number = {row.key: i + 1 for i, row in enumerate(rows)}
    sounds = sorted({(key, i, name) for i, row in enumerate(rows) for key, name in _sounds(row)})
    blob, offsets = _blob(chain((row.name for row in rows), (name for _, _, name in sounds)))
    table = np.array(
        [
            (r.lat, r.lon, r.radius_km, min(r.population, 2**32 - 1), r.id, number.get(r.admin1, 0), number.get(r.admin2, 0),
             at, r.country.encode(), KINDS.index(r.kind))
            for r, at in zip(rows, offsets[: len(rows)], strict=True)
        ],
        dtype=ROW,
    )  # fmt: skip
    filed = sorted({(key, i) for i, row in enumerate(rows) for key in _keys(row)})
    keys = np.array([key for key, _ in filed], dtype="<u8")
    of = np.array([i for _, i in filed], dtype="<u4")
    heard_as = {
        "sounds": np.array([key for key, _, _ in sounds], dtype="<u8"),
        "sounds_of": np.array([i for _, i, _ in sounds], dtype="<u4"),
        "heard": np.array(offsets[len(rows) :], dtype="<u4"),
    }
    _save(folder, {"rows": table, "keys": keys, "of": of, "names": blob, **heard_as})
    return len(rows)


def _keys(row: Row) -> Iterator[int]:
    for name in {row.name, *row.names}:
        yield key_number("n", plain(name))
        yield key_number("n", bare(name))
        if row.loose and row.kind == "town" and " " in bare(name):
            yield key_number("o", bare(name).rsplit(" ", 1)[0])


def _sounds(row: Row) -> Iterator[tuple[int, str]]:
    """The number of the consonants of each of a row's names, with that name as it is heard."""
    if row.loose:
        for name in {row.name, *row.names}:
            if consonants(name):
                yield key_number("c", consonants(name)), heard(name)


def _blob(names: Iterable[str]) -> tuple[np.ndarray, list[int]]:
    """All names one after the other, each behind its length in bytes, and where each begins."""
    at: dict[str, int] = {}
    blob, offsets = bytearray(), []
    for name in names:
        if name not in at:
            at[name] = len(blob)
            said = name.encode()[:255].decode(errors="ignore").encode()
            blob += bytes([len(said)]) + said
        offsets.append(at[name])
    return np.frombuffer(bytes(blob), dtype="u1"), offsets


def _save(folder: Path, arrays: dict[str, np.ndarray]) -> None:
    making = folder.with_name(f"{folder.name}.{os.getpid()}")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    for name, array in arrays.items():
        np.save(making / f"{name}.npy", array)
    (making / "about.json").write_text(json.dumps({"format": FORMAT, "places": len(arrays["rows"])}))
    shutil.rmtree(folder, ignore_errors=True)
    making.replace(folder)
