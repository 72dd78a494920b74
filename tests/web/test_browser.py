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
VENDOR = Path(__file__).parents[2] / "src" / "onrecord" / "web" / "static" / "vendor"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (apt-get install chromium)"),
    pytest.mark.skipif(not VENDOR.is_dir(), reason="needs the drawing libraries (make assets)"),
]
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
    "/search?said_by=officials",
    "/timeline",
    "/events",
    "/map",
    "/network",
    "/tolls",
    "/mediation",
    "/acts",
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
    page.click('details[data-layer="toll"] .value >> nth=0')
    chosen = page.inner_text("mark.chosen >> nth=0")
    assert chosen in REPORT
    page.click("mark.chosen >> nth=0")
    assert page.get_attribute('details[data-layer="toll"] .value >> nth=0', "aria-pressed") == "true"
    page.click("text=Tolls")
    page.click("summary:has-text('More')")
    page.select_option('select[name="toll"]', "killed")
    page.click("button:has-text('Show')")
    assert "toll=killed" in page.url and page.locator("tbody tr").count() >= 1
    with page.expect_download() as wanted:
        page.click("text=CSV")
    assert "killed" in Path(wanted.value.path()).read_text(encoding="utf-8")


def bring_in(server: str, page: sync_api.Page, text: str) -> str:
    """Imports a pasted report and gives the address of its page."""
    page.goto(server + "/import")
    page.fill("#text", text)
    page.click("text=Read and keep")
    page.wait_for_selector("text=done:", timeout=60_000)
    page.click("main li a")
    return page.url.split("#")[0]


def test_a_value_chosen_in_its_report_is_corrected_and_stays_corrected(server: str, page: sync_api.Page) -> None:
    text = REPORT.replace("Korva", "Borva").replace("At least 14", "At least 41")
    address = bring_in(server, page, text)
    page.hover('details[data-layer="toll"] li >> nth=0')
    page.click('details[data-layer="toll"] .correct >> nth=0')
    page.fill("input[name=who]", "cora")
    page.click("text=Begin")
    page.wait_for_selector("#fields[hidden]", state="attached")
    page.keyboard.press("c")
    page.fill("input[name=low]", "43")
    page.press("input[name=low]", "Enter")
    page.wait_for_url("**/review?who=cora*")
    bring_in(server, page, text)
    page.goto(address)
    assert "1 decision by people" in page.inner_text("article")
    lows = [toll["low"] for toll in page.request.get(address + ".json").json()["tolls"]]
    assert 43 in lows and 41 not in lows
    assert 41 in [toll["low"] for toll in page.request.get(address + ".json?view=reading").json()["tolls"]]


def test_a_missed_value_is_added_with_the_keyboard_alone(server: str, page: sync_api.Page) -> None:
    address = bring_in(server, page, "A quiet day in Goma\n\nThe 🕊 committee counted seventeen names on the wall of the school.")
    page.goto(f"{address}/add?who=kay")
    page.keyboard.press("3")
    page.wait_for_selector('nav a[aria-current]:has-text("Toll")')
    for _ in range(40):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(30)  # the browser tells of a new selection a little later
        if page.input_value("#marked") == "seventeen":
            break
    page.keyboard.press("Shift+ArrowRight")
    sync_api.expect(page.locator("#marked")).to_have_value("seventeen names")
    page.keyboard.press("Shift+ArrowLeft")
    sync_api.expect(page.locator("#marked")).to_have_value("seventeen")
    page.keyboard.press("Enter")
    page.keyboard.type("miss")
    page.keyboard.press("Tab")
    page.keyboard.type("17")
    page.keyboard.press("Enter")
    page.wait_for_selector('q:text-is("seventeen")')
    record = page.request.get(address + ".json").json()
    added = [toll for toll in record["tolls"] if toll["kind"] == "missing"]
    assert len(added) == 1 and added[0]["low"] == 17
    start, end = added[0]["span"]
    assert record["document"]["text"][start:end] == "seventeen"
    page.goto(f"{address}/add?who=other")
    assert page.locator('q:text-is("seventeen")').count() == 0, "what another coder added is not shown"


def test_the_network_steps_through_time_with_the_keyboard(server: str, page: sync_api.Page) -> None:
    for day, who in (("3 March 2024", "Kenya"), ("7 June 2024", "Uganda")):
        bring_in(server, page, f"Envoy speaks\n\n{day}\n\n{who} accused Rwanda on {day} of sending troops across the border.")
    page.goto(server + "/network")
    page.wait_for_selector("#picture[data-ready]")
    page.focus("#step")
    seen = set()
    for _ in range(page.locator(".periods li").count() - 1):
        with page.expect_response("**/network.json*"):
            page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        asked = page.url.split("?")[1]
        dyads = len(page.request.get(f"{server}/network.json?{asked}").json())
        # the table must come to show the period of the address; a busy machine draws it later
        page.wait_for_function("n => document.querySelectorAll('#dyads tbody tr').length === n", arg=dyads)
        seen.add(page.inner_text("#step-name"))
    assert len(seen) == page.locator(".periods li").count() - 1


def test_pictures_are_drawn_and_lead_to_the_words(server: str, page: sync_api.Page) -> None:
    for path in ("/timeline", "/tolls", "/mediation"):
        page.goto(server + path)
        page.wait_for_selector("#picture[data-ready]", timeout=20_000)
        targets = page.eval_on_selector_all("#picture svg a", "all => all.map(a => a.getAttribute('href') ?? a.getAttribute('xlink:href'))")
        assert targets, f"nothing on {path} can be opened"
        assert page.request.get(server + targets[0].split("#")[0]).status == 200


def test_right_to_left_words_run_right_to_left(server: str, page: sync_api.Page) -> None:
    bring_in(server, page, "إطلاق النار\n\nقال المتحدث إن القوات ملتزمة بالهدنة.\n\nThe truce holds, the spokesman said on Monday.")
    directions = page.eval_on_selector_all("#text > *", "all => all.map(x => getComputedStyle(x).direction)")
    assert "rtl" in directions and "ltr" in directions


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
        f"Rebels near Goma killed dozens of people on Monday, village number {n} said."
        for n in "one two three four five six seven eight nine ten eleven twelve".split()
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


def addresses(server: str, page: sync_api.Page) -> list[str]:
    """Every kind of page, those of one report and of one incident too."""
    report = page.request.get(server + "/reports.json").json()[-1]["document"]
    incident = page.request.get(server + "/timeline.json").json()[0]["id"]
    return [
        *PAGES,
        f"/reports/{report}",
        f"/reports/{report}/add?who=ada",
        f"/reports/{report}/add?who=ada&layer=events",
        f"/incidents/{incident}",
    ]


def test_no_page_scrolls_sideways_on_a_phone(server: str, page: sync_api.Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for path in addresses(server, page):
        page.goto(server + path)
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.skipif(not AXE.exists(), reason="needs axe-core (make assets)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_accessibility_finding(server: str, page: sync_api.Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    axe = AXE.read_text(encoding="utf-8")
    found = []
    for path in addresses(server, page):
        page.goto(server + path)
        if page.locator("#picture").count():
            page.wait_for_selector("#picture[data-ready], #picture.bare", timeout=20_000)
        page.evaluate(axe)
        found += page.evaluate(
            "path => axe.run().then(r => r.violations.filter(v => ['serious', 'critical'].includes(v.impact))"
            ".map(v => path + ' ' + v.id + ': ' + v.nodes[0].html.slice(0, 200)))",
            path,
        )
    page.emulate_media(color_scheme="light")
    assert found == []
