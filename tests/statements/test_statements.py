"""Golden pairs of the statements room: our own sentences in, who said what out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record, Statement
from onrecord.model.span import Span

Read = Callable[..., Record]


def told(record: Record, statement: Statement) -> tuple[str, str | None, str]:
    """(kind, the words at the cue that name the speaker, content)."""
    words = record.words
    source = statement.speaker_span
    return statement.kind, words(Span(*source)) if source else None, " … ".join(words(Span(*span)) for span in statement.content)


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "content"),
    [
        ("“The bridge is closed,” the mayor said on Monday.", "direct", "the mayor", "The bridge is closed,"),
        ("The mayor said that the bridge was closed.", "indirect", "The mayor", "the bridge was closed"),
        ("The mayor said the bridge was “a death trap”.", "mixed", "The mayor", "the bridge was “a death trap”"),
        ("According to the ministry, nine soldiers died.", "indirect", "the ministry", "nine soldiers died"),
        ("Nine soldiers died, according to the ministry.", "indirect", "the ministry", "Nine soldiers died"),
        ("Nairobi called for a ceasefire in the valley.", "indirect", "Nairobi", "a ceasefire in the valley"),
        ("The army denied shelling the school.", "indirect", "The army", "shelling the school"),
        ("The road, witnesses said, was mined.", "indirect", "witnesses", "The road … was mined"),
    ],
)
def test_one_statement(read: Read, text: str, kind: str, speaker: str, content: str) -> None:
    record = read(text)
    assert (kind, speaker, content) in [told(record, statement) for statement in record.statements]


def test_a_quotation_goes_on_after_the_speaker(read: Read) -> None:
    record = read("“We will not leave,” Captain Amina Yusuf said. “This is our home.”")
    assert [told(record, s)[2] for s in record.statements] == ["We will not leave, … This is our home."]


def test_a_borrowed_word_is_no_statement(read: Read) -> None:
    assert read("The “Iron Gate” exercise began in the harbour.").statements == ()
