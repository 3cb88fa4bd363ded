"""One page with an enormous number of claims costs what its claims cost, and not what their pairs would."""

from cProfile import Profile
from pstats import Stats

import pytest
from scenes import claim, report

from dateline.weigh import weigh
from dateline.weigh.contradictions.differences import MOST, compared
from dateline.weigh.settled import traits_of

ROUND = (
    ("Army shells killed 5 people in Harmin on Tuesday", "shelling", {"by": "Syrian army", "figures": [("killed", 5)]}),
    ("The rebels broke the ceasefire in Qasra, a monitor said", "ceasefire_violation", {"by": "rebels"}),
    ("The rebels denied that they broke the ceasefire", "denial", {"speaker": "rebels"}),
    ("Ankara demanded that the rebels leave Telbin by Sunday", "demand", {"by": "Turkey", "to": "rebels"}),
)


def long_page(times: int):  # type: ignore[no-untyped-def]  # a report and its claims
    """A page that says four sentences again and again, each time with another number behind them."""
    page = report(" ".join(f"{words}, note {n}." for n in range(times) for words, _, _ in ROUND))
    told = ((f"{words}, note {n}.", kind, more) for n in range(times) for words, kind, more in ROUND)
    return page, [claim(page, words, kind, day="2018-03-06", **more) for words, kind, more in told]


def steps(times: int) -> int:
    """How many calls weighing such a page takes."""
    page, claims = long_page(times)
    profile = Profile()
    profile.runcall(weigh, [page], claims)
    return int(Stats(profile).total_calls)  # type: ignore[attr-defined]  # not in the stubs


@pytest.mark.slow
def test_twice_the_claims_take_about_twice_the_steps() -> None:
    """No step holds every claim of a page against every other."""
    steps(20)  # what is loaded and remembered once

    assert steps(500) < 2.6 * steps(250)


def test_the_first_claims_of_a_page_are_held_against_others() -> None:
    """Of a page that makes more claims of one thing than any page of news, those it begins with speak for it."""
    page, claims = long_page(250)
    traits = traits_of(claims, {page.id: page})

    assert [one.order for one in compared(traits)] == list(range(MOST))
    assert compared(traits[:MOST]) == traits[:MOST]
