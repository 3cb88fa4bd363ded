"""Amounts: bounds, ranges, sums, and what several accounts of one toll come to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.amounts import VAGUE, Amount, merged, told_by, total

QUALIFIERS = ("exact", "about", "at_least", "more_than", "up_to")
amounts = st.builds(Amount.told, st.integers(0, 10**7), st.sampled_from(QUALIFIERS))


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [("exact", 8, 8), ("about", 8, 8), ("at_least", 8, None), ("more_than", 8, None), ("up_to", None, 8)],
)
def test_a_qualifier_opens_the_bound_it_leaves_open(qualifier: str, low: int | None, high: int | None) -> None:
    """Every qualifier has the bounds of the contract, and keeps the number as the best."""
    assert Amount.told(8, qualifier) == Amount(low, 8, high, qualifier)


@pytest.mark.parametrize("word", VAGUE)
def test_a_vague_word_has_a_floor_and_no_ceiling(word: str) -> None:
    """A vague word is open above."""
    said = Amount.vague(word)
    assert (said.low, said.high, said.qualifier) == (VAGUE[word], None, f"vague:{word}")


def test_two_numbers_that_fall_are_no_range() -> None:
    """A range rises."""
    assert merged(Amount.told(9), Amount.told(3)) is None


@given(st.lists(amounts, min_size=1, max_size=6))
def test_a_sum_keeps_its_best_between_its_bounds(terms: list[Amount]) -> None:
    """low <= best <= high wherever they are told, and an open term leaves its side of the sum open."""
    said = total(terms)
    assert said.best == sum(term.best or 0 for term in terms)
    assert (said.low is None) == any(term.low is None for term in terms)
    assert (said.high is None) == any(term.high is None for term in terms)
    assert said.low is None or said.low <= (said.best or 0)
    assert said.high is None or (said.best or 0) <= said.high


@given(st.lists(amounts, min_size=1, max_size=6))
def test_accounts_only_close_what_the_lead_leaves_open(accounts: list[Amount]) -> None:
    """What the leading account bounds, no other moves: a number leads here."""
    said = told_by(accounts)
    lead = accounts[0]
    assert said.best == lead.best
    assert lead.low in (None, said.low)
    assert lead.high in (None, said.high)


@given(st.sampled_from(sorted(VAGUE)), st.lists(amounts, max_size=6))
def test_a_vague_lead_gives_way_to_the_first_number_that_bears_it_out(word: str, others: list[Amount]) -> None:
    """The best is the first number at or above the vague word's floor, or else the floor."""
    firm = [other.best for other in others if other.best is not None and other.best >= VAGUE[word]]
    assert told_by([Amount.vague(word), *others]).best == (firm[0] if firm else VAGUE[word])
