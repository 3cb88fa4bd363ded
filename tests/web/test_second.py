"""With a second reader, one person's decision waits, two who agree decide, two who differ are listed."""

from pathlib import Path

import pytest
from test_review import again
from visiting import Visitor


@pytest.fixture
def ana(visitor: Visitor) -> Visitor:
    """Ana, on a record where a decision needs two people."""
    visitor.client.post("/settings/second", data={"token": visitor.token(), "readers": "yes"})
    return visitor


@pytest.fixture
def bo(record: Path, ana: Visitor) -> Visitor:
    """A second person, at the same record."""
    return Visitor(record, "bo")


def count(visitor: Visitor, state: str) -> int:
    """How many events are in a state."""
    return int(visitor.client.get("/events.json", params={"review": state}).json()["total"])


def test_one_decision_waits_and_moves_nothing(ana: Visitor, event: str, record: Path) -> None:
    """After one reading the event is neither open nor decided, and weighing leaves it alone."""
    ana.decide(event, "reject")
    again(record)

    assert (count(ana, "first_reading"), count(ana, "rejected")) == (1, 0)
    assert ana.client.get(f"/event/{event}.json").json()["event"]["grade"] == "contested"


def test_two_who_agree_decide(ana: Visitor, bo: Visitor, event: str, record: Path) -> None:
    """The second reading makes it count, signed by both."""
    ana.decide(event, "reject")
    bo.decide(event, "reject", seen=1)
    again(record)

    assert count(bo, "rejected") == 1
    told = bo.client.get(f"/event/{event}.json").json()["event"]
    assert told["grade"] == "discounted"
    assert "rejected by ana and bo" in told["because"]


def test_two_who_differ_are_listed(ana: Visitor, bo: Visitor, event: str) -> None:
    """Nothing is decided by who came later; the page shows both."""
    ana.decide(event, "accept")
    bo.decide(event, "reject", seen=1)

    assert count(ana, "disagreed") == 1
    (parted,) = ana.client.get("/review.json", params={"state": "disagreed"}).json()["parted"]
    assert [(one["by"], one["verdict"]) for one in parted["said"]] == [("ana", "accept"), ("bo", "reject")]
    assert "Where two readers differ" in ana.see("/review?state=disagreed")


def test_the_second_reading_is_made_unswayed(ana: Visitor, bo: Visitor, event: str) -> None:
    """The queue tells a second person that there was a first reading, and not what it was; the first sees their own."""
    ana.decide(event, "reject")

    assert "You decided: reject." in ana.see("/review?state=first_reading")
    assert "One person has decided" in bo.see("/review?state=first_reading")
    assert "You decided" not in bo.see("/review?state=first_reading")


def test_one_person_decides_again_when_let(ana: Visitor, event: str) -> None:
    """Turning it off lets what one person decided count."""
    ana.decide(event, "accept")
    ana.client.post("/settings/second", data={"token": ana.token(), "readers": "no"})

    assert count(ana, "accepted") == 1
