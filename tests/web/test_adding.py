"""Adding what the reader missed: the words are held against the report, the value is whole, other coders do not see it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.ledger.corrections import Layer, apply, correction_for, things
from onrecord.model.check import faults
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.store import open_store
from onrecord.web.app import create_app
from onrecord.web.blank import blank, sentence
from onrecord.web.options import WebOptions

TEXT = "A quiet day in Goma. The committee counted seventeen names on the wall! Kenya met Rwanda on Monday."


@pytest.fixture
def client(tmp_path: Path, read: Callable[..., Record]) -> Iterator[TestClient]:
    with open_store(tmp_path / "store.db") as kept:
        kept.add(read(TEXT))
    with TestClient(create_app(WebOptions(tmp_path / "store.db")), base_url="http://127.0.0.1:8321") as made:
        yield made


def send(client: TestClient, words: str, layer: str, who: str = "ada", start: int | None = None, **fields: str) -> str:
    """Adds a value and gives the problem told, or nothing."""
    document = client.get("/reports.json").json()[0]["document"]
    token = re.search(r'name="csrf" value="([0-9a-f]{64})"', client.get("/import").text)
    at = TEXT.index(words) if start is None else start
    given = {
        "csrf": token[1] if token else "",
        "who": who,
        "layer": layer,
        "mark_start": str(at),
        "mark_end": str(at + len(words)),
        "marked": words,
    }
    answer = client.post(f"/reports/{document}/add", data={**given, **fields}, follow_redirects=False)
    if answer.status_code == 303:
        return ""
    assert answer.status_code == 422
    told = re.search(r'role="alert">([^<]+)<', answer.text)
    assert told
    return html.unescape(told[1])


def record_of(client: TestClient) -> dict[str, list[dict[str, object]]]:
    document = client.get("/reports.json").json()[0]["document"]
    found: dict[str, list[dict[str, object]]] = client.get(f"/reports/{document}.json").json()
    return found


def test_a_toll_is_added_with_its_words(client: TestClient) -> None:
    fields = {"kind": "missing", "low": "17", "high": "17", "number": "17", "qualifier": "exact", "status": "actual"}
    assert send(client, "seventeen names", "tolls", **fields) == ""
    added = [toll for toll in record_of(client)["tolls"] if toll["kind"] == "missing"]
    assert [(toll["low"], toll["span"]) for toll in added] == [(17, [TEXT.index("seventeen"), TEXT.index(" on the wall")])]


def test_an_event_gets_the_act_of_its_code_and_the_sentence_as_evidence(client: TestClient) -> None:
    actors = {str(actor["name"]): str(actor["id"]) for actor in record_of(client)["actors"]}
    fields = {"cameo": "190", "status": "actual", "sources": actors["Kenya"], "targets": actors["Rwanda"]}
    assert send(client, "counted", "events", **fields) == ""
    added = next(event for event in record_of(client)["events"] if event["anchor"] == [TEXT.index("counted"), TEXT.index(" seventeen")])
    assert added["plover"]["event"] == "ASSAULT" and added["quad"] == 4  # type: ignore[index]
    start, end = added["evidence"]  # type: ignore[misc]
    assert TEXT[start:end] == "The committee counted seventeen names on the wall!"
    assert set(added["spans"]) == set(added["sources"]) | set(added["targets"])  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("start", "words"),
    [(0, "seventeen"), (5, "zzz"), (10_000, "seventeen"), (0, "")],
)
def test_words_that_do_not_stand_there_are_refused(client: TestClient, start: int, words: str) -> None:
    assert "mark" in send(client, words, "tolls", start=start, kind="killed", qualifier="exact", status="actual")
    assert "0 decisions" in client.get("/review/agreement").text


def test_a_nameless_addition_is_refused(client: TestClient) -> None:
    assert "who you are" in send(client, "seventeen", "tolls", who="", kind="killed", qualifier="exact", status="actual")


def test_what_was_typed_stays_when_it_is_refused(client: TestClient) -> None:
    document = client.get("/reports.json").json()[0]["document"]
    token = re.search(r'name="csrf" value="([0-9a-f]{64})"', client.get("/import").text)
    at = TEXT.index("seventeen")
    marked = {"mark_start": str(at), "mark_end": str(at + 9), "marked": "seventeen"}
    typed = {"kind": "missing", "qualifier": "exact", "status": "actual", "low": "a <b> few", "high": "20", "why": "the wall says so"}
    given = {"csrf": token[1] if token else "", "who": "ada", "layer": "tolls", **marked, **typed}
    page = client.post(f"/reports/{document}/add", data=given).text
    assert 'role="alert"' in page and 'id="start" value="' + str(at) in page and ">seventeen</textarea>" in page
    for shown in ('name="low" value="a &lt;b&gt; few"', 'name="high" value="20"', 'name="why" value="the wall says so"'):
        assert shown in page
    assert '<option value="missing" selected>' in page and '<option value="killed" selected>' not in page


def test_another_coder_does_not_see_it(client: TestClient) -> None:
    send(client, "seventeen", "tolls", kind="killed", qualifier="exact", status="actual")
    document = client.get("/reports.json").json()[0]["document"]
    assert "What you have added here" in client.get(f"/reports/{document}/add?who=ada").text
    assert "What you have added here" not in client.get(f"/reports/{document}/add?who=ben").text
    assert all(item["document"] for item in client.get("/review.json?who=ben").json())


@pytest.mark.parametrize("layer", ["actors", "times", "places", "statements", "events", "tolls", "mediation"])
def test_a_blank_value_makes_a_record_without_faults(read: Callable[..., Record], layer: Layer) -> None:
    record = read(TEXT)
    value = blank(layer, Span(TEXT.index("seventeen"), TEXT.index(" names")), record)
    changed = apply(record, [correction_for(record, value, "add", who="ada", when="2031-01-01", value=value)]).record
    assert len(things(changed, layer)) == len(things(record, layer)) + 1
    assert faults(changed) == faults(record) == []


@pytest.mark.parametrize(
    ("word", "whole"),
    [
        ("quiet", "A quiet day in Goma."),
        ("committee", "The committee counted seventeen names on the wall!"),
        ("Monday", "Kenya met Rwanda on Monday."),
    ],
)
def test_a_sentence_ends_where_punctuation_says(read: Callable[..., Record], word: str, whole: str) -> None:
    record = read(TEXT)
    start = TEXT.index(word)
    assert record.words(sentence(record, Span(start, start + len(word)))) == whole
