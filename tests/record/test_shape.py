"""Records of an earlier format are brought up to date whole, and lose nothing on the way."""

import json
import sqlite3
from pathlib import Path

import pytest
from kept import CLAIM, EVENT, MENTION, REPORT, everything, filled, judgement

from dateline.errors import BrokenRecord, Refused
from dateline.record import Record
from dateline.record.shape import FORMAT
from dateline.rows import Row, row


def written(told: Row) -> str:
    """A row as a record keeps it."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A record of format 1, as the first version made it."""
    path = tmp_path / "old.db"
    db = sqlite3.connect(path)
    db.executescript("PRAGMA journal_mode = WAL;" + Path(__file__).with_name("format_1.sql").read_text("utf-8"))
    with db:
        db.execute("INSERT INTO report VALUES (?, ?, ?)", (REPORT["id"], REPORT["key"], written(REPORT)))
        db.execute("INSERT INTO mention VALUES (?, 0, 5, 'place', ?)", (REPORT["id"], written(MENTION)))
        db.execute("INSERT INTO claim VALUES (?, ?, 0, 5, ?)", (CLAIM["id"], REPORT["id"], written(CLAIM)))
        for one in (judgement(), judgement("2021-03-05T00:00:00+00:00", "reject")):
            db.execute("INSERT INTO judgement (row) VALUES (?)", (written(row(one)),))
        for table, told in (("reports", REPORT), ("claims", CLAIM), ("events", EVENT)):
            db.execute("INSERT INTO weighed VALUES (?, ?, ?)", (table, told["id"], written(told)))
        db.execute("INSERT INTO about VALUES ('format', '1'), ('weighing', '1'), ('decided', '1')")
    db.close()
    return path


def test_a_record_of_format_1_is_brought_up(old: Path, tmp_path: Path) -> None:
    """Opened by this version it holds what one filled by this version holds, under digests, and passes its check."""
    with filled(Record.open(tmp_path / "new.db")) as new:
        new.store.execute("DELETE FROM source")
        new.store.execute("DELETE FROM unread")
        with Record.open(old) as record:
            assert (record.noted("format"), record.check()) == (FORMAT, [])
            assert everything(record) == everything(new)


def test_what_was_brought_up_stays(old: Path) -> None:
    """Decisions and reports of an older record can be changed no more than new ones, and the chain goes on."""
    with Record.open(old) as record:
        for table in ("judgement", "report", "claim"):
            with pytest.raises(Refused, match="never changed"):
                record.store.execute(f"UPDATE {table} SET row = '{{}}'")

        assert (record.judge(judgement()), record.check()) == (3, [])


def test_the_shape_is_that_of_a_new_record(old: Path, tmp_path: Path) -> None:
    """The same tables, columns, indexes and rules, whichever way a record came to this format."""
    query = 'SELECT m.name, p.name, p.type, p."notnull", p.pk FROM sqlite_schema m LEFT JOIN pragma_table_info(m.name) p ORDER BY 1, 2'
    with Record.open(old) as one, Record.open(tmp_path / "new.db") as other:
        assert one.store.execute(query).rows == other.store.execute(query).rows


def test_reading_brings_up_too(old: Path) -> None:
    """A command that only reads takes an older record as it takes a new one."""
    with Record.reading(old) as record:
        assert [told["id"] for told in record.rows("events")] == ["event:1"]


def test_a_broken_upgrade_leaves_the_record_as_it_was(old: Path) -> None:
    """Where a step fails, the record is of its old format still, with all that it held."""
    db = sqlite3.connect(old)
    with db:
        db.execute("UPDATE weighed SET row = 'no json' WHERE id = 'event:1'")
    with pytest.raises(BrokenRecord):
        Record.open(old)

    assert db.execute("SELECT value FROM about WHERE name = 'format'").fetchone() == ("1",)
    assert "digest" not in [column for _, column, *_ in db.execute("PRAGMA table_info(report)")]
    db.close()


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    """A file of another program is refused, and no table is added to it."""
    path = tmp_path / "else.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE song (title TEXT)")
    db.close()
    with pytest.raises(BrokenRecord, match="something else"):
        Record.open(path)

    assert [name for (name,) in sqlite3.connect(path).execute("SELECT name FROM sqlite_schema")] == ["song"]
