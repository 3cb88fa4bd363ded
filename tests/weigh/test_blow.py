"""One blow told on several days: by whom it is owned, when its dead were found, who dealt it, and what counts grew from."""

from dataclasses import replace

import numpy as np
from scenes import claim, event_of, report, together

from dateline.model import Published
from dateline.times import Interval
from dateline.weigh import weigh
from dateline.weigh.linkage import average_linkage
from dateline.weigh.same.alike import likeness
from dateline.weigh.settled import traits_of

GUESSED = {"formula": "pub day+0 past1day"}


def pages(*told):
    """Reports of one story and the claims `(words, kind, fields)` of each; told as (day of print, outlet, claims)."""
    reports = [
        report(". ".join(words for words, _, _ in said) + ".", day, outlet, story="s") for day, outlet, said in told
    ]
    claims = [
        claim(page, words, kind, **fields)
        for page, (_, _, said) in zip(reports, told, strict=True)
        for words, kind, fields in said
    ]
    return reports, claims


RAID = ("Gunmen raided the mill of Harmin on 6 March", "armed_attack", {"at": "Harmin", "day": "2018-03-06"})
LATE = (
    "The raiders at the mill in March carried hand grenades",
    "armed_attack",
    {"day": "2018-03-11/2018-03-13", **GUESSED},
)


def test_what_a_late_report_tells_without_a_day_goes_on_from_its_blow() -> None:
    """Printed six days after the raid, it is no raid of the day of print."""
    reports, claims = pages(("2018-03-06", "The Courier", [RAID]), ("2018-03-12", "Evening Post", [RAID, LATE]))

    assert together(weigh(reports, claims), *claims)


def test_where_a_story_tells_of_two_blows_nothing_goes_on_from_either() -> None:
    """A raid on 6 March and a strike on 14 March: a raid that a later page tells without a day is one of its day of print."""
    strike = ("Jets bombed the weir of Harmin on 14 March", "airstrike", {"at": "Harmin", "day": "2018-03-14"})
    raided = (
        "Gunmen raided the mill of Harmin",
        "armed_attack",
        {"at": "Harmin", "day": "2018-03-19/2018-03-21", **GUESSED},
    )
    told = [
        ("2018-03-06", "The Courier", [RAID]),
        ("2018-03-14", "The Courier", [strike]),
        ("2018-03-20", "Evening Post", [raided]),
    ]
    reports, claims = pages(*told)
    days = {one.claim.id: one.start for one in traits_of(claims, {one.id: one for one in reports})}

    assert days[claims[2].id] == days[claims[1].id] + 5  # as it is told: within a day of 20 March


def test_the_day_of_the_burial_is_not_that_of_the_blow() -> None:
    """Killed on Tuesday at the mill, buried on Wednesday: one raid."""
    buried = ("Villagers buried nineteen millers killed in the raid on the mill", "casualty_figure")
    told = {"at": "Harmin", "day": "2018-03-07", "figures": [("killed", 19)]}
    reports, claims = pages(("2018-03-06", "The Courier", [RAID]), ("2018-03-07", "Evening Post", [(*buried, told)]))

    assert together(weigh(reports, claims), *claims)


def test_few_pairs_that_can_never_be_one_do_not_part_groups() -> None:
    """One pair in nine that is at odds keeps groups apart only where none is allowed."""
    score = np.full((6, 6), 0.4)
    score[:3, :3] = score[3:, 3:] = 0.9
    never = np.zeros((6, 6), dtype=np.bool_)
    never[0, 5] = never[5, 0] = True

    assert average_linkage(score, never) == [[0, 1, 2], [3, 4, 5]]
    assert average_linkage(score, never, few=0.2) == [[0, 1, 2, 3, 4, 5]]


OWNED = (
    "The Mill Front claimed responsibility for the raid on the mill of Harmin",
    "statement",
    {"by": "Mill Front", "speaker": "Mill Front", "day": "2018-03-06"},
)


def test_who_owns_a_blow_is_its_doer() -> None:
    """A claim of responsibility stands with the raid, names its doer and confirms it."""
    reports, claims = pages(("2018-03-06", "The Courier", [RAID]), ("2018-03-06", "Evening Post", [OWNED]))
    found = event_of(weigh(reports, claims), claims[0])

    assert ([one.name for one in found.by], found.grade) == (["Mill Front"], "confirmed")


def tolls(first, second, days=("2018-03-06", "2018-03-08")):
    """The event of a raid whose dead two outlets count."""
    said = [(RAID[0], RAID[1], {**RAID[2], "to": "mill", "figures": [told]}) for told in (first, second)]
    reports, claims = pages((days[0], "The Courier", said[:1]), (days[1], "Evening Post", said[1:]))
    weighed = weigh(reports, claims)
    return weighed, event_of(weighed, claims[0])


def test_what_was_only_the_least_known_is_overtaken() -> None:
    """At least 6 on the day, 90 two days later: 90, and an update however much it grew."""
    weighed, raid = tolls(("killed", 6, "at_least"), ("killed", 90))
    (toll,) = raid.figures

    assert (toll.low, toll.best, toll.high) == (90, 90, 90)
    assert [one.kind for one in weighed.contradictions if one.field == "killed"] == ["update"]


def test_an_exact_count_of_another_voice_stands() -> None:
    """Exactly 40 on the day is not overtaken by 90."""
    (toll,) = tolls(("killed", 40), ("killed", 90))[1].figures

    assert (toll.low, toll.high) == (40, 90)


def test_a_rare_day_beside_the_day_of_print_is_not_that_of_the_story() -> None:
    """Two reports date the raid to the 6th, one to the 11th: what tells no day goes on from the 6th."""
    again = ("Gunmen had raided the mill of Harmin on 6 March", *RAID[1:])
    other = ("The mill raid was on 11 March", "armed_attack", {"at": "Harmin", "day": "2018-03-11"})
    reports, claims = pages(
        ("2018-03-06", "The Courier", [RAID]),
        ("2018-03-07", "Evening Post", [again]),
        ("2018-03-12", "Weekly", [other]),
        ("2018-03-12", "Dawn", [LATE]),
    )

    assert together(weigh(reports, claims), claims[0], claims[3])


def test_a_claim_of_a_whole_country_is_not_far_from_its_towns() -> None:
    """However far the middle of a country lies from a town in it, they are no two places."""
    page = report("Shells fell on Harmin. Shells fell in Syria.")
    told = [claim(page, words, "shelling", at="Harmin", day="2018-03-06") for words in page.text[:-1].split(". ")]
    place = told[1].place
    assert place is not None
    far = replace(told[1], place=replace(place, name="Syria", lat=20.0, lon=20.0, precision="country"))
    block = traits_of([told[0], far], {page.id: page})

    assert likeness(block, {}).fields["place"][0, 1] == 0


def test_an_hour_of_a_day_that_is_not_known_is_weighed() -> None:
    """A page of which only the month is known: its noon is no day, and nothing breaks."""
    page = report("Gunmen raided the mill of Harmin at noon.")
    page = replace(page, published=Published(Interval.parse("2018-03-01", "2018-03-31"), "stated"))
    raid = claim(
        page,
        "Gunmen raided the mill of Harmin at noon",
        "armed_attack",
        at="Harmin",
        day="2018-03-06",
        formula="pub T12:00",
    )
    raid = replace(raid, time=replace(raid.time, when=None))

    assert [event.claims for event in weigh([page], [raid]).events] == [(raid.id,)]
