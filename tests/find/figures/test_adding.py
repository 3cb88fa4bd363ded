"""Counts told one after the other that make up a toll told before."""

from dataclasses import replace

from dateline.find.figures.adding import added_up
from dateline.model import Figure
from dateline.words.measures import load_measures


def figure(best: float, start: int, text: str) -> Figure:
    """A toll of dead in words that stand at a place."""
    return Figure("killed", best, best, best, "exact", start, start + len(text), text)


SIX = figure(6, 0, "six monks")
FOUR = figure(4, 60, "four monks")
MORE = figure(2, 100, "two others")


def wholes(*found: Figure) -> list[int | None]:
    """What each figure is a part of."""
    return [one.part_of for one in added_up(found, load_measures())]


def test_takes_what_adds_up_as_parts() -> None:
    """Four, and two others, are the six told before."""
    assert wholes(SIX, FOUR, MORE) == [None, 0, 0]


def test_leaves_what_does_not_add_up() -> None:
    """Five and two others are no six."""
    assert wholes(SIX, replace(FOUR, low=5, best=5, high=5), MORE) == [None, None, None]


def test_leaves_what_is_told_of_nobody_else() -> None:
    """Four and two whom nothing ties to each other stay two tolls."""
    assert wholes(SIX, FOUR, replace(MORE, text="two monks")) == [None, None, None]


def test_leaves_what_is_far_apart() -> None:
    """What stands in another part of the report tells of something else."""
    assert wholes(SIX, FOUR, replace(MORE, start=900, end=910)) == [None, None, None]


def test_leaves_counts_of_different_things() -> None:
    """The hurt do not add up to the dead."""
    assert wholes(SIX, replace(FOUR, measure="injured"), MORE) == [None, None, None]
