"""The same store on PostgreSQL. Runs where ONRECORD_TEST_POSTGRES names an empty database (postgresql://postgres@localhost:5432/test)."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.store.made import TEXT, record

from onrecord.errors import StoreError
from onrecord.store import Filter, Outcome, Store, history, open_store
from onrecord.store.fulltext import is_fulltext_table
from onrecord.store.schema import metadata

WHERE = os.environ.get("ONRECORD_TEST_POSTGRES", "")
pytestmark = pytest.mark.skipif(not WHERE, reason="ONRECORD_TEST_POSTGRES names no database")


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store(WHERE) as opened:
        yield opened


def test_reports_readings_filters_and_search(store: Store) -> None:
    assert store.add(record()) is Outcome.ADDED and store.add(record()) is Outcome.UNCHANGED
    assert store.add(record(version="2")) is Outcome.NEW_READING
    store.add(record(text="Later. " + TEXT, key="later", published="2031-05-09"))
    assert store.record("port") == record(version="2") and [r.key for r in store.reports()] == ["later", "port"]
    assert len(list(store.reports(Filter(actor="river", place="calm", act="assault", first="2031-05-07")))) == 1
    assert {hit.kind for hit in store.search("harbour roads")} == {"report", "statement"}
    assert [hit.value for hit in store.search("dock*", kinds=["event"])] == ["e2", "e2"]
    for words in ("", "!!!", "OR NOT (", "a & b | c:*"):
        store.search(words, Filter(source=words or None))
    assert len(history.incidents(store, Filter(act="ASSAULT"))) == 1


def test_the_migrated_schema_is_that_of_the_code(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: not (kind == "table" and is_fulltext_table(name))}
        )
        assert [one for one in compare_metadata(context, metadata) if "passage_words" not in str(one)] == []


def test_no_server_is_one_clear_line() -> None:
    with pytest.raises(StoreError) as error:
        open_store("postgresql://nobody@localhost:1/none")
    assert "\n" not in str(error.value)
