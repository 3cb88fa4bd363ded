"""Records of format 2 are brought to the present one whole, in either store."""

import json
from pathlib import Path

import pytest
from kept import CLAIM, EVENT, MENTION, REPORT, everything, filled, judgement

from dateline.record import Record, place
from dateline.record.digests import Sum, chained, whole
from dateline.record.shape import FORMAT
from dateline.record.store import Store
from dateline.record.where import reaching
from dateline.rows import Row, row

CHANGED: Row = {**CLAIM, "type": "clash"}


def written(told: Row) -> str:
    """A row as a record keeps it."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def shaped(store: Store, kind: str) -> None:
    """Make the tables of format 2, as the version before made them."""
    script = Path(__file__).with_name(f"format_2.{kind}.sql").read_text("utf-8")
    pieces = (piece for piece in script.split(";\n\n") if piece.strip())
    if kind == "sqlite":
        store._db.executescript(script + "CREATE VIRTUAL TABLE card_text USING fts5 (words, content = '');")  # type: ignore[attr-defined]
        return
    for piece in pieces:
        store._db.execute(piece)  # type: ignore[attr-defined]
    store.execute("CREATE TABLE card_text (n integer PRIMARY KEY, words tsvector NOT NULL)")
    store.execute("CREATE INDEX ON card_text USING gin (words)")


@pytest.fixture
def old(nowhere: Path | str) -> Path | str:
    """A record of format 2, filled as the version before filled it; weighing changed the type of its claim."""
    store = reaching(nowhere).writable()
    shaped(store, "sqlite" if isinstance(nowhere, Path) else "postgresql")
    told = written(REPORT), [written(MENTION)], [written(CLAIM)]
    store.execute("INSERT INTO report VALUES (?, ?, ?, ?)", (REPORT["id"], REPORT["key"], told[0], whole(*told)))
    store.execute("INSERT INTO mention VALUES (?, 0, 5, 'place', ?)", (REPORT["id"], told[1][0]))
    store.execute("INSERT INTO claim VALUES (?, ?, 0, 5, ?)", (CLAIM["id"], REPORT["id"], told[2][0]))
    before = ""
    for n, one in enumerate((judgement(), judgement("2021-03-05T00:00:00+00:00", "reject")), 1):
        before = chained(before, written(row(one)))
        store.execute("INSERT INTO judgement VALUES (?, ?, ?)", (n, written(row(one)), before))
    for table, one in (("reports", REPORT), ("claims", CHANGED), ("events", EVENT)):
        total = Sum()
        store.execute("INSERT INTO weighed VALUES (?, ?, ?)", (table, one["id"], total.add(written(one))))
        store.execute("INSERT INTO about VALUES (?, ?)", (f"sum of {table}", total.told()))
    store.execute("INSERT INTO about VALUES ('format', '2'), ('weighing', '1'), ('decided', '1')")
    store.close()
    return nowhere


def test_a_record_of_format_2_is_brought_up(old: Path | str, tmp_path: Path) -> None:
    """It holds what one filled by this version holds, passes its check, and keeps of reports and claims what weighing changed."""
    with filled(Record.open(tmp_path / "new.db")) as new, Record.open(old) as record:
        new.store.execute("DELETE FROM source")
        new.store.execute("DELETE FROM unread")
        new.derive({"reports": [REPORT], "claims": [CHANGED], "events": [EVENT]})
        new.note("weighing", "1")
        assert (record.noted("format"), record.check()) == (FORMAT, [])
        assert everything(record) == everything(new)
        assert list(record.rows("claims")) == [CHANGED]
        kept = dict(record.store.execute('SELECT "table", row FROM weighed').rows)
        assert kept["reports"] == '{"id":"report:1"}'
        assert kept["claims"] == '{"id":"claim:1","type":"clash"}'


def test_what_is_read_still_stands(old: Path | str) -> None:
    """The bytes of what was read are as they were, and found under the words of its event."""
    with Record.open(old) as record:
        assert list(record.as_read("claims")) == [CLAIM]
        assert record.store.cards_holding("arwa") == [1]
        assert record.find("claim:1") == ("claims", CHANGED)


def test_a_new_record_has_the_same_shape(tmp_path: Path) -> None:
    """The same tables, columns, indexes and rules, whichever way a record came to this format."""
    path = tmp_path / "old.db"
    store = reaching(path).writable()
    shaped(store, "sqlite")
    store.execute("INSERT INTO about VALUES ('format', '2')")
    store.close()
    query = 'SELECT m.name, p.name, p.type, p."notnull", p.pk FROM sqlite_schema m LEFT JOIN pragma_table_info(m.name) p ORDER BY 1, 2'
    with Record.open(path) as one, Record.open(place(str(tmp_path / "new.db"))) as other:
        assert one.store.execute(query).rows == other.store.execute(query).rows
