"""The record keeps what it is given, whole, and never changes a decision."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import BrokenRecord, Refused
from dateline.model import Judgement, Unread
from dateline.record import Record, Where
from dateline.rows import Row

REPORT: Row = {
    "id": "report:1",
    "key": "a.txt",
    "sha256": "0",
    "text": "words",
    "parts": [],
    "published": {"basis": "none", "from": None},
}
MENTION: Row = {"report": "report:1", "start": 0, "end": 5, "kind": "place", "text": "words"}
CLAIM: Row = {
    "id": "claim:1", "report": "report:1", "start": 0, "end": 5, "text": "words", "type": "other", "trigger": {"start": 0, "end": 5},
}  # fmt: skip


@pytest.fixture
def record(where: Where) -> Iterator[Record]:
    """A fresh record, in each store."""
    with Record.open(where) as one:
        yield one


def test_a_report_comes_with_its_mentions_and_claims(record: Record) -> None:
    """What is kept comes back."""
    record.keep([(REPORT, [MENTION], [CLAIM])])

    assert [r.id for r in record.reports()] == ["report:1"]
    assert [c.id for c in record.claims()] == ["claim:1"]
    assert list(record.rows("mentions")) == [MENTION]


def test_reading_again_adds_nothing(record: Record) -> None:
    """The same report a second time is nothing new."""
    record.keep([(REPORT, [MENTION], [CLAIM])])
    record.keep([(REPORT, [MENTION], [CLAIM])])

    assert len(list(record.rows("mentions"))) == 1


def test_half_a_batch_is_not_kept(record: Record) -> None:
    """Where one report of a batch fails, none of the batch is kept."""
    broken = {**CLAIM, "report": "nobody"}
    with pytest.raises(Refused):
        record.keep([(REPORT, [], []), ({**REPORT, "id": "report:2"}, [], [broken])])

    assert list(record.reports()) == []


def test_what_was_read_and_decided_stays(record: Record) -> None:
    """The store itself refuses to change or remove a judgement, a report or a claim."""
    record.keep([(REPORT, [], [CLAIM])])
    record.judge(Judgement("event:1", "accept", "ada", "2026-01-01T00:00:00+00:00"))

    for table in ("judgement", "report", "claim"):
        for attempt in (f"UPDATE {table} SET row = '{{}}'", f"DELETE FROM {table}"):
            with pytest.raises(Refused, match=f"{table} is never"):
                record.store.execute(attempt)


def test_what_is_derived_is_replaced_whole(record: Record) -> None:
    """A second weighing leaves nothing of the first."""
    record.derive({"events": [{"id": "event:1"}]})
    record.derive({"events": [{"id": "event:2"}]})

    assert [told["id"] for told in record.rows("events")] == ["event:2"]


def test_something_else_is_refused(tmp_path: Path) -> None:
    """A file that is no record gives a plain error and is left as it was."""
    path = tmp_path / "notes.txt"
    path.write_text("not a database, but long enough to be looked at as one, which it is not\n" * 30)
    with pytest.raises(BrokenRecord, match="cannot be opened"):
        Record.open(path)

    assert path.read_text().startswith("not a database")


def test_another_format_is_refused(where: Where) -> None:
    """A record of a later shape is refused, not guessed at."""
    with Record.open(where) as record:
        record.note("format", "99")

    for way in (Record.open, Record.reading):
        with pytest.raises(BrokenRecord, match="format 99"):
            way(where)


def test_unread_inputs_are_told(record: Record) -> None:
    """Every input that could not be read has a row with its reason."""
    record.keep_unread(Unread("b.bin", "binary", "no text"))

    assert list(record.rows("unread")) == [{"key": "b.bin", "reason": "binary", "detail": "no text"}]


def test_find_tells_the_table(record: Record) -> None:
    """Anything with an id is found again, with the table it stands in."""
    record.keep([(REPORT, [], [CLAIM])])

    assert record.find("claim:1") == ("claims", CLAIM)
    assert record.find("claim:2") is None


def test_the_bytes_of_a_page_are_kept_once(record: Record) -> None:
    """What a report was read from comes back byte for byte; a digest that nothing was kept for has none."""
    record.keep_source("ab12", b"<p>caf\xe9</p>" * 999, "text/html")
    record.keep_source("ab12", b"other", None)
    assert record.source("ab12") == (b"<p>caf\xe9</p>" * 999, "text/html")
    assert record.source("cd34") is None
