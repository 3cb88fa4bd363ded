"""Villages of districts: a name lies where it is told to, whatever namesakes it has elsewhere."""

import pytest
from placed import found, placed

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Bandits burned Osaka village in Funtua district, Katsina.",
        "Bandits burned Osaka village in Funtua Local Government Area of Katsina State.",
        "Bandits burned Osaka village, Funtua LGA, in the northern state of Katsina.",
        "Bandits burned the village of Osaka, in Funtua district.",
        "Bandits burned homes in Osaka, a small village in Funtua district.",
        "Bandits burned Osaka village of Funtua district.",
        "Bandits burned Belora and Osaka villages in Funtua district.",
    ],
)
def test_a_village_lies_in_its_district(text: str) -> None:
    """A village that shares its name with a great city abroad is somewhere in the district it is told to lie in."""
    village = found(text)["Osaka"]
    assert (village.country, village.admin1, village.precision, village.id) == ("NG", "Katsina", "admin2", None)


def test_a_district_told_by_its_seat_has_the_reach_of_a_district() -> None:
    """A district of which only the seat is listed is no point."""
    text = "Clashes went on in Funtua district of Katsina; the market of Funtua was shut."
    assert [place.precision for place in placed(text) if place.text == "Funtua"] == ["admin2", "exact"]


def test_a_listed_village_keeps_its_point() -> None:
    """What is listed in or close to the district it is told to lie in is that place."""
    village = found("Bandits burned Bakori village in Funtua district, Katsina.")["Bakori"]
    assert village.precision == "exact"
    assert village.id is not None


def test_a_hamlet_told_near_a_town_is_near_it() -> None:
    """A name in no list has the point of the town that it is told to be near."""
    hamlet = found("Gunmen shot six farmers in Tolabo, near the town of Funtua, in Katsina.")["Tolabo"]
    assert (hamlet.country, hamlet.precision, hamlet.id) == ("NG", "near", None)


def test_a_building_lies_in_its_town() -> None:
    """A hospital that no list has is near the middle of the town that it is told to be in."""
    clinic = found("Shells hit Crescent Hospital in the town of Funtua in Katsina.")["Crescent Hospital"]
    assert (clinic.country, clinic.precision) == ("NG", "near")


def test_a_name_in_no_list_is_of_the_only_land_told() -> None:
    """Where all other places lie in one land, a village in no list is taken to lie there too."""
    made = found("Troops left Kano, Kaduna and Katsina for the village of Tolabo.")
    assert (made["Tolabo"].country, made["Tolabo"].precision) == ("NG", "unknown")


@pytest.mark.parametrize(
    "text", ["The Tolabo War Front met in Kano, Nigeria.", "The Sixth Division left Kano, Nigeria."]
)
def test_fronts_and_divisions_are_no_places(text: str) -> None:
    """Words in capitals for bodies of people make no place."""
    assert set(found(text)) == {"Kano", "Nigeria"}


@pytest.mark.parametrize(
    "text", ["Two died in Puerto Jordan, Colombia.", "Two died in the town of Puerto Jordan, Colombia."]
)
def test_a_port_of_another_name_is_no_land(text: str) -> None:
    """What opens a longer name leaves no land behind."""
    assert "Jordan" not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Shelling hit Kassala, Gedaref, Khartoum states in Sudan.",
        "Floods hit the cities of Kassala, Khartoum and Gedaref in Sudan.",
    ],
)
def test_members_of_a_list_hold_none_another(text: str) -> None:
    """A noun for many, before a list or behind it, tells that none of its members lies in the next one."""
    made = found(text)
    assert {made[name].admin1 for name in ("Kassala", "Khartoum")} == {"Kassala", "Khartoum"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A shell hit a school in Dibelora on Monday, north of Mopti.", "Dibelora"),
        ("Jets pounded army posts near Tal al-Dibel on Monday, north of Mopti.", "Tal al-Dibel"),
        ("In Dibelora, the army said that two guards had left for Mopti.", "Dibelora"),
    ],
)
def test_where_something_is_hit_or_told_is_a_place(text: str, name: str) -> None:
    """A name in no list is a place where what is there was hit, or a sentence opens with it."""
    assert name in found(text)


def test_what_people_suffer_somewhere_makes_a_place() -> None:
    """A name in no list is a place where people were killed in it."""
    made = found("Nine people were killed in Darruma and four were wounded in Kano and Kaduna, in Nigeria.")
    assert (made["Darruma"].country, made["Darruma"].precision) == ("NG", "unknown")


def test_a_village_is_as_far_from_a_town_as_it_is_told_to_be() -> None:
    """A village in no list, or in one of a far land only, has the point that the way from a town tells."""
    village = found("Two men fell in Dibelora, 40 km north of Mopti, on Monday.")["Dibelora"]
    town = found("Two men fell in Mopti on Monday.")["Mopti"]
    assert (village.country, village.precision, village.id) == ("ML", "near", None)
    assert village.lat is not None
    assert town.lat is not None
    assert 0.3 < village.lat - town.lat < 0.4


def test_the_last_district_told_lies_in_the_region_that_owns_it() -> None:
    """A district behind its region's name lies there, where nothing follows it either."""
    district = found("An ambush was laid in Badakhshan province's Kohistan district.")["Kohistan"]
    assert (district.admin1, district.precision, district.id) == ("Badakhshan", "admin1", None)


def test_a_name_that_only_sounds_like_a_far_town_is_not_it() -> None:
    """Where all other places of a land lie in one region, a town of another that only sounds like a name is not meant."""
    made = found("Gunmen fled from Rampora to Srinagar, Anantnag and Pulwama in Kashmir, India.")
    assert made["Srinagar"].precision == "exact"
    assert "Rampora" not in made or made["Rampora"].lat is None


def test_what_is_nearby_is_not_far() -> None:
    """A namesake on another continent is not meant by what is told to be nearby."""
    made = found("Herders fled from Mopti to nearby Osaka, and others to nearby Sevare.")
    assert (made["Osaka"].country, made["Osaka"].precision) == ("ML", "unknown")
    assert made["Sevare"].precision == "near"
