"""Places told by two others."""

from dataclasses import replace

import pytest

from dateline.find.setting.between import halfway
from dateline.model import Place


def town(text: str, name: str, lat: float, lon: float) -> Place:
    """A town of Libya named in a text."""
    at = text.index(name)
    return Place(at, at + len(name), name, name, country="LY", lat=lat, lon=lon, radius_km=2.0, precision="exact")


def told(text: str) -> tuple[Place, Place]:
    """Two towns 100 km apart, one north of the other."""
    return town(text, "Karma", 30.0, 20.0), town(text, "Dura", 30.9, 20.0)


def test_halfway_lies_between_the_two() -> None:
    """A place between two towns has their middle, half the way as its doubt, and the words that tell it."""
    text = "Shells fell on the road between the towns of Karma and Dura."
    one, other = told(text)
    place = halfway(text, (one, other), one)

    assert (place.lat, place.lon, place.radius_km) == (30.45, 20.0, 50.0)
    assert text[place.start : place.end] == place.text == "Karma and Dura"
    assert place == halfway(text, (one, other), other)


def test_a_road_lies_between_its_ends() -> None:
    """A road that is called by its ends lies halfway; a long one has no point, and is neither of the two."""
    text = "Shells fell on the Karma-Dura coastal road."
    one, other = told(text)
    far = replace(other, lat=60.0)

    assert halfway(text, (one, other), other).lat == 30.45
    assert (halfway(text, (one, far), far).text, halfway(text, (one, far), far).lat) == ("Karma-Dura", None)
    assert halfway("Shells fell on the Karma-Dura pipeline.", (one, other), other) == other

    text = "Shells fell on the road from Karma to Dura."
    one, other = told(text)
    assert halfway(text, (one, other), other).lat == 30.45


@pytest.mark.parametrize("text", ["Shells fell on Karma and Dura.", "Talks between the army and Karma led to Dura."])
def test_no_place_between(text: str) -> None:
    """Two towns that are merely named one after the other stay two."""
    one, other = told(text)

    assert halfway(text, (one, other), one) == one


def test_towns_far_apart_tell_nothing() -> None:
    """No middle is told of towns at two ends of a continent, or of one that lies nowhere known."""
    text = "A plane vanished between Karma and Dura."
    one, other = told(text)

    assert halfway(text, (one, replace(other, lat=60.0)), one) == one
    assert halfway(text, (one, replace(other, lat=None, precision="unknown")), one) == one


def test_a_village_measured_from_a_town() -> None:
    """A village in no list lies where it is said to lie from a town, under its own name."""
    text = "Troops took the village of Karma, 20 km (12 miles) south of Dura."
    one, other = told(text)
    one, other = replace(one, lat=None, lon=None, radius_km=None, precision="unknown"), replace(other, precision="near")
    place = halfway(text, (one, other), other)

    assert (place.name, place.lat, place.precision) == ("Karma", other.lat, "near")
