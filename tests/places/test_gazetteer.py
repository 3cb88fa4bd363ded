"""The packaged gazetteer: what it finds, and that it opens quickly."""

import time
from pathlib import Path

import pytest

from dateline.errors import MissingPart
from dateline.places import Gazetteer, load_gazetteer
from dateline.places.gazetteer import PACKAGED
from dateline.places.table import Table


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Syria", "SY", "country"),
        ("U.S.", "US", "country"),
        ("Darfur", "SD", "area"),
        ("North Darfur", "SD", "admin1"),
        ("W.Va.", "US", "admin1"),
        ("El-Geneina", "SD", "town"),
        ("geneina", "SD", "town"),
        ("إدلب", "SY", "town"),
        ("Харків", "UA", "town"),
        ("Euphrates", "", "water"),
    ],
)
def test_finds_names_in_any_spelling(gazetteer: Gazetteer, name: str, country: str, kind: str) -> None:
    """Countries, regions, towns, areas and waters are found, in other scripts too."""
    assert (country, kind) in {(entry.country, entry.kind) for entry in gazetteer.named(name)}


@pytest.mark.parametrize(
    ("name", "town"), [("Saraqeb", "Saraqib"), ("Maaret al-Numan", "Ma‘arrat an Nu‘mān"), ("Kremenchuck", "Kremenchuk")]
)
def test_finds_names_by_sound(gazetteer: Gazetteer, name: str, town: str) -> None:
    """A spelling that no list has is found by its consonants."""
    assert town in {heard.entry.name for heard in gazetteer.sounding(name)}


def test_a_slip_of_a_letter_is_near(gazetteer: Gazetteer) -> None:
    """One consonant more, less or other is found by `nearly_sounding`, not by `sounding`."""
    assert "Saraqib" not in {heard.entry.name for heard in gazetteer.sounding("Saraqim")}
    assert "Saraqib" in {heard.entry.name for heard in gazetteer.nearly_sounding("Saraqim")}


def test_tells_how_alike_the_name_looks_that_sounds_so(gazetteer: Gazetteer) -> None:
    """A place is judged by that of its names which sounds like the name, whatever its first one is."""
    alike = {heard.entry.name: heard.alike for heard in gazetteer.sounding("Kobany")}
    assert alike["‘Ayn al ‘Arab"] == 1.0


def test_a_spelling_has_its_article(gazetteer: Gazetteer) -> None:
    """`spelt` tells names with their article from those without."""
    assert gazetteer.spelt("As Salamiyah")
    assert not gazetteer.spelt("As Homs")


def test_a_longer_name_is_opened_by_its_short_form(gazetteer: Gazetteer) -> None:
    """A town is found by its name without the last word, where names reach English by transliteration."""
    assert "Ma‘arrat an Nu‘mān" in {entry.name for entry in gazetteer.opened_by("Maarrat")}
    assert gazetteer.opened_by("Qxqxqx") == ()


def test_knows_countries(gazetteer: Gazetteer) -> None:
    """Countries have a point, a capital, a people and neighbours."""
    assert gazetteer.code_of("Türkiye") == "TR"
    assert gazetteer.peoples["Syrian"] == "SY"
    assert gazetteer.near("SY", "IQ")
    assert not gazetteer.near("SY", "FR")
    assert "damascus" in gazetteer.capitals
    assert gazetteer.region("SY", "Idlib") is not None


def test_no_name_gives_no_place(gazetteer: Gazetteer) -> None:
    """What is in no list is not found."""
    assert gazetteer.named("Qxqxqx") == ()
    assert gazetteer.named("") == ()
    assert gazetteer.sounding("") == ()


def test_opens_quickly() -> None:
    """The packaged table is mapped, not read."""
    begun = time.process_time()
    Gazetteer([Table(PACKAGED)], {})
    assert time.process_time() - begun < 0.3


def test_says_what_to_do_where_it_is_missing(tmp_path: Path) -> None:
    """A table that was not built tells how to build it."""
    with pytest.raises(MissingPart, match="make setup"):
        Table(tmp_path)


def test_says_what_to_do_where_it_is_of_an_older_version(tmp_path: Path) -> None:
    """A table without the names as they are heard tells to be made anew."""
    (tmp_path / "rows.npy").write_bytes(b"")
    with pytest.raises(MissingPart, match="older version"):
        Table(tmp_path)


def test_a_town_of_two_lists_is_one_place(gazetteer: Gazetteer) -> None:
    """A town that the package spells otherwise than our list stands once, under both spellings."""
    laukkai = {entry.place for entry in gazetteer.named("Laukkaing") if entry.kind == "town"}
    assert laukkai == {
        entry.place for entry in gazetteer.named("Laogai") if entry.kind == "town" and entry.country == "MM"
    }
    assert len(laukkai) == 1


@pytest.mark.parametrize(
    ("name", "country", "region"),
    [
        ("Mucojo", "MZ", "Cabo Delgado"),
        ("Foro Baranga", "SD", "Western Darfur"),
        ("Kyslivka", "UA", "Kharkiv"),
        ("Guriel", "SO", "Galgudud"),
    ],
)
def test_listed_towns_lie_in_their_regions(gazetteer: Gazetteer, name: str, country: str, region: str) -> None:
    """A town of our list is found in the land and the region that the list tells."""
    assert (country, region) in {(entry.country, entry.admin1) for entry in gazetteer.named(name)}
