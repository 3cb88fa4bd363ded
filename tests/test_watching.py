"""`dateline watch`: the whole command, and how it ends."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import Host, serving

from dateline.record import Record

pytestmark = [pytest.mark.slow, pytest.mark.model]
PAGE = "<html><body><article><h1>Market shelled</h1><p>Shells fell on the market of Homs and killed nine people, the governor told the radio on Monday.</p></article></body></html>"


@pytest.fixture
def host() -> Iterator[Host]:
    """A server with one page."""
    with serving() as told:
        told.has("/market", PAGE)
        yield told


def command(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "dateline", "watch", *words, "--record", str(folder / "r.db"), "--delay", "0"]


def test_a_page_is_fetched_read_and_weighed(host: Host, tmp_path: Path) -> None:
    """One look: the page is in the record, weighed, and kept as an archive."""
    done = subprocess.run(
        command(tmp_path, f"http://127.0.0.1:{host.port}/market", "--once", "--allow", "127.0.0.1"),
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "1 new report," in done.stderr
    with Record.open(tmp_path / "r.db") as record:
        assert list(record.rows("events"))
    assert len(list((tmp_path / "r-pages").glob("*.warc.gz"))) == 1


def test_the_loopback_is_not_fetched_unasked(host: Host, tmp_path: Path) -> None:
    """Without --allow nothing of one's own network is asked for: exit 3, with the reason."""
    done = subprocess.run(
        command(tmp_path, f"http://127.0.0.1:{host.port}/market", "--once"),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 3
    assert "a loopback address" in done.stderr
    assert host.asked == []


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_sign_ends_it_cleanly(host: Host, tmp_path: Path, sign: signal.Signals) -> None:
    """Between two looks, a sign to end gives one line and 130; what was read is kept, and the next watch goes on."""
    words = command(tmp_path, f"http://127.0.0.1:{host.port}/market", "--allow", "127.0.0.1")
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        while "1 event" not in process.stderr.readline():
            assert process.poll() is None
        process.send_signal(sign)
        rest = process.stderr.read()

    assert process.returncode == 130
    assert "Traceback" not in rest
    with Record.open(tmp_path / "r.db") as record:
        assert len(list(record.reports())) == 1


def test_a_sign_while_it_loads_ends_it_cleanly() -> None:
    """Whoever breaks off in the first moment sees one line as well."""
    with subprocess.Popen(
        [sys.executable, "-c", STARTS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        told = process.communicate()[1]

    assert process.returncode == 130
    assert told.count("\n") == 1


STARTS = """
import sys, dateline.cli as cli
def load(name, real=cli.import_module):
    print(flush=True)
    return real(name)
cli.import_module, sys.argv = load, ["dateline", "doctor"]
cli.main()
"""
"""Dateline, saying a word at the moment when it begins to load."""
"""The command as it starts, which says when it has begun to load."""


def test_what_to_watch_must_be_named(tmp_path: Path) -> None:
    """Nothing to watch is wrong usage, and so is standard input."""
    for words in ([], ["-"]):
        assert subprocess.run(command(tmp_path, *words), capture_output=True, check=False).returncode == 2
