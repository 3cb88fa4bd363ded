"""How fast the page is on a large made-up record: pages, filters, many readers beside a writer, and what a page weighs.

    python bench/web.py [--events 50000] [--folder DIR] [--browser PORT]

The record is made from a seed: events over two years and some 400 towns, with claims in made-up reports. Times are
those of the server, measured in this process without a network, beside the processor's time, which other work on the
machine does not stretch; --browser adds, for the record served at a port, the time to a drawn map in Chromium.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from fastapi.testclient import TestClient
from playwright.sync_api import CDPSession, sync_playwright

from dateline.errors import Overtaken
from dateline.record import Record
from dateline.web.app import create_app
from dateline.web.decisions import Decision, decide

Row = dict[str, Any]

KINDS: Final = ("airstrike", "shelling", "clash", "armed_attack", "casualty_figure", "statement", "meeting", "protest", "humanitarian_aid", "demand")  # fmt: skip
GRADES: Final = ("single_voice", "single_voice", "single_voice", "corroborated", "corroborated", "confirmed", "contested", "denied", "discounted")  # fmt: skip
ACTORS: Final = tuple(f"{side} {unit}" for side in ("Northern", "Southern", "Coastal", "Highland", "River") for unit in ("army", "militia", "council", "police", "front", "brigade"))  # fmt: skip
OUTLETS: Final = tuple(f"{place} {paper}" for place in ("Harbour", "Meridian", "Gulf", "Nordic", "Delta", "Orchard") for paper in ("Daily", "Wire", "Ledger", "Post", "Mail"))  # fmt: skip
WORDS: Final = (
    "market bridge convoy hospital school checkpoint drone mortar road village truce elders depot river airport".split()
)
FIRST: Final = date(2021, 1, 1)
TOWNS: Final = 400

FILTERS: Final = (
    "", "?type=airstrike", "?grade=contested&grade=denied", "?place=Town+7", "?actor=Northern+army", "?outlet=Gulf+Ledger", "?speaker=Delta+council",
    "?precision=near", "?review=open", "?told=news", "?from=2021-06-01&to=2021-06-30", "?q=bridge", "?q=market+drone&type=clash",
    "?area=36,34,38,36", "?changed=2022-12-01", "?sort=doubt", "?sort=voices&page=400", "?grade=single_voice&told=news&precision=exact",
)  # fmt: skip


def say(line: str) -> None:
    """A line of the result."""
    sys.stdout.write(line + "\n")


def made(events: int) -> tuple[list[Row], list[Row], list[Row]]:
    """Reports, claims and events from a seed."""
    dice = random.Random(7)
    towns = [
        (f"Town {n}", 33 + 5 * dice.random(), 35 + 7 * dice.random(), dice.choice((0.8, 1.9, 6.0, 40.0)))
        for n in range(TOWNS)
    ]
    reports = [_report(n, dice) for n in range(events // 2)]
    claims: list[Row] = []
    told = [_event(n, dice, towns, reports, claims) for n in range(events)]
    return reports, claims, told


def _report(n: int, dice: random.Random) -> Row:
    day = FIRST + timedelta(dice.randrange(730))
    text = " ".join(dice.choice(WORDS) for _ in range(60))
    return {
        "id": f"report:{n:08x}", "key": f"{n}.txt", "sha256": f"{n:064x}", "title": f"Report {n}", "outlet": dice.choice(OUTLETS), "text": text, "wire": None,
        "url": None, "language": "en", "published": {"from": str(day), "to": str(day + timedelta(1)), "basis": "given"}, "story": None, "copy_of": None,
        "parts": [{"start": 0, "end": len(text), "part": "body"}], "notes": [],
    }  # fmt: skip


def _event(n: int, dice: random.Random, towns: list[Any], reports: list[Row], claims: list[Row]) -> Row:
    name, lat, lon, radius = towns[int(dice.betavariate(1, 4) * TOWNS)]
    held = [dice.choice(reports) for _ in range(1 + int(dice.expovariate(0.9)))]
    place = {"start": 0, "end": 0, "text": name, "name": name, "id": None, "country": "SY", "admin1": None, "lat": lat, "lon": lon, "radius_km": radius,
             "precision": "exact" if radius < 3 else "near" if radius < 9 else "admin1", "metonym": False}  # fmt: skip
    day = date.fromisoformat(held[0]["published"]["from"]) - timedelta(dice.randrange(3))
    when = {"from": str(day), "to": str(day + timedelta(1))}
    kind, doer = dice.choice(KINDS), dice.choice(ACTORS)
    mine = [_claim(n, i, report, kind, doer, place, when, dice) for i, report in enumerate(held)]
    claims.extend(mine)
    best = dice.randrange(1, 40)
    return {
        "id": f"event:{n:08x}", "type": kind, "title": f"{kind.replace('_', ' ').capitalize()}, {name}, {day:%d %B %Y}", "claims": [c["id"] for c in mine],
        "reports": sorted({r["id"] for r in held}), "outlets": sorted({r["outlet"] for r in held}), "voices": sorted({c["speaker"][0]["name"] for c in mine}),
        "place": place, "time": when, "figures": [{"measure": "killed", "subgroup": None, "low": best, "best": best, "high": best + 4, "claims": [mine[0]["id"]], "rule": "as told"}] if n % 3 == 0 else [],
        "by": [{"name": doer, "id": None, "claims": [mine[0]["id"]], "denied_by": []}], "to": [], "grade": dice.choice(GRADES), "codes": {}, "first_seen": held[0]["published"]["from"],
        "background": n % 11 == 0, "because": [],
    }  # fmt: skip


def _claim(n: int, i: int, report: Row, kind: str, doer: str, place: Row, when: Row, dice: random.Random) -> Row:
    start = dice.randrange(60)
    end = start + 120
    return {
        "id": f"claim:{n:08x}{i:02x}", "report": report["id"], "start": start, "end": end, "text": report["text"][start:end], "type": kind, "trigger": {"start": start, "end": start + 4},
        "by": [{"name": doer, "text": doer}], "to": [], "place": place, "time": {**when, "start": 0, "end": 0, "text": "", "type": "DATE", "timex": when["from"]}, "figures": [],
        "speaker": [{"name": dice.choice(ACTORS), "text": ""}], "via": None, "stance": "asserts", "modality": "actual", "background": False, "deadline": None, "codes": {}, "confidence": 0.7, "because": [],
    }  # fmt: skip


def kept(path: Path, events: int) -> None:
    """The made-up record, on disk."""
    reports, claims, told = made(events)
    by_report: dict[str, list[Row]] = {}
    for one in claims:
        by_report.setdefault(one["report"], []).append(one)
    contested = [one for one in told if one["grade"] in ("contested", "denied")]
    differ = [
        {"id": f"contradiction:{n:08x}", "event": one["id"], "field": "perpetrator", "kind": "conflict", "values": [], "explanation": "They cannot all be right."}
        for n, one in enumerate(contested)
    ]  # fmt: skip
    with Record.open(path) as record:
        record.keep((report, [], by_report.get(report["id"], [])) for report in reports)
        start = time.perf_counter()
        record.derive(
            {
                "reports": reports,
                "claims": claims,
                "events": told,
                "contradictions": differ,
                "agreements": [],
                "commitments": [],
            }
        )
        say(
            f"written and catalogued   {time.perf_counter() - start:8.1f} s   {events:,} events, {len(claims):,} claims, {len(reports):,} reports"
        )


def timed(act: Callable[[], Any]) -> tuple[float, float]:
    """Milliseconds an act takes: by the clock, and of the processor."""
    start, busy = time.perf_counter(), time.process_time()
    act()
    return (time.perf_counter() - start) * 1000, (time.process_time() - busy) * 1000


def pages(client: TestClient, event: str) -> None:
    """The first page, each filter, and the other places: the best and the worst of five, and the processor's time."""
    others = (
        f"/event/{event}", "/report/report:00000001", "/ledger", "/review", "/changes", "/changes?since=2022-12-01", "/places.json",
        "/events.json?q=bridge", f"/explain/{event}",
    )  # fmt: skip
    for address in (*(f"/{query}" for query in FILTERS), *others):
        told = [timed(lambda address=address: client.get(address)) for _ in range(5)]
        times, busy = [wall for wall, _ in told], statistics.median(cpu for _, cpu in told)
        say(f"{address:<58} {min(times):7.0f} ms best {max(times):7.0f} ms worst {busy:7.0f} ms of processor")


