"""The grammar of time: its own examples and refusals, full dates, and texts made to hurt."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.times import Interval, resolve
from dateline.words.dates import absolute, dates, table
from dateline.words.timetokens import lexicon, tokens
from dateline.words.timex import expressions

THURSDAY = Interval.parse("2020-02-06", None)
WORDS = sorted(lexicon())
NEWS = st.lists(
    st.sampled_from([*WORDS, "May", "Tuesday", "Jan.", "12", "2019", "28/2", "10:30", "a.m.", "(", ")"]), max_size=25
)


@pytest.mark.parametrize("example", table()["example"], ids=lambda row: row["says"])
def test_an_example_is_found_as_marked(example: dict[str, object]) -> None:
    """What stands in square brackets is found, with its type and formula, and nothing else is."""
    said = str(example["says"])
    bare = re.sub(r"[\[\]]", "", said)
    found = list(expressions(bare))
    assert [bare[e.start : e.end] for e in found] == re.findall(r"\[(.*?)\]", said)
    assert [f"{e.type} {e.formula}" for e in found] == example["formulas"]


@pytest.mark.parametrize("said", table()["refused"]["says"])
def test_a_sentence_without_a_time_has_none(said: str) -> None:
    """Counts, names, verbs and fractions that look like times are left alone."""
    assert list(expressions(said)) == []


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("Published: 12:08, 24 December 2019 GMT+3", "2019-12-24T12:08:00+03:00"),
        ("Tue Dec 24 2019 10:15 am EST", "2019-12-24T10:15:00-05:00"),
        ("May 15,2019", "2019-05-15"),
        ("24.12.2019", "2019-12-24"),
        ("12/24/2019", "2019-12-24"),
        ("3rd of May 2018", "2018-05-03"),
        ("2020/02/03 14:05", "2020-02-03T14:05:00"),
    ],
)
def test_a_full_date_is_read(said: str, start: str) -> None:
    """Mastheads and captions write dates in many ways; each gives one day or minute."""
    when = absolute(said)
    assert when is not None
    assert when.iso()[0] == start


@pytest.mark.parametrize("said", ["3/4/2020", "31 February 2019", "phone 2019-12-24-5", "v1.2.2019", "1999 people"])
def test_no_full_date_is_made_up(said: str) -> None:
    """What can be read both ways round, cannot be, or is no date, gives none."""
    assert absolute(said) is None


def test_every_word_has_one_class() -> None:
    """A word of two classes would make the rules depend on the order of the file."""
    assert lexicon()["tuesday"] == ("weekday", "tue")


@given(NEWS)
def test_spans_are_in_order_and_formulas_never_raise(words: list[str]) -> None:
    """Any row of time words gives expressions that do not overlap and formulas that can be worked out."""
    text = " ".join(words)
    at = 0
    for found in expressions(text):
        assert at <= found.start < found.end <= len(text)
        at = found.end
        for formula in found.formula.split("|"):
            resolve(formula.replace("told", "pub"), THURSDAY)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    """Tokens lie where they say, whatever the characters."""
    assert all(0 <= t.start < t.end <= len(text) for t in tokens(text))
    assert all(span.end <= len(text) for span, _ in dates(text))


WINK = 0.03
"""Seconds below which a busy machine's clock tells nothing; a quadratic reading of the longer text takes minutes."""


def _took(text: str) -> float:
    """The seconds of processor time that reading a text takes."""
    start = time.process_time()
    list(expressions(text))
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["1", "a ", "12:", "May 4 and ", "1/2/", "two-", "'", "the last ", "2000-01-"])
def test_time_grows_with_length_only(piece: str) -> None:
    """Ten times as much of a hostile text takes about ten times as long, not a hundred; what is over in a wink is not judged."""
    list(expressions(piece * 100))
    spent = [min(_took(piece * (size // len(piece))) for _ in range(3)) for size in (20_000, 200_000)]

    assert spent[1] < 30 * max(spent[0], WINK) + 0.2
