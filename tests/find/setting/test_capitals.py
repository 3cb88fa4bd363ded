"""Capitals that words point to, and whose people words name."""

from __future__ import annotations

import pytest
from reported import claims

pytestmark = pytest.mark.model


def where(text: str) -> tuple[str, str | None] | None:
    """The place and the country of the last claim of a report of 5 May 2021."""
    *_, last = claims(text)
    if last.place is None:
        return None
    assert text[last.place.start : last.place.end] == last.place.text
    return last.place.name, last.place.country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Shells hit Goma, the capital of North Kivu, on Monday. Gunmen shot nine people in the capital.",
            ("Goma", "CD"),
        ),
        ("Troops held Wau in South Sudan. Gunmen shot nine people in the South Sudanese capital.", ("Juba", "SS")),
        ("Shelling hit Misrata on Monday. Jets bombed Libya's capital, killing nine people.", ("Tripoli", "LY")),
        (
            "Shelling hit Misrata on Monday. Rockets struck the capital of Libya, killing nine people.",
            ("Tripoli", "LY"),
        ),
        (
            "Shelling hit Misrata and Tripoli on Monday. Rockets struck the capital city, killing nine.",
            ("Tripoli", "LY"),
        ),
        ("Gunmen shot nine people in the Central African capital on Monday.", ("Bangui", "CF")),
        ("Jets bombed Misrata on Monday. Rockets struck the capital city, killing nine people.", ("Libya", "LY")),
        (
            "A minister spoke in Kabul on Monday. Gunmen shot nine people in the provincial capital.",
            ("Afghanistan", "AF"),
        ),
        (
            "A minister spoke in Kabul on Monday. Gunmen shot nine people in the capital of Ghazni province.",
            ("Ghazni", "AF"),
        ),
    ],
    ids=[
        "of a province before",
        "two words",
        "owner",
        "of a land",
        "city",
        "no name",
        "not named",
        "province",
        "of a province",
    ],
)
def test_the_capital_is_that_of_the_land_told(text: str, place: tuple[str, str]) -> None:
    """A capital is pinned where its land is told or its name is; a provincial one is none of a land."""
    assert where(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Uganda hosts 40,000 South Sudanese refugees, the agency said.", ("South Sudan", "SS")),
        ("Uganda hosts 40,000 Sudanese refugees, the agency said.", ("Sudan", "SD")),
    ],
)
def test_a_people_may_have_a_name_of_two_words(text: str, place: tuple[str, str]) -> None:
    """Those of South Sudan are not those of Sudan."""
    assert where(text) == place
