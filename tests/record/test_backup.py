"""A backup holds the whole record, whichever store it lies in, and brings it back into either."""

from pathlib import Path

import pytest
from kept import everything, filled, judgement
from typer.testing import CliRunner

from dateline.cli.commands import app
from dateline.errors import BrokenRecord, DatelineError
from dateline.record import Record, Where, back_up, bring_back

RUNNER = CliRunner()


def test_a_record_comes_back_as_it_was(where: Where, tmp_path: Path) -> None:
    """Backed up and brought back into the same kind of store, nothing differs, and the copy is sound."""
    with filled(Record.open(where)) as record:
        before = everything(record)
        back_up(where, tmp_path / "copy.db")
    bring_back(tmp_path / "copy.db", tmp_path / "again.db")

    with Record.open(tmp_path / "again.db") as again:
        assert everything(again) == before
        assert again.check() == []


def test_a_record_moves_to_a_server(tmp_path: Path, where: Where) -> None:
    """A backup of a file comes back in either store, with the same rows, digests and catalogue."""
    with filled(Record.open(tmp_path / "desk.db")) as record:
        before = everything(record)
    back_up(tmp_path / "desk.db", tmp_path / "copy.db")
    bring_back(tmp_path / "copy.db", where)

    with Record.open(where) as moved:
        assert everything(moved) == before
        assert (moved.check(), moved.store.cards_holding("cafe shells")) == ([], [1])


def test_a_backup_is_taken_while_others_write(where: Where, tmp_path: Path) -> None:
    """What is decided while nothing of it is committed yet is not in the copy, and the copy is sound."""
    with filled(Record.open(where)) as record, record.at_once():
        record.judge(judgement("2021-03-06T00:00:00+00:00"))
        back_up(where, tmp_path / "copy.db")

    with Record.reading(tmp_path / "copy.db") as copy:
        assert (copy.decided(), copy.check()) == (2, [])


def test_nothing_is_overwritten(where: Where, tmp_path: Path) -> None:
    """A backup never replaces a file, and is never brought back over a record."""
    filled(Record.open(where)).close()
    back_up(where, tmp_path / "copy.db")
    with pytest.raises(DatelineError, match="never replaces"):
        back_up(where, tmp_path / "copy.db")
    with pytest.raises(DatelineError, match="holds a record"):
        bring_back(tmp_path / "copy.db", where)


def test_a_damaged_record_gives_no_backup(tmp_path: Path) -> None:
    """Where the copy is not what the record was given, there is no backup, and no half of one."""
    with filled(Record.open(tmp_path / "desk.db")) as record:
        record.store.execute("UPDATE mention SET row = replace(row, 'words', 'sword')")
    with pytest.raises(BrokenRecord, match="not as it was read"):
        back_up(tmp_path / "desk.db", tmp_path / "copy.db")

    assert [path.name for path in tmp_path.glob("copy*")] == []


def test_the_commands(where: Where, tmp_path: Path) -> None:
    """Check, backup and restore from the shell; what is not there is told."""
    filled(Record.open(where)).close()
    copy, again = str(tmp_path / "copy.db"), str(tmp_path / "again.db")
    for words in (["check"], ["backup", copy], ["check", copy], ["restore", copy, again], ["check", again]):
        command, *files = words
        record = files.pop() if len(files) == 2 or (command == "check" and files) else str(where)
        assert RUNNER.invoke(app, [command, *files, "--record", record]).exit_code == 0, words

    assert RUNNER.invoke(app, ["check", "--record", str(tmp_path / "none.db")]).exit_code == 1


def test_files_beside_a_backup_stay(where: Path | str, tmp_path: Path) -> None:
    """A backup touches no file but its own, whatever the others are called, and leaves none behind."""
    beside = tmp_path / "out" / "copy.db.part"
    beside.parent.mkdir()
    beside.write_text("mine", "utf-8")
    with Record.open(where) as record:
        filled(record)
    back_up(where, beside.with_name("copy.db"))

    assert beside.read_text("utf-8") == "mine"
    assert sorted(path.name for path in beside.parent.iterdir()) == ["copy.db", "copy.db.part"]
