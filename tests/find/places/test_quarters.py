"""Quarters of towns: what the noun beside a name tells, and no namesake far from the town."""

import pytest
from placed import found

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Rain flooded the Anbar quarter of Sanaa.",
        "Rain flooded the Anbar district of the city of Sanaa.",
        "Rain flooded the Anbar and Hadda neighbourhoods of Sanaa.",
        "Rain flooded the districts of Anbar and Hadda in Sanaa.",
        "Rain flooded Sanaa's northern Anbar district.",
        "In Sanaa, the Anbar neighbourhood was under water.",
        "Rain flooded Anbar district, Sanaa.",
    ],
)
def test_a_quarter_is_near_its_town(text: str) -> None:
    """A quarter named like a region abroad lies in the town it is told with."""
    quarter = found(text)["Anbar"]
    assert (quarter.country, quarter.precision, quarter.id) == ("YE", "near", None)
    assert quarter.name == "Anbar"


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Rain flooded Anbar province. In Sanaa it was dry.", "Anbar", "admin1"),
        ("Rain flooded the Zabid district of Hodeidah.", "Zabid", "admin2"),
        ("Rain flooded Taiz and the Anbar quarter of Sanaa.", "Taiz", "exact"),
    ],
)
def test_what_is_no_quarter_keeps_its_place(text: str, name: str, precision: str) -> None:
    """Regions, towns of the region and towns listed beside a quarter stay what they are."""
    place = found(text)[name]
    assert place.precision == precision
    assert place.country == ("IQ" if name == "Anbar" else "YE")


def test_a_plural_tells_the_kind_of_a_whole_list() -> None:
    """Regions listed before their noun are regions, though each has a town of its name."""
    told = found("Rain flooded Idlib, Homs and Hama provinces in Syria. Aleppo was dry.")
    assert [told[name].precision for name in ("Idlib", "Homs", "Hama", "Aleppo")] == ["admin1"] * 3 + ["exact"]


def test_a_quarter_without_a_town_is_no_region_abroad() -> None:
    """With no town beside it, a quarter of a namesake abroad stays unknown."""
    quarter = found("Rain flooded Sanaa and Hadda. The Anbar neighbourhood was worst hit, Yemenis said.")["Anbar"]
    assert (quarter.lat, quarter.precision) == (None, "unknown")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Crowds filled Sanaa's Karma Square.", "Karma Square", "YE"),
        ("Fire reached Aleppos Old City in Syria.", "Old City", "SY"),
    ],
)
def test_what_a_town_owns_lies_in_it(text: str, name: str, country: str) -> None:
    """A square or an old city with its town's possessive is near that town, also where the apostrophe was lost."""
    place = found(text)[name]
    assert (place.country, place.precision) == (country, "near")


def test_a_quarter_of_no_told_town_is_no_namesake_abroad() -> None:
    """Where all other places lie in one country, a quarter with no town is not one of another country."""
    told = found("Rain hit Ibb, Taiz, Zabid and Sanaa in Yemen. The Guadalupe quarter was worst hit.")
    assert told["Guadalupe"].lat is None


def test_a_short_form_is_the_longer_name() -> None:
    """A name in no list that opens a longer one of the report means the same."""
    told = found("Rain hit Jisr al-Shughur in Syria. Roads in Jisr were cut.")
    assert told["Jisr"].name == told["Jisr al-Shughur"].name
