"""What changed: since a day in the reports, and between weighings."""

from pathlib import Path

from test_review import again
from visiting import Visitor


def test_before_a_second_weighing_nothing_changed(visitor: Visitor) -> None:
    """There is nothing to compare the first with."""
    assert visitor.client.get("/changes.json").json() == {"weighings": []}
    assert "weighed once" in visitor.see("/changes")


def test_a_decision_shows_with_what_stood_before(visitor: Visitor, event: str, record: Path) -> None:
    """The page lays the field before beside the field now."""
    visitor.decide(event, "reject")
    again(record)

    (told,) = visitor.client.get("/changes.json").json()["weighings"]
    assert told["changed"][0]["fields"]["grade"] == ["contested", "discounted"]
    page = visitor.see("/changes")
    assert "<del>contested</del>" in page
    assert "<ins>discounted</ins>" in page


def test_since_a_day_new_is_told_apart_from_told_further(visitor: Visitor) -> None:
    """Everything was first told on the third; since the fourth there is nothing."""
    assert "2 new events" in visitor.see("/changes?since=2021-03-03")
    assert "0 new events" in visitor.see("/changes?since=2021-03-04")


def test_what_is_new_is_told_in_words(visitor: Visitor) -> None:
    """A title alone tells little: the words that tell the event best stand below it."""
    page = visitor.see("/changes?since=2021-03-03")

    assert "Shells hit the market in Tell Arwa" in page


def test_the_ledger_moves_too(visitor: Visitor) -> None:
    """Agreements whose states began since then are listed."""
    assert "Truce" in visitor.see("/changes?since=2021-01-01") or "Ceasefire" in visitor.see(
        "/changes?since=2021-01-01"
    )


def test_a_day_that_is_none_is_told(visitor: Visitor) -> None:
    """The page says what would be right."""
    assert "write it as" in visitor.see("/changes?since=soon", 400)
