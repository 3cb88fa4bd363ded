"""Wholes and parts: a toll adds up, or the claim that tells it says that it does not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.find.figures.trees import added_up, adds_up
from dateline.find.notes import Notes
from dateline.model import Claim, Figure, Part, Published, Report, Span

WHOLE = Figure("killed", 7, 7, 7, "exact", 0, 12, "Seven people")


def part(low: float, at: int, subgroup: str | None = None, text: str = "some") -> Figure:
    """A part of the seven, exactly so many."""
    return Figure("killed", low, low, low, "exact", at, at + len(text), text, subgroup, part_of=0)


def noted(*told: Figure) -> Notes:
    """Notes with one claim that tells some figures."""
    report = Report("r", "r", "", " " * 400, (Part(0, 400, "body"),), Published(None, "none"))
    claim = Claim("c", "r", 0, 400, "", "casualty_figure", Span(0, 5), figures=told, because=("a figure stands in it",))
    return replace(Notes(report), figures=told, claims=(claim,))


def test_what_a_list_leaves_is_the_rest() -> None:
    """Parts of one list are summed, whoever they are."""
    (one,) = adds_up((WHOLE, part(4, 24, "children"), part(1, 40)))
    assert (one.fits, one.rest) == (True, 2)


def test_a_part_told_again_counts_once() -> None:
    """The same part in another sentence is no other one."""
    (one,) = adds_up((WHOLE, part(4, 24, "children"), part(4, 200, "children"), part(2, 210)))
    assert (one.fits, one.rest) == (True, 1)


def test_women_and_children_share_nobody_though_told_apart() -> None:
    """Parts by age and sex are summed over the report; journalists may be among them."""
    (short,) = adds_up((WHOLE, part(5, 24, "children"), part(4, 200, "women")))
    (fits,) = adds_up((WHOLE, part(5, 24, "children"), part(4, 200, "journalists")))
    assert not short.fits
    assert fits.fits


def test_a_claim_says_that_its_toll_does_not_add_up() -> None:
    """The reason names the whole, the parts and by how many they are too many."""
    (claim,) = added_up(noted(WHOLE, part(6, 24, "women", "six women"), part(3, 40, "children", "three boys"))).claims
    assert claim.because[-1] == "the parts of “Seven people” do not add up: “six women”, “three boys” are too many by 2"


def test_a_toll_that_adds_up_says_nothing() -> None:
    """No reason is given where nothing is wrong."""
    notes = noted(WHOLE, part(3, 24, "women"))
    assert added_up(notes) is notes


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_an_open_whole_holds_any_parts(counts: list[int]) -> None:
    """ "At least seven" has no ceiling that parts could pass."""
    open_ended = replace(WHOLE, high=None, qualifier="at_least")
    (one,) = adds_up((open_ended, *(part(n, 24 + 10 * i) for i, n in enumerate(counts))))
    assert one.fits
    assert one.rest is None
