"""The time of a word, in minimal pairs of our own."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from onrecord.reading.pipeline import Reader
from onrecord.reading.stage import Reading
from onrecord.reading.times.link import index_times, time_for
from onrecord.sources.jsonl import read_line


def reading_of(reader: Reader, text: str) -> Reading:
    document = read_line(msgspec.json.encode({"text": text, "published": "2024-05-03"}), "x")
    reading = Reading(document, reader.model.parse(document))
    for stage in reader.only(["times"]).stages:
        reading = stage.read(reading)
    return reading


def cases() -> list[tuple[str | None, str]]:
    lines = (Path(__file__).parent / "when.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(None if value == "-" else value, text) for value, text in pairs]


@pytest.mark.parametrize(("value", "text"), cases())
def test_the_day_of_a_word(reader: Reader, value: str | None, text: str) -> None:
    start = text.index("*")
    reading = reading_of(reader, text.replace("*", ""))
    found = time_for(next(word for word in reading.parse.words if word.start == start), index_times(reading))
    assert (None if found is None else found.value) == value


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Rebels shelled the town on Tuesday.", "shelled", "2024-04-30"),
        ("On Tuesday rebels shelled the town and burned its market.", "burned", "2024-04-30"),
        ("The minister said on Thursday that rebels had shelled the town.", "shelled", None),
        ("The minister said on Thursday that rebels had shelled the town.", "said", "2024-05-02"),
        ("The minister said on Thursday that rebels shelled the town on Monday.", "shelled", "2024-04-29"),
        ("Tuesday's shelling killed nine people.", "shelling", "2024-04-30"),
        ("The bombardment killed nine people.", "killed", None),
    ],
)
def test_time_for(reader: Reader, text: str, word: str, value: str | None) -> None:
    reading = reading_of(reader, text)
    found = time_for(next(w for w in reading.parse.words if w.text == word), index_times(reading))
    assert (None if found is None else found.value) == value
