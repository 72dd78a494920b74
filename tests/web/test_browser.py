"""The pages in a real browser: headless Chromium (Debian's package), driven by Playwright's core."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from onrecord.web.app import create_app
from onrecord.web.options import WebOptions

sync_api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
AXE = Path(__file__).parents[2] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
]  # fmt: skip
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (apt-get install chromium)")]
REPORT = (
    "Shells fall on Korva\n\n4 May 2024\n\n"
    "At least 14 people, including three children, were killed on Friday when shells hit a market in Khartoum, officials said.\n\n"
    "“We are ready to talk,” said Colonel Ahmed Saleh, who accused Ethiopia of arming the rebels.\n\n"
    "Qatar offered on Thursday to host talks between Sudan and Ethiopia in Doha.\n"
)
PAGES = (
    "/",
    "/reports",
    "/search?q=talks",
    "/timeline",
    "/map",
    "/network",
    "/tolls",
    "/mediation",
    "/review",
    "/review?who=ada",
    "/review/agreement",
    "/import",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(WebOptions(tmp_path_factory.mktemp("browser") / "store.db", port=port))
    running = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    running.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def page(server: str) -> Iterator[sync_api.Page]:
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        yield page
        browser.close()


def test_import_read_evidence_filter_download(server: str, page: sync_api.Page, tmp_path: Path) -> None:
    page.goto(server)
    assert "This store is empty" in page.inner_text("main")
    page.click("text=import files or pasted text here")
    page.fill("#text", REPORT)
    page.click("text=Read and keep")
    page.wait_for_selector("text=done:", timeout=60_000)
    page.click("main li a")
    page.click('section[data-layer="toll"] .value >> nth=0')
    chosen = page.inner_text("mark.chosen >> nth=0")
    assert chosen in REPORT
    page.click("mark.chosen >> nth=0")
    assert page.get_attribute('section[data-layer="toll"] .value >> nth=0', "aria-pressed") == "true"
    page.click("text=Tolls")
    page.select_option('select[name="toll"]', "killed")
    page.click("text=Show")
    assert "toll=killed" in page.url and page.locator("tbody tr").count() >= 1
    with page.expect_download() as wanted:
        page.click("text=CSV")
    assert "killed" in Path(wanted.value.path()).read_text(encoding="utf-8")


def test_a_hostile_report_stays_words(server: str, page: sync_api.Page) -> None:
    page.goto(server + "/import")
    page.fill(
        "#text",
        "Witnesses said <script>window.hacked = 1</script><img src=x onerror='window.hacked=1'> 3 people were killed in Cairo on Monday.",
    )
    page.click("text=Read and keep")
    page.wait_for_selector("text=done:", timeout=60_000)
    page.click("main li a")
    assert "<script>window.hacked = 1</script>" in page.inner_text("#text")
    assert page.evaluate("window.hacked") is None


def test_ten_values_are_reviewed_with_the_keyboard_alone(server: str, page: sync_api.Page) -> None:
    page.goto(server + "/import")
    text = "\n\n".join(
        f"Rebels near Goma killed dozens of people on Monday, village number {n} said." for n in "one two three four five six".split()
    )
    page.fill("#text", text)
    page.click("text=Read and keep")
    page.wait_for_selector("text=done:", timeout=60_000)
    waiting = page.request.get(server + "/review.json?who=key").json()
    assert len(waiting) >= 10
    page.goto(server + "/review")
    page.keyboard.press("Tab")
    page.focus("input[name=who]")
    page.keyboard.type("key")
    page.keyboard.press("Enter")
    for n in range(10):
        page.wait_for_selector("#decide")
        with page.expect_navigation():
            if n % 5 == 4 and page.locator("select[name=status]").count():
                page.keyboard.press("c")
                page.keyboard.press("Tab")
                page.focus("select[name=status]")
                page.keyboard.type("den")
                page.keyboard.press("Enter")
            else:
                page.keyboard.press("ar"[n % 2])
    left = page.request.get(server + "/review.json?who=key").json()
    assert len(left) == len(waiting) - 10


def test_a_correction_outlives_reading_again(server: str, page: sync_api.Page) -> None:
    again = REPORT.replace("Korva", "Torva")
    for _ in range(2):
        page.goto(server + "/import")
        page.fill("#text", again)
        page.click("text=Read and keep")
        page.wait_for_selector("text=done:", timeout=60_000)
        page.click("main li a")
        if page.locator("text=by people").count() == 0:
            report = page.url
            document = report.rsplit("/", 1)[1].split("#")[0]
            page.goto(server + "/review?who=sam")
            while page.input_value("input[name=document]") != document:
                page.click("text=Later")
            page.click("button[value=reject]")
    page.goto(report)
    assert "1 decision by people" in page.inner_text("article")


def test_no_page_scrolls_sideways_on_a_phone(server: str, page: sync_api.Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for path in PAGES:
        page.goto(server + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.skipif(not AXE.exists(), reason="needs axe-core (make assets)")
@pytest.mark.parametrize("path", PAGES)
def test_no_serious_accessibility_finding(server: str, page: sync_api.Page, path: str) -> None:
    page.goto(server + path)
    page.wait_for_timeout(300)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run().then(r => r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => v.id + ': ' + v.nodes[0].html))"
    )
    assert found == []


@pytest.mark.skipif(not AXE.exists(), reason="needs axe-core (make assets)")
def test_the_reading_page_is_accessible(server: str, page: sync_api.Page) -> None:
    page.goto(server + "/reports")
    page.click("tbody a >> nth=0")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run().then(r => r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => v.id + ': ' + v.nodes[0].html))"
    )
    assert found == []
