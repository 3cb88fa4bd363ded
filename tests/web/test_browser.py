"""A real browser goes through the six places: nothing is refused by the policy, no script fails, keys decide."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from dateline.web.app import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHOTS = Path(os.environ.get("DATELINE_SHOTS", Path(__file__).parent.parent.parent / "build" / "screenshots"))
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip
WIDTHS = (1440, 1024, 390)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as play:
        one = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield one
        one.close()


@pytest.fixture
def served(record: Path) -> Iterator[str]:
    """The page of the record, at a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(record, "ana"), host="127.0.0.1", port=port, log_level="error"))
    running = threading.Thread(target=server.run)
    running.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    running.join()


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A browser's page; whatever it complains of fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, base_url=served)
    one = context.new_page()
    wrong: list[str] = []
    one.on("pageerror", lambda error: wrong.append(str(error)))
    one.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    yield one
    context.close()
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_place_is_drawn(page: Page, width: int, scheme: str) -> None:
    """Six places at three widths, light and dark: each is drawn, and nothing runs over its edge."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size({"width": width, "height": 1000})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # light or dark
    page.goto("/")
    event = page.locator(".list th a", has_text="Shelling").first.get_attribute("href") or ""
    places = {"overview": "/", "event": event, "report": "/claim/claim:r1", "ledger": "/ledger", "review": "/review", "explain": event.replace("event", "explain", 1)}  # fmt: skip
    for name, address in places.items():
        page.goto(address)
        if name in ("overview", "event"):
            page.wait_for_selector("#map[data-drawn]", state="attached")
        page.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, name


def test_picking_narrows_and_goes_into_the_address(page: Page) -> None:
    """A tick narrows the table and the map without loading the page anew; going back undoes it."""
    page.goto("/")
    page.wait_for_selector("#map[data-drawn]", state="attached")
    before = page.locator(".list tbody tr").count()
    page.get_by_label("shelling").check()
    page.wait_for_url("**/?type=shelling")
    page.wait_for_selector(".chips a")

    assert page.locator(".list tbody tr").count() < before
    assert page.locator("#map canvas").count() == 1
    page.go_back()
    page.wait_for_selector(".chips", state="detached")
    assert page.locator(".list tbody tr").count() == before


def test_keys_decide_and_take_back(page: Page) -> None:
    """y accepts and goes on, z takes back, ? tells the keys: no chord, no mouse."""
    page.goto("/review")
    page.keyboard.press("y")
    page.wait_for_selector(".item.done")
    page.keyboard.press("z")
    page.wait_for_selector(".item.done", state="detached")
    page.keyboard.press("?")

    assert page.locator("#help[open]").count() == 1
    told = page.request.get("/history.json").json()
    assert [one["verdict"] for one in told] == ["withdraw", "accept"]


def test_weighing_again_keeps_decisions(page: Page) -> None:
    """Weighing runs beside the page, and what was decided is counted after it."""
    page.goto("/review")
    page.keyboard.press("n")
    page.wait_for_selector(".item.done")
    page.get_by_role("button", name="Weigh again").click()
    page.wait_for_selector("#weighing:has-text('every decision is weighed')", timeout=60_000)

    assert page.request.get("/history.json").json()[0]["weighed"]


def test_reading_needs_no_script(browser: Browser, served: str) -> None:
    """With scripts off, the overview shows its map, days and table, and its form works."""
    context = browser.new_context(java_script_enabled=False, base_url=served)
    page = context.new_page()
    page.goto("/")

    assert page.locator("#map svg").count() == 1
    assert page.locator("svg.days").count() == 1
    page.get_by_label("shelling").check()
    page.get_by_role("button", name="Show").click()
    assert "type=shelling" in page.url
    context.close()


def test_one_gets_around_by_keyboard(page: Page) -> None:
    """The first tab leads past the navigation, and what has the focus is seen."""
    page.goto("/ledger")
    page.keyboard.press("Tab")

    assert page.evaluate("() => document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"


@pytest.mark.parametrize("address", ["/", "/ledger", "/review", "/history", "/report/report:r1"])
def test_everything_has_a_name(page: Page, address: str) -> None:
    """Each field and button can be told by a reader of screens, each table has headings, and there is one main heading."""
    page.goto(address)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("input:not([type=hidden]), select, button, a[href], svg[role=img]")].filter((one) =>
            !(one.labels?.length || one.getAttribute("aria-label") || one.textContent.trim() || one.title)).map((one) => one.outerHTML)"""
    )

    assert nameless == []
    assert page.locator("h1").count() == 1
    assert page.locator("table:not(:has(th[scope]))").count() == 0


AXE = Path(__file__).parent.parent.parent / "front" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: python tools/build_front.py")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(page: Page, scheme: str, width: int) -> None:
    """The rules of WCAG 2.2 A and AA that a machine can check hold in all six places."""
    page.set_viewport_size({"width": width, "height": 1000})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # light or dark
    page.goto("/")
    event = page.locator(".list th a", has_text="Shelling").first.get_attribute("href") or ""
    found = []
    for address in (
        "/",
        event,
        "/report/report:r1?at=0-20",
        "/ledger",
        "/review",
        event.replace("event", "explain", 1),
    ):
        page.goto(address)
        if address in ("/", event):
            page.wait_for_selector("#map[data-drawn]", state="attached")
        page.evaluate(AXE.read_text("utf-8"))
        told = page.evaluate("() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })")
        assert len(told["passes"]) > 10
        found += [(address, one["id"], node["html"][:160]) for one in told["violations"] for node in one["nodes"]]

    assert found == []
