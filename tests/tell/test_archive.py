"""The archive and the sheet of decisions: what goes out comes back the same, and what is wrong is told, not taken."""

import hashlib
import zipfile
from pathlib import Path

import openpyxl
import pytest

from dateline.errors import BrokenRecord, DatelineError, Unreadable
from dateline.record import Record
from dateline.tell import FORMATS, Counted, Filter, Filtered, restore, returned
from dateline.tell.tables import TABLES

PAGE = b"<html><body><p>The hill was quiet \x96 so far.</p></body></html>"


def test_a_round_trip_loses_nothing(record: Record, tmp_path: Path) -> None:
    """Restored, the record has the same rows in every table, the same decisions, and gives the same archive."""
    (first,) = FORMATS["archive"](record, tmp_path / "one.zip")
    with Record.open(tmp_path / "again.db") as again:
        restore(first, again)
        (second,) = FORMATS["archive"](again, tmp_path / "two.zip")

        for table in (*TABLES, "judgements"):
            told = list(record.rows(table))
            assert told, table
            assert list(again.rows(table)) == told, table
        assert list(again.reports()) == list(record.reports())
    assert first.read_bytes() == second.read_bytes()


def test_pages_come_back_as_they_came(record: Record, tmp_path: Path) -> None:
    """The bytes of a page and what told their encoding are in the archive under the page's digest, and are restored."""
    digest = hashlib.sha256(PAGE).hexdigest()
    record.keep_source(digest, PAGE, "windows-1252")
    (path,) = FORMATS["archive"](record, tmp_path)

    with Record.open(":memory:") as again:
        restore(path, again)
        assert again.source(digest) == (PAGE, "windows-1252")
    assert zipfile.ZipFile(path).read(f"source/{digest}") == PAGE


def test_who_waits_is_told(record: Record, tmp_path: Path) -> None:
    """A counted record gives the same archive, and every row taken is counted."""
    taken: list[int] = []
    many = Counted(record, taken.append)
    assert list(many.counted({"n": n} for n in range(450)))[-1] == {"n": 449}

    assert taken == [200, 400]
    (told,), (plain,) = FORMATS["archive"](many, tmp_path / "a"), FORMATS["archive"](record, tmp_path / "b")
    assert told.read_bytes() == plain.read_bytes()


def test_a_changed_archive_is_refused(record: Record, tmp_path: Path) -> None:
    """An archive whose judgements were edited is not restored, and says which file it is."""
    (path,) = FORMATS["archive"](record, tmp_path)
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bad, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"accept"', b'"reject"'))
    with Record.open(":memory:") as empty, pytest.raises(BrokenRecord, match="judgements"):
        restore(bad, empty)


def test_a_file_that_is_no_archive_is_refused(record: Record, tmp_path: Path) -> None:
    """A text file, and a record that holds something already, are refused with a reason."""
    page = tmp_path / "page.zip"
    page.write_text("no archive")
    with Record.open(":memory:") as empty, pytest.raises(BrokenRecord):
        restore(page, empty)
    with pytest.raises(DatelineError, match="of its own"):
        restore(page, record)


def test_half_a_record_is_not_archived(record: Record, tmp_path: Path) -> None:
    """A filtered view cannot be archived."""
    with pytest.raises(DatelineError, match="whole record"):
        FORMATS["archive"](Filtered(record, Filter(types=("airstrike",))), tmp_path)


def test_verdicts_come_back_from_a_spreadsheet(record: Record, tmp_path: Path) -> None:
    """A review sheet, filled in with semicolons as Excel writes them, comes back as decisions; empty verdicts do not."""
    path = FORMATS["review"](record, tmp_path)[0]
    lines = path.read_text("utf-8").splitlines()
    heads = lines[0].split(",")
    rows = {"event:1": ["reject", "", "", "", "staged"], "event:2": ["merge", "event:4", "", "", ""]}
    told = (
        [";".join(["subject", *heads[5:10]])]
        + [";".join([subject, *cells]) for subject, cells in rows.items()]
        + ["event:3;;;;;"]
    )
    path.write_text("\n".join(told), "utf-8-sig")
    found = list(returned(record, path, "ben", "2021-06-01T00:00:00+00:00"))

    assert [(r.subject, r.judgement and r.judgement.verdict, r.error) for r in found] == [
        ("event:1", "reject", None),
        ("event:2", "merge", None),
    ]
    assert found[0].judgement is not None
    assert found[0].judgement.note == "staged"
    assert found[0].judgement.by == "ben"


def test_row_errors_name_row_and_remedy(record: Record, tmp_path: Path) -> None:
    """Each wrong row is told with its number and what would be right."""
    path = tmp_path / "bad.csv"
    path.write_text(
        "subject,verdict,other,field\nevent:9,accept,,\nevent:1,maybe,,\nevent:1,merge,,\nevent:1,correct,,\n"
    )
    errors = [(told.number, told.error or "") for told in returned(record, path, "ben", "now")]

    assert [number for number, _ in errors] == [2, 3, 4, 5]
    assert all(
        word in error
        for word, (_, error) in zip(("event:9", "accept, reject", "second id", "a field"), errors, strict=True)
    )


def test_known_decisions_are_passed_over(record: Record, tmp_path: Path) -> None:
    """The sheet of decisions, brought back unchanged, adds nothing."""
    path = FORMATS["judgements"](record, tmp_path)[0]

    assert list(returned(record, path, "ben", "now")) == []


def test_excel_is_read(record: Record, tmp_path: Path) -> None:
    """A workbook is read as its first sheet; one without the columns is refused."""
    book = openpyxl.Workbook()
    book.active.append(["Subject", "Verdict", "Note"])
    book.active.append(["event:2", "Accept", "=not a formula"[1:]])
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "b.csv").write_text("id,what\n1,2\n")

    assert [
        told.judgement and told.judgement.verdict for told in returned(record, tmp_path / "a.xlsx", "ben", "now")
    ] == ["accept"]
    with pytest.raises(Unreadable, match="subject and verdict"):
        list(returned(record, tmp_path / "b.csv", "ben", "now"))
