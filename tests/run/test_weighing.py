"""Weighing what is new leaves what weighing all of it afresh would leave, to the letter, whatever came and in whatever order."""

import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from incidents import Found, held, incident

from dateline.model import Judgement, Reference, content_id
from dateline.record import Record
from dateline.rows import row
from dateline.run import SECOND, Here, Weighing, weigh_record
from dateline.run.crew import Lost
from dateline.run.local import Pool
from dateline.weigh import weigh

ALL = [one for number in range(36) for one in incident(number)]
VERDICTS = ("accept", "reject", "split", "same", "different", "merge", "correct", "withdraw")


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits so low that a small record falls into many parts."""
    monkeypatch.setattr("dateline.run.parts.WHOLE", 40)
    for name, value in (("WHOLE", 40), ("MOST", 40), ("FEWER", 20), ("SHELF", 30)):
        monkeypatch.setattr(f"dateline.weigh.neighbourhoods.{name}", value)


def afresh(record: Record, where: Path | str = ":memory:") -> tuple[dict[str, list[object]], Weighing]:
    """What a record of the same reports and decisions holds that was weighed once."""
    with Record.open(where) as fresh:
        fresh.keep((report, [], claims) for report, claims in record.found(record.memory.reports()[::-1]))
        for judgement in record.judgements():
            fresh.judge(judgement)
        for name in ("known agreements", SECOND):
            fresh.note(name, record.noted(name) or "[]" if name != SECOND else record.noted(name) or "no")
        done = weigh_record(fresh)
        assert fresh.check() == []
        return held(fresh), done


def decided(record: Record, dice: random.Random) -> Judgement | None:
    """Some decision on something that the record tells, or None where it tells nothing yet."""
    things = [one["id"] for table in ("events", "claims", "contradictions") for one in record.rows(table)]
    if not things:
        return None
    verdict = dice.choice(VERDICTS)
    other = dice.choice(things) if verdict in ("same", "different", "merge") else None
    field, value = ("type", "clash") if verdict == "correct" else (None, None)
    return Judgement(dice.choice(things), verdict, "ana", "2021-01-01", field=field, value=value, other=other)  # type: ignore[arg-type]


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), sizes=st.lists(st.sampled_from((1, 2, 7, 40)), min_size=2, max_size=6))
def test_adding_equals_weighing_afresh(seed: int, sizes: list[int]) -> None:
    """Batches of any size in any order, with decisions between them: each table, card, facet and digest is the same."""
    dice = random.Random(seed)
    coming = dice.sample(ALL, len(ALL))
    with Record.open(":memory:") as record:
        for size in sizes:
            record.keep(coming[:size])
            coming = coming[size:]
            weigh_record(record)
            for judgement in [one for _ in range(dice.randrange(3)) if (one := decided(record, dice)) is not None]:
                record.judge(judgement)
        weigh_record(record)

        assert record.check() == []
        assert held(record) == afresh(record)[0]


def filled(record: Record, found: Sequence[Found]) -> Record:
    """The record with some reports, weighed."""
    record.keep(found)
    weigh_record(record)
    return record


def test_on_both_stores(where: Path | str, tmp_path: Path) -> None:
    """A record that grew in two steps in either store holds what one in a file holds that was weighed once."""
    with filled(filled(Record.open(where), ALL[:50]), ALL[50:]) as record:
        record.judge(Judgement(next(record.rows("events"))["id"], "reject", "ana", "2021-01-01"))
        weigh_record(record)
        told, done = afresh(record, tmp_path / "fresh.db")

        assert done.neighbourhoods > 3
        assert held(record) == told


def test_only_what_is_new_is_weighed() -> None:
    """One more incident leaves most neighbourhoods as they are, and nothing new leaves all."""
    with filled(Record.open(":memory:"), ALL) as record:
        assert weigh_record(record).weighed == 0
        record.keep(incident(10_001))
        done = weigh_record(record)

        assert 0 < done.weighed <= 3 < done.neighbourhoods
        assert held(record) == afresh(record)[0]


def test_all_that_is_new_is_weighed() -> None:
    """The examples tell truces and breaches, versions and demands, or the tests above would show nothing of them."""
    with filled(Record.open(":memory:"), ALL) as record:
        told = held(record)

        assert all(told[table] for table in ("agreements", "commitments", "revisions", "contradictions", "facets"))
        assert any(breach["event"] for one in record.rows("agreements") for breach in one["violations"])
        assert any(one["published"]["basis"] == "sibling" for one in record.rows("reports"))


def test_a_breach_finds_its_event_again() -> None:
    """Where the neighbourhood of a breach is weighed again, its agreement tells the event it is now."""
    with filled(Record.open(":memory:"), ALL) as record:
        breach = next(one for told in record.rows("agreements") for one in told["violations"] if one["event"])
        record.judge(Judgement(breach["claim"], "reject", "ana", "2021-01-01"))
        weigh_record(record)

        assert held(record) == afresh(record)[0]
        links = {one["claim"]: one["event"] for told in record.rows("agreements") for one in told["violations"]}
        assert links.get(breach["claim"]) is None


def test_what_people_put_together_stands_together() -> None:
    """Two events of different neighbourhoods become one, and two again when that is withdrawn."""
    with filled(Record.open(":memory:"), ALL) as record:
        one, other = (next(e for e in record.rows("events") if incident(n)[0][0]["id"] in e["reports"]) for n in (1, 8))
        before = held(record)["events"]
        record.judge(Judgement(one["id"], "merge", "ana", "2021-01-01", other=other["id"]))
        weigh_record(record)
        assert any({one["claims"][0], other["claims"][0]} <= set(event["claims"]) for event in record.rows("events"))
        assert held(record) == afresh(record)[0]
        record.judge(Judgement(one["id"], "withdraw", "ana", "2021-01-02"))
        weigh_record(record)

        assert held(record)["events"] == before


def test_a_contradiction_comes_back() -> None:
    """One that was rejected is gone, and there again when that is withdrawn: all is weighed then, for nothing tells where it was."""
    with filled(Record.open(":memory:"), ALL) as record:
        gone = next(record.rows("contradictions"))["id"]
        for verdict, there in (("reject", False), ("withdraw", True)):
            record.judge(Judgement(gone, verdict, "ana", "2021-01-01"))  # type: ignore[arg-type]
            weigh_record(record)
            assert (gone in {one["id"] for one in record.rows("contradictions")}) is there


def test_other_rules_weigh_everything() -> None:
    """A list of known agreements, or asking for a second reader, holds for every neighbourhood at once."""
    with filled(Record.open(":memory:"), ALL) as record:
        listed = (Reference("Belun ceasefire", "2019-03", ("the garrison", "the river front"), place="Syria"),)
        assert weigh_record(record, listed).weighed > 3
        record.note(SECOND, "yes")
        assert weigh_record(record).weighed > 3

        assert held(record) == afresh(record)[0]


def test_what_a_weighing_remembers_may_be_lost() -> None:
    """Without it all is weighed again, with the same result."""
    with filled(Record.open(":memory:"), ALL) as record:
        before = held(record)
        for table in ("part", "trace", "subject"):
            record.store.execute(f"DELETE FROM {table}")
        assert weigh_record(record).weighed > 3

        assert held(record) == before


def test_an_event_keeps_its_name() -> None:
    """The name of an event is that of the claim that founds it, in a large record as in a small one."""
    with filled(Record.open(":memory:"), ALL) as record:
        named = {content_id("event", claim["id"]) for claim in record.rows("claims")}

        assert {event["id"] for event in record.rows("events")} <= named


def test_a_record_holds_what_weighing_its_reports_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weighing in memory and weighing a record are the same steps over the same neighbourhoods."""
    monkeypatch.setattr("dateline.weigh.WHOLE", 40)
    with filled(filled(Record.open(":memory:"), ALL[:30]), ALL[30:]) as record:
        weighed = weigh(tuple(record.reports()), tuple(record.claims()))

        assert list(record.rows("events")) == [row(one) for one in weighed.events]
        assert {one["id"] for one in record.rows("agreements")} == {one.id for one in weighed.agreements}
        assert sorted(record.rows("contradictions"), key=str) == sorted(map(row, weighed.contradictions), key=str)


@pytest.mark.slow
def test_the_same_whoever_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes of this machine leave in the record what this process leaves, of what is new and of what stands."""
    monkeypatch.setattr("dateline.run.weighing.FEW", 3)
    with Record.open(":memory:") as record, Record.open(":memory:") as here:
        for some in (ALL[:60], ALL[60:]):
            record.keep(some)
            weigh_record(record, crew=partial(Pool, 2))
        here.keep(ALL)
        assert weigh_record(here).neighbourhoods > 6

        assert held(record) == held(here)
        assert record.check() == []


class Deadly(Here):
    """A crew whose workers end without a word."""

    def result(self, started: list[object], seconds: float) -> list[object]:
        raise Lost


@pytest.mark.slow
def test_a_crew_that_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no worker comes to an end of is weighed by whoever asked."""
    monkeypatch.setattr("dateline.run.weighing.FEW", 3)
    with Record.open(":memory:") as record, Record.open(":memory:") as here:
        for store, crew in ((record, Deadly), (here, Here)):
            store.keep(ALL)
            weigh_record(store, crew=crew)

        assert held(record) == held(here)
