"""What a store must keep: whole records, once, with every value in a row, whatever happens."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import func, select
from tests.store.made import TEXT, record

from onrecord.errors import StoreError
from onrecord.model.check import faults
from onrecord.model.document import document_id
from onrecord.model.record import ReaderInfo, to_json
from onrecord.store import Filter, Outcome, Store, open_store
from onrecord.store import schema as t


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def shared() -> Iterator[Store]:
    with open_store(":memory:") as store:
        yield store


def rows(store: Store) -> dict[str, int]:
    with store.engine.begin() as connection:
        return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in t.metadata.sorted_tables}


def test_the_hand_made_record_is_sound() -> None:
    assert faults(record()) == []


def test_a_record_comes_back_exactly(store: Store) -> None:
    given = record()
    assert store.add(given) is Outcome.ADDED
    assert to_json(store.record(given.document.id)) == to_json(given)
    assert store.record(given.document.id[:8]) == store.record("port") == store.record("https://example.org/port") == given
    assert list(store.records()) == [given]


def test_every_value_has_a_row(store: Store) -> None:
    store.add(record())
    have = rows(store)
    expected = {
        "actors": 4, "mentions": 4, "times": 1, "places": 1, "statements": 1, "statement_spans": 2, "events": 2, "participants": 3,
        "tolls": 1, "relations": 1, "mediation": 1, "mediation_actors": 3, "mediation_links": 1, "mediation_terms": 2, "passages": 5,
    }  # fmt: skip
    assert {name: have[name] for name in expected} == expected


def test_reading_twice_changes_nothing(store: Store) -> None:
    store.add(record())
    before = rows(store)
    assert store.add(record()) is Outcome.UNCHANGED
    assert rows(store) == before


def test_the_same_words_elsewhere_are_another_appearance(store: Store) -> None:
    store.add(record())
    assert store.add(record(outlet="Estavian Mirror")) is Outcome.UNCHANGED
    assert rows(store)["appearances"] == 2 and store.count() == 1


def test_a_new_reader_adds_a_reading_and_keeps_the_old(store: Store) -> None:
    store.add(record())
    newer = record(version="2")
    assert store.add(newer) is Outcome.NEW_READING
    assert store.record("port") == newer
    assert [(r.version, r.current) for r in store.readings("port")] == [("1", False), ("2", True)]
    assert rows(store)["events"] == 4
    assert len(store.search("broker")) == 2  # the block and the event, and not once more for the old reading
    assert store.add(record()) is Outcome.UNCHANGED


def test_the_day_read_against_is_part_of_the_reading(store: Store) -> None:
    store.add(record(published=None))
    assert store.add(record(published="2031-05-06")) is Outcome.NEW_READING


def test_the_day_that_was_given_last_holds(store: Store) -> None:
    store.add(record(published=None))
    for day in ("2031-05-06", "2031-05-07", "2031-05-06"):
        assert store.add(record(published=day)) is Outcome.NEW_READING
        assert store.record("port").document.published == day and [row.published for row in store.reports()] == [day]
        assert [row.published for row in store.readings("port") if row.current] == [day]
        assert len(store.search("harbour", Filter(first=day, last=day))) == len({hit.span for hit in store.search("harbour")}) > 0
        assert store.add(record(published=day)) is Outcome.UNCHANGED
    assert store.add(record(published=None)) is Outcome.UNCHANGED, "reading again without a day forgets none"
    assert len(store.readings("port")) == 3


def test_copies_that_other_files_date_otherwise_do_not_take_turns(store: Store) -> None:
    one, two = record(key="one", published="2031-05-06"), record(key="two", published="2031-05-08")
    pair = [replace(x, document=replace(x.document, url=None)) for x in (one, two)]
    assert [store.add(x) for x in pair] == [Outcome.ADDED, Outcome.NEW_READING]
    assert [store.add(x) for x in pair] == [Outcome.UNCHANGED, Outcome.UNCHANGED]


def test_reports_and_filters(store: Store) -> None:
    store.add(record())
    store.add(record(text="A later one. " + TEXT, key="later", published="2031-05-09T08:00:00+02:00", outlet="Calmouth Echo"))
    store.add(record(text="Undated. " + TEXT, key="undated", published=None, outlet=None))
    assert [r.key for r in store.reports()] == ["later", "port", "undated"]
    row = next(store.reports())
    assert (row.statements, row.events, row.tolls, row.mediation, row.readings) == (1, 2, 1, 1, 1)
    for fits, count in (
        (Filter(actor="river"), 3),
        (Filter(actor="NOR"), 3),
        (Filter(actor="100%"), 0),
        (Filter(place="calm"), 3),
        (Filter(act="assault"), 3),
        (Filter(act="03"), 3),
        (Filter(act="17"), 0),
        (Filter(first="2031-05-07"), 1),
        (Filter(last="2031-05-07"), 1),
        (Filter(source="echo"), 1),
        (Filter(toll="killed"), 3),
        (Filter(toll="injured"), 0),
        (Filter(status="actual", country="est"), 3),
    ):
        assert len(list(store.reports(fits))) == count, fits


def test_search_finds_words_with_their_span(store: Store) -> None:
    given = record()
    store.add(given)
    hits = store.search("harbor OR road")
    assert hits == []  # OR is a word like another
    for hit in store.search("harbour roads"):
        assert given.document.text[hit.span.start : hit.span.end] == hit.words and "harbour road" in hit.words
    assert {hit.kind for hit in store.search("harbour")} == {"report", "statement"}
    assert [hit.value for hit in store.search('"14 dockers"', kinds=["event"])] == ["e2"]
    assert store.search('"dockers 14"') == [] and store.search("") == [] and store.search('!!! * "') == []
    assert store.search("dock*") and store.search("truce", Filter(source="echo")) == []


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40))
def test_no_search_is_an_error(shared: Store, words: str) -> None:
    narrowed = shared.search(words, Filter(actor=words, place=words, act=words, source=words))
    assert {hit.span for hit in narrowed} <= {hit.span for hit in shared.search(words)}


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_comes_back(shared: Store, extra: str) -> None:
    given = record(text=TEXT + extra)
    shared.add(given)
    assert shared.record(given.document.id) == given
    shared.add(replace(given, reader=ReaderInfo("2", "m", "v")))
    assert len(shared.search("dockers", kinds=["event"], limit=1000)) == shared.count()


def test_names_that_name_nothing(store: Store) -> None:
    store.add(record())
    store.add(record(text="Other. " + TEXT, key="other"))
    for name in ("nothing", ""):
        with pytest.raises(StoreError, match=r"no report|several ids"):
            store.record(name)


def test_missing_folder_other_file_and_newer_schema(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store there"):
        open_store(tmp_path / "none.db", create=False)
    with pytest.raises(StoreError, match="folder"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "no" / "s.db")
    (tmp_path / "text.db").write_text("These are words, and not a database. " * 50, encoding="utf-8")
    with pytest.raises(StoreError, match="not a store"):
        open_store(tmp_path / "text.db")
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE fish (name)")
    other.close()
    with pytest.raises(StoreError, match="not one of onrecord's"):
        open_store(tmp_path / "other.db")
    open_store(tmp_path / "s.db").close()
    newer = sqlite3.connect(tmp_path / "s.db")
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    with pytest.raises(StoreError, match="newer onrecord") as error:
        open_store(tmp_path / "s.db")
    assert "\n" not in str(error.value)


def test_a_locked_store_says_so(tmp_path: Path) -> None:
    open_store(tmp_path / "s.db").close()
    other = sqlite3.connect(tmp_path / "s.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(tmp_path / "s.db", busy_seconds=0.05) as store:
        assert list(store.reports()) == []  # reading goes on beside a writer
        with pytest.raises(StoreError, match="locked"):
            store.add(record())
    other.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_store_is_read_and_not_written(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        store.add(record())
    (tmp_path / "s.db").chmod(0o444)
    with open_store(tmp_path / "s.db") as store:
        assert store.record("port") == record()
        with pytest.raises(StoreError, match="read-only"):
            store.add(record(version="2"))


def test_an_immutable_url_reads_and_refuses_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path / "s.db") as store:
        store.add(record())
    monkeypatch.setattr("onrecord.store.connect.os.access", lambda *_: False)
    with open_store(tmp_path / "s.db") as store:
        assert store.record("port") == record()
        with pytest.raises(StoreError, match="read-only"):
            store.add(record(version="2"))


WRITER = """
import sys
from onrecord.model.document import document_id
from onrecord.store import open_store
from tests.store.made import TEXT, record
store = open_store(sys.argv[1])
for n in range(100000):
    store.add(record(text=f"{n}. " + TEXT * 3, key=str(n)))
    print(n, flush=True)
