"""The page shows a record that lies in PostgreSQL as it shows one in a file."""

from pathlib import Path

import pytest
from visiting import Visitor

from dateline.record import Record, Where, back_up, bring_back
from postgresql import Server

PAGES = (
    "/", "/events.json", "/events.json?q=market", "/events.json?grade=contested&area=36,34,38,36", "/review", "/places.json", "/ledger.json",
    "/history.json", "/event/EVENT", "/explain/EVENT", "/report/report:r1",
)  # fmt: skip


@pytest.fixture
def served(record: Path, server: Server, tmp_path: Path) -> Where:
    """The record of the page's tests, moved to a server."""
    address = server.database()
    back_up(record, tmp_path / "copy.db")
    bring_back(tmp_path / "copy.db", address)
    return address


def test_the_same_page_from_both_stores(record: Path, served: Where) -> None:
    """Not a letter differs but the token of the forms."""
    file, server = (Visitor(where) for where in (record, served))
    event = file.client.get("/events.json").json()["events"][0]["id"]
    for page in PAGES:
        told = []
        for one in (file, server):
            answer = one.client.get(page.replace("EVENT", event))
            told.append((answer.status_code, answer.text.replace(one.token(), "")))

        assert told[0] == told[1], page
    assert told[0][0] == 200


def test_a_decision_is_kept_on_a_server(served: Where) -> None:
    """A decision sent from the page is in the record; one in sight of an older state is not."""
    visitor = Visitor(served)

    assert [visitor.decide("claim:r1", "accept"), visitor.decide("claim:r1", "reject")] == [303, 409]
    with Record.reading(served) as record:
        assert [one.verdict for one in record.judgements()] == ["accept"]
