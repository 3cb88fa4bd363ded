"""Whether the installation is whole: each part is tried, not looked for."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import dateline
from dateline.errors import DatelineError
from dateline.find.sentences.parser import MODEL, load_parser
from dateline.places import load_gazetteer
from dateline.record import Record

__all__ = ["Check", "checks"]


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the installation, whether it works, and what was seen or what to do."""

    name: str
    good: bool
    detail: str


def checks() -> Iterator[Check]:
    """Try each part in turn."""
    yield Check("dateline", True, f"{dateline.__version__} on Python {platform.python_version()}")
    for name, attempt in (("English model", _model), ("gazetteer", _gazetteer), ("store", _store)):
        yield _tried(name, attempt)


def _tried(name: str, attempt: Callable[[], str]) -> Check:
    try:
        return Check(name, True, attempt())
    except (DatelineError, sqlite3.Error, OSError) as error:
        return Check(name, False, str(error))


def _model() -> str:
    words = load_parser()(["Residents fled the town."])[0]
    return f"{MODEL} parses ({len(words)} words)"


def _gazetteer() -> str:
    load_gazetteer()
    return "opens"


def _store() -> str:
    with Record.open(":memory:") as record:
        wrong = record.check()
    if wrong:
        raise DatelineError("; ".join(wrong))
    return f"SQLite {sqlite3.sqlite_version}"
