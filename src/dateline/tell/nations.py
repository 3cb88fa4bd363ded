"""The codes and names of countries that other formats ask for."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Nation", "nation", "nations"]


class Nation(NamedTuple):
    """A country: ISO 3166 alpha-2, alpha-3 and numeric codes, and its name in English."""

    alpha2: str
    alpha3: str
    numeric: int
    name: str


def nation(alpha2: str | None) -> Nation | None:
    """The country of an ISO 3166 alpha-2 code, or None.

    >>> nation("YE").alpha3, nation("YE").numeric
    ('YEM', 887)
    """
    return None if alpha2 is None else _nations().get(alpha2)


@cache
def nations() -> frozenset[str]:
    """The names of all countries, in small letters."""
    return frozenset(one.name.casefold() for one in _nations().values())


@cache
def _nations() -> dict[str, Nation]:
    text = files("dateline.tell").joinpath("nations.tsv").read_text("utf-8")
    rows = csv.reader(text.splitlines()[1:], delimiter="\t")
    return {alpha2: Nation(alpha2, alpha3, int(numeric), name) for alpha2, alpha3, numeric, name in rows}
