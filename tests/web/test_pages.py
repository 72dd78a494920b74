"""Every page answers, says the same as JSON and CSV, escapes what reports say, and refuses what it should."""

from __future__ import annotations

import csv
import html
import io
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from starlette.testclient import TestClient

from onrecord.errors import InputError, StoreError
from onrecord.model.record import Record
from onrecord.store import open_store
from onrecord.web.app import TABLES, create_app
from onrecord.web.options import WebOptions
from onrecord.web.site import named_first

BASE = "http://127.0.0.1:8321"
TEXT = (
    "At least 14 people, including three children, were killed on Tuesday when shells hit a market in Khartoum, officials said.\n\n"
    "“We are ready to talk,” said Colonel Ahmed Saleh, who accused Ethiopia of arming the rebels.\n\n"
    "Qatar offered on Thursday to host talks between Sudan and Ethiopia in Doha."
)
HOSTILE = "<script>alert('x')</script> said “<img src=x onerror=alert(1)>” on Monday. Officials in Cairo said 3 people were killed."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, reader: object, read: Callable[..., Record]) -> Path:
    path = tmp_path_factory.mktemp("web") / "store.db"
    with open_store(path) as kept:
        kept.add(read(TEXT, title="Shells hit a market"))
        kept.add(read(HOSTILE, title="<b>Hostile</b>"))
    return path


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(create_app(WebOptions(store)), base_url=BASE) as made:
        yield made


