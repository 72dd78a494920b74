"""What stands between a request and the store: other sites, other machines, other files, too much, and words that are code."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.cli import run
from onrecord.errors import StoreError
from onrecord.model.record import Record
from onrecord.store import open_store
from onrecord.web.app import PICTURES, TABLES, create_app
from onrecord.web.options import WebOptions

BASE = "http://127.0.0.1:8321"
HOSTILE = (
    "“<script>alert(1)</script>”, said Colonel <b>Adam</b> Bell on Monday. Rebels shelled a market in Cairo on Monday, killing 3.\n\n"
    '"><svg onload=alert(1)>'
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, read: Callable[..., Record]) -> Path:
    path = tmp_path_factory.mktemp("safe") / "store.db"
    with open_store(path) as kept:
        kept.add(read(HOSTILE, title="<img src=x onerror=alert(1)>"))
    return path


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(create_app(WebOptions(store)), base_url=BASE) as made:
        yield made


def document_of(client: TestClient) -> str:
    return str(client.get("/reports.json").json()[0]["document"])


def test_no_page_lets_a_report_write_html(client: TestClient) -> None:
    document = document_of(client)
    incident = client.get("/timeline.json").json()[0]["id"]
    paths = [path for path, _ in TABLES]
    paths += [
        "/",
        "/search?q=said",
        f"/reports/{document}",
        f"/reports/{document}/add?who=<b>x</b>",
        f"/incidents/{incident}",
        "/review?who=<b>x</b>",
    ]
    paths += ["/timeline?actor=<script>alert(1)</script>", "/search?q=<script>alert(1)</script>", "/reports/<script>alert(1)</script>"]
    for path in paths:
        page = client.get(path).text
        assert not re.search(r"<script(?! (src|type=\"module\" src)=\"/static/)", page), path
        assert "<svg onload" not in page and "<img src=x" not in page and "<b>x</b>" not in page and "<b>Adam" not in page, path


@pytest.mark.parametrize("path", [path for path, _ in PICTURES if "{" not in path] + ["/reports.json"])
def test_data_are_never_taken_for_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["content-type"].startswith("application/json") and answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/review", "/import", "/reports/{document}/add", "/import/none/stop"])
def test_every_form_asks_for_its_token(client: TestClient, path: str) -> None:
    values = {"who": "eve", "action": "reject", "layer": "tolls", "id": "n1", "document": document_of(client), "text": "More."}
    for token in ({}, {"csrf": "0" * 64}):
        assert client.post(path.format(document=document_of(client)), data={**values, **token}).status_code == 403
    assert "0 decisions" in client.get("/review/agreement").text


def test_another_session_s_token_does_not_serve(store: Path) -> None:
    with TestClient(create_app(WebOptions(store)), base_url=BASE) as one:
        token = re.search(r'name="csrf" value="([0-9a-f]{64})"', one.get("/import").text)
        assert token
        one.cookies.clear()
        assert one.post("/import", data={"text": "More.", "csrf": token[1]}).status_code == 403


def test_a_body_without_a_length_is_counted_too(store: Path) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(50):
            yield b"x" * 100

    with TestClient(create_app(WebOptions(store, upload_limit=1_000)), base_url=BASE) as client:
        headers = {"content-type": "application/x-www-form-urlencoded"}
        assert client.post("/import", content=chunks(), headers=headers).status_code == 413


@pytest.mark.parametrize(
    "path",
    ["/static/../../store/schema.py", "/static/%2e%2e/%2e%2e/store/schema.py", "/static/..%2f..%2fstore%2fschema.py", "/static//etc/passwd",
     "/reports/..%2f..%2fetc%2fpasswd", "/reports//etc/passwd", "/incidents/..%2f..%2fetc%2fpasswd", "/import/..%2f..%2fetc%2fpasswd"],
)  # fmt: skip
def test_no_file_outside_the_store_is_reached(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "root:" not in answer.text and "Column(" not in answer.text


def test_a_newer_store_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "newer.db"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"newer\.db: made by a newer onrecord.*upgrade onrecord"):
        create_app(WebOptions(path))
    assert run(["serve", "--store", str(path), "--port", "65000"]) == 2
    told = capsys.readouterr().err.strip().splitlines()
    assert "made by a newer onrecord" in told[-1] and not any("Traceback" in line for line in told)


def test_a_store_in_no_folder_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"folder .* does not exist"):
        create_app(WebOptions(tmp_path / "none" / "store.db"))


def test_a_locked_store_can_be_read_and_says_why_it_cannot_be_written(tmp_path: Path, read: Callable[..., Record]) -> None:
    path = tmp_path / "locked.db"
    with open_store(path) as kept:
        kept.add(read("Shells killed at least 5 people in Goma on Monday."))
    with TestClient(create_app(WebOptions(path), busy_seconds=0.2), base_url=BASE) as client:
        page = client.get("/review?who=ada").text
        form = dict(re.findall(r'name="(csrf|document|layer|id)" value="([^"]*)"', page))
        release = threading.Event()
        held = threading.Event()

        def hold() -> None:
            with closing(sqlite3.connect(path)) as other:
                other.execute("BEGIN IMMEDIATE")
                held.set()
                release.wait(30)

        thread = threading.Thread(target=hold)
        thread.start()
        held.wait(5)
        try:
            assert client.get("/reports").status_code == 200 and client.get("/timeline").status_code == 200
            answer = client.post("/review", data={**form, "who": "ada", "action": "accept"})
            assert answer.status_code == 503 and "locked by another program" in answer.text
        finally:
            release.set()
            thread.join()
        assert client.post("/review", data={**form, "who": "ada", "action": "accept"}, follow_redirects=True).status_code == 200


def test_an_empty_store_says_what_to_do_next_on_every_page(tmp_path: Path) -> None:
    with TestClient(create_app(WebOptions(tmp_path / "empty.db")), base_url=BASE) as client:
        assert "onrecord read" in client.get("/").text
        for path in ("/reports", "/timeline", "/events", "/map", "/network", "/tolls", "/mediation", "/acts"):
            assert 'href="/import"' in client.get(path).text.split("<main")[1].split("</main>")[0], path
