"""A real browser goes through the six places: nothing is refused by the policy, no script fails, keys decide."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright
from visiting import TEXTS

from dateline.web.app import create_app
from dateline.web.users import Users

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHOTS = Path(os.environ.get("DATELINE_SHOTS", Path(__file__).parent.parent.parent / "build" / "screenshots"))
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip
WIDTHS = (1440, 1024, 390)

REQUIRED = os.environ.get("DATELINE_BROWSER") == "required"
"""Set where the tests must not be skipped for want of a browser."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None and not REQUIRED, reason="no Chromium on this machine: apt-get install chromium"
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as play:
        one = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield one
        one.close()


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """A page at a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def served(record: Path) -> Iterator[str]:
    """The page of the record, at a free port."""
    with running(create_app(record, "ana")) as address:
        yield address


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
    """Each place at three widths, light and dark: each is drawn, and nothing runs over its edge."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size({"width": width, "height": 1000})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # light or dark
    page.goto("/")
    event = page.locator(".list th a", has_text="Shelling").first.get_attribute("href") or ""
    places = {"overview": "/", "event": event, "report": "/claim/claim:r1", "ledger": "/ledger", "review": "/review", "explain": event.replace("event", "explain", 1), "changes": "/changes?since=2021-03-01"}  # fmt: skip
    for name, address in places.items():
        page.goto(address)
        if name in ("overview", "event"):
            page.wait_for_selector("#map[data-drawn]", state="attached")
        page.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize("width", [820, 1110])
def test_the_name_of_an_event_has_room(page: Page, width: int) -> None:
    """On a tablet, and beside the filters, the column that names events is wide enough for words, and nothing runs over."""
    page.set_viewport_size({"width": width, "height": 1000})
    page.goto("/")

    assert page.evaluate("() => document.querySelector('.events .list th[scope=row]').clientWidth") >= 200
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_picking_narrows_and_goes_into_the_address(page: Page) -> None:
    """A tick narrows the table and the map without loading the page anew; going back undoes it."""
    page.goto("/")
    page.wait_for_selector("#map[data-drawn]", state="attached")
    before = page.locator(".list tbody tr").count()
    page.get_by_role("checkbox", name="shelling").click()
    page.wait_for_url("**/?type=shelling")
    page.wait_for_selector(".chips a")

    assert page.locator(".list tbody tr").count() < before
    assert page.locator("#map canvas").count() == 1
    page.go_back()
    page.wait_for_selector(".chips", state="detached")
    assert page.locator(".list tbody tr").count() == before


def test_a_row_shows_on_the_map(page: Page) -> None:
    """Table and map are one: the place of the event that has the focus is ringed."""
    page.goto("/")
    page.wait_for_selector("#map[data-drawn]", state="attached")
    before = page.locator("#map canvas").screenshot()
    page.locator(".list th a").first.focus()
    page.wait_for_timeout(300)

    assert page.locator("#map canvas").screenshot() != before


def test_a_stretch_of_days_is_brushed(page: Page) -> None:
    """Dragging over the days puts them into the address, and the table follows."""
    page.goto("/")
    frame = page.locator("svg.days").bounding_box()
    assert frame is not None
    page.mouse.move(frame["x"] + 2, frame["y"] + 40)
    page.mouse.down()
    page.mouse.move(frame["x"] + frame["width"] * 0.4, frame["y"] + 40, steps=4)
    page.mouse.up()
    page.wait_for_url("**/?from=*")

    assert "to=" in page.url


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
    page.get_by_role("checkbox", name="shelling").click()
    page.get_by_role("button", name="Show", exact=True).click()
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


def test_every_place_reads_without_a_script(browser: Browser, served: str) -> None:
    """Scripts off: every place tells its matter, a decision is taken, and the veil lifts where it is touched."""
    context = browser.new_context(java_script_enabled=False, base_url=served)
    page = context.new_page()
    page.goto("/review")
    with page.expect_navigation():
        page.locator(".item button.accept").first.click()
    assert page.request.get("/history.json").json()[0]["verdict"] == "accept"
    for address, words in (("/ledger", "Tell Arwa"), ("/changes", "What changed"), ("/history", "accept"), ("/api", "/events.json")):  # fmt: skip
        page.goto(address)
        assert words in page.locator("main").inner_text()
    page.goto("/report/report:r5")
    assert blur(page) != "none"
    page.locator(".veil").focus()
    assert blur(page) == "none"
    context.close()


def blur(page: Page) -> str:
    """What lies over the veiled words."""
    return str(page.locator(".veil > p").evaluate("(one) => getComputedStyle(one).filter"))


def test_one_key_lifts_the_veil_and_it_stays_lifted(page: Page) -> None:
    """v shows distressing words everywhere, on this page and the next, until it is pressed again."""
    page.goto("/report/report:r5")
    assert "blur" in blur(page)
    with page.expect_response("**/veil"):
        page.keyboard.press("v")
    page.wait_for_function("() => getComputedStyle(document.querySelector('.veil > p')).filter === 'none'")

    page.reload()
    assert blur(page) == "none"


