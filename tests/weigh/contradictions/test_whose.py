"""Whose dead a count tells: the fallen of two nations, of those who struck, others beside those counted; and who denies what."""

from dataclasses import replace

import pytest
from scenes import claim, report

from dateline.model import Claim, Figure, Party, Report
from dateline.weigh import weigh
from dateline.weigh.contradictions.whose import is_addition, is_household
from dateline.weigh.figures import Told
from dateline.weigh.settled import traits_of
from dateline.words.countings import counts_since

FOUGHT = "Guards of both sides fought at Harmin"


def counted(page: Report, words: str, *figures: tuple[str, float, str], **more: str) -> Claim:
    """A claim that counts people in these words, a measure, a number and the words of each figure."""
    one = claim(page, words, "casualty_figure", at="Harmin", day="2018-03-06", **more)
    told = []
    for measure, number, said in figures:
        start = page.text.index(said)
        told.append(Figure(measure, number, number, number, "exact", start, start + len(said), said, None))
    return replace(one, figures=tuple(told))


def fields(*told: tuple[str, str, float, str, str]) -> list[tuple[str, ...]]:
    """The values of each contradiction in counts told as (words, measure, number, words of the figure, speaker)."""
    pages = [report(f"{FOUGHT}. {words}.", outlet=f"Outlet {n}") for n, (words, *_) in enumerate(told)]
    claims = [claim(page, FOUGHT, "clash", at="Harmin", day="2018-03-06") for page in pages]
    claims += [
        counted(page, words, (measure, number, said), speaker=who)
        for page, (words, measure, number, said, who) in zip(pages, told, strict=True)
    ]
    found = [one for one in weigh(pages, claims).contradictions if one.field in ("killed", "injured", "evacuated")]
    return sorted(tuple(value.value for value in one.values) for one in found)


def test_fallen_of_two_nations_are_two_tolls() -> None:
    """Nine Thais and four Cambodians died in one clash; a second voice counts more Thais."""
    thais = ("The guards say nine Thais died", "killed", 9, "nine Thais", "guards")
    more = ("The clinic says 12 Thais died", "killed", 12, "12 Thais", "clinic")
    others = ("The mayor says four Cambodians died", "killed", 4, "four Cambodians", "mayor")

    assert fields(thais, others) == []
    assert fields(thais, more, others) == [("9", "12")]


def test_a_state_that_counts_its_own_counts_no_others() -> None:
    """A ministry of one side names its citizens, the other side's none by name."""
    own = ("Thailand says 11 of its citizens died", "killed", 11, "11 of its citizens", "Thailand")
    other = ("Two Cambodian porters died", "killed", 2, "Two Cambodian porters", "Cambodia")

    assert fields(own, other) == []


@pytest.mark.parametrize(
    ("words", "measure", "alone"),
    [
        ("three monks and nine others", "killed", True),
        ("nine more", "killed", True),
        ("more than nine", "killed", False),
        ("nine or more", "killed", False),
        ("nine others", "injured", False),
    ],
)
def test_others_are_counted_beside_those_before(words: str, measure: str, alone: bool) -> None:
    """The wounded are others than the dead and yet all of them; other dead are some."""
    page = report(f"The blast killed or wounded {words} in Harmin.")
    one = counted(page, page.text[:-1], (measure, 9, words))
    told = Told(traits_of([one], {page.id: page})[0], one.figures[0], "")

    assert is_addition(told) is alone


def test_other_wounded_are_counted_beside_those_of_the_sentence_before() -> None:
    """Two were cut by glass; five others were hurt as they fled; but of "two died, five others were hurt" the five are all."""
    page = report(
        "The blast cut two clerks in Harmin. Five others were hurt as they fled. Two died and nine others fell."
    )
    cut = counted(page, "The blast cut two clerks in Harmin", ("injured", 2, "two clerks"))
    hurt = counted(page, "Five others were hurt as they fled", ("injured", 5, "Five others"))
    last = counted(page, "Two died and nine others fell", ("killed", 2, "Two"), ("injured", 9, "nine others"))
    first, second, third = traits_of([cut, hurt, last], {page.id: page})
    beside = [Told(one, figure, "") for one in (first, second, third) for figure in one.claim.figures]

    assert [is_addition(one, beside) for one in beside] == [False, True, False, False]


def test_what_opens_with_elsewhere_counts_the_dead_of_another_place() -> None:
    """A nurse elsewhere counts other bodies than those in the square."""
    page = report("Nine lay dead in a square of Harmin. Elsewhere, a nurse counted 14 dead.")
    here = counted(page, "Nine lay dead in a square of Harmin", ("killed", 9, "Nine"))
    away = counted(page, "Elsewhere, a nurse counted 14 dead", ("killed", 14, "14 dead"))
    told = [Told(one, one.claim.figures[0], "") for one in traits_of([here, away], {page.id: page})]

    assert [is_addition(one) for one in told] == [False, True]


