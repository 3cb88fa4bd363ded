"""What has gone on since a time, what ranks among others of a stretch, and the days that a report tells only farther on."""

from __future__ import annotations

import pytest
from reported import claims

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Some 900 families have fled the valley since clashes broke out there on April 20.", "2021-04-20/2021-05-06"),
        ("Some 900 families have fled to Dura, Basir and nearby towns since April 2021, after heavy clashes.", "2021-04-01/2021-05-06"),
        ("This is the second deadly raid on the port in the past two months.", "2021-05-04/2021-05-06"),
        ("It is the first time the rebels have agreed to a truce for the harvest feast since the invasion in 2009.", "2021-05-04/2021-05-06"),
        ("The rebels have agreed to a truce and will free nine miners who were seized in July 2020.", "2021-05-04/2021-05-06"),
        ("Shelling killed forty people in Homs between January and March 2021.", "2021-01-01/2021-04-01"),
        ("Clashes broke out in Homs on March 17-21, 2021.", "2021-03-17/2021-03-22"),
        ("The commander was killed with two of his fighters in the Marga district Monday, the statement said.", "2021-05-03/2021-05-04"),
        ("The death toll from raids on the farms has now risen to nearly 300 since 2018.", "2018-01-01/2021-05-06"),
    ],
    ids=["since a clause", "since, far off", "rank", "first time", "whom a deal frees", "between", "days of a month", "closed by a comma", "now"],
)  # fmt: skip
def test_the_stretch_that_words_tell(text: str, want: str) -> None:
    """A claim takes the whole stretch, and none that only bounds a comparison."""
    (claim, *_) = claims(text)
    assert claim.time is not None
    assert claim.time.when is not None
    assert "/".join(claim.time.when.iso()) == want


def test_those_who_are_home_now_were_hit_before() -> None:
    """What somebody is now does not date what befell them."""
    text = "Gunmen raided a market in Homs on Sunday.\nThe casualties included two dead guards and five wounded clerks, who are now in hospital."
    *_, toll = claims(text)
    assert toll.time is not None
    assert toll.time.text == "Sunday"


@pytest.mark.parametrize(("day", "recalled"), [("Tuesday", False), ("April 2", True)])
def test_what_had_been_done_lately_is_news(day: str, recalled: bool) -> None:
    """A past perfect of the last days goes on with the news."""
    (claim, *_) = claims(f"Rebels had fought the army on {day} north of Homs.")
    assert claim.background is recalled


def test_a_headline_tells_of_the_day_below_it() -> None:
    """The day that a report tells first is that of its headline."""
    head = "Nine killed in raid on market"
    first, *_ = claims(
        f"{head}\nGunmen came to the market in Homs on Sunday and killed nine clerks, police said.", len(head)
    )
    assert first.time is not None
    assert first.time.text == "Sunday"
