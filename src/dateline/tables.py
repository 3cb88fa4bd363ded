"""The tables that lie beside the code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load_table"]


@cache
def load_table(name: str) -> dict[str, Any]:
    """What a table of this package holds, read once; `name` is its path in the package.

    >>> load_table("words/numbers.toml")["cardinals"]["two"]
    2
    """
    return tomllib.loads(files("dateline").joinpath(name).read_text("utf-8"))
