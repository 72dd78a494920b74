"""Lemmas that the model's own lemmatizer gets wrong, and some that it does not."""

from __future__ import annotations

import pytest

from onrecord.reading.pipeline import Reader
from onrecord.sources.jsonl import read_line


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("Egypt hoped to mediate.", "hope"),
        ("Turkey fined the newspaper.", "fine"),
        ("Miners staged a protest.", "stage"),
        ("The rebels waged war.", "wage"),
        ("The clown hopped across the ring.", "hop"),
        ("The minister visited Lima.", "visit"),
        ("Chad freed the hostages.", "free"),
    ],
)
def test_a_verb_has_its_silent_e(reader: Reader, sentence: str, lemma: str) -> None:
    parse = reader.model.parse(read_line(b'{"text": "%s"}' % sentence.encode(), "test"))
    assert lemma in {word.lemma for word in parse.sentences[0].words}