def weights(client: TestClient) -> None:
    """What a browser fetches for the first page, as it lies and as gzip would send it."""
    addresses = ("/", "/static/page.css", "/static/vendor/fontsource-variable-source-sans-3/source-sans-3-latin-wght-normal.woff2",
                 "/static/vendor/fontsource-variable-source-serif-4/source-serif-4-latin-wght-normal.woff2", "/static/page.js", "/static/overview.js", "/static/map.js", "/static/vendor/maplibre-gl/maplibre-gl-csp.js",
                 "/static/vendor/maplibre-gl/maplibre-gl-csp-worker.js", "/static/vendor/world-atlas/countries-50m.json", "/places.json")  # fmt: skip
    for address in addresses:
        body = client.get(address, headers={"accept-encoding": "identity"}).content
        say(f"{address:<58} {len(body) / 1000:9.1f} kB {len(gzip.compress(body)) / 1000:9.1f} kB gzip")


def crowd(client: TestClient, path: Path, ids: list[str], readers: int = 50, each: int = 10) -> None:
    """Many readers, each looking at a page every few seconds, and one writer beside them: how long a reader waits, and how many answers fail."""
    times: list[float] = []
    failed: list[int] = []
    going = threading.Event()
    going.set()

    def reading(n: int) -> None:
        dice = random.Random(n)
        for _ in range(each):
            time.sleep(dice.random() * 5)
            address = "/" + dice.choice(FILTERS) if dice.random() < 0.5 else f"/event/{dice.choice(ids)}"
            start = time.perf_counter()
            status = client.get(address).status_code
            times.append((time.perf_counter() - start) * 1000)
            if status != 200:
                failed.append(status)

    def writing() -> None:
        for name in _forever(ids):
            if not going.is_set():
                return
            with suppress(Overtaken):
                decide(path, Decision(name, "accept", "bench"))
            time.sleep(0.2)

    writer = threading.Thread(target=writing)
    writer.start()
    crowd = [threading.Thread(target=reading, args=(n,)) for n in range(readers)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    going.clear()
    writer.join()
    times.sort()
    say(
        f"{readers} readers and a writer      p50 {statistics.median(times):6.0f} ms   p99 {times[int(0.99 * len(times))]:6.0f} ms   "
        f"{len(failed)} of {len(times)} failed"
    )


def _forever(ids: list[str]) -> Iterator[str]:
    while True:
        yield from ids


def drawn(port: int) -> None:
    """How long a browser takes from the address to a map that is drawn, and the processor's time of all its processes."""
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        watch = browser.new_browser_cdp_session()
        times, busy = [], []
        for _ in range(5):
            before = _processor(watch)
            page = browser.new_page(viewport={"width": 1440, "height": 1000})
            start = time.perf_counter()
            page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
            page.wait_for_selector("#map[data-drawn]", state="attached")
            times.append((time.perf_counter() - start) * 1000)
            busy.append(_processor(watch) - before)
            page.close()
        browser.close()
    say(
        f"to a drawn map in Chromium                                 {min(times):7.0f} ms best {max(times):7.0f} ms worst "
        f"{statistics.median(busy):7.0f} ms of processor"
    )


def _processor(watch: CDPSession) -> float:
    """Milliseconds of processor that the browser's processes have taken so far."""
    return sum(float(one["cpuTime"]) for one in watch.send("SystemInfo.getProcessInfo")["processInfo"]) * 1000


def main() -> None:
    """Make the record where there is none, and measure."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--events", type=int, default=50_000)
    asked.add_argument("--folder", type=Path, default=None)
    asked.add_argument("--browser", type=int, metavar="PORT", help="also time a served page at this port")
    told = asked.parse_args()
    folder = told.folder or Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"made-{told.events}.db"
    if not path.exists():
        kept(path, told.events)
    start = time.perf_counter()
    app = create_app(path, "bench")
    with TestClient(app, base_url="http://127.0.0.1") as client:
        say(f"ready to serve           {time.perf_counter() - start:8.1f} s")
        ids = [
            row["id"]
            for page in range(1, 5)
            for row in json.loads(client.get(f"/events.json?page={page}").text)["events"]
        ]
        pages(client, ids[0])
        weights(client)
        crowd(client, path, ids)
    if told.browser:
        drawn(told.browser)


if __name__ == "__main__":
    sys.exit(main())
