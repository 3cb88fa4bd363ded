"""A page that changed between two readings: both are kept, and the change is told wherever the record is told."""

import json

import pytest
from typer.testing import CliRunner

from conftest import Told
from dateline.cli.commands import app

pytestmark = [pytest.mark.model, pytest.mark.slow]
RUNNER = CliRunner()
STORY = "Shelling killed {} people in Homs on Monday, the governor of the province said. The market was closed for the rest of the day."


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The tables of a run over two states of one page."""
    folder = tmp_path_factory.mktemp("versions")
    rows = [
        {
            "id": n,
            "url": "https://example.org/homs",
            "title": "Market shelled",
            "text": STORY.format(toll),
            "published": day,
        }
        for n, toll, day in (("1", "nine", "2021-03-01T09:00:00Z"), ("2", "six", "2021-03-01T15:00:00Z"))
    ]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = RUNNER.invoke(app, ["run", str(folder / "rows.jsonl"), "--out", str(folder / "out"), "--workers", "1"])
    assert result.exit_code == 0, result.output
    return Told(folder / "out")


def test_a_silently_lowered_toll_is_in_the_tables(told: Told) -> None:
    """One change: the toll, from nine to six, the later report being a version of the earlier."""
    (change,) = [json.loads(line) for line in (told.folder / "revisions.jsonl").read_text().splitlines()]
    keys = {row["id"]: row["key"] for row in told["reports"]}

    assert (change["kind"], change["field"], change["turn"], change["admitted"]) == (
        "figure",
        "killed",
        "lowered",
        False,
    )
    assert (keys[change["before"]], keys[change["report"]]) == ("1", "2")


def test_it_is_in_the_brief_and_explained(told: Told) -> None:
    """The page names it, and so do both the change and the report when they are asked why."""
    change = json.loads((told.folder / "revisions.jsonl").read_text())
    record = str(told.folder / "dateline.db")

    assert "Changed by the outlets" in (told.folder / "brief.html").read_text()
    for subject in (change["id"], change["report"]):
        assert "was lowered" in RUNNER.invoke(app, ["explain", subject, "--record", record]).stdout
