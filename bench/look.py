"""Pictures of every page of a store, to be looked at: at 1280 and 390 px, light and dark.

`python -m bench.look --store FILE [--out FOLDER]`; needs Chromium, and the drawing libraries (`make assets`).
"""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import threading
import time
from pathlib import Path
from urllib.request import urlopen

import uvicorn
from playwright.sync_api import sync_playwright

from onrecord.web.app import create_app
from onrecord.web.options import WebOptions

PAGES = {
    "home": "/", "reports": "/reports", "search": "/search?q=market", "said-by": "/search?said_by=ministry", "timeline": "/timeline",
    "events": "/events", "map": "/map", "network": "/network", "tolls": "/tolls", "mediation": "/mediation", "acts": "/acts",
    "review-name": "/review", "review": "/review?who=ada", "agreement": "/review/agreement", "import": "/import", "nowhere": "/nowhere",
}  # fmt: skip
SIZES = ((1280, 1300), (390, 1300))
"""Width and height of what is seen, in CSS pixels: a page may go on below."""
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
SETTLE_SECONDS = 20


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--store", type=Path, required=True)
    ask.add_argument("--out", type=Path, default=Path(".cache/look"))
    ask.add_argument("--only", default="", help="names of pages, with commas between")
    given, _ = ask.parse_known_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(WebOptions(given.store, port=port)), host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    base = f"http://127.0.0.1:{port}"
    pages = {**PAGES, **found(base)}
    wanted = given.only.split(",") if given.only else list(pages)
    shoot(base, {name: pages[name] for name in wanted}, given.out)
    server.should_exit = True
    thread.join(10)


def found(base: str) -> dict[str, str]:
    """Pages that only a filled store has: the report with most events, the incident with most reports, and adding to that report."""

    def rows(path: str) -> list[dict[str, object]]:
        with urlopen(base + path) as answer:
            return json.load(answer)

    reports, incidents = rows("/reports.json"), rows("/timeline.json")
    pages = {}
    if reports:
        longest = max(reports, key=lambda row: int(str(row["events"])))["document"]
        pages |= {"report": f"/reports/{longest}", "add": f"/reports/{longest}/add?who=ada&layer=tolls"}
    if incidents:
        pages["incident"] = f"/incidents/{max(incidents, key=lambda row: len(row['reports']))['id']}"  # type: ignore[arg-type]
    return pages


def shoot(base: str, pages: dict[str, str], out: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        for scheme in ("light", "dark"):
            for width, height in SIZES:
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
                for name, path in pages.items():
                    page.goto(base + path)
                    if page.locator("#picture").count():
                        page.wait_for_selector("#picture[data-ready], #picture.bare", timeout=1000 * SETTLE_SECONDS)
                        page.wait_for_timeout(400)
                    page.screenshot(path=out / f"{name}-{width}-{scheme}.png")
                page.close()
        browser.close()
    print(f"{len(pages) * 4} pictures in {out}")


if __name__ == "__main__":
    main()
