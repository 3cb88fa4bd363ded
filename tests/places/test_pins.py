"""Places as people write them: with a point where one is known, and a question back where several are."""

import pytest

from dateline.errors import Misjudged
from dateline.places import load_gazetteer
from dateline.places.pins import pin, placed


@pytest.mark.parametrize(
    ("said", "country", "name", "precision"),
    [
        ("Saraqeb", None, "geonames:164816", "exact"),
        ("Idlib", None, "geonames:169389", "exact"),
        ("Idlib province", None, None, "admin1"),
        ("Tripoli", "LY", "geonames:2210247", "exact"),
        ("Tripoli, Lebanon", "LY", "geonames:266826", "exact"),
        ("Sudan", None, "geonames:366755", "country"),
    ],
)
def test_a_known_name_has_its_point(said: str, country: str | None, name: str | None, precision: str) -> None:
    """By the region or country behind it, else by the one that is expected."""
    place = placed(pin(said, load_gazetteer(), country), 3, 8, "there")

    assert (place.id, place.precision, place.start, place.text) == (name, precision, 3, "there")
    assert place.lat is not None


@pytest.mark.parametrize(
    "said", ["the old mill", "the old mill; unknown", "the old mill; 34.1, 36.7", "Qara; 34, 36; 5 km"]
)
def test_what_somebody_wrote_stays(said: str) -> None:
    """A name that nobody knows has the point that was written, or none."""
    place = placed(pin(said, load_gazetteer()), 0, 0, "")

    assert (place.lat is not None) == ("3" in said)
    assert place.precision == ("exact" if "3" in said else "unknown")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Tripoli", "places are called 'Tripoli': Tripoli, Tripoli (32.89, 13.19)"),
        ("Springfield", "and 18 more"),
        ("Qara; here", "write it as Qara; 35.86, 36.81"),
        ("Qara; 134.0, 36.7", "is no point"),
        ("; 34.0, 36.7", "a place has a name"),
    ],
)
def test_what_is_unclear_is_asked(said: str, told: str) -> None:
    """Several places of one name, and a point that is none, are told with what would be right."""
    with pytest.raises(Misjudged) as error:
        pin(said, load_gazetteer())
    assert told in str(error.value)
