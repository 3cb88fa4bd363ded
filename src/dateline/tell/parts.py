"""Libraries that only some formats need: brought when asked for, and named where they lack."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from dateline.errors import MissingPart

__all__ = ["part"]


def part(name: str, use: str) -> Any:
    """The library called `name`. Raises MissingPart with what to install where it is not there.

    >>> part("json", "nothing").dumps([1])
    '[1]'
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingPart(f"{use} needs {name.split('.')[0]}: pip install 'dateline[exports]'") from error
