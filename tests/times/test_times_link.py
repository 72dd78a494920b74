"""The time of a word, in minimal pairs of our own."""

from __future__ import annotations

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
