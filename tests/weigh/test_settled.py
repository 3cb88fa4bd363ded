"""On which day a claim is compared that tells none."""

import math

from scenes import claim, report

from dateline.weigh.settled import traits_of


def long_report(kind: str, words: str, days: int, size: int = 19) -> list[float]:
    """The days on which the undated claims behind the lead of a report of some size are compared; `days` of its claims tell one."""
    said = [f"{words} {n:02}" for n in range(size)]
    page = report(". ".join(said) + ".", "2018-03-06")
    told = {"day": "2018-03-05/2018-03-07", "formula": "pub past1day"}
    claims = [claim(page, words, kind, **told) for words in said[days:]]
    claims += [claim(page, words, kind, day="2018-03-05", formula="pub mon<") for words in said[:days]]
    return [one.start for one in traits_of(claims, {page.id: page}) if one.order >= 5 and not one.firm_time]


def test_no_day_is_guessed_for_what_a_portrait_tells() -> None:
    """Two days in nineteen claims make no news of a day; three do."""
    assert all(math.isnan(day) for day in long_report("statement", "The miller spoke of the town's years, part", 2))
    assert not any(math.isnan(day) for day in long_report("statement", "The miller spoke, part", 3))


def test_an_essay_tells_no_day_and_a_short_report_one() -> None:
    """Of eight claims one that tells a day is enough to be of that day; a column that tells none is of no day."""
    assert all(math.isnan(day) for day in long_report("statement", "Weavers strike, she argues, as in year", 0, 8))
    assert not any(math.isnan(day) for day in long_report("statement", "Weavers strike, she said, at mill", 1, 8))


def test_the_news_of_a_blow_need_not_tell_its_day_twice() -> None:
    """A long report most of whose claims tell of the blow is no portrait, however seldom it names the day."""
    assert not any(math.isnan(day) for day in long_report("armed_attack", "The mill was shelled, house", 1))


def test_a_toll_takes_no_day_of_talks() -> None:
    """The ministers' Tuesday call tells nothing of when 120 died; the shelling of Tuesday in the same report does."""
    page = report("Ministers spoke on Tuesday. The violence killed 120. Shells fell on Tuesday.", "2018-03-07")
    guess = {"day": "2018-03-06/2018-03-08", "formula": "pub past1day"}
    told = [
        claim(page, "Ministers spoke on Tuesday", "meeting", day="2018-03-06", formula="pub tue<"),
        claim(page, "The violence killed 120", "casualty_figure", **guess),
        claim(page, "Shells fell on Tuesday", "shelling", day="2018-03-06", formula="pub tue<"),
    ]
    width = [[one.end - one.start for one in traits_of(told[:n], {page.id: page})][1] for n in (2, 3)]

    assert width == [2.0, 1.0]


def test_an_abduction_is_the_blow_of_its_report() -> None:
    """Pupils carried off on the 14th: the shots of that page are of that night, not of the raid that the story told before."""
    old = report("Raiders shot at a school in Qasra on the 6th.", "2018-03-07", "Courier", story="raids")
    new = report("Raiders carried off pupils of Harmin. They shot at us.", "2018-03-15", "Post", story="raids")
    took, shot = new.text[:-1].split(". ")
    taken = claim(new, took, "detention", day="2018-03-14", formula="pub wed<", phenomenon="abduction")
    told = [
        claim(old, old.text[:-1], "armed_attack", day="2018-03-06", formula="pub tue<"),
        taken,
        claim(new, shot, "armed_attack", day="2018-03-14/2018-03-16", formula="pub day+0 past1day"),
    ]
    found = {one.claim.text: one.start for one in traits_of(told, {old.id: old, new.id: new})}

    assert found[shot] == found[took]
