"""Every command takes the address of a server where it takes a file, and tells the same from both, byte for byte."""

from pathlib import Path

import pytest
from kept import filled as made
from typer.testing import CliRunner

from dateline.cli.commands import app
from dateline.errors import Misjudged
from dateline.examples import example_folder
from dateline.record import Record, Where
from postgresql import Server

RUNNER = CliRunner()


def done(*words: object, code: int = 0) -> str:
    """What a command told."""
    result = RUNNER.invoke(app, [str(word) for word in words])
    assert result.exit_code == code, (words, result.output)
    return result.output


def filled(where: Where, out: Path) -> Path:
    """A folder with all that is told from a record that was read, weighed, judged by shell and sheet, and weighed again."""
    with example_folder() as folder:
        done("read", folder, "--record", where, "--workers", 1)
    done("weigh", "--record", where)
    with Record.reading(where) as record:
        first, second = [told["id"] for told in record.rows("events")][:2]
    sheet = out.with_suffix(".csv")
    sheet.write_text(f"subject,verdict,note,by,at\n{second},reject,seen,ana,2021-03-05T00:00:00+00:00\n", "utf-8")
    done("judge", "correct", first, "--field", "type", "--value", "clash", "--by", "ana", "--record", where)
    done("import", sheet, "--record", where)
    done("weigh", "--record", where)
    for form in ("jsonl", "csv", "geojson", "hxl"):
        done("tell", form, "--out", out / form, "--record", where)
    (out / "explained.txt").write_text(done("explain", first, "--record", where), "utf-8")
    done("check", "--record", where)
    return out


@pytest.mark.slow
@pytest.mark.model
def test_a_server_tells_what_a_file_tells(server: Server, tmp_path: Path) -> None:
    """Not a byte differs, in any table, export or explanation; an archive of the one is the record of the other."""
    address = server.database()
    file, served = filled(tmp_path / "one.db", tmp_path / "file"), filled(address, tmp_path / "served")
    names = sorted(path.relative_to(file) for path in file.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(served) for path in served.rglob("*") if path.is_file())
    assert len(names) > 10
    for name in names:
        if name.name != "judgements.jsonl":  # they bear the time of the clock
            assert (file / name).read_bytes() == (served / name).read_bytes(), name

    done("tell", "archive", "--out", tmp_path / "told.zip", "--record", tmp_path / "one.db")
    again = server.database()
    done("import", tmp_path / "told.zip", "--record", again)
    done("tell", "archive", "--out", tmp_path / "again.zip", "--record", again)
    assert (tmp_path / "told.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()


def test_there_is_no_record(server: Server, tmp_path: Path) -> None:
    """A command that needs a record says that there is none, and makes none."""
    address = server.database()
    for words in (["tell", "jsonl", "--out", tmp_path / "out"], ["explain", "event:1"], ["judge", "accept", "event:1"], ["serve"], ["check"], ["backup", tmp_path / "b.db"]):  # fmt: skip
        assert "there is no record at postgresql://" in done(*words, "--record", address, code=1)
    assert not Record.there(address)


@pytest.mark.parametrize(
    ("field", "value"), [("colour", "red"), ("type", "explosion"), ("time", "last week"), ("stance", "denies")]
)
def test_a_correction_to_garbage_is_refused(field: str, value: str, where: Where) -> None:
    """A field that events do not have, or a value that it cannot have: code 1, and nothing is kept."""
    with made(Record.open(where)) as record:
        before = record.decided()
        result = RUNNER.invoke(
            app, ["judge", "correct", "event:1", "--field", field, "--value", value, "--record", str(where)]
        )

        assert isinstance(result.exception, Misjudged)
        assert record.decided() == before
