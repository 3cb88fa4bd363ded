"""Gazetteers that a user brings: GeoNames, Who's On First, OCHA; kept by content."""

import gzip
import json
from pathlib import Path

import pytest

from dateline.errors import Unreadable
from dateline.places import Gazetteer, add_file
from dateline.places.resolve import Named, resolve
from dateline.places.table import Entry

GEONAMES = "\t".join(
    ["9000001", "Tel Karmo", "Tel Karmo", "Tall Karmu,تل كرمو", "35.9", "36.9", "P", "PPL", "SY", "", "12", "", "", "", "120", "", "", "", "2020-01-01"]
)  # fmt: skip
WOF = [
    {"id": 1, "name": "Syria", "type": "country", "lat": 35.0, "lon": 38.0, "names": {}, "hier": [{"country_id": 1}]},
    {"id": 2, "name": "Idleb", "type": "region", "lat": 35.8, "lon": 36.7, "names": {}, "hier": [{"country_id": 1, "region_id": 2}]},
    {"id": 3, "name": "Kafr Wurud", "type": "locality", "lat": 35.7, "lon": 36.5, "pop": 40, "conc": {"gn:id": 77},
     "names": {"ara_x_preferred": ["كفر ورود"]}, "hier": [{"country_id": 1, "region_id": 2}]},
    {"id": 4, "name": "Ghost", "type": "locality", "lat": 1.0, "lon": 1.0, "sup": [3], "names": {}, "hier": []},
]  # fmt: skip
OCHA = """admin0Name_en,admin0Pcode,admin1Name_en,admin1Pcode,admin4Name_en,admin4Name_ar,admin4Pcode,Latitude,Longitude
Sudan,SD,North Darfur,SD02,Um Zaitoun,ام زيتون,SD02001,13.5,25.1
Sudan,SD,North Darfur,SD02,Wad Salim,ود سالم,SD02002,13.7,25.3
"""


def opened(source: Path, store: Path, number: int) -> Gazetteer:
    """The gazetteer with a file kept in a store."""
    assert add_file(source, store) == number
    return Gazetteer.open([store])


def only(gazetteer: Gazetteer, name: str) -> Entry:
    """The one entry of a name in the added table."""
    (found,) = [entry for entry in gazetteer.named(name) if entry.place[0] > 0]
    return found


def test_reads_a_geonames_dump(tmp_path: Path) -> None:
    """Its 19 columns give name, other names, point, country and GeoNames id."""
    source = tmp_path / "SY.txt"
    source.write_text(GEONAMES + "\n", "utf-8")
    found = only(opened(source, tmp_path / "kept", 1), "tall karmu")
    assert (found.name, found.country, found.id, found.kind) == ("Tel Karmo", "SY", "geonames:9000001", "town")
    assert (found.lat, found.lon) == pytest.approx((35.9, 36.9), abs=1e-4)


def test_reads_whos_on_first(tmp_path: Path) -> None:
    """Its hierarchy gives the region, named as the packaged one is; superseded places are left out."""
    source = tmp_path / "wof.jsonl.gz"
    with gzip.open(source, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in WOF)
    gazetteer = opened(source, tmp_path / "kept", 3)
    found = only(gazetteer, "Kafr Wurud")
    assert (found.country, found.admin1, found.id) == ("SY", "Idlib", "geonames:77")
    assert found in gazetteer.named("كفر ورود")
    assert all(entry.place[0] == 0 for entry in gazetteer.named("Ghost"))


def test_a_region_that_the_file_lacks_is_the_next_places(tmp_path: Path) -> None:
    """A village filed under a region of another country's file lies in the region of what is around it."""
    stray = WOF[2] | {
        "id": 6,
        "name": "Tell Zurud",
        "lat": 35.72,
        "names": {},
        "hier": [{"country_id": 9, "region_id": 99}],
    }
    source = tmp_path / "wof.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in (*WOF[:3], stray)), "utf-8")
    assert only(opened(source, tmp_path / "kept", 4), "Tell Zurud").admin1 == "Idlib"


def test_a_short_form_means_the_one_longer_name_of_the_region(tmp_path: Path) -> None:
    """ "Kafr Wurud" is "Kafr Wurud Sharqi" where the region told has no other such name; where it has two, neither."""
    longer = WOF[2] | {"id": 7, "name": "Kafr Zurud Sharqi", "names": {}}
    other = longer | {"id": 8, "name": "Kafr Zurud Gharbi", "lat": 35.9}
    for rows, known in (((*WOF[:2], longer), True), ((*WOF[:2], longer, other), False)):
        source = tmp_path / f"{known}.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        gazetteer = opened(source, tmp_path / f"kept{known}", len(rows))
        (choice,) = resolve([Named("Kafr Zurud", (), frozenset({("SY", "Idlib")}))], {}, gazetteer)
        assert (choice.entry is not None and choice.entry.name == "Kafr Zurud Sharqi") is known


def test_a_town_of_many_tongues_counts_as_larger(tmp_path: Path) -> None:
    """Where no people are told, of two villages with one name the one that more tongues name has more."""
    tongues = {f"{tongue}_x_preferred": ["Kafr Wurud"] for tongue in ("eng", "fra", "deu", "rus")}
    known = WOF[2] | {"id": 5, "pop": None, "names": tongues}
    source = tmp_path / "wof.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in (*WOF[:3], known)), "utf-8")
    gazetteer = opened(source, tmp_path / "kept", 4)
    people = sorted(entry.population for entry in gazetteer.named("Kafr Wurud") if entry.place[0] > 0)
    assert people[0] == 40
    assert people[1] > 1_000


def test_reads_a_table_with_pcodes(tmp_path: Path) -> None:
    """Its finest level are the places, its regions get the middle of their rows."""
    source = tmp_path / "sdn.csv"
    source.write_text(OCHA, "utf-8")
    gazetteer = opened(source, tmp_path / "kept", 4)
    found = only(gazetteer, "Um Zaitoun")
    assert (found.country, found.admin1, found.kind) == ("SD", "Northern Darfur", "town")
    assert found in gazetteer.named("ام زيتون")


def test_a_file_is_opened_without_keeping_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file named for one run is compiled into the cache, under its content."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    source = tmp_path / "SY.txt"
    source.write_text(GEONAMES + "\n", "utf-8")
    assert only(Gazetteer.open([source]), "Tel Karmo").name == "Tel Karmo"
    assert len(list((tmp_path / "cache").glob("dateline/places/*/rows.npy"))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "no table\n"),
        ("b.csv", "adm1_pcode,name\nX1,Y\n"),
        ("c.txt", ""),
        ("d.json", "{\n"),
        ("e.json", '{"a": 1}\n'),
    ],
)
def test_refuses_what_it_cannot_read(tmp_path: Path, name: str, text: str) -> None:
    """A file in no known form says so; nothing is kept of it."""
    source = tmp_path / name
    source.write_text(text, "utf-8")
    with pytest.raises(Unreadable):
        add_file(source, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
