"""What is said by several in several reports: when it is about a happening, and when a matter of its own."""

import pytest
from scenes import claim, report, strike_pages, together

from dateline.model import Claim, Report
from dateline.weigh import Weighed, weigh

PLEAS = (
    "Planes that bombed a market had no place over Harmin",
    "Planes had no place over Harmin once a market was bombed",
)


def said(*sayings: tuple[str, str]) -> tuple[Weighed, Claim, list[Claim]]:
    """Two reports of a raid and what speakers say in a further report each: the raid's first claim, and the sayings."""
    reports, claims = strike_pages()
    pages: list[Report] = []
    told: list[Claim] = []
    for n, (speaker, words) in enumerate(sayings):
        pages.append(report(f"{words} ({n}).", "2018-03-06", f"Outlet {n}"))
        told.append(claim(pages[-1], words, "statement", day="2018-03-06", by=speaker, speaker=speaker))
    return weigh([*reports, *pages], [*claims, *told]), claims[0], told


def test_who_owns_a_blow_in_many_reports_speaks_of_the_blow() -> None:
    """Three reports carry the band's claim of the market; no event is made of the claiming beside the raid."""
    words = "The Mill Front claimed responsibility for the raid on the market of Harmin"
    weighed, raid, owned = said(*[("Mill Front", words)] * 3)

    assert together(weighed, raid, *owned)
    assert sum(owned[0].id in event.claims for event in weighed.events) == 1


@pytest.mark.parametrize(("other", "own"), [("Omar Feraz", True), ("Umar Feraz", True), ("Lina Sabt", False)])
def test_a_matter_of_its_own_is_one_speakers(other: str, own: bool) -> None:
    """A minister's plea, told twice, stands by itself, however his name is spelt; two people's are about the raid."""
    weighed, raid, told = said(("Omar Feraz", PLEAS[0]), (other, PLEAS[1]))

    assert together(weighed, raid, *told) is not own
