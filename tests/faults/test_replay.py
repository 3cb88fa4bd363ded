"""A day of a feed, played back in minutes: nothing is counted twice, memory stays flat, and the record is the one that a
single run over the same pages gives."""

import gc
import json
import random
from pathlib import Path

import pytest
from loopback import Host, Time, fetcher, serving

from dateline.fetch import Shelf
from dateline.record import Record
from dateline.run import read_into, weigh_record
from dateline.run.visits import Visits
from dateline.run.watch import Plan, Watch
from dateline.tell import FORMATS

pytestmark = [pytest.mark.slow, pytest.mark.model]

QUARTERS = 96
"""Looks in a day, one every quarter of an hour."""
WARM = 24
"""Looks after which all that is loaded once is loaded."""
TOWNS = ("Marrow", "Tel Zamar", "Qara", "Lissen")
PAGE = "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{lead}</p><p>{more}</p></article></body></html>"


def story(number: int, killed: int) -> str:
    """A page; its toll may change later."""
    town = TOWNS[number % len(TOWNS)]
    lead = f"Shells fell on the market of {town} in the morning and killed {killed} people, governor Rami Number{number} told the radio on Monday."
    more = f"The army said on Monday that its guns had not fired on {town}, and accused the rebels of village {number % 17} of the attack."
    return PAGE.format(title=f"Market of {town} shelled, {number}", lead=lead, more=more)


def feed(host: Host, first: int, last: int) -> str:
    """The feed as it stands: the latest pages."""
    items = "".join(
        f"<item><title>Page {n}</title><link>{host.url(f'/p{n}')}</link><pubDate>Mon, 22 Feb 2021 09:00:00 GMT</pubDate></item>"
        for n in range(first, last)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Delta Courier</title>{items}</channel></rss>"


def held() -> int:
    """Kilobytes of memory that this process holds."""
    gc.collect()
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


def played(host: Host, folder: Path) -> tuple[dict[str, bytes], list[int]]:
    """The tables after a day of looks, and the memory held after each look."""
    rng, time, memory, written = random.Random(7), Time(), [], 0
    plan = Plan((host.url("/feed"),), every=900.0)
    with Record.open(folder / "r.db") as record, Visits.open(folder / "r.db-watch") as visits:
        watch = Watch(record, visits, fetcher(time), Shelf(folder / "pages"), plan)
        for _ in range(QUARTERS):
            for _ in range(rng.randrange(3)):
                host.has(f"/p{written}", story(written, 3 + written % 9))
                written += 1
            if written > 4 and rng.random() < 0.2:
                changed = rng.randrange(written - 4, written)
                host.has(f"/p{changed}", story(changed, 2 + changed % 9))
            host.has("/feed", feed(host, max(0, written - 10), written), "application/rss+xml")
            if watch.look().read:
                weigh_record(record)
            memory.append(held())
            time.at += 900
        return tables(record, folder / "watched"), memory


def tables(record: Record, out: Path) -> dict[str, bytes]:
    """The tables of a record."""
    return {path.name: path.read_bytes() for path in FORMATS["jsonl"](record, out)}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_day_of_a_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page is read once, a changed one as a version; the tables are those of one run over the pages that were kept.

    What comes is weighed neighbourhood by neighbourhood, as it is in a large record.
    """
    for name in ("run.parts.WHOLE", "weigh.neighbourhoods.WHOLE", "weigh.neighbourhoods.MOST"):
        monkeypatch.setattr(f"dateline.{name}", 60)
    with serving() as host:
        watched, memory = played(host, tmp_path)
    with Record.open(tmp_path / "once.db") as record:
        tally = read_into(record, [tmp_path / "pages"])
        weigh_record(record)
        once = tables(record, tmp_path / "once")

    keys = [json.loads(line)["url"] for line in watched["reports.jsonl"].splitlines()]
    assert tally.read == len(keys) > 60
    assert {name for name in once if once[name] != watched[name]} == set()
    assert max(memory[WARM:]) <= 1.1 * memory[WARM]
