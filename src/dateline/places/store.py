"""Where compact tables of a user's own gazetteers lie: kept by `places add`, or cached for one run; both by content."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from dateline.errors import Unreadable
from dateline.places.readers import read_rows
from dateline.places.table import FORMAT, write_table

__all__ = ["store_file", "cache_folder", "compiled", "kept", "kept_folder"]

CountryOf = Callable[[str], str | None]


def kept_folder() -> Path:
    """Where kept gazetteers lie: $DATELINE_PLACES, else a folder of the user's data."""
    told = os.environ.get("DATELINE_PLACES")
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Path(told) if told else data / "dateline" / "places"


def cache_folder() -> Path:
    """Where tables compiled for a run lie."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline" / "places"


def kept() -> list[Path]:
    """The folders of the gazetteers that are kept."""
    return sorted(rows.parent for rows in kept_folder().glob("*/rows.npy"))


def store_file(source: Path, store: Path, country_of: CountryOf) -> int:
    """Compiles a gazetteer file into a folder of the store, named for its content; gives the number of places it holds.

    `country_of` gives a country's ISO code from its name. Raises Unreadable where the file is in no known form.
    """
    folder = store / _content(source)
    rows = list(read_rows(source, country_of))
    if not rows:
        raise Unreadable("empty", f"{source.name} holds no place with a name and a point")
    return write_table(rows, folder)


def compiled(source: Path, country_of: CountryOf) -> Path:
    """The folder with the compact table of a file, made on first use. Raises Unreadable as `store_file` does."""
    folder = cache_folder() / _content(source)
    if not (folder / "rows.npy").is_file():
        store_file(source, cache_folder(), country_of)
    return folder


def _content(source: Path) -> str:
    if not source.is_file():
        raise Unreadable("missing", f"there is no gazetteer file {source}")
    with source.open("rb") as file:
        digest = sha256(b"%d" % FORMAT)
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:16]
