"""Who is said to have done it or to have broken a truce, and who denies it."""

from dataclasses import replace

import pytest
from scenes import claim, report

from dateline.model import Figure, Party
from dateline.weigh.contradictions.accounts import breakers, denies_victims, doers
from dateline.weigh.settled import traits_of
from dateline.weigh.traits import Traits


def told(*claims: tuple[str, str, dict[str, str]]) -> list[Traits]:
    """The traits of claims (words, type, fields), each on a page of its own, printed on the day that its fields give."""
    pages = [
        report(f"{words}.", more.pop("printed", "2018-03-06"), f"Outlet {n}")
        for n, (words, _, more) in enumerate(claims)
    ]
    made = [claim(page, words, kind, **more) for page, (words, kind, more) in zip(pages, claims, strict=True)]
    return list(traits_of(made, {page.id: page for page in pages}))


@pytest.mark.parametrize(("printed", "found"), [("2018-03-09", 1), ("2018-09-01", 0)])
def test_charges_of_other_seasons_are_of_other_breaches(printed: str, found: int) -> None:
    """What tells no time is of the day it is printed: a charge of autumn is not held against one of spring."""
    truce = ("The ceasefire took hold", "ceasefire_start", {"day": "2018-03-01"})
    one = ("Turkey accused Syria of breaking the ceasefire", "accusation", {"by": "Syria", "day": "2018-03-06"})
    other = ("Syria accused Turkey of breaking the ceasefire", "accusation", {"by": "Turkey", "printed": printed})

    assert len(list(breakers(told(truce, one, other), {}))) == found


def test_a_denial_is_of_the_one_who_denies_whoever_tells_it() -> None:
    """An envoy of France tells that Syria denies: denied by Syria."""
    raid = (
        "Syrian planes bombed the market of Harmin",
        "airstrike",
        {"by": "Syria", "at": "Harmin", "day": "2018-03-06"},
    )
    words = "Syria denies that it bombed the market of Harmin"
    denial = (words, "denial", {"by": "Syria", "speaker": "France", "at": "Harmin", "day": "2018-03-06"})
    group = told(raid, denial)
    (found,) = doers(group, {one.claim.id: frozenset() for one in group})

    assert [value for value in found.values if value.startswith("denied")] == ["denied by Syria"]


def test_that_a_man_was_no_target_denies_no_blow() -> None:
    """France bombed a depot, and did not mean to hit the governor: it denies nothing that it is said to have done."""
    raid = ("French jets bombed a depot in Harmin", "airstrike", {"by": "France", "at": "Harmin", "day": "2018-03-06"})
    governor = Party("the governor", "the governor", kind="person")
    group = told(raid, ("France said it does not target the governor", "denial", {"by": "France", "at": "Harmin"}))
    voices = {one.claim.id: frozenset() for one in group}
    spared = [replace(one, claim=replace(one.claim, to=(governor,))) if one.denies else one for one in group]

    assert len(list(doers(group, voices))) == 1
    assert list(doers(spared, voices)) == []


def test_that_nobody_in_particular_was_meant_denies_no_blow() -> None:
    """France says that it aims at no people, and that it hit no mill on purpose: the mill was hit."""
    raid = ("French jets bombed a mill in Harmin", "airstrike", {"by": "France", "at": "Harmin", "day": "2018-03-06"})

    def found(words: str) -> int:
        group = told(raid, (words, "denial", {"by": "France", "at": "Harmin"}))
        return len(list(doers(group, {one.claim.id: frozenset() for one in group})))

    assert found("France said it does not target people") == 0
    assert found("France denied that it hit the mill deliberately") == 0
    assert found("France denied that it hit the mill") == 1


@pytest.mark.parametrize(
    ("denial", "none"),
    [
        ("The army saw no sign that villagers were killed", True),
        ("Idris Oum said he had not seen his uncle's death", False),
    ],
)
def test_who_saw_no_death_denies_no_dead(denial: str, none: bool) -> None:
    """A witness who looked away counts nobody; an army that knows of no dead does."""
    dead = ("Six villagers were killed in Harmin", "casualty_figure", {"at": "Harmin", "day": "2018-03-06"})
    (one,) = [one for one in told(dead, (denial, "denial", {"speaker": "army"})) if one.denies]

    assert denies_victims(one) is none


@pytest.mark.parametrize(("negated", "none"), [(True, True), (False, False)])
def test_who_counts_nobody_hurt_denies_that_there_were_dead(negated: bool, none: bool) -> None:
    """ "No one was hurt" is told as a count of none, and contradicts who counts six dead."""
    dead = ("Six villagers were killed in Harmin", "casualty_figure", {"at": "Harmin", "day": "2018-03-06"})
    raid = ("Nobody was hurt in the raid on Harmin", "armed_attack", {"at": "Harmin"})
    (one,) = [one for one in told(dead, raid) if one.claim.type == "armed_attack"]
    figure = Figure("injured", 0, 0, 0, "exact", 0, 6, "Nobody", negated=negated)

    assert denies_victims(replace(one, claim=replace(one.claim, figures=(figure,)))) is none