def csrf_of(page: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', page)
    assert found, "the form holds no token"
    return found[1]


@pytest.mark.parametrize("path", ["/", "/import", *(path for path, _ in TABLES), "/search?q=market"])
def test_every_page_answers_with_strict_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<script(?! (src|type=\"module\" src)=\"/static/)", answer.text), "a script of another kind than our own files"
    assert " style=" not in answer.text and "onclick=" not in answer.text


@pytest.mark.parametrize("path", [path for path, _ in TABLES if path != "/search"] + ["/search"])
def test_json_and_csv_hold_the_same_rows(client: TestClient, path: str) -> None:
    query = "?q=killed" if path == "/search" else ""
    rows = client.get(f"{path}.json{query}").json()
    table = list(csv.DictReader(io.StringIO(client.get(f"{path}.csv{query}").text)))
    assert len(rows) == len(table)
    for row, line in zip(rows, table, strict=True):
        assert set(row) == set(line)


def test_the_reading_page_ties_values_to_words(client: TestClient) -> None:
    document = next(row["document"] for row in client.get("/reports.json").json() if row["title"] == "Shells hit a market")
    page = client.get(f"/reports/{document[:10]}").text
    record = client.get(f"/reports/{document}.json").json()
    marked = {name for ids in re.findall(r'data-ids="([^"]+)"', page) for name in ids.split()}
    listed = set(re.findall(r'class="value" data-id="([^"]+)"', page))
    assert marked <= listed
    assert {toll["id"] for toll in record["tolls"]} <= marked
    shown = re.sub(r"<[^>]+>", "", page.split('id="text"')[1].split("</article>")[0])
    assert "shells hit a market in Khartoum" in shown
    assert "Cite:" in page and document[:12] in page


def test_the_timeline_holds_incidents_with_their_statements_beneath(client: TestClient) -> None:
    rows = client.get("/timeline.json?toll=killed&act=ASSAULT").json()
    assert rows and all("killed" in row["tolls"] for row in rows)
    page = client.get("/timeline?act=ACCUSE").text
    assert "Ahmed Saleh" in page.split('class="incidents"')[1]
    one = rows[0]
    incident = client.get(f"/incidents/{one['id']}").text
    assert all(f"/reports/{report}" in incident for report in one["reports"]), "every report that tells it is cited"
    words = client.get(f"/incidents/{one['id']}.json").json()
    assert [f"{row['document']}/{row['event']}" for row in words] == sorted(one["events"])
    assert client.get("/incidents/none").status_code == 404


def test_facets_count_what_choosing_them_gives(client: TestClient) -> None:
    page = client.get("/timeline").text
    aside = page.split('class="facets"')[1].split("</aside>")[0]
    links = re.findall(r'<a href="/timeline(\?[^"]+)"[^>]*>.*?</a> <span class="n">([\d,]+)</span>', aside)
    assert {re.match(r"\?(\w+)", html.unescape(link))[1] for link, _ in links} >= {"actor", "country", "act", "status", "toll", "from"}
    for link, number in links:
        if not html.unescape(link).startswith("?role="):
            assert len(client.get("/timeline.json" + html.unescape(link)).json()) >= int(number), link
    exact = [(link, number) for link, number in links if re.match(r"\?(act|status|toll|from)=", html.unescape(link))]
    assert exact
    for link, number in exact:
        assert len(client.get("/timeline.json" + html.unescape(link)).json()) == int(number), link


def test_a_chosen_facet_is_dropped_by_choosing_it_again(client: TestClient) -> None:
    aside = client.get("/timeline?act=ASSAULT").text.split('class="facets"')[1].split("</aside>")[0]
    assert re.search(r'<a href="/timeline\?" aria-current="true"[^>]*>ASSAULT', aside)


def test_names_come_before_descriptions_in_the_order_given() -> None:
    assert named_first(("20 people", "Goma", "nine people", "Kenya")) == ["Goma", "Kenya", "20 people", "nine people"]


ALL_ASKED = {
    "actor": "Sudan", "place": "Khartoum", "from": "2024-01-01", "to": "2024-12-31", "act": "ASSAULT", "source": "none", "role": "source",
    "country": "SDN", "status": "actual", "toll": "killed", "said_by": "Saleh", "said_about": "rebels",
}  # fmt: skip


@pytest.mark.parametrize("path", [path for path, _ in TABLES])
def test_every_filter_can_be_asked_of_every_page_alone_and_together(client: TestClient, path: str) -> None:
    words = {"q": "killed"} if path == "/search" else {}
    whole = len(client.get(f"{path}.json", params=words).json())
    for name, value in ALL_ASKED.items():
        answer = client.get(f"{path}.json", params={**words, name: value})
        assert answer.status_code == 200 and len(answer.json()) <= whole, f"{path}?{name}={value}"
    assert client.get(path, params={**words, **ALL_ASKED}).status_code == 200


def test_a_place_finds_the_events_whose_clause_names_it(client: TestClient) -> None:
    assert client.get("/events.json?place=Khartoum").json() and not client.get("/events.json?place=Oslo").json()


def test_search_counts_by_kind_and_finds_who_says_what_of_whom(client: TestClient) -> None:
    page = client.get("/search?q=rebels").text
    counts = dict(re.findall(r">(Everything|Statements|Events|Passages of reports) <span class=\"n\">(\d+)", page))
    for kind, name in (("statement", "Statements"), ("event", "Events"), ("report", "Passages of reports")):
        assert len(client.get(f"/search.json?q=rebels&kind={kind}").json()) == int(counts[name])
    assert int(counts["Everything"]) == sum(int(n) for name, n in counts.items() if name != "Everything")
    said = client.get("/search.json?said_by=Saleh").json()
    assert said and all("Saleh" in row["speaker"] for row in said)
    about = client.get("/search.json?said_about=Ethiopia").json()
    assert about and all(row["speaker"] for row in about)
    assert client.get("/search.json?q=ready&said_by=Saleh").json() and not client.get("/search.json?q=ready&said_by=Nobody").json()


def test_facets_of_a_search_count_reports(client: TestClient) -> None:
    aside = client.get("/search?q=killed").text.split('class="facets"')[1].split("</aside>")[0]
    links = re.findall(r'<a href="/search(\?[^"]+)"[^>]*>.*?</a> <span class="n">([\d,]+)</span>', aside)
    names = {name for link, _ in links for name in parse_qs(html.unescape(link)[1:])}
    assert names >= {"actor", "role", "act", "status", "place", "from", "toll"}
    for link, number in links:
        hits = client.get("/search.json" + html.unescape(link)).json()
        assert len({hit["document"] for hit in hits}) >= int(number), link


def test_pictures_are_given_no_more_than_can_be_seen(client: TestClient) -> None:
    picture = client.get("/timeline/picture.json").json()
    assert len(picture["bars"]) == len([row for row in client.get("/timeline.json").json() if row["first_day"] or row["last_day"]])
    bands = client.get("/tolls/picture.json?toll=killed").json()
    assert bands["kind"] == "killed" and all(band["href"].startswith("/reports/") for band in bands["bands"])
    assert all(point["day"] for point in client.get("/mediation/picture.json").json())


def test_what_reports_say_is_escaped(client: TestClient) -> None:
    document = next(row["document"] for row in client.get("/reports.json").json() if "Hostile" in row["title"])
    for page in (client.get(f"/reports/{document}").text, client.get("/reports").text, client.get("/search?q=killed").text):
        assert "<script>alert" not in page and "<img src=x" not in page and "<b>Hostile" not in page
    page = client.get(f"/reports/{document}").text
    body = page.split('id="text"')[1].split("</article>")[0]
    assert HOSTILE in html.unescape(re.sub(r"<[^>]*>", "", body))


@pytest.mark.parametrize("path", [path for path, _ in TABLES])
def test_a_table_without_rows_has_its_heading(tmp_path: Path, path: str) -> None:
    with TestClient(create_app(WebOptions(tmp_path / "empty.db")), base_url=BASE) as client:
        heading = client.get(f"{path}.csv").text.strip().split(",")
        assert len(heading) > 2 and all(name.isidentifier() for name in heading)


def test_a_cell_is_never_a_formula(tmp_path: Path, read: Callable[..., Record]) -> None:
    path = tmp_path / "formula.db"
    with open_store(path) as kept:
        kept.add(read("Nothing happened in Cairo on Monday.", title='=HYPERLINK("http://x")'))
    with TestClient(create_app(WebOptions(path)), base_url=BASE) as client:
        assert "'=HYPERLINK" in client.get("/reports.csv").text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil:8321"])
def test_another_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


def test_a_form_without_its_token_changes_nothing(client: TestClient) -> None:
    before = len(client.get("/reports.json").json())
    assert client.post("/import", data={"text": TEXT + " More."}).status_code == 403
    assert client.post("/import", data={"text": TEXT + " More.", "csrf": "0" * 64}).status_code == 403
    assert len(client.get("/reports.json").json()) == before


def test_too_much_is_refused(store: Path) -> None:
    with TestClient(create_app(WebOptions(store, upload_limit=1_000)), base_url=BASE) as client:
        assert client.post("/import", content=b"x" * 2_000).status_code == 413


@pytest.mark.parametrize(
    ("path", "status"),
    [("/reports/none", 404), ("/nowhere", 404), ("/timeline?from=yesterday", 400), ("/reports?page=0", 400), ("/static/../app.py", 404),
     ("/static/%2e%2e/app.py", 404), ("/import/none", 404)],
)  # fmt: skip
def test_what_cannot_be_answered_is_told_in_words(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_pasted_text_and_files_are_read_and_kept(tmp_path: Path) -> None:
    with TestClient(create_app(WebOptions(tmp_path / "new.db")), base_url=BASE) as client:
        assert "This store is empty" in client.get("/").text
        token = csrf_of(client.get("/import").text)
        files = [
            ("files", ("a.txt", b"Rebels shelled Goma on Monday, killing 12 people.", "text/plain")),
            ("files", ("b.pdf", b"%PDF-1.4 broken", "application/pdf")),
        ]
        text = {"text": "Kenya offered to host talks between the two sides.", "published": "2024-05-03", "csrf": token}
        answer = client.post("/import", data=text, files=files, follow_redirects=True)
        assert answer.status_code == 200
        job = answer.url.path
        for _ in range(600):
            now = client.get(f"{job}.json").json()
            if now["state"] not in ("waiting", "reading"):
                break
            time.sleep(0.1)
        assert (now["state"], now["added"], now["done"]) == ("done", 2, 3)
        assert len(now["faults"]) == 1 and "b.pdf" in now["faults"][0]
        assert len(client.get("/reports.json").json()) == 2


def test_an_import_stops_when_asked_and_keeps_what_it_has(tmp_path: Path) -> None:
    with TestClient(create_app(WebOptions(tmp_path / "new.db")), base_url=BASE) as client:
        token = csrf_of(client.get("/import").text)
        files = [
            ("files", (f"{n}.txt", f"Rebels shelled Goma on Monday, killing {n + 2} people.".encode(), "text/plain")) for n in range(200)
        ]
        job = client.post("/import", data={"csrf": token}, files=files, follow_redirects=True).url.path
        assert client.post(f"{job}/stop", data={"csrf": token}, follow_redirects=True).status_code == 200
        for _ in range(600):
            now = client.get(f"{job}.json").json()
            if now["state"] not in ("waiting", "reading"):
                break
            time.sleep(0.1)
        assert now["state"] == "stopped" and now["done"] < 200 and not now["faults"]
        assert len(client.get("/reports.json").json()) == now["added"]


def test_beyond_the_loopback_a_token_is_asked(store: Path) -> None:
    with pytest.raises(InputError, match="--token"):
        WebOptions(store, host="0.0.0.0")
    options = WebOptions(store, host="0.0.0.0", token="s3cret")
    with TestClient(create_app(options), base_url="http://example.org") as client:
        assert client.get("/").status_code == 401
        assert client.get("/?token=wrong").status_code == 401
        assert client.get("/?token=s3cret").status_code == 200
        assert client.get("/reports").status_code == 200


def test_a_file_that_is_no_store_is_told_at_start(tmp_path: Path) -> None:
    other = tmp_path / "notes.db"
    other.write_text("not a database at all, only some words", encoding="utf-8")
    with pytest.raises(StoreError, match=r"notes\.db"):
        create_app(WebOptions(other))


def test_a_decision_stands_over_the_reading_and_stays(tmp_path: Path, read: Callable[..., Record]) -> None:
    path = tmp_path / "review.db"
    with open_store(path) as kept:
        kept.add(read(TEXT, title="Shells hit a market"))
    with TestClient(create_app(WebOptions(path)), base_url=BASE) as client:
        queue = client.get("/review.json?who=ada").json()
        toll = next(item for item in queue if item["layer"] == "tolls")
        url = f"/review?who=ada&skip={queue.index(toll)}"
        page = client.get(url).text
        form = {"csrf": csrf_of(page), "who": "ada", "action": "change", "document": toll["document"], "layer": "tolls", "id": toll["id"]}
        kept_as = {"kind": "killed", "low": "15", "high": "15", "number": "15", "qualifier": "exact", "status": "actual"}
        assert client.post("/review", data={**form, **kept_as}, follow_redirects=True).status_code == 200
        assert toll not in client.get("/review.json?who=ada").json(), "what ada has judged is not asked again"
        assert toll in client.get("/review.json?who=ben").json(), "the second coder is asked all the same"
        shown = next(x for x in client.get(f"/reports/{toll['document']}.json").json()["tolls"] if x["id"] == toll["id"])
        assert (shown["low"], shown["high"], shown["qualifier"]) == (15, 15, "exact")
        as_read = client.get(f"/reports/{toll['document']}.json?view=reading").json()
        assert next(x for x in as_read["tolls"] if x["id"] == toll["id"])["low"] != 15
        with open_store(path) as again:
            again.add(read(TEXT, title="Shells hit a market"))
        assert any(x["low"] == 15 for x in client.get(f"/reports/{toll['document']}.json").json()["tolls"]), "reading again loses nothing"


def test_a_form_that_does_not_fit_is_told_and_not_kept(tmp_path: Path, read: Callable[..., Record]) -> None:
    path = tmp_path / "review.db"
    with open_store(path) as kept:
        kept.add(read(TEXT))
    with TestClient(create_app(WebOptions(path)), base_url=BASE) as client:
        toll = next(item for item in client.get("/review.json?who=ada").json() if item["layer"] == "tolls")
        token = csrf_of(client.get("/review?who=ada").text)
        form = {"csrf": token, "who": "ada", "action": "change", "document": toll["document"], "layer": "tolls", "id": toll["id"]}
        typed = {"kind": "missing", "qualifier": "exact", "status": "actual", "low": "many", "why": "the wall says so"}
        refused = client.post("/review", data={**form, **typed})
        assert refused.status_code == 422 and "cannot be kept" in refused.text
        assert 'name="low" value="many"' in refused.text and '<option value="missing" selected>' in refused.text, "what was typed stays"
        assert 'name="why" value="the wall says so"' in refused.text
        assert client.post("/review", data={**form, **typed, "low": "", "kind": "eaten"}).status_code == 422
        assert "0 decisions" in client.get("/review/agreement").text
