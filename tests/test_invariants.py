"""What must hold of every record: exact spans, parts that cover the text, reasons, and the same bytes from the same inputs."""

import json
import random
from pathlib import Path

import pytest

from conftest import Told, run
from dateline.examples import example_folder
from dateline.rows import Row
from dateline.tell.tables import TABLES

RECORDS = ["examples", pytest.param("seeds", marks=pytest.mark.shared)]
pytestmark = pytest.mark.slow


@pytest.fixture
def told(request: pytest.FixtureRequest) -> Told:
    """The record a test is about."""
    return request.getfixturevalue(request.param)


def spans(row: Row) -> list[Row]:
    """Every row within a row that says where its words stand."""
    inner = [
        part
        for value in row.values()
        for part in (value if isinstance(value, list) else [value])
        if isinstance(part, dict)
    ]
    own = [row] if row.get("start") is not None and "text" in row else []
    return own + [span for part in inner for span in spans(part)]


@pytest.mark.parametrize("told", RECORDS, indirect=True)
@pytest.mark.parametrize("table", ["mentions", "claims"])
def test_every_span_is_exact(told: Told, table: str) -> None:
    """The characters a row points at are the characters it names."""
    texts = {r["id"]: r["text"] for r in told["reports"]}
    found = [(row["report"], span) for row in told[table] for span in spans(row)]

    assert len(found) > 50
    for report, span in found:
        assert texts[report][span["start"] : span["end"]] == span["text"], span


@pytest.mark.parametrize("told", RECORDS, indirect=True)
def test_parts_cover_the_text(told: Told) -> None:
    """Every character of a report belongs to exactly one part."""
    for report in told["reports"]:
        edges = [0, *(part["end"] for part in report["parts"])]
        assert [part["start"] for part in report["parts"]] == edges[:-1]
        assert edges[-1] == len(report["text"])


@pytest.mark.parametrize("told", RECORDS, indirect=True)
def test_no_claim_stands_in_furniture(told: Told) -> None:
    """Menus and teasers claim nothing."""
    parts = {r["id"]: [p for p in r["parts"] if p["part"] in ("furniture", "teaser")] for r in told["reports"]}
    for claim in told["claims"]:
        assert not any(p["start"] <= claim["start"] < p["end"] for p in parts[claim["report"]]), claim["text"]


@pytest.mark.parametrize("told", RECORDS, indirect=True)
def test_links_lead_somewhere(told: Told) -> None:
    """Every id that a table names stands in its own table."""
    claims = {c["id"] for c in told["claims"]}
    reports = {r["id"] for r in told["reports"]}
    events = {e["id"] for e in told["events"]}
    assert all(c["report"] in reports and c["because"] for c in told["claims"])
    for row in (*told["events"], *told["agreements"], *told["commitments"]):
        assert claims.issuperset(row["claims"]), row["id"]
    for row in told["contradictions"]:
        assert row["event"] in events
        assert len(row["values"]) > 1
        assert all(claims.issuperset(value["claims"]) for value in row["values"])


@pytest.mark.parametrize("told", RECORDS, indirect=True)
def test_nothing_past_lies_in_the_future(told: Told) -> None:
    """What has happened happened before its report was out."""
    published = {r["id"]: r["published"] for r in told["reports"]}
    for claim in told["claims"]:
        when, out = claim["time"], published[claim["report"]]
        if when and when["from"] and out["to"] and claim["modality"] == "actual" and claim["stance"] == "asserts":
            assert when["from"][:10] < out["to"][:10], claim["text"]


def rows() -> list[str]:
    """The example reports, a row each."""
    with example_folder() as folder:
        return (folder / "reports.jsonl").read_text("utf-8").splitlines(keepends=True)


def test_order_of_inputs_changes_nothing(examples: Told, tmp_path: Path) -> None:
    """The same reports in another order give the same bytes."""
    shuffled = rows()
    random.Random(7).shuffle(shuffled)
    (tmp_path / "reports.jsonl").write_text("".join(shuffled), "utf-8")
    again = run([tmp_path / "reports.jsonl"], tmp_path / "out")
    for table in TABLES:
        assert (again.folder / f"{table}.jsonl").read_bytes() == (examples.folder / f"{table}.jsonl").read_bytes(), (
            table
        )


def test_two_processes_give_the_same(tmp_path: Path) -> None:
    """Where work runs changes nothing: one process and two give the same bytes for reports that make a pool worthwhile."""
    told = [json.loads(row) for row in rows() * 2]
    many = [{**row, "id": f"{n}", "text": f"{row['text']}\nPage {n}.\n"} for n, row in enumerate(told)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in many), "utf-8")
    one = run([tmp_path / "many.jsonl"], tmp_path / "one")
    two = run([tmp_path / "many.jsonl"], tmp_path / "two", workers=2)
    for table in TABLES:
        assert (one.folder / f"{table}.jsonl").read_bytes() == (two.folder / f"{table}.jsonl").read_bytes(), table
