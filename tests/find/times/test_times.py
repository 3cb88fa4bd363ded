"""Times in a report: direction by tense, chains of days, anchors that come later, deadlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.deadlines import deadline_of
from dateline.find.notes import Notes, Sentence
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.times import times
from dateline.model import Part, Published, Report, Time
from dateline.times import Interval, resolve


def report_of(text: str, published: str | None = "2020-02-06") -> Report:
    when = Interval.parse(published, None) if published else None
    return Report("r", "k", "0", text, (Part(0, len(text), "body"),), Published(when, "given" if when else "none"))


def found(text: str, published: str | None = "2020-02-06") -> tuple[Time, ...]:
    return times(sentences(Notes(report_of(text, published)), parser=load_parser())).times


def bare(text: str, published: str | None = "2020-02-06") -> tuple[Time, ...]:
    """Times of a report that was not parsed."""
    return times(Notes(report_of(text, published), (Sentence(0, len(text), text, "body", 0),))).times


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Rebels left on Tuesday and the army will return on Monday.", ["2020-02-04", "2020-02-10"]),
        ("The minister spoke on Thursday.", ["2020-02-06"]),
        ("The talks are scheduled to open on Wednesday.", ["2020-02-12"]),
        ("The vote planned for Sunday may slip.", ["2020-02-09"]),
        ("Send it no later than Saturday.", ["2020-02-08"]),
        ("The mayor could not be reached on Monday.", ["2020-02-03"]),
        ("It stood there before the army retook the hill in December.", ["2019-12"]),
        ("As of Monday no aid had come.", ["2020-02-03"]),
        ("A new round is due on Tuesday.", ["2020-02-11"]),
        ("Guards were ordered out on Tuesday.", ["2020-02-04"]),
        ("Talks had been planned for Monday.", ["2020-02-03"]),
        ("He was forced to flee on Wednesday.", ["2020-02-05"]),
        ("The lull lasts until Saturday.", ["2020-02-08"]),
        ("The captors set a Saturday deadline for the ransom.", ["2020-02-08"]),
        ("They gave the garrison a deadline of Sunday.", ["2020-02-09"]),
        ("The captors had set a Saturday deadline.", ["2020-02-01"]),
        ("A Saturday deadline passed.", ["2020-02-01"]),
        ("They will leave if the ransom is not paid on Saturday.", ["2020-02-08"]),
        ("Heavy shells hit the mill on Wednesday.", ["2020-02-05"]),
        ("She was unable to cross on Monday.", ["2020-02-03"]),
        ("They were the first to reach the camp on Monday.", ["2020-02-03"]),
        ("They will be the first to reach the camp on Monday.", ["2020-02-10"]),
        ("The garrison left, as planned, on Monday.", ["2020-02-03"]),
        ("The lull would initially last six months.", []),
        ("The army soon fled, and rain fell on Tuesday.", ["2020-02-04"]),
        ("The reporter told Benin Today on Tuesday that the army will soon flee.", ["2020-02-04", "FUTURE_REF"]),
        ("Fighting has raged since Saturday.", ["2020-02-01"]),
        ("The envoy will visit in May.", ["2020-05"]),
        ("The envoy visited in May.", ["2019-05"]),
        ("The report quoted Sunday's toll.", ["2020-02-02"]),
        ("The council will vote in Sunday's session.", ["2020-02-09"]),
        ("Until Tuesday, they had not met.", ["2020-02-04"]),
        ("The lease had been due to expire on Friday.", ["2020-01-31"]),
        ("The rebels declared a truce from noon on Friday.", ["2020-02-07T12:00"]),
        ("The army agreed on a ceasefire starting Friday.", ["2020-02-07"]),
        ("The swap, originally scheduled for Friday, was put off.", ["2020-01-31"]),
        ("Neither she nor her aide could be reached on Monday.", ["2020-02-03"]),
        ("This weekend, he told the crowd to go home.", ["2020-W05-WE"]),
        ("Rain may come this weekend.", ["2020-W06-WE"]),
        ("The bridge must open by year-end.", ["2020-12-31"]),
    ],
)
def test_the_tense_decides_the_direction(text: str, values: list[str]) -> None:
    """What was done lies behind the publication, what will be done ahead of it."""
    assert [time.timex for time in found(text)] == values


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mondays raid hurt two, and Tuesdays strike hurt six.", ["2020-02-03", "2020-02-04"]),
        ("After Sundays shelling the pass was shut.", ["2020-02-02"]),
        ("Sundays are quiet.", ["XXXX-WXX-7"]),
        ("On Mondays and Fridays widows queue for flour.", ["XXXX-WXX-1", "XXXX-WXX-5"]),
        ("The mill rests on Sundays.", ["XXXX-WXX-7"]),
    ],
)
def test_a_weekday_that_lost_its_apostrophe_is_one_day(text: str, values: list[str]) -> None:
    """Before what it owns a weekday with an s is that day; before "are", after "on" or in a list it comes again."""
    assert [time.timex for time in found(text)] == values


@pytest.mark.parametrize(
    ("text", "published", "value", "first"),
    [
        ("A pact was made last October.", "2020-02-06", "2019-10", "2019-10-01"),
        ("A pact was made last October.", "2020-12-06", "XXXX-10", "2019-10-01"),
        ("A pact was made last March.", "2020-12-06", "2020-03", "2020-03-01"),
        ("A pact was made last October. The pact of October 2019 held.", "2020-12-06", "2019-10", "2019-10-01"),
        ("A pact was made last October. In October last year it held.", "2020-12-06", "2019-10", "2019-10-01"),
        ("A pact was made last October. The one of October 2014 broke.", "2020-12-06", "XXXX-10", "2019-10-01"),
    ],
)
def test_last_before_a_month_of_this_year(text: str, published: str, value: str, first: str) -> None:
    """A month of this year that is hardly over leaves its year open, unless the report tells it elsewhere."""
    told = bare(text, published)[0]
    assert told.timex == value
    assert told.when is not None
    assert told.when.iso()[0] == first


def test_days_chain_from_the_last_day_told() -> None:
    """The previous day, that day and two days later count from the day the report last told."""
    text = "A mill burned on 3 May 2019. The previous day it had closed. Two days later it fell. That day it rained."
    assert [time.timex for time in bare(text)] == ["2019-05-03", "2019-05-02", "2019-05-04", "2019-05-04"]


def test_an_early_weekday_may_have_dawned_where_things_happen() -> None:
    """In a report of Thursday, "early Friday" has come where something happened then; any other Friday was the last one."""
    told = bare(
        "Shells fell early Friday. A flight left on Friday morning. A fair opened on Friday. It ended early on Sunday."
    )
    assert [time.timex for time in told] == ["2020-02-07", "2020-02-07TMO", "2020-01-31", "2020-02-02"]


def test_an_hour_does_not_move_the_day() -> None:
    """The day before Monday night is Sunday."""
    assert [time.timex for time in bare("It began on Monday night. The previous day was calm.")][1] == "2020-02-02"


@pytest.mark.parametrize(("day", "value"), [("on Monday", "2020-02-03T12:00"), ("today", "2020-02-06T12:00")])
def test_hours_far_behind_another_day_are_its_own(day: str, value: str) -> None:
    """A story of Monday tells Monday's hours some paragraphs on as well."""
    text = f"Gunmen raided the mill {day}. " + "The miller told his tale. " * 30 + "The fire was out at 12:00."
    assert found(text)[-1].timex == value


