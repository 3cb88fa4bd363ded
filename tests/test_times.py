"""Intervals, and formulas of time worked out against an anchor."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.formulas import duration
from dateline.times import Interval, day_of, resolve

THURSDAY = Interval.parse("2020-02-06", None)
INSTANT = Interval.parse("2020-02-06T10:15:00+03:00", None)

WORKED = [
    ("pub day-1", "2020-02-05", "2020-02-05", "2020-02-06"),
    ("pub tue<=", "2020-02-04", "2020-02-04", "2020-02-05"),
    ("pub thu<=", "2020-02-06", "2020-02-06", "2020-02-07"),
    ("pub fri<~", "2020-02-07", "2020-02-07", "2020-02-08"),
    ("pub sat<~", "2020-02-01", "2020-02-01", "2020-02-02"),
    ("pub thu<", "2020-01-30", "2020-01-30", "2020-01-31"),
    ("pub thu>", "2020-02-13", "2020-02-13", "2020-02-14"),
    ("pub mon>=", "2020-02-10", "2020-02-10", "2020-02-11"),
    ("pub week-1", "2020-W05", "2020-01-27", "2020-02-03"),
    ("pub weekend<=", "2020-W05-WE", "2020-02-01", "2020-02-03"),
    ("pub m09<", "2019-09", "2019-09-01", "2019-10-01"),
    ("pub m02<", "2019-02", "2019-02-01", "2019-03-01"),
    ("pub m04-28<=", "2019-04-28", "2019-04-28", "2019-04-29"),
    ("pub m04-28<= till", "2019-04-28", "2019-04-28", "2020-02-07"),
    ("2018-09 till", "2018-09", "2018-09-01", "2020-02-07"),
    ("pub m02-20<~", "2020-02-20", "2020-02-20", "2020-02-21"),
    ("pub m12-25<~", "2019-12-25", "2019-12-25", "2019-12-26"),
    ("pub m01-12~>", "2020-01-12", "2020-01-12", "2020-01-13"),
    ("pub d20<=", "2020-01-20", "2020-01-20", "2020-01-21"),
    ("pub m02>= end", "2020-02", "2020-02-20", "2020-03-01"),
    ("pub back3hour", "PT3H", "2020-02-05T21:00:00", "2020-02-07T00:00:00"),
    ("2020-01 half2", "2020-01", "2020-01-16", "2020-02-01"),
    ("pub fri=", "2020-02-07", "2020-02-07", "2020-02-08"),
    ("pub year-1 m09=", "2019-09", "2019-09-01", "2019-10-01"),
    ("pub year-1 q3=", "2019-Q3", "2019-07-01", "2019-10-01"),
    ("pub q3<= years-1", "2018-Q3", "2018-07-01", "2018-10-01"),
    ("2019 h1=", "2019-H1", "2019-01-01", "2019-07-01"),
    ("2016 SU=", "2016-SU", "2016-06-01", "2016-09-01"),
    ("decade1990", "199", "1990-01-01", "2000-01-01"),
    ("century19", "19", "1900-01-01", "2000-01-01"),
    ("pub back2month", "2019-12", "2019-12-01", "2020-01-01"),
    ("pub past24hour", "PT24H", "2020-02-05", "2020-02-07"),
    ("pub next48hour", "PT48H", "2020-02-06", "2020-02-09"),
    ("2020-01 last2week", "P2W", "2020-01-18", "2020-02-01"),
    ("2020 first9month", "P9M", "2020-01-01", "2020-10-01"),
    ("pub m05<~ nth2week", "2019-W19", "2019-05-08", "2019-05-15"),
    ("pub m11<~ nth4thu", "2019-11-28", "2019-11-28", "2019-11-29"),
    ("pub m02-29<=", "2016-02-29", "2016-02-29", "2016-03-01"),
    ("pub mon<= TNI", "2020-02-03TNI", "2020-02-03T18:00:00", "2020-02-04T06:00:00"),
    ("pub day+0 T07:00 +00:00", "2020-02-06T07:00", "2020-02-06T07:00:00+00:00", "2020-02-06T07:01:00+00:00"),
    ("pub sun>= T24:00", "2020-02-09T24:00", "2020-02-10T00:00:00", "2020-02-10T00:01:00"),
    ("pub tue< day-1 day+1", "2020-02-04", "2020-02-04", "2020-02-05"),
]


@pytest.mark.parametrize(("formula", "value", "start", "end"), WORKED)
def test_a_formula_gives_its_value_and_interval(formula: str, value: str, start: str, end: str) -> None:
    """Each step moves as the table of formulas says, counted from Thursday 6 February 2020."""
    said, when = resolve(formula, THURSDAY)
    assert said == value
    assert when is not None
    assert when.iso() == (start, end)


def test_a_formula_without_its_anchor_waits() -> None:
    """What hangs on the publication stays open until that is known; a whole date does not."""
    assert resolve("pub tue<=", None) == (None, None)
    assert resolve("2019-05-15", None)[0] == "2019-05-15"


def test_a_literal_has_a_value_and_no_interval() -> None:
    """A length of no beginning, a repetition and a vague past denote no stretch of the calendar."""
    assert resolve("=P3D", THURSDAY) == ("P3D", None)
    assert resolve("=PAST_REF", None) == ("PAST_REF", None)
    assert resolve("pub backXyear", THURSDAY) == ("PAST_REF", None)


def test_an_anchor_of_several_days_gives_a_stretch() -> None:
    """Published on the 6th or the 7th: yesterday is one of two days, this month is sure."""
    anchor = Interval.parse("2020-02-06", "2020-02-08")
    value, when = resolve("pub day-1", anchor)
    assert value is None
    assert when is not None
    assert when.iso() == ("2020-02-05", "2020-02-07")
    assert resolve("pub month+0", anchor)[0] == "2020-02"


def test_no_weekday_is_past_that_lies_two_days_ahead() -> None:
    """Whatever the hour of printing: "early Saturday" was five days ago for what is printed on Thursday morning."""
    assert resolve("pub fri<~", INSTANT)[0] == "2020-02-07"
    assert resolve("pub sat<~", INSTANT)[0] == "2020-02-01"


def test_lengths_count_from_an_instant_where_one_is_known() -> None:
    """Twenty-four hours before a quarter past ten began at a quarter past ten."""
    _, when = resolve("pub past24hour", INSTANT)
    assert when is not None
    assert when.iso()[0].startswith("2020-02-05T10:15")


@given(
    st.text(max_size=40)
    | st.from_regex(r"pub( (day|week|m\d\d|d\d\d|tue|q\d|nth\d|next\d+|back\d+)[a-z<>=~+\-\d]{0,8}){1,4}")
)
def test_no_formula_raises(formula: str) -> None:
    """A formula that leads nowhere gives no value; it never stops a run."""
    value, when = resolve(formula, THURSDAY)
    assert value is not None or when is None


@given(st.integers(-5000, 5000), st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_a_shift_ends_after_it_starts(count: int, unit: str) -> None:
    """Whatever the shift, its interval is whole and of that unit's length."""
    _, when = resolve(f"pub {unit}{count:+}", THURSDAY)
    assert when is None or when.days >= 1


def test_lengths_are_written_as_timex3_does() -> None:
    """Half a year is six months; two decades are twenty years; an open number stays X."""
    told = [duration(*said) for said in (("2.5", "year"), ("2", "decade"), ("X", "hour"), ("1", "weekend"))]
    assert told == ["P2Y6M", "P20Y", "PTXH", "P2D"]


def test_an_interval_must_end_after_it_starts() -> None:
    """A turned-round interval is refused where it is made."""
    with pytest.raises(ValueError, match="end after it starts"):
        Interval.parse("2020-02-06", "2020-02-05")


def test_the_day_of_an_instant() -> None:
    """The day is the local one, whatever the zone."""
    assert day_of("2020-02-06T23:59:00+03:00") == date(2020, 2, 6)
