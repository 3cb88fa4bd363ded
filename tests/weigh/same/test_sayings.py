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


BLOW = (
    ("Army guns pounded Harmin on Tuesday", "shelling", {"at": "Harmin", "day": "2018-03-06", "by": "Syrian army"}),
    ("Doctors in Harmin counted 14 dead", "casualty_figure", {"at": "Harmin", "figures": [("killed", 14)]}),
    ("The guns in the hills above Harmin fired until dusk", "shelling", {"at": "Harmin", "by": "Syrian army"}),
)
BESIDE = ("Nobody leaves the cellars of Harmin", "statement", {"speaker": "Lina Sabt", "at": "Harmin"})
LARGER = ("Lisbon now deals with the council alone as its partner", "statement", {"speaker": "Ana Reis"})


def told_in_order(*sayings: tuple[str, str, dict[str, object]]) -> tuple[Weighed, list[Claim]]:
    """One report of a shelling with some sayings at its end, as weighed, and its claims."""
    rows = (*BLOW, *sayings)
    page = report(" ".join(f"{words}." for words, _, _ in rows))
    claims = [claim(page, words, kind, **more) for words, kind, more in rows]  # type: ignore[arg-type]
    return weigh([page], claims), claims


def test_what_nothing_binds_to_a_blow_is_not_about_it() -> None:
    """A minister's word on the war stands at the end of a page on a shelling, with no day, place, name or word of it."""
    weighed, told = told_in_order(BESIDE, LARGER)

    assert together(weighed, *told[:3])
    assert not together(weighed, told[0], told[-1])


def test_what_is_said_of_the_town_is_about_the_blow_on_it() -> None:
    """What somebody says of life in the town that is shelled stands with the shelling."""
    weighed, told = told_in_order(BESIDE)

    assert together(weighed, *told)