def test_those_whom_a_state_fetched_home_are_no_count_of_everybody_who_fled() -> None:
    """China fetched 8,000 of its own, 90,000 fled: no dispute. Of the Syrians who fled Syria two numbers are one."""
    chinese = ("China said 8,000 Chinese were flown out", "evacuated", 8000, "8,000 Chinese", "China")
    everybody = ("A monitor said 90,000 people were moved", "evacuated", 90000, "90,000 people", "monitor")
    syrians = ("The mayor said 70,000 Syrians were moved", "evacuated", 70000, "70,000 Syrians", "mayor")

    assert fields(chinese, everybody) == []
    assert fields(syrians, everybody) == [("70,000", "90,000")]


def test_dead_of_the_band_that_struck_are_none_of_its_victims() -> None:
    """Twenty soldiers and eleven Naxals died: no dispute, and no toll of eleven."""
    page = report("Naxals ambushed a patrol at Harmin. The army says 20 soldiers died. It says 11 Naxals fell.")
    band = Party("Naxals", "Naxals", id="dateline:naxals", kind="armed_group")
    ambush = replace(
        claim(page, "Naxals ambushed a patrol at Harmin", "armed_attack", at="Harmin", day="2018-03-06"), by=(band,)
    )
    soldiers = counted(page, "The army says 20 soldiers died", ("killed", 20, "20 soldiers"), speaker="army")
    naxals = counted(page, "It says 11 Naxals fell", ("killed", 11, "11 Naxals"), speaker="army")
    done = weigh([page], [ambush, soldiers, naxals])
    figures = {(f.subgroup, f.best) for event in done.events for f in event.figures if f.measure == "killed"}

    assert ("attackers", 11) in figures
    assert not [one for one in done.contradictions if one.field == "killed"]


def test_words_of_a_band_that_nobody_knows_name_no_fighters() -> None:
    """An Arab militia killed twelve Arab traders: they are its victims."""
    page = report("An Arab militia raided Harmin. Elders say 12 Arab traders died.")
    band = Party("Arab militia", "An Arab militia", kind="armed_group")
    raid = replace(
        claim(page, "An Arab militia raided Harmin", "armed_attack", at="Harmin", day="2018-03-06"), by=(band,)
    )
    traders = counted(page, "Elders say 12 Arab traders died", ("killed", 12, "12 Arab traders"), speaker="elders")
    figures = {(f.subgroup, f.best) for event in weigh([page], [raid, traders]).events for f in event.figures}

    assert (None, 12) in figures


def test_who_tells_of_the_raid_denies_only_what_did_not_follow() -> None:
    """The rebels' voice says that there was no attack on the ground, and that planes came."""
    page = report("Planes bombed a concert in Harmin, a rebel said. No attack on foot had come after, the rebel said.")
    more = {"at": "Harmin", "day": "2018-03-06", "speaker": "rebel"}
    raid = claim(page, "Planes bombed a concert in Harmin", "airstrike", **more)
    none = claim(page, "No attack on foot had come after", "denial", **more)
    other = replace(none, id="other", speaker=(Party("governor", "governor"),))

    assert not weigh([page], [raid, none]).contradictions
    assert [one.field for one in weigh([page], [raid, other]).contradictions] == ["whether it happened"]


def test_militiamen_name_no_other_band() -> None:
    """One page says militiamen, the other one whose: no two doers."""
    pages = [report(f"{who} burned the mill of Harmin.", outlet=who) for who in ("Militiamen", "Codeco")]
    told = [
        claim(page, page.text[:-1], "armed_attack", by=who, at="Harmin", day="2018-03-06", speaker=f"witness {who}")
        for page, who in zip(pages, ("Militiamen", "Codeco"), strict=True)
    ]

    assert not [one for one in weigh(pages, told).contradictions if one.field == "perpetrator"]


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ("the band has killed dozens of herders in recent years", True),
        ("since friday a spate of night raids has left 12 dead", True),
        ("it was the worst raid in recent years and killed 12", False),
        ("a series of blasts killed 12 on friday", False),
    ],
)
def test_counts_over_years_run_on(words: str, runs: bool) -> None:
    """A raid may be the worst in years; a toll of years is of no raid."""
    assert counts_since(words) is runs


@pytest.mark.parametrize(
    ("words", "said", "some"),
    [
        ("the miller lost his three children", "three children", True),
        ("three children were found dead", "three children", False),
        ("the blast took two sons of the miller", "two sons", True),
    ],
)
def test_the_dead_of_one_house_are_some_of_those_counted(words: str, said: str, some: bool) -> None:
    """Seven died; a neighbour tells of a man's children: no lower toll."""
    page = report(f"Seven died in Harmin. In the morning {words}.")
    told = [counted(page, "Seven died", ("killed", 7, "Seven")), counted(page, words, ("killed", 3, said))]
    seven, few = (Told(one, one.claim.figures[0], "") for one in traits_of(told, {page.id: page}))

    assert is_household(few, [seven, few]) is some
    assert not is_household(few, [few])


def test_who_was_also_killed_is_not_among_those_before() -> None:
    """Five died, and the blast also killed two guards: no lower toll, as it would be where nobody was counted before."""
    page = report("Five died in Harmin. The blast also killed two guards.")
    told = [counted(page, "Five died", ("killed", 5, "Five"))]
    told.append(counted(page, "The blast also killed two guards", ("killed", 2, "two guards")))
    five, two = (Told(one, one.claim.figures[0], "") for one in traits_of(told, {page.id: page}))

    assert is_addition(two, [five, two])
    assert not is_addition(two, [two])
