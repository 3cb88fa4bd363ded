"""Numbers in a row of tokens: digits, words, bounds, ranges, vague words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.words.numbers import load_numbers, read_numbers

READ = [
    ("1.3 million", [(1_300_000, 1_300_000)]),
    ("1 - million", [(1_000_000, 1_000_000)]),
    ("2 , 000", [(2_000, 2_000)]),
    ("1 , 10 , 000", [(110_000, 110_000)]),
    ("12 , 500", [(12, 12), (500, 500)]),
    ("nine hundred and twenty - one", [(921, 921)]),
    ("three hundred thousand and five", [(300_005, 300_005)]),
    ("a dozen", [(12, 12)]),
    ("hundreds of thousands of", [(200_000, None)]),
    ("several hundred", [(200, None)]),
    ("2,14,000", [(214_000, 214_000)]),
    ("2.14 lakh", [(214_000, 214_000)]),
    ("4 250 tents", [(4_250, 4_250)]),
    ("between 30 and 40", [(30, 40)]),
    ("17,000 to 26,000", [(17_000, 26_000)]),
    ("two or three", [(2, 3)]),
    ("two to three million", [(2_000_000, 3_000_000)]),
    ("at least 14 and up to 20", [(14, 20)]),
    ("at least 14 and up to more than 20", [(14, 20)]),
    ("rose from 41 to 47", [(47, 47)]),
    ("rose by 41 to 470", [(470, 470)]),
    ("at least 8", [(8, None)]),
    ("no fewer than six", [(6, None)]),
    ("up to 90", [(None, 90)]),
    ("fewer than 90", [(None, 90)]),
    ("seven or more", [(7, None)]),
    ("some 70,000", [(70_000, 70_000)]),
    ("71 24 of them", [(71, 71), (24, 24)]),
    ("twelve and 30 others", [(12, 12), (30, 30)]),
    ("3rd of the 1st", []),
    ("tenfold someone onerous", []),
]


def bounds(said: str) -> list[tuple[float | None, float | None]]:
    """The bounds of every number in a text of blank-separated tokens."""
    return [(n.amount.low, n.amount.high) for n in read_numbers(said.split(), load_numbers())]


@pytest.mark.parametrize(("said", "told"), READ)
def test_numbers_are_read_with_their_bounds(said: str, told: list[tuple[float | None, float | None]]) -> None:
    """Every form of a number has its value and its bounds."""
    assert bounds(said) == told


@given(st.integers(0, 10**9))
def test_digits_with_commas_are_their_own_value(value: int) -> None:
    """A number printed with commas reads back as itself."""
    assert bounds(f"{value:,}") == [(value, value)]


@pytest.mark.parametrize("token", ["9" * 400, "1," * 200 + "1", "1.2.3", "٣٤", "²", "7th", "-", "+", "1-2-3"])
def test_odd_tokens_do_no_harm(token: str) -> None:
    """Whatever looks like a number and is none is read without an error, and never as an endless one."""
    assert all((n.amount.best or 0) < 10**19 for n in read_numbers([token, "million"], load_numbers()))


TOKENS = st.sampled_from(
    "at least 5 1,200 and to between from hundreds of thousands some dozen - million up a seven or more . 3rd".split()
)


@given(st.lists(TOKENS, max_size=30))
def test_numbers_never_overlap_and_lie_in_the_row(tokens: list[str]) -> None:
    """Numbers come in order, one behind the other, whatever the tokens."""
    found = read_numbers(tokens, load_numbers())
    assert all(0 <= n.first <= n.core < n.last <= len(tokens) for n in found)
    assert all(left.last <= right.core for left, right in pairwise(found))


def test_a_plus_at_the_end_of_a_text() -> None:
    """A sign that ends the text ends the number: nothing lies behind it."""
    (number,) = read_numbers(["170", "+"], load_numbers())

    assert (number.last, number.amount.qualifier) == (2, "at_least")
