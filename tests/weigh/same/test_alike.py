"""How alike two claims are, field by field."""

import pytest
from scenes import claim, report

from dateline.weigh.same.alike import likeness
from dateline.weigh.settled import traits_of


def test_what_is_agreed_of_something_else_keeps_no_saying_away() -> None:
    """A deal on buses says nothing against the mayor's words of who left; a truce does, for he speaks of none."""

    def apart(deal: str) -> float:
        page = report(f"{deal}. The mayor said the last fighters had left the town.")
        told = [
            claim(page, words, kind)
            for words, kind in zip(page.text[:-1].split(". "), ("agreement", "statement"), strict=True)
        ]
        return float(likeness(traits_of(told, {page.id: page}), {}).fields["truce"][0, 1])

    assert apart("Both sides agreed on buses for the families") == 0.0
    assert apart("Both sides agreed on a truce") < 0.0


@pytest.mark.parametrize(
    ("kinds", "towns", "day", "told"),
    [
        (("airstrike", "airstrike"), ("Harmin", "Harmin"), "2018-03-06", 1.0),
        (("airstrike", "clash"), ("Harmin", "Harmin"), "2018-03-06", 0.7),
        (("airstrike", "airstrike"), ("Harmin", None), "2018-03-06", 0.7),
        (("airstrike", "statement"), ("Harmin", None), "2018-03-06", 1.0),
    ],
)
def test_a_day_that_neither_tells_says_less_of_two_deeds(
    kinds: tuple[str, str], towns: tuple[str, str | None], day: str, told: float
) -> None:
    """What one report tells of no day is of the day it was printed, and that is no bond between a raid and a clash."""
    page = report("A raid hit them. Something was told of Harmin.")
    words = ("A raid hit them", "Something was told of Harmin")
    guess = {"day": day, "formula": "pub day+0 past1day"}
    block = traits_of(
        [claim(page, w, k, **guess, **({"at": t} if t else {})) for w, k, t in zip(words, kinds, towns, strict=True)],
        {page.id: page},
    )

    assert likeness(block, {}).fields["time"][0, 1] == told
