"""What can never be one happening, however alike."""

from dataclasses import replace

import pytest
from scenes import TOWNS, claim, report

from dateline.model import Claim, Place, Report
from dateline.weigh.same.alike import likeness
from dateline.weigh.same.apart import (
    TOLL,
    other_arm,
    other_blow,
    other_land,
    other_target,
    over_days,
    parted,
    talks_and_demand,
    ultimatum,
)
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


@pytest.mark.parametrize(
    ("more", "apart"), [({"at": "Harmin", "day": "2018-03-06"}, False), ({"at": "Harmin"}, True), ({}, True)]
)
def test_two_stories_may_count_the_dead_of_one_blow_otherwise(more: dict[str, str], apart: bool) -> None:
    """Six and nine fell in Harmin that day, says one story and the other; what tells no day and another number is another blow."""
    pages = [report("Six died in Harmin.", outlet="Courier", story="one")]
    pages.append(report("A raid killed 9.", outlet="Post", story="two"))
    told = [
        claim(pages[0], "Six died in Harmin", "airstrike", day="2018-03-06", at="Harmin", figures=[("killed", 6)]),
        claim(pages[1], "A raid killed 9", "airstrike", figures=[("killed", 9)], **more),
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


def test_an_ultimatum_is_no_part_of_the_raid_it_answers() -> None:
    """A demand with a day is a matter of its own, and one with a threat of the same day; without a day it may be about the raid."""
    words = "Jets struck the army. The army must go by Friday. We will drive it out on Friday. The army must go"
    page = report(f"{words}.")
    kinds = ("airstrike", "demand", "threat", "demand")
    days = (None, "2018-03-09", "2018-03-09", None)
    told = [
        claim(page, said if n < 3 else f"{said}.", kind, deadline=day)
        for n, (said, kind, day) in enumerate(zip(words.split(". "), kinds, days, strict=True))
    ]
    block = traits_of(told, {page.id: page})

    assert ultimatum(block)[0].tolist() == [False, True, True, False]
    assert likeness(block, {}).fields["due"][1, 2] == 1.0


@pytest.mark.parametrize(
    ("when", "formula", "apart"),
    [("the last four days", "pub past4day", True), ("this week", "pub week+0", False), ("that Tuesday", None, False)],
)
def test_a_toll_of_several_days_is_none_of_one_of_them(when: str, formula: str | None, apart: bool) -> None:
    """Guns shelled Harmin on the sixth; sixty dead in the last four days did not all fall there, those of this week may have."""
    page = report(f"Guns shelled Harmin. Sixty died {when}.")
    days = "2018-03-06" if formula is None else "2018-03-03/2018-03-06"
    told = [
        claim(page, "Guns shelled Harmin", "shelling", day="2018-03-06", at="Harmin"),
        claim(page, f"Sixty died {when}", TOLL, day=days, formula=formula, figures=[("killed", 60)]),
    ]

    assert over_days(traits_of(told, {page.id: page}))[0, 1] == apart


def test_who_talks_and_who_demands_tell_of_two() -> None:
    """Talks of one paper and a demand of another never are one; the visitor who threatens in one report may be."""
    pages = [report("The envoy met the governor. The envoy asked for buses."), report("The envoy asked for buses.")]
    told = [
        claim(pages[0], "The envoy met the governor", "meeting"),
        claim(pages[0], "The envoy asked for buses", "demand"),
        claim(pages[1], "The envoy asked for buses", "demand"),
    ]
    block = traits_of(told, {page.id: page for page in pages})
    at = [one.claim.id for one in block].index(told[0].id)
    apart = dict(zip([one.claim.id for one in block], talks_and_demand(block)[at].tolist(), strict=True))

    assert [apart[one.id] for one in told] == [False, False, True]


@pytest.mark.parametrize(
    ("same", "lost", "apart"), [(True, (), True), (False, (), False), (False, ("killed", 3, "exact", "soldiers"), True)]
)
def test_blows_for_which_one_report_names_two_towns_are_two(same: bool, lost: tuple[str, ...], apart: bool) -> None:
    """Shells on Harmin, shells on Dorak: two, told of no day, in one report; another report may name the town in passing,
    but not where both count their dead.
    """
    texts = ["Shells fell on Harmin. Shells fell on Dorak."] * 2
    pages = [report(text, outlet="Courier" if same else f"Outlet {n}") for n, text in enumerate(texts)]
    told = [
        claim(page, f"Shells fell on {town}", "shelling", at=town, figures=[lost] if lost else [])
        for page, town in zip(pages, ("Harmin", "Dorak"), strict=True)
    ]

    assert parted(traits_of(told, {page.id: page for page in pages}))[0, 1] == apart


@pytest.mark.parametrize(
    ("later", "kind", "apart"),
    [
        ("At dawn it was shelled", "shelling", True),
        ("Guns shelled it", "shelling", False),
        ("At dawn nine lay dead", TOLL, False),
    ],
)
def test_a_deed_with_its_own_day_goes_on_in_the_town_last_named(later: str, kind: str, apart: bool) -> None:
    """Jets struck Harmin; what was shelled at dawn is Dorak, told of before. Without a time of its own it may be either, and so
    may the dead."""
    page = report(f"Jets struck Harmin. Dorak is besieged. {later}.")
    struck, after = (
        claim(page, "Jets struck Harmin", "airstrike", at="Harmin"),
        claim(page, later, kind, at="Dorak", day="2018-03-06"),
    )
    assert after.place is not None
    assert after.time is not None
    start = after.start if later.startswith("At dawn") else 0
    goes_on = replace(after.place, start=page.text.index("Dorak"))
    after = replace(after, place=goes_on, time=replace(after.time, start=start))

    assert parted(traits_of([struck, after], {page.id: page}))[0, 1] == apart


@pytest.mark.parametrize(
    ("toll", "apart"),
    [("The fight for Dorak cost nine lives", True), ("Two brothers from Dorak died", False)],
)
def test_the_dead_fell_in_the_town_named_unless_they_were_from_it(toll: str, apart: bool) -> None:
    """Troops took Harmin; whoever fell at Dorak fell elsewhere, and whoever came from Dorak may have fallen in Harmin."""
    page = report(f"Troops took Harmin. {toll}.")
    taken, dead = (
        claim(page, "Troops took Harmin", "territorial_control", at="Harmin"),
        claim(page, toll, TOLL, at="Dorak"),
    )
    assert dead.place is not None
    dead = replace(dead, place=replace(dead.place, start=page.text.index("Dorak")))

    assert parted(traits_of([taken, dead], {page.id: page}))[0, 1] == apart


@pytest.mark.parametrize(
    ("land", "point", "home", "precision", "apart"),
    [
        ("Peru", (-9.2, -75.0), None, "country", True),
        ("Peru", (-9.2, -75.0), None, "exact", False),
        ("Peru", (-9.2, -75.0), "Peru", "country", False),
        ("Lebanon", (33.9, 35.9), None, "country", False),
        ("Syria", (-9.2, -75.0), None, "country", False),
    ],
)
def test_deeds_of_two_far_lands_are_two(
    land: str, point: tuple[float, float], home: str | None, precision: str, apart: bool
) -> None:
    """Not over a border, nor where those who strike come from the other land, nor by one town alone, which may be pinned in
    the wrong land; that the land is only taken over from the story is no matter."""
    page = report("Rockets fell on Harmin. Shells fell all night long.")
    told = [
        claim(page, "Rockets fell on Harmin", "shelling", at="Harmin", by="Gunners"),
        claim(page, "Shells fell all night long", "shelling", at="Harmin"),
    ]
    told[0] = replace(told[0], by=(replace(told[0].by[0], country=home),))
    there = told[1].place
    assert there is not None
    far = replace(there, country=land, lat=point[0], lon=point[1], start=0, end=0)
    told[0] = replace(told[0], place=replace(there, precision="country"))
    told[1] = replace(told[1], place=replace(far, precision=precision))

    assert other_land(traits_of(told, {page.id: page}))[0, 1] == apart
    assert not other_land(traits_of([told[0], replace(told[1], type="statement")], {page.id: page})).any()


def _pages(opening: bool, outlets: tuple[str, ...]) -> tuple[list[Report], list[Claim]]:
    """Pages of other stories that carry one line, before or after what they tell."""
    teaser, pages, told = "Five are held over a baker's death.", [], []
    for town, outlet in zip(TOWNS, outlets, strict=False):
        own = f"Guns fired on {town}."
        page = report(f"{teaser} {own}" if opening else f"{own} {teaser}", outlet=outlet, story=town)
        pages.append(page)
        told += [claim(page, teaser, "statement"), claim(page, own, "shelling")]
    return pages, told


@pytest.mark.parametrize(
    ("opening", "outlets", "furniture"),
    [
        (True, ("Post", "Post"), True),
        (False, ("Post", "Post"), False),
        (False, ("Post", "Post", "Post"), True),
        (True, ("Post", "Courier"), False),
        (False, ("Post", "Post", "Courier"), False),
    ],
)
def test_a_line_that_unlike_pages_of_one_outlet_carry_is_none_of_their_news(
    opening: bool, outlets: tuple[str, ...], furniture: bool
) -> None:
    """Two that open with it, or three that carry it anywhere; what two outlets tell alike is news. It is one with itself."""
    pages, told = _pages(opening, outlets)
    block = traits_of(told, {page.id: page for page in pages})
    line = [n for n, one in enumerate(block) if one.claim.type == "statement"]
    own = [n for n, one in enumerate(block) if one.claim.type != "statement"]
    never = likeness(block, {}).never

    assert never[line][:, own].all() == furniture
    assert not never[line][:, line].any()
    assert {bool(block[n].furniture) for n in line} == {furniture}
    assert not any(block[n].furniture for n in own)


@pytest.mark.parametrize(
    ("first", "second", "dead", "apart"),
    [
        ("Six died at a market in Harmin", "Jets hit a school in Harmin", 9, True),
        ("Six died at a market in Harmin", "Jets hit a school in Harmin", 6, False),
        ("Six died at a market in Harmin", "Jets hit a bazaar in Harmin", 9, False),
        ("Six died at a market in Harmin", "Jets hit Harmin", 9, False),
        ("Six died at a market in Harmin", "Nine hit at a souk of Harmin were taken to a hospital", 9, False),
        ("Six died at a hotel in Harmin", "Jets hit a bridge in Harmin", 9, True),
    ],
)
def test_other_buildings_hit_and_other_dead_are_another_blow(first: str, second: str, dead: int, apart: bool) -> None:
    """One town may be hit twice a day: a market with six dead and a school with nine are two, six or nine dead at the market are
    one told otherwise."""
    pages = [report(f"{first}.", outlet="Courier", story="one"), report(f"{second}.", outlet="Post", story="one")]
    told = [
        claim(pages[0], first, "airstrike", day="2018-03-06", at="Harmin", figures=[("killed", 6)]),
        claim(pages[1], second, "airstrike", day="2018-03-06", at="Harmin", figures=[("killed", dead)]),
    ]

    assert other_target(traits_of(told, {page.id: page for page in pages}))[0, 1] == apart


@pytest.mark.parametrize(("village", "apart"), [("Beit Salun", True), ("Um Dorak", False), ("Umm Dorak East", False)])
def test_villages_on_no_map_are_two_by_their_names(village: str, apart: bool) -> None:
    """How far two villages without a point lie apart nobody knows; one name in two spellings is one of them."""
    pages = [report("Six died in Umm Dorak.", outlet="Courier"), report(f"Nine died in {village}.", outlet="Post")]
    told = [
        hamlet(claim(page, page.text[:-1], "airstrike", day="2018-03-06", figures=[("killed", dead)]), name)
        for page, dead, name in zip(pages, (6, 9), ("Umm Dorak", village), strict=True)
    ]

    assert other_target(traits_of(told, {page.id: page for page in pages}))[0, 1] == apart


def hamlet(one: Claim, name: str) -> Claim:
    """The claim, at a village of that name which has no point."""
    start = one.start + one.text.index(name)
    return replace(
        one, place=Place(start, start + len(name), name, name, None, "Syria", None, None, None, None, "unknown")
    )
