"""Chronologies: each line is of the day that it opens with, in the year told last above it."""

import pytest

from dateline.find.times.chronicles import as_of_entries, sets_off
from dateline.words.timex import expressions


def formulas(text: str) -> list[str]:
    return [one.formula for one in as_of_entries(list(expressions(text)), text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("May 4, 2003 - Shots.\nJune 2 - Rain.\nMay 5, 2004 - Calm.", ["2003-05-04", "2003-06-02", "2004-05-05"]),
        ("2011\n\n• March 9: Rain.\n• May 3: Shots.\n\n2012\n\n• June 1: Calm.", ["2011", "2011-03-09", "2011-05-03", "2012", "2012-06-01"]),
        ("Year 2019\n> 9 March: Rain.\n> 3 May: Shots.\n> 1 June: Calm.", ["2019", "2019-03-09", "2019-05-03", "2019-06-01"]),
        ("November 8, 2014: Rain.\nDecember 20: Snow.\nJanuary 4: Calm.", ["2014-11-08", "2014-12-20", "2015-01-04"]),
        ("9 March: Rain.\n3 May: Shots.\n1 June: Calm.", ["pub m03-09<~", "pub m05-03<~", "pub m06-01<~"]),
    ],
    ids=["years in the lines", "years above the lines", "a word before the year", "the year turns", "no year"],
)  # fmt: skip
def test_an_entry_is_of_the_year_told_last(text: str, want: list[str]) -> None:
    """A year stands in the entry, in one above it, or heads a few of them."""
    assert formulas(text) == want


def test_what_an_entry_tells_is_counted_from_its_day() -> None:
    """The 8th, on Monday and in May are those of the entry; below it a report is of its own day again."""
    text = "3 May 2019: Rain on the 8th.\n5 June: Snow since Monday.\n9 July: Hail, as in May.\nIt rained in May."

    assert formulas(text)[1::2] == ["2019-05-03 d08=", "2019-06-05 mon~", "2019-07-09 m05~"]
    assert formulas(text)[-1] == "pub m05~"


@pytest.mark.parametrize(
    "text",
    ["May 4, 2003 - Shots.\nJune 2 - Rain.", "On May 4, 2003 it rained.\nJune 2 was dry.\nMay 5 was wet.\nMay 6 was dry."],
    ids=["two", "no marks"],
)  # fmt: skip
def test_a_few_days_are_no_chronology(text: str) -> None:
    """Two lines with a day are a dateline and an answer to it; a day that only opens a sentence heads nothing."""
    assert "pub m06-02~" in formulas(text)


def test_days_of_an_entry_may_be_several() -> None:
    """A dash may join two days, or part a day from what is told of it."""
    assert [sets_off(text, 5) for text in ("May 4-6: shots", "May 4 – shots", "May 4-day march", "May 4 and 5: shots")] == [
        True, True, False, True,
    ]  # fmt: skip
