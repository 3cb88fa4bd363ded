"""Ray's workers give what one process gives, in the same order, whatever is lost on the way."""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.run import Here, hired, read_into, weigh_record
from dateline.run.cluster import Cluster
from dateline.run.crew import spread
from dateline.tell import FORMATS

ray = pytest.importorskip("ray", reason="Ray is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ray")]

TOWNS = ("Maresh", "Tel Zamar", "Qara", "Lissen")


def page(number: int) -> str:
    """A short report of its own."""
    town = TOWNS[number % len(TOWNS)]
    return f"Shells hit the market of {town} on Monday, killing {number + 3} people, said the mayor, Rami Number{number}.\n"


def slowly(numbers: list[int]) -> list[int]:
    """Twice each number, in no hurry."""
    time.sleep(0.3)
    return [2 * n for n in numbers]


def deadly(numbers: list[int]) -> list[int]:
    """Twice each number; 20 ends the process it is given to."""
    if 20 in numbers:
        os.kill(os.getpid(), signal.SIGSEGV)
    return [2 * n for n in numbers]


def given_up(number: int, reason: str) -> int:
    """What stands for an item that was lost."""
    return {"crash": -1, "too_slow": -2}[reason]


def told(crew: Cluster, work: Callable[[list[int]], list[int]], numbers: Iterator[int] | range) -> list[int]:
    """The results of a crew."""
    with crew:
        return list(spread(crew, work, numbers, seconds=lambda _: 60.0, given_up=given_up))


def test_the_tables_are_the_same(tmp_path: Path) -> None:
    """Read and weighed on Ray, a folder gives byte for byte the files that one process gives."""
    pages = tmp_path / "pages.jsonl"
    pages.write_text("".join(json.dumps({"text": page(n), "published": "2021-05-04"}) + "\n" for n in range(40)))
    files = {}
    for name, crew in (("here", Here), ("ray", lambda: Cluster(None, 2))):
        with Record.open(tmp_path / f"{name}.db") as record:
            tally = read_into(record, [str(pages)], crew=crew)
            weigh_record(record)
            paths = FORMATS["jsonl"](record, tmp_path / name)
            files[name] = {path.name: path.read_bytes() for path in paths}
        assert tally.read == 40
    assert files["here"] == files["ray"]


def test_a_page_that_crashes_its_worker_is_given_up() -> None:
    """After three tries it is told as lost; the others are complete and in order."""
    assert told(Cluster(None, 2), deadly, range(40)) == [-1 if n == 20 else 2 * n for n in range(40)]


def test_a_node_lost_in_the_middle_costs_nothing() -> None:
    """Of two nodes one is taken away while both work: what it had under way is done by the other."""
    utils = pytest.importorskip("ray.cluster_utils")
    nodes = utils.Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    second = nodes.add_node(num_cpus=1)

    def numbers() -> Iterator[int]:
        for n in range(400):
            if n == 200:
                nodes.remove_node(second, allow_graceful=False)
            yield n

    try:
        assert told(Cluster(nodes.address, 1), slowly, numbers()) == [2 * n for n in range(400)]
    finally:
        nodes.shutdown()


def free() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a cluster of one machine that asks for a token, which this process has."""
    monkeypatch.setenv("RAY_AUTH_MODE", "token")
    monkeypatch.setenv("RAY_AUTH_TOKEN", secrets.token_hex(32))
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    port = free()
    words = ["start", "--head", "--block", "--port", free(), "--ray-client-server-port", port, "--num-cpus", 1]
    told = [
        *words,
        "--include-dashboard=false",
        "--node-ip-address",
        "127.0.0.1",
    ]
    ray_command = Path(sys.executable).with_name("ray")
    log = (tmp_path / "log").open("wb")
    head = subprocess.Popen([ray_command, *map(str, told)], stdout=log, stderr=log, start_new_session=True)
    try:
        yield f"ray://127.0.0.1:{port}"
    finally:
        os.killpg(head.pid, signal.SIGTERM)
        head.wait()
        log.close()


JOINING = """
import sys
from dateline.run import hired
with hired(sys.argv[1], 1)() as crew:
    print(crew.result(crew.start(lambda numbers: [2 * n for n in numbers], [1, 2, 3]), 60.0))
"""


def test_a_cluster_is_joined_from_outside(address: str) -> None:
    """By its address and the token that its machines share, by a process of its own: Ray reads the token when it is loaded."""
    until = time.monotonic() + 120
    while True:
        done = subprocess.run([sys.executable, "-c", JOINING, address], check=False, capture_output=True, text=True)
        if done.returncode == 0 or time.monotonic() > until:
            break
    assert done.stdout == "[2, 4, 6]\n", done.stderr[-500:]


def test_a_cluster_that_does_not_answer_is_told() -> None:
    """A wrong address ends in one line that names it, not in what Ray raised, before anything is read."""
    with pytest.raises(DatelineError, match=r"--on ray://127\.0\.0\.1:1: "):
        hired("ray://127.0.0.1:1", 1)
