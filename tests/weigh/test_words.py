"""The words of weighing: names and their lattice, subgroups, families of claims, what the data may hold."""

import itertools

import pytest

from dateline.model import Party
from dateline.words.weigh import actor_keys, family, party_keys, subgroup_key, table, within

TYPES = (
    "armed_attack airstrike shelling clash territorial_control facility_attack casualty_figure displacement_figure agreement "
    "ceasefire_start ceasefire_end ceasefire_violation demand threat meeting statement denial accusation protest "
    "humanitarian_aid prisoner_exchange detention other"
).split()


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Sudanese army", {"SD"}),
        ("Turkish foreign ministry", {"TR"}),
        ("pro-government gunmen", {"~state"}),
        ("Yemeni rebels", {"rebels"}),
        ("Free Syrian Army", {"rebels"}),
        ("RSF", {"rapid support forces"}),
        ("World Health Organization", {"who"}),
        ("Suspected Boko Haram terrorists", {"boko haram"}),
        ("Islamist militants", {"militants"}),
        ("masked gunmen", {"~forces"}),
        ("Saudi-led coalition jets", {"saudi-led coalition"}),
    ],
)
def test_name_means_somebody(name: str, keys: set[str]) -> None:
    """A state by its country, a body by the name we keep, a description by its words."""
    assert actor_keys(name) == keys


def test_spellings_of_one_body_are_one() -> None:
    """Every spelling of a body leads to the name we keep, unless a longer one is within it."""
    for kept, spellings in table()["names"]["bodies"].items():
        for spelling in spellings:
            assert kept in actor_keys(spelling), spelling


def test_opposition_of_a_country_is_not_its_state() -> None:
    """A country's name beside rebels, monitors or councils does not make them its government."""
    assert "SY" not in actor_keys("Syrian opposition activists")
    assert "LY" not in actor_keys("Libyan rebels")


def test_an_ordinal_names_nobody() -> None:
    """A third aircraft is nobody's, as the first was."""
    assert actor_keys("a third aircraft") == actor_keys("aircraft") == {"~aircraft"}


def test_army_is_its_countrys_where_the_name_does_not_say() -> None:
    """A division without a country in its name is its state's, if the finder knows which."""
    assert party_keys(Party("the Tiger Forces", "the Tiger Forces", kind="military", country="SY")) == {"SY"}


def test_every_type_has_one_family() -> None:
    """The families part the types of the contract."""
    told = list(itertools.chain.from_iterable(table()["families"].values()))

    assert sorted(told) == sorted(TYPES)
    assert all(family(kind) in table()["families"] for kind in TYPES)


def test_affinities_name_families_in_order() -> None:
    """A pair of families is written in alphabetical order, or it would never be found."""
    for pair in table()["affinity"]:
        if pair not in ("same", "else"):
            names = pair.split()
            assert names == sorted(names)
            assert set(names) <= {*table()["families"], "charge"}  # a charge is a saying about a deed


def test_subgroups_are_told_apart() -> None:
    """Civilians, soldiers and children are not mixed; a word for the crowd is everybody."""
    assert [
        subgroup_key(s) for s in ("civilians", "government troops", "boys under 12", "villagers and residents")
    ] == [
        "civilians",
        "soldiers",
        "children",
        None,
    ]


def test_lattice_holds_no_circle() -> None:
    """A wider name is not within what is within it."""
    assert all(wide not in within().get(finer, ()) for wide, finers in within().items() for finer in finers)


def test_a_common_surname_is_no_state() -> None:
    """Who bears the surname of a president and is not told to be of his state speaks for himself."""
    preacher = Party("Abu Bakr Bashir", "Abu Bakr Bashir", kind="person")
    president = Party("Omar al-Bashir", "Omar al-Bashir", kind="person", country="SD")
    assert (party_keys(preacher), party_keys(president)) == ({"abu bakr bashir"}, {"SD"})
