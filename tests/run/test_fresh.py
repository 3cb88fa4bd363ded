"""Which run goes on where it stopped, and which one starts afresh."""

import os
from pathlib import Path

import pytest

from dateline.model import Unread
from dateline.run import fresh_record


def goes_on(folder: Path, name: str) -> bool:
    """Whether a second run over an input finds what the first one kept."""
    with fresh_record(folder / "record.db", [name]) as first:
        first.keep_unread(Unread("blank", "empty", "nothing"))
    with fresh_record(folder / "record.db", [name]) as second:
        return any(True for _ in second.rows("unread"))


def test_a_run_over_a_pipe_starts_afresh(tmp_path: Path) -> None:
    """What came through a pipe cannot be known again, so a stopped run over one is not gone on with."""
    assert not goes_on(tmp_path, "-")
    assert goes_on(tmp_path, str(tmp_path))


def test_a_pattern_stands_for_its_files(tmp_path: Path) -> None:
    """Where a file that a pattern names has changed, the run starts afresh."""
    page = tmp_path / "page.txt"
    page.write_text("one", "utf-8")
    pattern = str(tmp_path / "*.txt")
    with fresh_record(tmp_path / "record.db", [pattern]) as first:
        first.keep_unread(Unread("blank", "empty", "nothing"))
    page.write_text("another", "utf-8")
    with fresh_record(tmp_path / "record.db", [pattern]) as second:
        assert not list(second.rows("unread"))


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """A file whose name is not UTF-8 can be told from another."""
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("one", "utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    with fresh_record(tmp_path / "record.db", [str(tmp_path)]) as record:
        assert record.noted("run")


def test_another_gazetteer_or_version_is_another_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found with other places, or by another version, is not gone on with."""
    (tmp_path / "places.csv").write_text("name\n")
    (tmp_path / "in").mkdir()
    kept = []
    for version, places in (("1", []), ("1", []), ("1", [tmp_path / "places.csv"]), ("2", [tmp_path / "places.csv"])):
        monkeypatch.setattr("dateline.__version__", version)
        with fresh_record(tmp_path / "record.db", [str(tmp_path / "in")], places) as record:
            kept.append(any(True for _ in record.rows("unread")))
            record.keep_unread(Unread("blank", "empty", "nothing"))

    assert kept == [False, True, False, False]
