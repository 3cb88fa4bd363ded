"""Killed in the middle, a run goes on where it stopped and ends as if nothing had happened."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.examples import example_folder
from dateline.record import Record
from dateline.tell.tables import TABLES

pytestmark = pytest.mark.slow

RUN = "import sys; from dateline.cli import main; sys.argv = ['dateline', 'run', sys.argv[1], '--out', sys.argv[2], '--workers', '1']; main()"
MOMENTS = 4


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough reports for several transactions, no two alike."""
    with example_folder() as folder:
        rows = [json.loads(row) for row in (folder / "reports.jsonl").read_text("utf-8").splitlines()]
    path = tmp_path_factory.mktemp("pages") / "pages.jsonl"
    many = [
        {**rows[n % len(rows)], "id": str(n), "text": f"{rows[n % len(rows)]['text']}\nPage {n}.\n"} for n in range(160)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in many), "utf-8")
    return path


def start(pages: Path, out: Path) -> subprocess.Popen[bytes]:
    """A run in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", RUN, str(pages), str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_a_killed_run_goes_on(pages: Path, tmp_path: Path) -> None:
    """Killed at random moments, then left alone: nothing kept is lost, and every table is that of an undisturbed run."""
    began = time.monotonic()
    assert start(pages, tmp_path / "calm").wait() == 0
    whole = time.monotonic() - began
    moments = random.Random(11)
    kept = 0
    for _ in range(MOMENTS):
        process = start(pages, tmp_path / "stormy")
        time.sleep(moments.uniform(0.3, 0.8) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if (tmp_path / "stormy" / "dateline.db").exists():
            with Record.open(tmp_path / "stormy" / "dateline.db") as record:
                assert record.check() == []
                now, done = sum(1 for _ in record.reports()), record.noted("run") == "done"
            assert now >= kept
            kept = now
            if done:
                break
    assert start(pages, tmp_path / "stormy").wait() == 0

    for table in TABLES:
        calm, stormy = ((tmp_path / name / f"{table}.jsonl").read_bytes() for name in ("calm", "stormy"))
        assert calm == stormy, table
