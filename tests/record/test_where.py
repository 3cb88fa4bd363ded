"""Where a record lies, told wrongly: one line that says what would be right, and nothing is made."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.commands import app
from dateline.errors import Unusable
from dateline.record import Record

RUNNER = CliRunner()


@pytest.mark.parametrize("address", ["postgresql://[half/desk", "postgresql://%zz/desk", "postgresql://a:hid@h/d?no=1"])
def test_a_broken_address_is_told_without_its_password(address: str) -> None:
    """What the driver cannot take apart is told in plain words, and its password is not."""
    pytest.importorskip("psycopg")
    with pytest.raises(Unusable, match="no address of a PostgreSQL database") as told:
        Record.reading(address)

    assert "hid" not in str(told.value)


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    """Neither to read nor to write."""
    for opened in (Record.open, Record.reading):
        with pytest.raises(Unusable, match="is a folder"):
            opened(tmp_path)


def test_another_kind_of_address_is_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address of a store that is not known is wrong use, and not a folder of that name."""
    monkeypatch.chdir(tmp_path)
    told = RUNNER.invoke(app, ["status", "--record", "mysql://host/desk"])

    assert told.exit_code == 2
    assert "postgresql://" in told.output


@pytest.mark.parametrize("words", [["weigh"], ["import", "none.zip"], ["import", "none.csv"]])
def test_no_record_is_made_by_mistake(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weighing what is not there, or bringing back a file that is not there, fails and leaves nothing behind."""
    monkeypatch.chdir(tmp_path)

    assert RUNNER.invoke(app, [*words, "--record", "desk.db"]).exit_code == 1
    assert list(tmp_path.iterdir()) == []
