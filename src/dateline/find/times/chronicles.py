"""Chronologies: lines that open with their day, and what is told in each as of that day, in the year told last above it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dateline.words.timex import Expression

__all__ = ["Entry", "as_of_entries", "entry_at", "sets_off"]

FEWEST: Final = 3
"""Entries from which lines that open with a day are a chronology: one is a dateline."""

BULLET: Final = re.compile(r"(?:\A|\n)[^\w\n]{0,6}\Z")
"""What may stand on a line before the day of its entry."""

SET_OFF: Final = re.compile(
    r"(?:[ ,-]*(?:-|\u2013|to|and|&) ?\d{1,2}(?!\d))?(?:[ \t]*[:\u2013\u2014](?!\d)|[ \t]+-(?!\d)|-(?=\s))"
)
"""What parts the day of an entry, or the days, from what it tells."""

ALONE: Final = re.compile(r"\W*(?:\n|\Z)")
YEARS: Final = re.compile(r"(?:\A|\n)\W{0,6}(?:[Yy]ear )?\Z")
"""What stands around a year that heads the entries below it."""

DATED: Final = re.compile(r"(\d{4})-(\d\d)(?:-\d\d)?")
BARE: Final = re.compile(r"pub m(\d\d)((?:-\d\d)?)~")
FOLLOWS: Final = re.compile(r"pub (?=m\d\d|d\d\d|(?:mon|tue|wed|thu|fri|sat|sun)[<>=~])")
"""The anchor of a formula that is rather that of the entry it stands in."""

DAY_OF_MONTH: Final = re.compile(r"(?<= d\d\d)~")
"""The open direction of "the 23rd", which is one of the month of its entry."""

TURN: Final = 6
"""Months by which an entry without a year must go back for another year to have begun."""


class Entry(NamedTuple):
    """An entry: where its day stands, where its line ends, and the day's formula."""

    start: int
    end: int
    formula: str


def sets_off(text: str, at: int) -> bool:
    """Whether what stands behind a day sets it off from what is told of it.

    >>> sets_off("May 4: shots", 5), sets_off("May 4-6 - shots", 5), sets_off("May 4 was calm", 5)
    (True, True, False)
    """
    return SET_OFF.match(text, at) is not None


def as_of_entries(found: Sequence[Expression], text: str) -> list[Expression]:
    """The expressions of a report, those of a chronology as of the entry that they stand in; of any other report as they are.

    >>> from dateline.words.timex import expressions
    >>> said = "May 4, 2003 - Shots.\\nJune 2 - Rain on the 1st.\\nMay 5, 2004 - Calm."
    >>> [one.formula for one in as_of_entries(list(expressions(said)), said)]
    ['2003-05-04', '2003-06-02', '2003-06-02 d01=', '2004-05-05']
    """
    entries = list(_entries(found, text))
    if len(entries) < FEWEST:
        return list(found)
    return [_as_of(one, entry_at(entries, one.start)) for one in found]


def entry_at(entries: Sequence[Entry], at: int) -> Entry | None:
    """The entry on whose line a character stands."""
    n = bisect_right(entries, at, key=lambda entry: entry.start) - 1
    return entries[n] if n >= 0 and at < entries[n].end else None


def _as_of(one: Expression, entry: Entry | None) -> Expression:
    if entry is None:
        return one
    if one.start == entry.start:
        return one._replace(formula=entry.formula)
    formula = FOLLOWS.sub(f"{entry.formula} ", one.formula, count=1)
    return one._replace(formula=DAY_OF_MONTH.sub("=", formula) if formula != one.formula else formula)


def _entries(found: Sequence[Expression], text: str) -> Iterator[Entry]:
    """The entries in their order; a day without its year is of the year told last, or of the next where the months begin anew."""
    year: int | None = None
    last = 0
    for one in found:
        before = text[max(0, one.start - 12) : one.start]
        if one.type != "DATE" or (one.start > 6 and "\n" not in before):
            continue
        if one.formula.isdigit() and YEARS.search(before) and ALONE.match(text, one.end):
            year, last = int(one.formula), 0
        elif BULLET.search(before) and sets_off(text, one.end):
            formula, year, last = _day(one.formula, year, last)
            if formula is not None:
                end = text.find("\n", one.end)
                yield Entry(one.start, len(text) if end < 0 else end, formula)


def _day(formula: str, year: int | None, last: int) -> tuple[str | None, int | None, int]:
    """The formula of an entry's day, in the year that holds for it, with that year and its month; None where it tells no day."""
    if (told := DATED.fullmatch(formula)) is not None:
        return formula, int(told[1]), int(told[2])
    bare = BARE.fullmatch(formula)
    if bare is None:
        return None, year, last
    month = int(bare[1])
    if year is None:
        return f"{formula.removesuffix('~')}<~", year, month
    year += last - month >= TURN
    return f"{year}-{bare[1]}{bare[2]}", year, month
