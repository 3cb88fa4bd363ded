"""The commands that tell, bring back and compare, from the shell: exit codes, and what a person is told."""

import re
from pathlib import Path

import pytest
from tell_made import made
from typer.testing import CliRunner

from dateline.cli.commands import app
from dateline.record import Record

RUNNER = CliRunner()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The made-up record on disk."""
    path = tmp_path / "dateline.db"
    made(Record.open(path)).close()
    return path


def test_tell_takes_filters(store: Path, tmp_path: Path) -> None:
    """A filter leaves one event; a day that is none is wrong use."""
    one = ["tell", "acled", "--record", str(store), "--out", str(tmp_path), "--type", "airstrike", "--public"]
    told = RUNNER.invoke(app, one)
    wrong = RUNNER.invoke(app, [*one, "--since", "May"])

    assert (told.exit_code, wrong.exit_code) == (0, 2)
    assert (tmp_path / "acled.csv").read_text("utf-8").count("event:1") == 1


def test_import_previews_and_keeps(store: Path, tmp_path: Path) -> None:
    """A preview keeps nothing; an import keeps every row; a wrong row keeps none."""
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("subject,verdict\nevent:2,accept\nevent:1,reject\n")
    command = ["import", str(sheet), "--record", str(store), "--by", "ben"]
    counts = []
    for options in (["--preview"], []):
        assert RUNNER.invoke(app, [*command, *options]).exit_code == 0
        with Record.open(store) as record:
            counts.append(sum(1 for _ in record.judgements()))
    sheet.write_text("subject,verdict\nevent:3,accept\nevent:77,accept\n")

    assert counts == [1, 3]
    assert RUNNER.invoke(app, command).exit_code == 1


def test_import_restores(store: Path, tmp_path: Path) -> None:
    """An archive told and imported is a record that tells the same archive; a second import is refused."""
    archive, again = tmp_path / "a.zip", tmp_path / "again.db"
    RUNNER.invoke(app, ["tell", "archive", "--record", str(store), "--out", str(archive)])
    first = RUNNER.invoke(app, ["import", str(archive), "--record", str(again)])
    RUNNER.invoke(app, ["tell", "archive", "--record", str(again), "--out", str(tmp_path / "b.zip")])

    assert first.exit_code == 0, first.output
    assert archive.read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert RUNNER.invoke(app, ["import", str(archive), "--record", str(again)]).exit_code == 1


def test_compare_names_rows_it_leaves_out(store: Path, tmp_path: Path) -> None:
    """A row without a day is named and the exit code says so; the others are compared."""
    path = tmp_path / "own.csv"
    path.write_text("date,place\n2021-05-03,Tel Zamar\nsoon,Homs\n")
    told = RUNNER.invoke(app, ["compare", str(path), "--record", str(store), "--out", str(tmp_path / "out.csv")])

    assert told.exit_code == 3
    assert "both,event:1" in (tmp_path / "out.csv").read_text("utf-8")


def test_publish_writes_pages_that_lead_to_each_other(store: Path, tmp_path: Path) -> None:
    """Every link between pages leads to a file; nothing private stands on any of them; no script is there."""
    told = RUNNER.invoke(app, ["publish", str(tmp_path / "site"), "--record", str(store)])
    pages = list((tmp_path / "site").glob("*.html"))

    assert told.exit_code == 0, told.output
    for page in pages:
        html = page.read_text("utf-8")
        links = [link for link in re.findall(r'href="([^"#]+)"', html) if "//" not in link]
        assert all((page.parent / link).is_file() for link in links), page.name
        assert not [word for word in ("Haddou", "Odeh", "Qadi", "<script") if word in html]
    assert {"index.html", "event-1.html", "2021-05.html"} <= {page.name for page in pages}


def test_publish_whole_leaves_nothing_out(store: Path, tmp_path: Path) -> None:
    """With --whole the names stand; a filter still chooses."""
    RUNNER.invoke(app, ["publish", str(tmp_path / "site"), "--record", str(store), "--whole", "--type", "airstrike"])
    pages = {page.name: page.read_text("utf-8") for page in (tmp_path / "site").glob("event-*.html")}

    assert list(pages) == ["event-1.html"]
    assert "Rima Haddou" in pages["event-1.html"]


@pytest.mark.parametrize(("option", "word"), [("--type", "airstrikes"), ("--grade", "sure")])
def test_a_misspelt_filter_is_wrong_use(store: Path, tmp_path: Path, option: str, word: str) -> None:
    """A type or grade that there is none of would leave an empty export: it is wrong use, and the known ones are named."""
    told = RUNNER.invoke(app, ["tell", "csv", "--record", str(store), "--out", str(tmp_path / "out"), option, word])

    assert told.exit_code == 2
    assert "confirmed" in told.output or "airstrike," in told.output
    assert not (tmp_path / "out").exists()
