"""The example reports: written for the purpose, by outlets that do not exist, on matters that are documented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

__all__ = ["example_folder"]


@contextmanager
def example_folder() -> Iterator[Path]:
    """The folder of example reports, for as long as it is needed."""
    with as_file(files("dateline.examples").joinpath("reports")) as folder:
        yield folder
