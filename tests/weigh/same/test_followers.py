"""What goes on from a blow stands with it, in whatever words; and blows of days next to each other stay two."""

from dataclasses import replace

import pytest
from scenes import claim, event_of, report, together

from dateline.model import Claim, Report
from dateline.weigh import weigh
from dateline.weigh.settled import traits_of

GUESSED = {"formula": "pub day+0 past1day"}


def told(page: Report, words: str, kind: str, after: Claim, **more: object) -> Claim:
    """A claim that names neither day nor place, and takes over those of the claim before it."""
    return replace(claim(page, words, kind, **more), place=after.place, time=after.time)


def two_raids(outlet: str, first: str, second: str, hurt: str, dead: str) -> tuple[Report, list[Claim]]:
    """A report of raids on two towns on one day, each followed by what names neither."""
    page = report(f"{first}. {hurt}. {second}. {dead}.", outlet=outlet, day="2018-03-07")
    mill = claim(page, first, "airstrike", at="Harmin", day="2018-03-06", figures=[("killed", 12)])
    weir = claim(page, second, "airstrike", at="Qasra", day="2018-03-06", figures=[("killed", 7)])
    injured = told(page, hurt, "casualty_figure", mill, figures=[("injured", 20)])
    children = told(page, dead, "casualty_figure", weir, figures=[("killed", 3, "exact", "children")])
    return page, [mill, injured, weir, children]


def test_what_names_neither_day_nor_town_stands_with_the_blow_before_it() -> None:
    """Two towns bombed on one day, told by two outlets with nothing worded alike: each toll goes with its own."""
    one, first = two_raids(
        "The Courier",
        "Jets bombed a mill in Harmin on Tuesday and killed 12",
        "Seven people died in Qasra when planes hit a weir on Tuesday",
        "Twenty others were hurt",
        "Three of the victims were children",
    )
    two, second = two_raids(
        "Evening Post",
        "A dozen millers lost their lives in a raid on Harmin on 6 March",
        "The bombing of a weir in Qasra on 6 March left seven dead",
        "Doctors treated 20 wounded workers",
        "Among those who perished were three boys and girls",
    )
    weighed = weigh([one, two], [*first, *second])

    for mill, hurt, weir, children in (first, second):
        assert together(weighed, mill, hurt)
        assert together(weighed, weir, children)
        assert not together(weighed, mill, children)
    assert together(weighed, first[0], second[0])
    assert together(weighed, first[2], second[2])


def test_a_toll_that_tells_the_day_of_its_blow_is_of_no_other_day() -> None:
    """Tuesday's raid and Wednesday's raid on one town, told by their dead, are two."""
    page = report(
        "Tuesday's raid on the mill of Harmin left 12 dead. Wednesday's raid on the weir of Harmin left five dead."
    )
    one = claim(
        page,
        "Tuesday's raid on the mill of Harmin left 12 dead",
        "casualty_figure",
        at="Harmin",
        day="2018-03-06",
        figures=[("killed", 12)],
    )
    two = claim(
        page,
        "Wednesday's raid on the weir of Harmin left five dead",
        "casualty_figure",
        at="Harmin",
        day="2018-03-07",
        figures=[("killed", 5)],
    )
    one, two = timed(one, "Tuesday"), timed(two, "Wednesday")

    assert not together(weigh([page], [one, two]), one, two)


def timed(one: Claim, day: str) -> Claim:
    """The claim, its time being that word of it."""
    start = one.start + one.text.index(day)
    assert one.time is not None
    return replace(one, time=replace(one.time, start=start, end=start + len(day), text=day))


def test_a_toll_that_rose_a_day_later_is_of_the_blow() -> None:
    """Nobody says of Wednesday's count that the raid was on Wednesday."""
    raid = report("Jets bombed the mill of Harmin on Tuesday, killing 12 millers.", outlet="The Courier")
    late = report("The number of dead at the mill of Harmin rose to 15 on Wednesday.", "2018-03-07", "Evening Post")
    one = timed(
        claim(raid, raid.text[:-1], "airstrike", at="Harmin", day="2018-03-06", figures=[("killed", 12)]), "Tuesday"
    )
    two = timed(
        claim(late, late.text[:-1], "casualty_figure", at="Harmin", day="2018-03-07", figures=[("killed", 15)]),
        "Wednesday",
    )

    assert together(weigh([raid, late], [one, two]), one, two)


def test_what_says_what_the_blow_was_is_of_that_blow() -> None:
    """ "It was the deadliest raid on Harmin this year": of the one told before, not of all this year."""
    told_first = "Jets bombed the mill of Harmin on Tuesday, killing 12 millers"
    page = report(f"{told_first}. It was the deadliest raid on Harmin this year.", "2018-03-07")
    other = report("Gunners shelled the weir of Harmin on 5 March and killed two.", "2018-03-07", "Evening Post")
    raid = claim(page, told_first, "airstrike", at="Harmin", day="2018-03-06", figures=[("killed", 12)])
    worst = claim(
        page, "It was the deadliest raid on Harmin this year", "airstrike", at="Harmin", day="2018-01-01/2019-01-01"
    )
    shelled = claim(other, other.text[:-1], "shelling", at="Harmin", day="2018-03-05", figures=[("killed", 2)])
    weighed = weigh([page, other], [raid, worst, shelled])

    assert set(event_of(weighed, worst).claims) == {raid.id, worst.id}


def test_an_hour_after_which_a_blow_fell_makes_it_no_second_one() -> None:
    """ "Shortly after noon" tells when; "shortly after the first" tells that there was another."""
    page = report("The jets hit the mill shortly after noon. The jets hit the mill shortly after the first raid.")
    noon = claim(page, "The jets hit the mill shortly after noon", "facility_attack", at="Harmin")
    second = claim(page, "The jets hit the mill shortly after the first raid", "facility_attack", at="Harmin")
    found = traits_of([noon, second], {page.id: page})

    assert [one.aftermath for one in found] == [False, True]


@pytest.mark.parametrize(
    ("late", "early", "one_night"),
    [
        ("late on Monday", "early on Tuesday", True),
        ("late Monday", "in the early hours of Tuesday", True),
        ("on Monday", "early on Tuesday", False),
        ("late on Monday", "on Tuesday", False),
        ("early on Monday", "late on Tuesday", False),
    ],
)
def test_late_on_one_day_and_early_on_the_next_are_one_night(late: str, early: str, one_night: bool) -> None:
    """Of a raid at midnight reports name either day; two days told plainly are two."""
    pages = [report(f"Jets bombed the mill of Harmin {late}.", "2018-03-07", "The Courier", story="s")]
    pages.append(report(f"The mill of Harmin was bombed by jets {early}.", "2018-03-07", "Evening Post", story="s"))
    found = [
        timed(claim(page, page.text[:-1], "airstrike", at="Harmin", day=day), word)
        for page, day, word in zip(pages, ("2018-03-05", "2018-03-06"), ("Monday", "Tuesday"), strict=True)
    ]

    assert together(weigh(pages, found), *found) == one_night
