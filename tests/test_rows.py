"""Every noun goes out as a row and comes back the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import (
    Agreement,
    Claim,
    Copy,
    Event,
    Figure,
    Judgement,
    Part,
    Party,
    Place,
    Published,
    Report,
    Span,
    State,
    Time,
)
from dateline.rows import noun, row
from dateline.times import Interval

TIME = Time(10, 17, "Tuesday", "DATE", "2019-12-24", Interval.parse("2019-12-24", None), "weekday")
PLACE = Place(20, 27, "Saraqib", "Saraqib", "geonames:1", "SY", None, 35.8, 36.8, 2.0, "exact")
CLAIM = Claim(
    "claim:1",
    "report:1",
    0,
    40,
    "words",
    "airstrike",
    Span(3, 9),
    by=(Party("Russia", "Russia", 1, 7, None, "state", "RU", either=True),),
    place=PLACE,
    time=TIME,
    figures=(Figure("killed", 8, 8, None, "at_least", 5, 9, "at least eight", period=TIME),),
    codes={"acled": "Air/drone strike"},
    because=("named in the clause",),
)
REPORT = Report(
    "report:1",
    "a.txt",
    "00",
    "text",
    (Part(0, 4, "body"),),
    Published(Interval.parse("2020-02-06", None), "stated"),
    copy_of=Copy("report:2", "wire"),
)
EVENT = Event(
    "event:1",
    "airstrike",
    "t",
    ("c",),
    ("r",),
    ("o",),
    ("v",),
    PLACE,
    TIME.when,
    (),
    (),
    (),
    "contested",
    {},
    None,
    False,
)
AGREEMENT = Agreement(
    "agreement:1",
    "truce",
    "ceasefire",
    (),
    (),
    None,
    "2020-01-12T00:01+02:00",
    None,
    (),
    (State("agreed", None, (), ()),),
    (),
    None,
    (),
)


@pytest.mark.parametrize(
    "told",
    [CLAIM, REPORT, EVENT, AGREEMENT, Judgement("a", "same", "b", "c", other="d")],
    ids=lambda n: type(n).__name__,
)
def test_a_noun_comes_back_the_same(told: object) -> None:
    """Out as JSON and in again, nothing is lost."""
    assert noun(type(told), json.loads(json.dumps(row(told)))) == told


def test_contract_names() -> None:
    """What the contract calls `from` is `from` in the row."""
    assert row(AGREEMENT)["from"] == "2020-01-12T00:01+02:00"
    assert row(TIME)["from"] == "2019-12-24"
    assert row(EVENT)["time"] == {"from": "2019-12-24", "to": "2019-12-25"}


def test_unknown_fields_are_passed_over_and_defaults_filled() -> None:
    """A row from elsewhere may say more or less than ours."""
    assert noun(Part, {"start": 0, "end": 2, "part": "body", "colour": "red"}) == Part(0, 2, "body")
    assert noun(Party, {"name": "a", "text": "b"}) == Party("a", "b")


def test_a_missing_field_is_named() -> None:
    """A row that lacks what it must have is refused with the field's name."""
    with pytest.raises(ValueError, match="end"):
        noun(Part, {"start": 0, "part": "body"})


@given(st.dates().filter(lambda d: 1 < d.year < 9990), st.integers(1, 400))
def test_intervals_survive_their_iso_form(day, days) -> None:  # type: ignore[no-untyped-def]  # dates drawn by hypothesis
    """An interval of whole days reads back from its ISO bounds."""
    first = Interval.day(day)
    told = Interval(first.start, first.start + (first.end - first.start) * days)

    assert Interval.parse(*told.iso()) == told
