"""Sheets as their readers see them: shapes, types, tags, rules of the field, and no cell that a spreadsheet would run."""

import csv
from dataclasses import replace
from pathlib import Path

import duckdb
import hxl
import polars as pl
import pytest
import tell_made
from frictionless import Package

from dateline.record import Record
from dateline.rows import Row
from dateline.tell import FORMATS, SHEETS, acled
from dateline.tell.displacement import is_stock, words
from dateline.tell.explain import measured
from dateline.tell.fields import bound
from dateline.tell.sheet import Sheet
from dateline.tell.ucdp import deaths
from dateline.times import Interval

BY_NAME = {sheet.name: sheet for sheet in SHEETS}


def told(sheet: str, record: Record, out: Path) -> list[Row]:
    """The rows of a sheet, as a plain CSV reader has them."""
    path = BY_NAME[sheet].write(record, out)[0]
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=BY_NAME[sheet].delimiter))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_package_is_valid(sheet: Sheet, record: Record, tmp_path: Path) -> None:
    """Frictionless finds the data package beside a sheet valid: every cell is of the type its column tells."""
    _, beside = sheet.write(record, tmp_path)
    report = Package(str(beside)).validate()

    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_readers_agree(sheet: Sheet, record: Record, tmp_path: Path) -> None:
    """DuckDB and Polars read the same columns and as many rows as there are."""
    path = sheet.write(record, tmp_path)[0]
    names = [column.name for column in sheet.columns]
    skip = 1 if sheet.tagged else 0
    frame = pl.read_csv(path, separator=sheet.delimiter, skip_rows_after_header=skip, infer_schema=False)
    rows = duckdb.read_csv(str(path), delimiter=sheet.delimiter, header=True, all_varchar=True, comment="").fetchall()

    assert frame.columns == names
    assert len(rows) - skip == frame.height > 0


def test_widths_are_those_of_the_field() -> None:
    """ACLED has 31 columns, UCDP GED 49, GDELT's mentions 16, and no name stands twice."""
    widths = {name: len({c.name for c in BY_NAME[name].columns}) for name in ("acled", "ucdp", "mentions")}

    assert widths == {"acled": 31, "ucdp": 49, "mentions": 16}
    assert all(len({c.name for c in sheet.columns}) == len(sheet.columns) for sheet in SHEETS)


def test_acled_counts_conservatively(record: Record, tmp_path: Path) -> None:
    """The lower of two counts is the fatalities; the dispute stands in the notes; the claims in the tags."""
    (row,) = told("acled", record, tmp_path)

    assert (row["fatalities"], row["event_type"], row["iso"], row["country"]) == (
        "4",
        "Explosions/Remote violence",
        "760",
        "Syria",
    )
    assert "residents four" in row["notes"]
    assert row["notes"].startswith("Airstrike, Tel Zamar, 3 May 2021. “")
    assert "” (Hill Post). Killed: 4 to 9 (best 9)." in row["notes"]
    assert "claim=claim:1" in row["tags"]
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"], row["interaction"]) == (
        "Army",
        "1",
        "",
        "",
        "10",
    )
    assert "Acted upon: the Orchard clinic." in row["notes"]


@pytest.mark.parametrize(
    ("code", "kind", "country", "inter"),
    [
        ("Armed clash", "military", "SY", 1),
        ("Armed clash", "military", "TR", 8),
        ("Armed clash", "military", None, 1),
        ("Attack", "ngo", None, 7),
        ("Peaceful protest", "civilians", "SY", 6),
        ("Mob violence", "civilians", "SY", 5),
        ("Attack", "person", "SY", None),
    ],
)
def test_acled_numbers_sides_as_its_codebook(code: str, kind: str, country: str | None, inter: int | None) -> None:
    """A state abroad is an external force; a crowd rather protests or riots than that it is civilians; a person is no kind of side."""
    event = {"codes": {"acled": code}, "place": {"country": "SY"}}
    assert acled.inter(event, {"kind": kind, "country": country}) == inter


