"""Decisions are added, never overwritten; two people do not lose each other's work; weighing again keeps them."""

import re
from pathlib import Path

import pytest
from visiting import Visitor

from dateline.record import Record
from dateline.run import weigh_record


def again(record: Path) -> None:
    """Weigh the record again."""
    with Record.open(record) as store:
        weigh_record(store)


def test_a_decision_is_kept_and_counts(visitor: Visitor, event: str, record: Path) -> None:
    """Accepting an event takes it from the queue, is signed, and survives a new weighing."""
    assert visitor.decide(event, "accept") == 303
    again(record)

    assert visitor.client.get("/events.json", params={"review": "accepted"}).json()["total"] == 1
    assert event not in [item["event"]["id"] for item in visitor.client.get("/review.json").json()["items"]]
    kept = visitor.client.get("/history.json").json()
    assert [(one["by"], one["verdict"], one["weighed"]) for one in kept] == [("ana", "accept", True)]


def test_a_rejected_event_is_discounted(visitor: Visitor, event: str, record: Path) -> None:
    """What a person rejects, weighing discounts."""
    visitor.decide(event, "reject", note="mistaken place")
    again(record)

    assert visitor.client.get(f"/event/{event}.json").json()["event"]["grade"] == "discounted"
    assert "mistaken place" in visitor.see(f"/event/{event}")


def test_two_people_do_not_lose_each_others_work(visitor: Visitor, event: str, record: Path) -> None:
    """The second of two who saw the same state is told, and decides again in sight of the first decision."""
    other = Visitor(record, "bo")

    assert visitor.decide(event, "accept", seen=0) == 303
    assert other.decide(event, "reject", seen=0) == 409
    assert [one["by"] for one in visitor.client.get("/history.json").json()] == ["ana"]
    assert other.decide(event, "reject", seen=1) == 303
    assert [one["by"] for one in visitor.client.get("/history.json").json()] == ["bo", "ana"]


def test_taking_back_is_a_decision_too(visitor: Visitor, event: str) -> None:
    """Undo adds; nothing goes away."""
    visitor.decide(event, "accept")
    visitor.decide(event, "withdraw", seen=1)

    assert [one["verdict"] for one in visitor.client.get("/history.json").json()] == ["withdraw", "accept"]
    assert visitor.client.get("/events.json", params={"review": "accepted"}).json()["total"] == 0


def test_a_claim_is_corrected_in_place(visitor: Visitor, record: Path) -> None:
    """A corrected field holds after weighing, and says who corrected it."""
    assert visitor.decide("claim:r1", "correct", field="type", value="airstrike") == 303
    again(record)

    claims = visitor.client.get("/report/report:r1.json").json()["claims"]
    assert claims[0]["type"] == "airstrike"
    assert "type corrected by ana" in claims[0]["because"]


def test_many_are_decided_at_once(visitor: Visitor) -> None:
    """Everything ticked gets the same decision; what somebody else decided meanwhile is left alone and told."""
    ids = [row["id"] for row in visitor.client.get("/events.json").json()["events"]]
    visitor.decide(ids[0], "reject")
    sent = {"picked": [f"{name}|0" for name in ids], "verdict": "accept", "token": visitor.token()}
    told = visitor.client.post("/review/bulk", data=sent, headers={"accept": "application/json"}).json()

    assert told == {"kept": len(ids) - 1, "overtaken": 1}


@pytest.mark.parametrize(
    "sent",
    [
        {"verdict": "perhaps"}, {"verdict": "merge"}, {"verdict": "correct"}, {"verdict": "correct", "field": "id", "value": "x"},
        {"verdict": "accept", "field": "type"},
        {"verdict": "correct", "field": "type", "value": "picnic"}, {"verdict": "correct", "field": "time", "value": "someday"}, {"verdict": "merge", "other": "event:none"}, {"verdict": "accept", "note": "x" * 3000},
    ],
    ids=lambda sent: sent["verdict"],
)  # fmt: skip
def test_a_decision_that_makes_no_sense_is_refused(visitor: Visitor, event: str, sent: dict[str, str]) -> None:
    """It is told what is wrong, and nothing is kept."""
    assert visitor.decide(event, **{"verdict": "", **sent}) in (400, 422)
    assert visitor.client.get("/history.json").json() == []


def test_a_name_is_kept(visitor: Visitor, event: str) -> None:
    """A visitor signs with the name they gave."""
    visitor.client.post("/review/name", data={"name": "Dana K.", "token": visitor.token()})
    visitor.decide(event, "unsure")

    assert visitor.client.get("/history.json").json()[0]["by"] == "Dana K."


def test_the_queue_says_why(visitor: Visitor) -> None:
    """What hangs in the balance stands first, with the reason."""
    first = visitor.client.get("/review.json").json()["items"][0]

    assert first["event"]["grade"] == "contested"
    assert "it is contested" in first["why"]


def test_ticked_events_are_put_together(visitor: Visitor, record: Path) -> None:
    """Merging in bulk joins all that is ticked with the first, and weighing keeps them joined."""
    ids = [row["id"] for row in visitor.client.get("/events.json").json()["events"]]
    sent = {"picked": [f"{name}|0" for name in ids], "verdict": "merge", "token": visitor.token()}
    told = visitor.client.post("/review/bulk", data=sent, headers={"accept": "application/json"}).json()
    again(record)

    assert told == {"kept": len(ids) - 1, "overtaken": 0}
    assert visitor.client.get("/events.json").json()["total"] == 1
    gone = visitor.client.get("/changes.json").json()["weighings"][0]["gone"]
    assert [one["now"] for one in gone] == [visitor.client.get("/events.json").json()["events"][0]["id"]]


def test_one_event_alone_cannot_be_put_together(visitor: Visitor, event: str) -> None:
    """It is told what is missing."""
    sent = {"picked": [f"{event}|0"], "verdict": "merge", "token": visitor.token()}

    assert visitor.client.post("/review/bulk", data=sent).status_code == 400


def test_an_event_is_split_by_report_and_the_split_taken_back(visitor: Visitor, event: str, record: Path) -> None:
    """What was parted stands apart after weighing; taking it back joins it again."""
    before = visitor.client.get("/events.json").json()["total"]
    visitor.decide(event, "split")
    again(record)
    assert visitor.client.get("/events.json").json()["total"] > before

    visitor.decide(event, "withdraw", seen=1)
    again(record)
    assert visitor.client.get("/events.json").json()["total"] == before


def test_a_decision_reads_as_a_sentence(visitor: Visitor) -> None:
    """The verdict stands apart from who decided, and a field that was emptied says nothing, not an empty quotation."""
    visitor.decide("claim:r1", "correct", field="place", value="")
    told = [re.sub(r"<[^>]+>", "", visitor.client.get(page).text) for page in ("/report/report:r1", "/history")]

    assert "correct place → nothing by ana, " in told[0]
    assert "correct place → nothing" in told[1]


def test_the_list_calls_events_what_they_are_called(visitor: Visitor, event: str, record: Path) -> None:
    """In the overview an event has the name of its title, without the place and days that stand beside it."""
    visitor.decide(event, "correct", field="title", value="Raid on the market, Tell Arwa, 2 March 2021")
    again(record)

    assert re.search(rf'href="/event/{event}">Raid on the market(?!,)', visitor.client.get("/").text)