def test_words_are_chosen_in_the_text(page: Page) -> None:
    """Marking words fills the form with them and with where they stand, beyond a letter that the browser counts as two."""
    page.goto("/report/report:r5")
    page.locator(".margin summary").first.click()
    page.get_by_role("button", name="Choose them in the text").first.click()
    page.keyboard.press("v")
    page.evaluate(
        """() => { const line = document.querySelector(".text [data-at]"), walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let one = walk.nextNode(); one; one = walk.nextNode()) {
          const at = one.data.indexOf("the mayor");
          if (at >= 0) getSelection().setBaseAndExtent(one, at, one, at + 9);
        }
        line.dispatchEvent(new PointerEvent("pointerup", { bubbles: true })); }"""
    )
    page.wait_for_function("() => document.querySelector('.margin [name=words]').value === 'the mayor'")
    page.locator(".margin [name=field]").first.select_option("speaker")
    page.locator(".margin form.stack").first.get_by_role("button", name="Keep").click()
    page.wait_for_selector("#decided")

    told = page.request.get("/history.json").json()[0]
    assert (told["words"], told["start"]) == ("the mayor", TEXTS["r5"][1].index("the mayor"))


def test_a_pair_is_decided_by_one_key(page: Page) -> None:
    """Every item of the queue takes the same keys."""
    page.goto("/review")
    page.keyboard.press("j")
    page.keyboard.press("u")
    page.wait_for_selector(".item.done")

    assert page.request.get("/history.json").json()[0]["verdict"] == "unsure"


def test_arabic_is_set_from_right_to_left(page: Page) -> None:
    """A paragraph whose letters run that way is laid out that way."""
    page.goto("/report/report:r3")

    first = page.locator(".text p").first
    assert "قُتل" in first.inner_text()
    assert first.evaluate("(one) => one.matches(':dir(rtl)')")


@pytest.mark.parametrize("address", ["/", "/ledger", "/report/report:r1", "/changes?since=2021-03-01"])
def test_a_place_prints(page: Page, address: str, tmp_path: Path) -> None:
    """As a PDF it holds the matter and none of the buttons, in black on white whatever the screen shows."""
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(address)
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    SHOTS.mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    text = "".join(one.get_textpage().get_text_range() for one in document)

    assert "Tell Arwa" in text
    assert "Narrow down" not in text
    assert "Weigh again" not in text
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_keyboard_reaches_everything(page: Page) -> None:
    """Tabbing through the overview comes to every field and link in turn, is caught nowhere, and is always seen."""
    page.goto("/")
    page.wait_for_selector("#map[data-drawn]", state="attached")
    wanted = page.locator("main :is(a, button, input, summary):visible").count()
    seen = set()
    for _ in range(wanted + 30):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "() => { const one = document.activeElement; return one.outerHTML.slice(0, 120) + one.offsetTop; }"
            )
        )

    assert page.evaluate(
        "() => document.activeElement === document.body || !document.querySelector('main').contains(document.activeElement)"
    )
    assert len(seen) > wanted * 0.8


def axe(page: Page) -> list[tuple[str, str, str]]:
    """What axe finds on a page: where, which rule, and the markup."""
    page.evaluate(AXE.read_text("utf-8"))
    told = page.evaluate("() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })")
    assert len(told["passes"]) > 10
    return [(page.url, one["id"], node["html"][:160]) for one in told["violations"] for node in one["nodes"]]


AXE = Path(__file__).parent.parent.parent / "front" / "node_modules" / "axe-core" / "axe.min.js"


needs_axe = pytest.mark.skipif(
    not AXE.is_file() and not REQUIRED, reason="axe-core is not installed: python tools/build_front.py"
)


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(page: Page, scheme: str, width: int) -> None:
    """The rules of WCAG 2.2 A and AA that a machine can check hold in every place."""
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
        "/report/report:r5",
        "/changes?since=2021-03-01",
        "/history",
        "/api",
    ):
        page.goto(address)
        if address in ("/", event):
            page.wait_for_selector("#map[data-drawn]", state="attached")
        found += axe(page)

    assert found == []


@pytest.fixture
def shared(record: Path, tmp_path: Path, browser: Browser) -> Iterator[Page]:
    """The page of the record where people sign in, as an unknown visitor sees it."""
    users = Users(tmp_path / "users.db")
    users.add("ada", "admin", "a long pass phrase")
    with running(create_app(record, "ana", users)) as address:
        context = browser.new_context(viewport={"width": 1024, "height": 900}, base_url=address)
        yield context.new_page()
        context.close()


@needs_axe
def test_one_signs_in_by_keyboard(shared: Page) -> None:
    """The name has the focus at once; enter leads to the page that was asked for; both pages are clean for axe."""
    shared.goto("/people")
    assert "/sign-in?back=" in shared.url
    wrong = axe(shared)
    shared.screenshot(path=SHOTS / "signin-1024-light.png")
    shared.keyboard.type("ada")
    shared.keyboard.press("Tab")
    shared.keyboard.type("a long pass phrase")
    shared.keyboard.press("Enter")
    shared.wait_for_selector("text=signed in")

    assert wrong + axe(shared) == []
    shared.screenshot(path=SHOTS / "people-1024-light.png", full_page=True)
    shared.get_by_role("button", name="Sign out").click()
    shared.wait_for_url("**/sign-in")