@pytest.mark.parametrize(("when", "rows"), [("1986", 0), ("1986-05", 1)])
def test_acled_knows_a_month_at_the_widest(
    when: str, rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is recalled of a year, with no month, is an event of the record and none of ACLED's."""
    strike, *_ = tell_made.events()
    monkeypatch.setattr(tell_made, "events", lambda: [replace(strike, time=Interval.parse(when, None))])
    with Record.open(":memory:") as store:
        assert len(told("acled", tell_made.made(store), tmp_path)) == rows


def test_ucdp_orders_its_bounds(record: Record, tmp_path: Path) -> None:
    """One deadly event; low, best and high in order, day-precise, with the claims of each article."""
    (row,) = told("ucdp", record, tmp_path)

    assert (row["low"], row["best"], row["high"]) == ("4", "9", "9")
    assert (row["date_start"], row["date_end"], row["date_prec"]) == ("2021-05-03", "2021-05-03", "1")
    assert "https://hill.example/1 [claim:1]" in row["source_article"]


def test_ucdp_calls_the_victims_of_one_side_civilians(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever they are said to be, and a clinic that was hit is no side."""
    strike, *_ = tell_made.events()
    clinic, villagers = strike.to[0], replace(strike.to[0], name="villagers", kind="civilians", facility=None)
    for to, side in (((clinic,), ""), ((clinic, villagers), "Civilians")):
        monkeypatch.setattr(tell_made, "events", lambda to=to: [replace(strike, to=to)])
        with Record.open(":memory:") as store:
            (row,) = told("ucdp", tell_made.made(store), tmp_path)
        assert row["side_b"] == side


def test_hxl_reads_its_tags(record: Record, tmp_path: Path) -> None:
    """libhxl finds every tag, and the bounds under them."""
    path = BY_NAME["hxl"].write(record, tmp_path)[0]
    with hxl.data(str(path), hxl.InputOptions(allow_local=True)) as source:
        rows = list(source)

        assert source.display_tags == [column.tag for column in BY_NAME["hxl"].columns]
    assert rows[0].get("#affected+killed+min") == "4"


def test_displacement_tells_roles(record: Record, tmp_path: Path) -> None:
    """The fused figure is recommended, the claim's own for triangulation; people left the place, as the words say."""
    rows = told("displacement", record, tmp_path)

    assert [row["role"] for row in rows] == ["recommended", "triangulation"]
    assert {row["identifier"] for row in rows} == {"Origin"}
    assert {(row["reported"], row["category"], row["iso3"]) for row in rows} == {
        ("7000", "Internal displacements", "SYR")
    }
    assert rows[1]["quantifier"] == "approximately"


def test_health_keeps_back_what_who_does(record: Record, tmp_path: Path) -> None:
    """The clinic is an attack on a facility; neither its name nor a point is told."""
    (row,) = told("health", record, tmp_path)

    assert (row["facility_type"], row["health_resources_affected"], row["deaths_low"]) == ("Clinic", "Facility", "4")
    assert not [cell for cell in row.values() if "Orchard" in cell or "35.9" in cell]


def test_mentions_lead_to_characters(record: Record, tmp_path: Path) -> None:
    """Each mention's offsets point into the text of its report."""
    rows = told("mentions", record, tmp_path)
    denied = next(row for row in rows if row["Extras"] == "claim:2")
    text = next(r["text"] for r in record.rows("reports") if r["id"] == "report:b")

    assert len(rows) == 6
    assert text[int(denied["Actor1CharOffset"]) :].startswith("The army")
    assert denied["MentionTimeDate"] == "20210504000000"


def test_ledger_tells_states_and_breaches(record: Record, tmp_path: Path) -> None:
    """Four sheets: the truce with its declared day, two states, a denied breach, a deadline."""
    FORMATS["ledger"](record, tmp_path)
    (truce,) = told("agreements", record, tmp_path)
    (breach,) = told("breaches", record, tmp_path)

    assert [truce[f"cf_dec_{part}"] for part in ("yr", "month", "day")] == ["2021", "5", "1"]
    assert (truce["state"], truce["ucdp_acd_id"], truce["breaches_denied"]) == ("violated", "-1", "1")
    assert (breach["accused"], breach["denied_by"], breach["words"]) == (
        "Army",
        "Army",
        "The truce of 1 May was broken.",
    )
    assert [row["due"] for row in told("commitments", record, tmp_path)] == ["2021-05-09"]


def test_an_event_of_hours_lasts_its_day(record: Record, tmp_path: Path) -> None:
    """What is known to the hour begins on its day and is over on the next one, in every sheet that tells both."""
    strike = next(row for row in record.rows("events") if row["id"] == "event:1")
    record.derive({"events": [{**strike, "time": {"from": "2021-05-03T05:00:00", "to": "2021-05-03T12:00:00"}}]})

    for sheet, first in (("events", "first_day"), ("hxl", "first day")):
        row = told(sheet, record, tmp_path)[-1]
        assert (row[first], row["before"]) == ("2021-05-03", "2021-05-04")


def test_no_cell_is_a_formula(record: Record, tmp_path: Path) -> None:
    """A report that begins with = stays words, in every sheet and in the plain tables."""
    FORMATS["csv"](record, tmp_path)
    for sheet in SHEETS:
        sheet.write(record, tmp_path)
    for path in (*tmp_path.glob("*.csv"), *tmp_path.glob("*.tsv")):
        rows = csv.reader(path.open(encoding="utf-8-sig", newline=""), delimiter="\t" if path.suffix == ".tsv" else ",")
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))], path.name
    assert "'=SUM(1)" in (tmp_path / "claims.csv").read_text("utf-8")


def test_words_of_stock_are_told_from_flow() -> None:
    """The data file's own examples: people who are somewhere, and people who moved."""
    told = words()["stock"]

    assert all(map(is_stock, told["found"]))
    assert not any(map(is_stock, told["refused"]))


def test_families_are_not_told_as_people(record: Record, tmp_path: Path) -> None:
    """A sheet's column of displaced people stays empty where only families are counted; the record's own table says the unit."""
    flight = next(event for event in record.rows("events") if event["type"] == "displacement_figure")
    families = {**flight["figures"][0], "unit": "households"}

    assert bound(flight, "displaced", "best") == 7000
    assert bound({**flight, "figures": [families]}, "displaced", "best") is None
    assert measured(families) == "displaced, households"


def test_families_that_died_are_no_deaths(record: Record) -> None:
    """UCDP's bounds and the table's count are of people: three families killed beside four people add nothing."""
    raid = next(event for event in record.rows("events") if deaths(event))
    families = {**raid["figures"][0], "measure": "killed", "subgroup": None, "unit": "households", "best": 3, "low": 3}

    assert deaths({**raid, "figures": [families, *raid["figures"]]}) == deaths(raid)
    assert deaths({**raid, "figures": [families]}) is None
