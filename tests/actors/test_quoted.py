"""Quotations and their speakers, as far as a pronoun needs them; and what the score of joined names says."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.evaluation.names import b_cubed
from onrecord.reading.actors.quoted import find_quotations
from onrecord.reading.pipeline import Reader
from onrecord.sources.jsonl import read_line


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We will not leave this town,” the mayor said.", [("We will not leave this town,", True, "mayor")]),
        ("The mayor said he “would not leave this town” today.", [("would not leave this town", False, "mayor")]),
        (
            '"It was over by noon," the nurse said. "Nobody came to help us."',
            [("It was over by noon,", True, "nurse"), ("Nobody came to help us.", True, "nurse")],
        ),
        ("The so-called “new army” fled.", []),
        ("Nobody spoke. “The doors were locked all night long.", [("The doors were locked all night long.", True, None)]),
    ],
)
def test_quotations(reader: Reader, text: str, wanted: list[tuple[str, bool, str | None]]) -> None:
    parse = reader.model.parse(read_line(msgspec.json.encode({"id": "t", "text": text}), "t"))
    quotations = find_quotations(parse)
    found = dict.fromkeys(one for word in parse.words if (one := quotations.at(word)) is not None)
    assert [
        (
            text[parse.words[one.first].start : parse.words[one.last - 1].end],
            one.whole,
            None if one.speaker is None else parse.words[one.speaker].text,
        )
        for one in found
    ] == wanted


def test_b_cubed_counts_what_is_joined_and_what_is_apart() -> None:
    assert b_cubed([(0, "a1"), (0, "a1"), (1, "a2")]) == (3, 3)
    precision, recall = b_cubed([(0, "a1"), (0, "a2"), (1, "a2")])
    assert (precision, recall) == (2, 2)