def test_two_days_share_their_month_and_direction() -> None:
    """In "4 and 6 January" both days lie on the same side of the publication."""
    assert [time.timex for time in bare("Between Jan 4 and 6 it snowed.")] == ["2020-01-04", "2020-01-06"]


def test_a_comparison_with_a_year_before_keeps_the_quarter() -> None:
    """Set beside a quarter, "a year earlier" is that quarter of the year before; it does not move the story."""
    text = "Exports fell in the third quarter of 2018 from a year earlier. Those of a year ago were high."
    assert [time.timex for time in bare(text)] == ["2018-Q3", "2017-Q3", "2017-Q3"]


def test_without_a_publication_the_formula_stands() -> None:
    """A report of no known date keeps how its times follow, so that they can be worked out later."""
    (time,) = bare("The mill burned on Tuesday.", None)
    assert (time.timex, time.when, time.formula) == (None, None, "pub tue<=")
    assert resolve(time.formula or "", Interval.parse("2020-02-06", None))[0] == "2020-02-04"


def test_furniture_tells_no_time() -> None:
    """A menu's dates are not the story's."""
    text = "Archive May 2018\nA mill burned in June 2019."
    parts = (Part(0, 17, "furniture"), Part(17, len(text), "body"))
    report = Report("r", "k", "0", text, parts, Published(None, "none"))
    assert [time.timex for time in times(Notes(report)).times] == ["2019-06"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("They must leave by the end of February.", "2020-02-29"),
        ("They must leave within 48 hours.", "2020-02-08"),
        ("It holds until 10 p.m. on 9 March 2020.", "2020-03-09T22:00:00"),
        ("It starts at 0600 GMT on 9 March 2020.", "2020-03-09T06:00:00+00:00"),
        ("It holds until the evening of 9 March 2020.", "2020-03-09"),
        ("It holds until midnight on 9 March 2020.", "2020-03-09"),
        ("They must leave soon.", None),
        ("It held in the past 24 hours.", None),
        ("It lasted two days.", None),
    ],
)
def test_a_deadline_is_the_last_of_its_time(text: str, due: str | None) -> None:
    """A thing due by a stretch is due on its last day; a clock gives the instant; no interval, no deadline."""
    assert deadline_of(bare(text)[0]) == due


@given(
    st.lists(
        st.sampled_from(
            "the next day , a day earlier . on Monday night 4 May and 6 that week at 10 p.m. since".split()
        ),
        max_size=40,
    )
)
def test_spans_say_what_they_hold(words: list[str]) -> None:
    """The text between a time's offsets is the time's text, and chains stay short."""
    text = " ".join(words)
    for time in bare(text):
        assert text[time.start : time.end] == time.text
        assert len(time.formula or "") < 200


def test_a_long_chain_starts_again() -> None:
    """A thousand next days do not make a formula of a thousand steps."""
    assert max(len(time.formula or "") for time in bare("The next day it rained. " * 1000)) < 200
