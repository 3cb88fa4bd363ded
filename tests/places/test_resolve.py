"""Which namesake a name means."""

import pytest

from dateline.places import Gazetteer, load_gazetteer
from dateline.places.resolve import Choice, Named, circle, resolve
from dateline.places.table import Entry


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def meant(gazetteer: Gazetteer, *names: str, **told: float) -> list[Choice]:
    return resolve([Named(name, gazetteer.named(name)) for name in names], told, gazetteer)


def lands(choices: list[Choice]) -> list[str]:
    return [choice.entry.country if choice.entry else "-" for choice in choices]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Tripoli", "Libya", "Misrata"), ["LY", "LY", "LY"]),
        (("Tripoli", "Lebanon", "Beirut"), ["LB", "LB", "LB"]),
        (("Georgia", "Tbilisi", "Batumi"), ["GE", "GE", "GE"]),
        (("Georgia", "Atlanta", "Alabama"), ["US", "US", "US"]),
        (("Paris", "France"), ["FR", "FR"]),
        (("Paris", "Dallas", "Texas"), ["US", "US", "US"]),
        (("Geneva", "Texas"), ["CH", "US"]),
        (("London", "Ohio", "Chicago"), ["GB", "US", "US"]),
    ],
)
def test_company_tells_namesakes_apart(gazetteer: Gazetteer, names: tuple[str, ...], expected: list[str]) -> None:
    """The countries a report tells, and what lies together, decide."""
    assert lands(meant(gazetteer, *names)) == expected


def test_a_region_beside_it_decides(gazetteer: Gazetteer) -> None:
    """A name with its region told means the one in it."""
    named = Named("Springfield", gazetteer.named("Springfield"), frozenset({("US", "Oregon")}))
    (choice,) = resolve([named], {"US": 1.0}, gazetteer)
    assert choice.entry is not None
    assert choice.entry.admin1 == "Oregon"


def test_a_small_namesake_far_away_is_no_point(gazetteer: Gazetteer) -> None:
    """A village in a country that the report has nothing to do with is not meant."""
    far = [entry for entry in gazetteer.named("Orem") if entry.country == "DE" or entry.population < 100_000]
    (choice,) = resolve([Named("Orem", tuple(far))], {"YE": 3.0}, gazetteer)
    assert choice.entry is None


def test_nothing_known_is_nothing_meant(gazetteer: Gazetteer) -> None:
    """A name in no list keeps the country told beside it."""
    (choice,) = resolve([Named("Qxqx", (), frozenset({("ML", None)}))], {}, gazetteer)
    assert choice == Choice(None, "ML")


VILLAGE = Entry((1, 1), "town", "Kafr Wurud", "SY", "Idlib", None, 35.70, 36.50, 0.0, 400, None)
IN_IDLIB = frozenset({("SY", "Idlib")})


def test_namesakes_side_by_side_are_told_by_one_circle(gazetteer: Gazetteer) -> None:
    """Two that fit alike and lie close are kept together; two that lie far apart leave a doubt."""
    near, far = VILLAGE._replace(place=(1, 2), lat=35.85), VILLAGE._replace(place=(1, 3), lat=36.2)
    (close,) = resolve([Named("Kafr Wurud", (VILLAGE, near), IN_IDLIB)], {}, gazetteer)
    (apart,) = resolve([Named("Kafr Wurud", (VILLAGE, far), IN_IDLIB)], {}, gazetteer)
    assert (close.beside, close.doubtful, apart.beside, apart.doubtful) == ((near,), False, (), True)
    lat, _, radius = circle((VILLAGE, near))
    assert (round(lat, 3), radius > 8.0) == (35.775, True)


def test_the_seat_of_a_district_is_better_known(gazetteer: Gazetteer) -> None:
    """Of two villages of one name the one that the packaged table lists without people is meant: it is a seat."""
    seat = VILLAGE._replace(place=(0, 1), lat=36.2, population=0)
    (choice,) = resolve([Named("Kafr Wurud", (VILLAGE, seat), IN_IDLIB)], {}, gazetteer)
    assert choice.entry == seat


def test_great_towns_are_not_meant_by_a_sound_of_their_other_names(gazetteer: Gazetteer) -> None:
    """Damascus, which has a name in every tongue, is no village that one of them sounds like."""
    (choice,) = resolve([Named("Samm", (), frozenset({("SY", None)}))], {}, gazetteer)
    assert choice.entry is None or choice.entry.name != "Damascus"


def test_a_town_abroad_that_is_only_also_called_so_is_not_meant(gazetteer: Gazetteer) -> None:
    """A village in no list does not become a great town of a far land that has a like name, nor tells that land."""
    assert lands(meant(gazetteer, "Kiri", NG=2.0)) == ["-"]


def test_soldiers_far_from_home_make_no_town_there_of_what_sounds_like_it(gazetteer: Gazetteer) -> None:
    """Where only soldiers tell of a land, a town that is spelt so elsewhere is not one of theirs that sounds like it."""
    assert lands(meant(gazetteer, "Bria", RU=0.3)) == ["-"]
    assert lands(meant(gazetteer, "Bria", "Bangui", RU=0.3))[0] == "CF"


def test_a_name_with_an_article_tells_no_land_whose_town_has_none(gazetteer: Gazetteer) -> None:
    """Nada in China is no quarter in Libya that is called al-Nada; a list may leave an article out in its own land."""
    assert lands(meant(gazetteer, "Al-Nada", LY=2.0)) == ["-"]
    assert lands(meant(gazetteer, "al-Mosul", IQ=2.0)) == ["IQ"]


def test_two_other_names_of_towns_afar_tell_no_land(gazetteer: Gazetteer) -> None:
    """A land is told by two names found only there that are first names, or nearly so: not by other names of its towns."""
    first = [Named(name, (VILLAGE,)) for name in ("Kafr Wurud", "Kafer Wurud")]
    other = [Named(name, (VILLAGE,)) for name in ("Karwad", "Wurida")]
    assert lands(resolve(first, {"LY": 2.0}, gazetteer)) == ["SY", "SY"]
    assert lands(resolve(other, {"LY": 2.0}, gazetteer)) == ["-", "-"]


def test_marks_on_letters_tell_namesakes_apart(gazetteer: Gazetteer) -> None:
    """A name spelt to its marks is not a greater town abroad that is spelt so without them."""
    assert lands(meant(gazetteer, "Tarazá", CO=2.0)) == ["CO"]


def test_a_first_name_wins_over_a_namesakes_other_name(gazetteer: Gazetteer) -> None:
    """What a town is called first, or the world over, is not taken for the other name of a place of another land."""
    assert lands(meant(gazetteer, "Jalalabad")) == ["AF"]
    assert lands(meant(gazetteer, "Kobani")) == ["SY"]


def test_with_no_land_told_another_name_and_a_lost_article_pin_nothing(gazetteer: Gazetteer) -> None:
    """Bargarh is called Baga too, and Baga lies elsewhere; Sarh in Chad has no article."""
    assert lands(meant(gazetteer, "Baga")) == ["-"]
    assert lands(meant(gazetteer, "Al Sarh")) == ["-"]
    assert lands(meant(gazetteer, "Baga", NG=1.0)) == ["NG"]
