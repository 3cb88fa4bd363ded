"""Cues of furniture: each shows its own examples and refuses its own refusals, and outlets and agencies are found."""

from __future__ import annotations

import pytest

from dateline.text import fold
from dateline.words.furniture import Addendum, Cue, addenda, addendum_pattern, cue_of, cues
from dateline.words.outlets import agencies, agency_named, outlet_at, outlet_named


@pytest.mark.parametrize(("cue", "line"), [(cue, line) for cue in cues() for line in cue.yes])
def test_a_cue_marks_its_examples(cue: Cue, line: str) -> None:
    """A line that is an example of a part is given that part."""
    found = cue_of(fold(line))
    assert found is not None
    assert found.part == cue.part


@pytest.mark.parametrize("line", [line for cue in cues() for line in cue.no])
def test_no_cue_marks_a_refusal(line: str) -> None:
    """A line of news that opens like furniture is left alone by every cue."""
    assert cue_of(fold(line)) is None


@pytest.mark.parametrize(("addendum", "line"), [(one, line) for one in addenda() for line in one.yes])
def test_an_addendum_is_told_by_its_beginning(addendum: Addendum, line: str) -> None:
    """A line by which an outlet speaks of its own report is called what it is."""
    found = addendum_pattern().match(fold(line))
    assert found is not None
    assert addenda()[(found.lastindex or 0) - 1] == addendum
    assert any(letters in line.lower() for letters in addendum.needs)


@pytest.mark.parametrize("line", [line for one in addenda() for line in one.no])
def test_news_is_no_addendum(line: str) -> None:
    """News that opens with the same words is left alone."""
    assert addendum_pattern().match(fold(line)) is None


@pytest.mark.parametrize("end", [" " * 5000, "(" * 5000, "a, " * 3000, "© " * 3000, "- " * 3000])
def test_a_hostile_line_costs_little(end: str) -> None:
    """No cue runs away on a line made to make it run."""
    cue_of("Photo: " + end + "x")


def test_outlets_are_found_by_name_and_address() -> None:
    """Subdomains belong to their outlet; an unknown host stands for itself."""
    assert outlet_named("AL JAZEERA") == "Al Jazeera"
    assert outlet_at("https://english.alarabiya.net/a/b") == "Al Arabiya English"
    assert outlet_at("https://www.example.org/x") == "example.org"
    assert outlet_at("no address") is None


def test_agencies_have_one_name_each() -> None:
    """Every way of writing an agency leads to the same short name."""
    assert {agency_named(name) for name in ("AFP", "Agence France-Presse", "afp")} == {"AFP"}
    assert all(agency_named(short) == short for short in agencies().values())
