"""The tables of words that lie in this package."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load_table"]


@cache
def load_table(name: str) -> dict[str, Any]:
    """What a table of this package holds, read once.

    >>> load_table("numbers.toml")["cardinals"]["two"]
    2
    """
    return tomllib.loads(files("dateline.words").joinpath(name).read_text("utf-8"))
