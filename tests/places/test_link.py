"""The place of an act by grammar."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.reading.pipeline import Reader
from onrecord.reading.places.link import index_places, place_for
from onrecord.reading.stage import Reading
from onrecord.sources.jsonl import read_line


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("Militants killed nine people in Mosul on Friday, officials in Baghdad said.", "killed", "Mosul"),
        ("The army bombed Aleppo again.", "bombed", "Aleppo"),
        ("The Beirut blast killed two.", "blast", "Beirut"),
        ("They carried out a strike in the village of Khan Shaykhun.", "strike", "Khān Shaykhūn"),
        ("He spoke softly.", "spoke", None),
    ],
)
def test_place_of_an_act(reader: Reader, text: str, act: str, expected: str | None) -> None:
    document = read_line(msgspec.json.encode({"id": "x", "text": text}), "x")
    parse = reader.model.parse(document)
    reading = Reading(document, parse)
    for stage in reader.only(["places"]).stages:
        reading = stage.read(reading)
    word = next(word for word in parse.words if word.text == act)
    found = place_for(word, index_places(parse, reading.places))
    assert (found.name if found else None) == expected
