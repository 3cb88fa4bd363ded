"""What a weighing changed is kept, and nothing else is said to have changed."""

import json

import pytest

from dateline.model import Claim, Judgement, Part, Published, Report, Span, content_id
from dateline.record import Record
from dateline.rows import row
from dateline.run import CHANGES, SECOND, weigh_record
from dateline.run.changes import Standing, changed
from dateline.times import Interval

TEXT = "Gunmen raided the depot at Deir Nour on Monday."
ONE = Standing("Raid", {"grade": "single_voice", "killed": ""}, ("c1",))


@pytest.fixture
def record() -> Record:
    """A record of one report with one claim, weighed once."""
    store = Record.open(":memory:")
    report = Report("report:1", "a.txt", "1", TEXT, (Part(0, len(TEXT), "body"),), Published(Interval.parse("2021-03-03", None), "given"), outlet="Harbour Daily")  # fmt: skip
    claim = Claim("claim:1", "report:1", 0, len(TEXT), TEXT, "armed_attack", Span(0, 6))
    store.keep([(row(report), [], [row(claim)])])
    weigh_record(store)
    return store


def changes(record: Record) -> list[dict[str, object]]:
    """What the record says its weighings changed, the latest first."""
    told: list[dict[str, object]] = json.loads(record.noted(CHANGES) or "[]")
    return told


def test_the_first_weighing_changes_nothing(record: Record) -> None:
    """There is nothing to compare it with."""
    assert changes(record) == []


def test_weighing_the_same_again_changes_nothing(record: Record) -> None:
    """It is listed as a weighing that changed nothing."""
    weigh_record(record)

    assert changes(record)[0]["counts"] == {"new": 0, "gone": 0, "changed": 0}


def test_a_decision_shows_as_a_change(record: Record) -> None:
    """What was decided since shows in the field that it moved, with what stood there before."""
    event = content_id("event", "claim:1")
    record.judge(Judgement(event, "reject", "ana", "2021-03-05"))
    weigh_record(record)

    (told,) = changes(record)[0]["changed"]  # type: ignore[misc]
    assert told["id"] == event
    assert told["fields"]["grade"] == ["single_voice", "discounted"]


def test_with_a_second_reader_one_decision_moves_nothing(record: Record) -> None:
    """Where a second person is asked for, weighing leaves out what only one decided."""
    record.note(SECOND, "yes")
    record.judge(Judgement(content_id("event", "claim:1"), "reject", "ana", "2021-03-05"))
    weigh_record(record)

    assert [event["grade"] for event in record.rows("events")] == ["single_voice"]


def test_what_went_says_where_its_claims_are_now() -> None:
    """An event that was put together with another one is not lost."""
    both = ONE._replace(claims=("c1", "c2"))
    told = changed({"event:1": ONE, "event:2": ONE._replace(claims=("c2",))}, {"event:2": both, "truce:1": both})

    assert told["gone"] == [{"id": "event:1", "title": "Raid", "now": "event:2"}]
    assert [one["id"] for one in told["new"]] == ["truce:1"]
