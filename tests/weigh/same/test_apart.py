"""What can never be one happening, however alike."""

from dataclasses import replace

import pytest
from scenes import claim, report

from dateline.weigh.same.apart import other_arm, other_blow
from dateline.weigh.settled import traits_of


@pytest.mark.parametrize(
    ("more", "day", "apart"),
    [
        ({"at": "Harmin", "day": "2018-03-06"}, "2018-03-06", False),
        ({"day": "2018-03-06"}, "2018-03-06", True),
        ({"day": "2018-03-06"}, "2018-03-07", False),
    ],
)
def test_a_toll_a_dozen_times_another_is_of_another_blow(more: dict[str, str], day: str, apart: bool) -> None:
    """Six died in Harmin: a hundred told of no town that day died elsewhere; told of the town, or a day later, the count grew."""
    pages = [report("Six died in Harmin.", outlet="Courier", story="one")]
    pages.append(report("A raid killed 100.", day, "Post", story="one"))
    told = [
        claim(pages[0], "Six died in Harmin", "airstrike", day="2018-03-06", at="Harmin", figures=[("killed", 6)]),
        claim(pages[1], "A raid killed 100", "airstrike", figures=[("killed", 100)], **more),
    ]

    assert other_blow(traits_of(told, {page.id: page for page in pages}))[0, 1] == apart


@pytest.mark.parametrize(("kind", "apart"), [("clash", True), ("displacement_figure", True), ("armed_attack", False)])
def test_an_aircraft_brought_down_is_no_part_of_the_offensive_below(kind: str, apart: bool) -> None:
    """The offensive in which a plane fell, and who fled it, are other happenings; a shot at the plane may be the same."""
    page = report("Gunners brought down a plane. Something else was told of Harmin.")
    told = [
        claim(page, "Gunners brought down a plane", "armed_attack"),
        claim(page, "Something else was told of Harmin", kind),
    ]
    told[0] = replace(told[0], phenomenon="shootdown")

    assert other_arm(traits_of(told, {page.id: page}))[0, 1] == apart
