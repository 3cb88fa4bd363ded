"""The page answers to this machine alone, and takes decisions only from its own forms."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from visiting import Visitor

from dateline.web.app import create_app
from dateline.web.security import MOST_BYTES, Writes


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "dateline.local:80"])
def test_a_foreign_host_is_turned_away(visitor: Visitor, host: str) -> None:
    """A name that was made to point here is not ours."""
    assert visitor.client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8151", "LOCALHOST:1", "[::1]:99"])
def test_our_own_names_are_answered(visitor: Visitor, host: str) -> None:
    """This machine's names for itself, on any port."""
    assert visitor.client.get("/events.json", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("address", ["/review/decide", "/review/bulk", "/weigh", "/review/name"])
def test_a_write_without_a_token_is_refused(visitor: Visitor, address: str) -> None:
    """Every write asks for a token of ours, and keeps nothing without one."""
    visitor.see("/review")
    sent = {"subject": "claim:r1", "verdict": "reject", "token": "0" * 64, "picked": "claim:r1|0"}

    assert visitor.client.post(address, data=sent).status_code == 403
    assert visitor.client.get("/history.json").json() == []


def test_a_token_of_another_visitor_is_refused(visitor: Visitor, event: str) -> None:
    """A token holds for the cookie it was made for."""
    token = visitor.token()
    visitor.client.cookies.clear()
    visitor.client.get("/")

    sent = {"subject": event, "verdict": "accept", "token": token}
    assert visitor.client.post("/review/decide", data=sent).status_code == 403


def test_a_write_from_another_page_is_refused(visitor: Visitor, event: str) -> None:
    """A foreign origin decides nothing, even with a token."""
    sent = {"subject": event, "verdict": "accept", "token": visitor.token()}

    assert (
        visitor.client.post("/review/decide", data=sent, headers={"origin": "http://evil.example"}).status_code == 403
    )


def test_a_body_too_large_is_refused(visitor: Visitor) -> None:
    """A decision is small."""
    assert visitor.client.post("/review/decide", content=b"x" * (MOST_BYTES + 1)).status_code == 413


def test_an_answer_leads_to_our_own_pages_only(visitor: Visitor, event: str) -> None:
    """Where to go after a decision is a page of ours, whatever the form says."""
    sent = {"subject": event, "verdict": "accept", "token": visitor.token(), "back": "//evil.example/"}

    assert visitor.client.post("/review/decide", data=sent).headers["location"] == "/"


def test_too_many_writes_are_slowed(record: Path) -> None:
    """A flood of writes is held off, here once three were made; reading goes on."""
    client = TestClient(create_app(record, writes=Writes(rate=0.0, most=3.0, left=3.0)), base_url="http://127.0.0.1")
    answers = [client.post("/weigh", data={"token": "0"}).status_code for _ in range(4)]

    assert answers == [403, 403, 403, 429]
    assert client.get("/").status_code == 200
