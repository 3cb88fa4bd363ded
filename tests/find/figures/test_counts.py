"""Counts: what is counted, and what is no count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.find.figures.counts import counts
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Count, Part, Published, Report, Time

pytestmark = pytest.mark.model


def read(said: str, times: tuple[Time, ...] = ()) -> tuple[Count, ...]:
    """The counts of a text of one part."""
    report = Report("r", "r", "", said, (Part(0, len(said), "body"),), Published(None, "none"))
    return counts(sentences(Notes(report, times=times), parser=load_parser())).counts


COUNTED = [
    ("Eight Norwegian soldiers came.", "Eight Norwegian soldiers", "people", "soldiers"),
    ("They found at least 70 wounded sailors.", "at least 70 wounded sailors", "people", "soldiers"),
    ("Dozens of pregnant women wept.", "Dozens of pregnant women", "people", "women"),
    ("It has 18 of 31 lorries left.", "18 of 31 lorries", "vehicles", None),
    ("A 20-vehicle convoy left.", "20-vehicle", "vehicles", None),
    ("They lost 26 percent.", "26 percent", "percent", None),
    ("Two field hospitals shut.", "Two field hospitals", "facilities", None),
    ("Eleven civilian deaths were told.", "Eleven civilian deaths", "people", "civilians"),
    ("Some 900 families left.", "Some 900 families", "households", None),
    ("They drove 40 km.", "40 km", "distance", None),
]


@pytest.mark.parametrize(("said", "text", "unit", "subgroup"), COUNTED)
def test_a_count_knows_what_is_counted(said: str, text: str, unit: str, subgroup: str | None) -> None:
    """Span, unit and subgroup, from the qualifier to the noun."""
    assert (text, unit, subgroup) in [(c.text, c.unit, c.subgroup) for c in read(said)]


@pytest.mark.parametrize("said", ["and 30", "4 and 6"])
def test_a_list_of_numbers_may_open_a_text(said: str) -> None:
    """What stands before the first number is looked for no further than the text goes."""
    assert [said[one.start : one.end] for one in read(said)]


NO_COUNT = [
    "It happened on 12 March in Tovana.",
    "In 2016 the council met.",
    "The council passed Resolution 4471 in Tovana.",
    "They met at 5:30 p.m. in Tovana.",
    "Ana Belmora, 34, spoke in Tovana.",
    "They took Highway 7 to Tovana.",
    "They traded both inland and overseas.",
    "They traded both by road and by sea.",
]


@pytest.mark.parametrize("said", NO_COUNT)
def test_dates_ages_and_names_are_no_counts(said: str) -> None:
    """A number that dates, ages or names is not an amount of anything."""
    assert read(said) == ()


def test_a_number_inside_a_time_expression_is_no_count() -> None:
    """What the step of times has taken is masked."""
    said = "The talks lasted 14 days."
    assert read(said)
    assert read(said, (Time(17, 24, "14 days", "DURATION", "P14D", None),)) == ()


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="at least 5,0 and of killed to\n\t.-“%$", max_size=80))
def test_every_count_carries_its_own_words(said: str) -> None:
    """Spans are true to the text, whatever the text."""
    assert all(said[c.start : c.end] == c.text for c in read(said))


def test_runs_of_blanks_part_no_number_from_its_noun() -> None:
    """Doubled blanks are tokens of the parser, and no words."""
    (only,) = read("About  70  nurses  came.")
    assert (only.text, only.subgroup) == ("About  70  nurses", "health_workers")
