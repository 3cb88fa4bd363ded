"""How a record stands, for people, programs and Prometheus; the log of a run and its report."""

import json
import logging
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from dateline.model import Judgement, Unread
from dateline.record import Record
from dateline.run import Clock, Metrics, Tally, exposed, log_to, run_report, status
from dateline.run.log import LOG


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A record with two inputs not read and a decision that waits."""
    with Record.open(tmp_path / "desk.db") as record:
        record.keep_unread(Unread("a.txt", "empty", "the file holds no text"))
        record.keep_unread(Unread("b.txt", "empty", "the file holds no text"))
        record.judge(Judgement("event:1", "accept", "ana", "2021-05-04T10:00:00+00:00"))
    return tmp_path / "desk.db"


def test_it_is_told_in_plain_words(place: Path) -> None:
    """Inputs not read are told by reason, and a decision since the last weighing as one that waits."""
    with Record.reading(place) as record:
        told = "\n".join(status(record).lines())

    assert "2 inputs not read: empty 2" in told
    assert "1 decisions, 1 of them since the last weighing" in told


def test_prometheus_reads_it(place: Path) -> None:
    """Its own parser finds the counts; a record that is not there is down, not an error."""
    families = {family.name: family for family in text_string_to_metric_families(exposed(place).decode())}

    assert families["dateline_judgements_waiting"].samples[0].value == 1
    assert families["dateline_unread"].samples[0].labels == {"reason": "empty"}
    assert b"dateline_record_up 0.0" in exposed(place.with_name("none.db"))


def test_it_is_served_at_loopback(place: Path) -> None:
    """A scrape finds both the record's standing and what the process counted."""
    metrics = Metrics(place)
    metrics.looked(asked=3, failed=1)
    stop = metrics.serve(0)
    try:
        told = urllib.request.urlopen(f"http://127.0.0.1:{metrics.port}/metrics", timeout=10).read()
    finally:
        stop()

    assert b"dateline_looks_total 1.0" in told
    assert b"dateline_addresses_asked_total 3.0" in told
    assert b"dateline_record_up 1.0" in told


def test_the_log_is_json(tmp_path: Path) -> None:
    """Each line is an object with the time, the level, what happened and its figures."""
    log_to(str(tmp_path / "log.jsonl"))
    try:
        LOG.info("weighed", extra={"told": {"events": 7}})
    finally:
        for handler in list(LOG.handlers):
            handler.close()
            LOG.removeHandler(handler)
        LOG.setLevel(logging.NOTSET)
    line = json.loads((tmp_path / "log.jsonl").read_text("utf-8"))

    assert (line["level"], line["what"], line["events"]) == ("info", "weighed", 7)


def test_the_report_names_what_was_slow_and_refused(place: Path) -> None:
    """The slowest report, every refusal, and the rate of reading."""
    clock = Clock()
    clock.parts["reading"] = 2.0
    with Record.reading(place) as record:
        told = json.loads(run_report(record, ["pages"], Tally(read=8, unsure=3, slow=((1.5, "long.txt"),)), clock))

    assert told["reports_per_second"] == 4.0
    assert told["slow"] == [{"key": "long.txt", "seconds": 1.5}]
    assert [row["key"] for row in told["not_read"]] == ["a.txt", "b.txt"]
    assert told["unsure"] == 3


def test_nothing_is_logged_where_nobody_asked() -> None:
    """A refused input is told by the command itself; no bare line of the log stands between its messages."""
    told = subprocess.run(
        [sys.executable, "-c", "from dateline.run.log import LOG; LOG.warning('not read')"],
        capture_output=True,
        check=True,
    )

    assert told.stderr == b""
