"""Blows that are two by who dealt them and whom they killed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scenes import TOWNS, claim, report

from dateline.model import Party, Place
from dateline.weigh.same.whose import other_doer, own_dead
from dateline.weigh.settled import traits_of

ARMY = Party("Norvan armed forces", "the army", kind="military", country="TR")
PEOPLE = Party("Norvans", "Norvans", kind="civilians", country="TR")
OTHERS = Party("Tells", "Tells", kind="civilians", country="IQ")


def near(town: str, land: str) -> Place:
    lat, lon = TOWNS[town]
    return Place(0, 1, town, town, None, land, None, lat, lon, None, "near")


@pytest.mark.parametrize(
    ("deed", "land", "hit", "killer", "apart"),
    [
        ("airstrike", "IQ", (ARMY,), (), True),
        ("airstrike", "TR", (ARMY,), (), True),
        ("airstrike", "IQ", (PEOPLE,), (), True),
        ("airstrike", "TR", (PEOPLE,), (), False),
        ("airstrike", "IQ", (OTHERS,), (), False),
        ("airstrike", "IQ", (PEOPLE, OTHERS), (), False),
        ("airstrike", "IQ", (ARMY,), (ARMY,), False),
        ("armed_attack", "IQ", (ARMY,), (), False),
    ],
)
def test_a_raid_abroad_does_not_kill_the_raiders_own(
    deed: str, land: str, hit: tuple[Party, ...], killer: tuple[Party, ...], apart: bool
) -> None:
    """The soldiers who fell were hit by others, unless their own side is told to have killed them; a raid at home, or men on
    the ground, may cost the raiders' own."""
    page = report("The army hit the hills. Six died.")
    told = [
        claim(page, "The army hit the hills", deed),
        claim(page, "Six died", "armed_attack", figures=[("killed", 6)]),
    ]
    told = [
        replace(told[0], by=(ARMY,), place=near("Dorak", land)),
        replace(told[1], by=killer, to=hit),
    ]

    assert own_dead(traits_of(told, {page.id: page}))[0, 1] == apart


@pytest.mark.parametrize(
    ("first", "second", "town", "apart"),
    [
        ("Red Army", "Blue Guard", "Qasra", True),
        ("Red Army", "Blue Guard", "Telbin", False),
        ("Red Army", "Red Army", "Qasra", False),
    ],
)
def test_two_who_struck_far_apart_struck_twice(first: str, second: str, town: str, apart: bool) -> None:
    """Of one blow it may be told in two ways who dealt it; of blows in two towns it is told of two."""
    page = report("The one shelled Harmin. The other shelled it too.")
    told = [
        claim(page, "The one shelled Harmin", "shelling", by=first, at="Harmin"),
        claim(page, "The other shelled it too", "shelling", by=second, at=town),
    ]

    assert other_doer(traits_of(told, {page.id: page}))[0, 1] == apart
