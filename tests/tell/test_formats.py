"""Formats that are no sheets, each opened by a reader of its standard."""

import itertools
import json
import re
from pathlib import Path

import duckdb
import feedparser
import icalendar
import polars as pl
import pyogrio
import pypdfium2
import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from dateline.record import Record
from dateline.tell import FORMATS, Filter, Filtered
from dateline.tell.ical import folded
from dateline.tell.plover import QUADS


@pytest.mark.parametrize("form", ["geojson", "geopackage"])
def test_gdal_opens_the_map(form: str, record: Record, tmp_path: Path) -> None:
    """GDAL finds both events that have a point, in WGS 84, where they are."""
    (path,) = FORMATS[form](record, tmp_path)
    info = pyogrio.read_info(path, layer="events")

    assert (info["features"], info["crs"]) == (2, "EPSG:4326")
    assert [round(bound, 2) for bound in info["total_bounds"]] == [36.5, 35.5, 36.71, 35.91] or form == "geojson"


def test_geopackage_has_circles(record: Record, tmp_path: Path) -> None:
    """The circles are a layer of polygons with the columns of their events."""
    (path,) = FORMATS["geopackage"](record, tmp_path)
    meta, _, geometry, _ = pyogrio.raw.read(path, layer="circles")

    assert (meta["geometry_type"], len(geometry)) == ("Polygon", 2)
    assert {"id", "killed_low", "grade"} <= set(meta["fields"])


def test_rings_turn_as_rfc_7946_asks(record: Record, tmp_path: Path) -> None:
    """Rings are closed and counter-clockwise, longitudes come first, and the collection says what it is."""
    told = json.loads(FORMATS["geojson"](record, tmp_path)[0].read_text("utf-8"))
    point, circle = told["features"][0]["geometry"]["geometries"]
    ring = circle["coordinates"][0]
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring))

    assert ring[0] == ring[-1]
    assert area > 0
    assert point["coordinates"] == [36.71234, 35.91234]
    assert told["dateline"]["version"]


def test_parquet_opens_in_both_readers(record: Record, tmp_path: Path) -> None:
    """DuckDB and Polars read the same rows; Frictionless finds the data package valid in its own right."""
    *paths, beside = FORMATS["parquet"](record, tmp_path)
    package = json.loads(beside.read_text("utf-8"))

    for path in paths:
        assert duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall()[0][0] == pl.read_parquet(path).height > 0
    events = pl.read_parquet(tmp_path / "events.parquet")
    assert [str(events.schema[name]) for name in ("first_day", "killed_low", "voices", "recalled")] == [
        "Date",
        "Float64",
        "Int64",
        "Boolean",
    ]
    assert {r["path"] for r in package["resources"]} == {path.name for path in paths}
    assert Package.validate_descriptor(str(beside)).valid


def test_atom_is_read_whole(record: Record, tmp_path: Path) -> None:
    """feedparser finds every entry, the latest first, well-formed, with its link."""
    feed = feedparser.parse(str(FORMATS["atom"](record, tmp_path)[0]))

    assert (feed.bozo, feed.version, len(feed.entries)) == (False, "atom10", 4)
    assert feed.entries[-1].links[0].href == "https://hill.example/1"
    assert [entry.updated for entry in feed.entries] == sorted((e.updated for e in feed.entries), reverse=True)
    assert "killed: 4 to 9" in feed.entries[-1].content[0].value


def test_rss_is_read_whole(record: Record, tmp_path: Path) -> None:
    """feedparser finds the same entries in the RSS feed, with their days, sources and words."""
    feed = feedparser.parse(str(FORMATS["rss"](record, tmp_path)[0]))

    assert (feed.bozo, feed.version, len(feed.entries)) == (False, "rss20", 4)
    assert feed.entries[-1].link == "https://hill.example/1"
    assert [e.published_parsed for e in feed.entries] == sorted(
        (e.published_parsed for e in feed.entries), reverse=True
    )
    assert "killed: 4 to 9" in feed.entries[-1].summary


def test_calendar_is_read_whole(record: Record, tmp_path: Path) -> None:
    """icalendar reads the deadline and the end of the truce as whole days, with their words."""
    path = FORMATS["ical"](record, tmp_path)[0]
    entries = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")

    assert [str(entry["DTSTART"].dt) for entry in entries] == ["2021-05-09", "2021-05-10"]
    assert entries[0]["SUMMARY"] == "Deadline: Blue Front: Withdraw from the hill, at once; or else"
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"))))
def test_folding_keeps_every_character(line: str) -> None:
    """Unfolded, a folded line is the line; no piece is wider than 75 octets."""
    told = folded(line)

    assert told.replace("\r\n ", "") == line
    assert all(len(piece.encode()) <= 75 for piece in told.split("\r\n"))


