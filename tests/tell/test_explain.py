"""Why: the words and the reasons behind what has an id."""

from dateline.record import Record
from dateline.tell.explain import explain


def test_an_event_is_explained_though_a_claim_of_it_is_gone(record: Record) -> None:
    """Between a new reading and the next weighing an event may name a claim that its report no longer makes."""
    raid = next(event for event in record.rows("events") if event["type"] == "airstrike")
    record.derive({"events": [{**raid, "claims": ["claim:gone", *raid["claims"]]}]})
    told = explain(record, raid["id"]) or ""

    assert f"said to be  by {raid['by'][0]['name']}" in told
    assert all(claim in told for claim in raid["claims"])
    assert "claim:gone" not in told


def test_a_truce_is_made_and_not_laid_to_anybody(record: Record) -> None:
    """Who agreed on it did nothing that one is accused of."""
    raid = next(event for event in record.rows("events") if event["type"] == "airstrike")
    record.derive({"events": [{**raid, "type": "agreement"}]})
    told = explain(record, raid["id"]) or ""

    assert f"made        by {raid['by'][0]['name']}" in told
    assert "said to be" not in told
