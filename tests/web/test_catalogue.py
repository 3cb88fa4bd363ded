"""The catalogue says what the events say, and is made anew with them."""

import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.commands import app
from dateline.errors import Overtaken, Unusable
from dateline.model import Judgement
from dateline.record import Record
from dateline.web.reader import Reader, prepared


def told(record: Path, query: str) -> list[tuple[object, ...]]:
    """The rows of a query."""
    db = sqlite3.connect(record)
    try:
        return db.execute(query).fetchall()
    finally:
        db.close()


def test_each_event_has_one_card(record: Path) -> None:
    """A card an event, under its own id, with its own counts."""
    with Record.open(record) as store:
        events = {row["id"]: (len(row["claims"]), len(row["voices"]), row["grade"]) for row in store.rows("events")}
    cards = {name: tuple(counts) for name, *counts in told(record, "SELECT event, claims, voices, grade FROM card")}

    assert cards == events


def test_a_new_weighing_replaces_the_catalogue(record: Path) -> None:
    """Nothing of what was derived before is left over."""
    with Record.open(record) as store:
        store.derive({"events": [{"id": "event:new", "title": "Meeting", "claims": [], "outlets": []}]})

    assert told(record, "SELECT event FROM card") == [("event:new",)]
    assert told(record, "SELECT count(*) FROM card_facet") == [(0,)]
    assert told(record, "SELECT rowid FROM card_text WHERE card_text MATCH 'market'") == []


def test_a_record_weighed_before_there_was_a_catalogue_gets_one(record: Path) -> None:
    """An older record is served as it is."""
    db = sqlite3.connect(record)
    db.executescript("DELETE FROM card; DELETE FROM card_facet; DELETE FROM about WHERE name = 'weighing';")
    db.close()

    assert len(Reader(prepared(record)).shelf()) == 2


def test_a_decision_in_sight_of_an_older_state_is_refused(record: Path) -> None:
    """Only the decision made in sight of the last one is kept, and both stay in order."""
    with Record.open(record) as store:
        first = store.judge_after(Judgement("claim:r1", "accept", "ana", "2021-03-05"), 0)
        with pytest.raises(Overtaken):
            store.judge_after(Judgement("claim:r1", "reject", "bo", "2021-03-05"), 0)
        second = store.judge_after(Judgement("claim:r1", "reject", "bo", "2021-03-06"), first)

        assert (first, second, store.decided()) == (1, 2, 2)


def test_a_reader_cannot_write(record: Path) -> None:
    """Pages read through a connection that refuses to write."""
    with pytest.raises(Unusable, match="read-only"):
        Reader(record).db.execute("DELETE FROM card")


def test_serving_needs_a_record(tmp_path: Path) -> None:
    """Without a record there is nothing to serve, and none is made."""
    result = CliRunner().invoke(app, ["serve", "--record", str(tmp_path / "none.db")])

    assert result.exit_code == 1
    assert not (tmp_path / "none.db").exists()
