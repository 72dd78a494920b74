"""Golden pairs of the statements room: our own sentences in, who said what out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record, Statement
from onrecord.model.span import Span
from onrecord.reading.pipeline import Reader, load_reader
from onrecord.settings import Settings
from onrecord.sources.jsonl import read_line

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


def test_one_source_through_another(read: Read) -> None:
    record = read("“The port is open,” the harbour master was quoted by a local radio station as saying.")
    assert [told(record, s)[1:] for s in record.statements] == [("the harbour master", "The port is open,")]


def test_according_to_a_paper_that_quotes(read: Read) -> None:
    record = read("The ministry said the port was open, according to a local newspaper.")
    assert ("the ministry", "the port was open") in [
        (who and who.lower(), what) for _, who, what in (told(record, s) for s in record.statements)
    ]
    assert any(
        who == "a local newspaper" and what.startswith("The ministry said") for _, who, what in (told(record, s) for s in record.statements)
    )


def test_a_relative_clause_gives_its_noun_to_the_content(read: Read) -> None:
    record = read("The army prepares an assault, which doctors warn will kill thousands.")
    assert ("doctors", "an assault … will kill thousands") in [told(record, s)[1:] for s in record.statements]


def test_when_and_where_and_to_whom(read: Read) -> None:
    record = read("“We are ready,” Anna Berg told Omar Diallo on Friday at a summit in Geneva.")
    (statement,) = record.statements
    times, places, actors = ({x.id: x for x in xs} for xs in (record.times, record.places, record.actors))
    assert statement.time and record.words(times[statement.time].span).endswith("Friday")
    assert statement.place is None or places[statement.place].name == "Geneva"
    assert statement.addressee and actors[statement.addressee].name == "Omar Diallo"
    assert statement.speaker and actors[statement.speaker].name == "Anna Berg"


def test_he_is_the_one_named_before(read: Read) -> None:
    record = read("Anna Berg arrived in Geneva. “We are ready,” she said.")
    (statement,) = record.statements
    assert statement.speaker and {a.id: a.name for a in record.actors}[statement.speaker] == "Anna Berg"


def test_a_bare_quotation_goes_on_from_the_speaker_before(read: Read) -> None:
    record = read("“We are ready,” Anna Berg said.\n\n“We will not wait another year.”\n\nThe talks ended.")
    assert len({s.speaker for s in record.statements}) == 1 and None not in {s.speaker for s in record.statements}


def test_a_thought_is_marked(read: Read) -> None:
    record = read("The general believes that the war will end soon.")
    assert [s.mental for s in record.statements] == [True]


def test_a_name_before_a_colon(read: Read) -> None:
    record = read("Anna Berg: Talks have failed in Geneva")
    assert [told(record, s)[1:] for s in record.statements] == [("Anna Berg", "Talks have failed in Geneva")]


def test_the_rules_alone(reader: Reader) -> None:
    rules = load_reader(Settings(statements="rules"))
    record = rules.read(read_line(b'{"text": "The mayor said that the bridge was closed."}', "x"))
    assert [told(record, s) for s in record.statements] == [("indirect", "The mayor", "the bridge was closed")]
    assert rules.info.version == reader.info.version


def test_a_quotation_bears_out_what_was_told_before_it(read: Read) -> None:
    record = read("The mayor said that nobody would leave the town. “This is our home, and it will stay our home.”")
    assert [told(record, s)[1:] for s in record.statements] == [
        ("The mayor", "nobody would leave the town … “This is our home, and it will stay our home.”")
    ]


def test_what_the_report_adds_after_the_last_quoted_word_was_not_said(read: Read) -> None:
    record = read("The minister said the vote was “a mistake,” referring to last week’s ballot.")
    assert next(told(record, s)[2] for s in record.statements) == "the vote was “a mistake,”"


def test_what_is_added_is_a_statement_of_its_own(read: Read) -> None:
    record = read("The minister said the port would reopen, adding that ships were on their way.")
    assert [told(record, s)[1:] for s in record.statements] == [
        ("The minister", "the port would reopen"),
        ("The minister", "ships were on their way"),
    ]
