"""Answers are counted by their kind and time, for whoever watches the page."""

from pathlib import Path

from fastapi.testclient import TestClient
from prometheus_client import CollectorRegistry

from dateline.record import Record
from dateline.web.app import create_app
from dateline.web.measured import Measured


def test_answers_are_counted_by_kind(tmp_path: Path) -> None:
    """A page that is there and one that is not count apart; what was asked for is not told."""
    Record.open(tmp_path / "r.db").close()
    registry = CollectorRegistry()
    app = create_app(tmp_path / "r.db")
    app.add_middleware(Measured, registry=registry)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        answers = [client.get(path).status_code for path in ("/", "/", "/nowhere")]

    assert answers == [200, 200, 404]
    assert registry.get_sample_value("dateline_answer_seconds_count", {"status": "2xx"}) == 2
    assert registry.get_sample_value("dateline_answer_seconds_count", {"status": "4xx"}) == 1