"""


def test_a_killed_writer_leaves_whole_reports(tmp_path: Path) -> None:
    path, root = tmp_path / "s.db", Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'src'}:{root}"}
    for pause in (0.0, 0.013, 0.031):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, env=environment)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(pause)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
    with open_store(path) as store:
        have = rows(store)
        assert have["reports"] == have["readings"] == have["statements"] == have["appearances"] >= 1
        assert have["events"] == 2 * have["reports"] and have["passages"] == 5 * have["reports"]
        assert all(store.record(row.document).document.id == row.document for row in store.reports())
        assert len(store.search("Brol", kinds=["statement"], limit=1000)) == have["reports"]


def test_a_report_that_is_forgotten_leaves_nothing_behind(store: Store) -> None:
    before = rows(store)
    store.add(record())
    kept = rows(store)
    store.add(record(text=TEXT + " Another one.", key="other"))
    assert store.forget("other") == document_id(TEXT + " Another one.")
    assert rows(store) == kept and {hit.document for hit in store.search("harbour")} == {document_id(TEXT)}
    store.forget("port")
    assert {**rows(store), "readers": 0} == before
    assert store.search("harbour") == []
    assert store.add(record()) is Outcome.ADDED and store.record("port") == record()
    with pytest.raises(StoreError, match="no report"):
        store.forget("other")