def test_plover_has_what_it_requires(record: Record, tmp_path: Path) -> None:
    """Each record has PLOVER's required fields, a known event and its quad, and leads to characters of a report."""
    records = [json.loads(line) for line in FORMATS["plover"](record, tmp_path)[0].read_text("utf-8").splitlines()]

    assert [told["event"] for told in records] == ["ASSAULT"]
    for told in records:
        assert {"id", "date", "actor", "event"} <= told.keys()
        assert told["quad_code"] == QUADS[told["event"]]
        text = next(r["text"] for r in record.rows("reports") if r["id"] == told["text_info"][0]["report"])
        assert text[told["text_info"][0]["start"] : told["text_info"][0]["end"]] == told["text"][0]


def test_markdown_cites_every_claim(record: Record, tmp_path: Path) -> None:
    """Every footnote that is cited is there, and no word of a report became markup."""
    told = FORMATS["markdown"](record, tmp_path)[0].read_text("utf-8")
    cited, given_ = set(re.findall(r"\[\^(\d+)\](?!:)", told)), set(re.findall(r"^\[\^(\d+)\]:", told, re.MULTILINE))

    assert cited == given_ == {"1", "2", "3"}
    assert "May truce" in told
    assert "Dateline" in told


def test_pdf_holds_the_brief(record: Record, tmp_path: Path) -> None:
    """A PDF reader finds titles, ranges, sources and notices; the same record gives the same bytes."""
    (path,) = FORMATS["pdf"](record, tmp_path / "one.pdf")
    (again,) = FORMATS["pdf"](record, tmp_path / "two.pdf")
    document = pypdfium2.PdfDocument(str(path))
    text = "".join(page.get_textpage().get_text_range() for page in document)

    assert all(
        word in text for word in ("What is known", "Airstrike, Tel Zamar", "Orchard clinic", "May truce", "GeoNames")
    )
    assert path.read_bytes() == again.read_bytes()


def test_pdf_is_ink_on_paper(record: Record, tmp_path: Path) -> None:
    """Pictures keep their colours on paper: the page with the map is mostly white, as a page without one is."""
    (path,) = FORMATS["pdf"](record, tmp_path)
    page = pypdfium2.PdfDocument(str(path))[0].render(scale=0.5, grayscale=True)
    light = sum(dot > 200 for dot in bytes(page.buffer)) / len(bytes(page.buffer))

    assert light > 0.8


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_same_record_same_bytes(form: str, record: Record, tmp_path: Path) -> None:
    """Every format gives the same bytes twice, for the whole and for nothing at all."""
    none = Filtered(record, Filter(types=("nothing",)))
    for view in (record, none) if form != "archive" else (record,):
        first = [path.read_bytes() for path in FORMATS[form](view, tmp_path / f"a{id(view)}")]
        assert first == [path.read_bytes() for path in FORMATS[form](view, tmp_path / f"b{id(view)}")]


def test_a_filter_keeps_what_events_rest_on(record: Record) -> None:
    """One type: its event, its claims, their reports and differences, and no ledger that none of its claims tells."""
    view = Filtered(record, Filter(types=("airstrike",), since="2021-05-01", until="2021-05-04"))
    ids = {
        table: [row["id"] for row in view.rows(table)]
        for table in ("events", "claims", "reports", "contradictions", "agreements")
    }

    assert ids["events"] == ["event:1"]
    assert ids["claims"] == ["claim:1", "claim:2", "claim:3"]
    assert ids["reports"] == ["report:a", "report:b"]
    assert (ids["contradictions"], ids["agreements"]) == (["contradiction:1"], [])


@pytest.mark.parametrize(
    "chosen",
    [Filter(until="2021-05-03"), Filter(since="2021-05-05"), Filter(places=("Aleppo",)), Filter(grades=("denied",))],
)
def test_a_filter_may_leave_nothing(chosen: Filter, record: Record) -> None:
    """Days are half-open and places and grades are matched whole."""
    assert list(Filtered(record, chosen).rows("events")) == []
