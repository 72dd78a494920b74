"""What every test may use: one reader a session, and a quick way from words to a record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from onrecord.model.record import Record
from onrecord.reading.pipeline import Reader, load_reader
from onrecord.sources.jsonl import read_line

GOLD = Path(__file__).parents[2] / "shared" / "gold"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Gold is beside the checkout or not at all: what needs it says so and is skipped."""
    if not GOLD.is_dir():
        for item in items:
            if item.get_closest_marker("gold"):
                item.add_marker(pytest.mark.skip(reason=f"needs the development gold at {GOLD}, which is not here"))


@pytest.fixture(scope="session")
def reader() -> Reader:
    return load_reader()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Record]:
    """`read("Some text.", published="2024-05-03")` gives the record of a text."""

    def read_text(text: str, published: str | None = "2024-05-03", title: str | None = None) -> Record:
        row = msgspec.json.encode({"id": "test", "text": text, "published": published, "title": title})
        return reader.read(read_line(row, "test"))

    return read_text
