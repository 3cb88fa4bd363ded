"""Titles say what happened in the codebook's words, and what was hit, by what most claims of the event's type tell."""

import pytest

from dateline.model import Claim, Party, Span
from dateline.times import Interval
from dateline.weigh.titles import title


def told(name: str, kind: str, tag: str, facility: str | None = None) -> Claim:
    """A claim of a type, with the tag of its phenomenon and what it hit."""
    hit = (Party("it", "it", facility=facility),)
    return Claim(f"claim:{name}", "report:a", 0, 4, "told", kind, Span(0, 4), to=hit, codes={"hxl": tag})


def test_the_phenomenon_that_most_name() -> None:
    """Two of three tell a drone, and of the two that name what was hit both a school; a denial beside does not count."""
    claims = (
        told("1", "airstrike", "#event+drone", "school"),
        told("2", "airstrike", "#event+drone"),
        told("3", "airstrike", "#event+airstrike", "school"),
        told("4", "denial", "#event+denial", "hospital"),
    )

    assert title("airstrike", claims, None, None) == "Drone strike on a school"


def test_an_event_without_a_phenomenon_has_its_type() -> None:
    """A type that no claim names by a phenomenon is told as the contract calls it."""
    assert title("armed_attack", (told("1", "armed_attack", "#other"),), None, None) == "Armed attack"


def test_who_holds_a_place_is_not_told_in_the_title() -> None:
    """A village that rebels are said to hold was not overtaken by anybody, as far as the claim goes."""
    assert (
        title("territorial_control", (told("1", "territorial_control", "#event+control"),), None, None)
        == "Territorial control"
    )


@pytest.mark.parametrize(
    ("first", "after", "words"),
    [
        ("2021-05-03", "2021-05-04", "Other, 3 May 2021"),
        ("2021-05-03", "2021-05-06", "Other, 3 to 5 May 2021"),
        ("2021-05-30", "2021-06-02", "Other, 30 May 2021 to 1 June 2021"),
        ("2021-05-01", "2021-06-01", "Other, May 2021"),
    ],
)
def test_days_as_people_write_them(first: str, after: str, words: str) -> None:
    """One day, days of a month, days across months, a whole month."""
    assert title("other", (), None, Interval.parse(first, after)) == words
