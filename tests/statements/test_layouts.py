"""How newspapers lay quotations out: announced by a colon, over paragraphs, signed behind the comma, cited at one remove."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record
from onrecord.model.span import Span

Read = Callable[..., Record]


def said(record: Record) -> list[tuple[str | None, str]]:
    """(the words that name the speaker, content) of every statement, in order."""
    words = record.words
    return [
        (words(Span(*s.speaker_span)) if s.speaker_span else None, " … ".join(words(Span(*span)) for span in s.content))
        for s in record.statements
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The harbour minister continued:\n\n“Nobody can moor a ship to a promise. We need the pier.”", "The harbour minister",
         "Nobody can moor a ship to a promise. We need the pier."),
        ("The mayor posted on her own account, using a picture of the bridge:\n\n\"The bridge stands. It will stand tomorrow.\"",
         "The mayor", "The bridge stands. It will stand tomorrow."),
        ("In the words of the harbour master, Jon Petek, “the pier was gone before we woke.”", "the harbour master",
         "the pier was gone before we woke."),
        ("In Petek's words, \"the pier was gone before we woke.\"", "Petek", "the pier was gone before we woke."),
        ("“What can we do?” asked Petek. The road stayed closed.", "Petek", "What can we do?"),
        ("“What can we do?” asked Petek. “Nothing,” answered Marek.", "Marek", "Nothing,"),
        ("According to Deputy Governor Lena Orlov, the return of the families to the valley shows confidence in the truce.",
         "Deputy Governor Lena Orlov", "the return of the families to the valley shows confidence in the truce"),
        ("Marek issued a statement: “We were wrong.”", "Marek", "We were wrong."),
    ],
)  # fmt: skip
def test_who_said_what(read: Read, text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(read(text))


def test_a_paragraph_that_only_closes_goes_on(read: Read) -> None:
    text = (
        "Marek said, “In the first hours we thought it was thunder.\n\n"
        "Then we saw the smoke and ran for the cellar.” After the raid, Petek said, “We were lucky to get out.”"
    )
    by = dict(said(read(text)))
    assert by["Petek"] == "We were lucky to get out."
    assert by["Marek"].startswith("In the first hours") and by["Marek"].endswith("ran for the cellar.")


def test_a_signed_quotation_belongs_to_who_signs_it(read: Read) -> None:
    record = read("We need to “keep the pumps running through the night. After that we can rest,” Marek said.")
    assert [who for who, _ in said(record)] == ["Marek"]


def test_who_is_cited_says_it_too(read: Read) -> None:
    record = read("The convoy was hit near the dam, according to a news agency, citing a security source.")
    assert said(record) == [
        ("a news agency", "The convoy was hit near the dam"),
        ("a security source", "The convoy was hit near the dam"),
    ]


def test_what_is_cited_and_cannot_speak_stays_content(read: Read) -> None:
    record = read("The mayor closed the road on Monday, citing the heavy snow in the hills.")
    assert ("The mayor", "the heavy snow in the hills") in said(record)


def test_the_day_of_saying_is_not_said(read: Read) -> None:
    record = read("The president said on Monday there would be no talks.")
    (statement,) = record.statements
    assert said(record) == [("The president", "there would be no talks")]
    time = next(time for time in record.times if time.id == statement.time)
    assert record.words(time.span) == "Monday"


def test_a_day_that_is_said_stays(read: Read) -> None:
    record = read("The president said that on Monday there would be no talks.")
    assert [content for _, content in said(record)] == ["on Monday there would be no talks"]


@pytest.mark.parametrize("text", ["The old pier\n\nPier at dawn Photo: Nina Falk", "The old pier\n\nNorth Gate Image: Nina Falk"])
def test_the_maker_of_a_picture_says_nothing(read: Read, text: str) -> None:
    assert read(text).statements == ()


def test_the_verb_that_tells_who_somebody_is_is_no_cue(read: Read) -> None:
    record = read("“We were told to leave,” the woman who gave them shelter said on Sunday.")
    cues = [record.words(Span(*s.cue)) for s in record.statements if s.cue is not None]
    assert ("the woman", "We were told to leave,") in said(record)
    assert cues == ["said"]


def test_it_is_the_office_and_not_the_thing_it_calls_a_lie(read: Read) -> None:
    record = read("The prime minister’s office denied that he had met the rebels. “This is a lie from beginning to end,” it said.")
    first, last = record.statements
    assert last.speaker == first.speaker is not None
    assert record.words(Span(*last.speaker_span)) == "it"


@pytest.mark.parametrize("text", ["Neither the army nor the rebels commented on the raid.", "The ministry did not comment on the raid."])
def test_who_keeps_silent_says_nothing(read: Read, text: str) -> None:
    assert read(text).statements == ()


def test_what_deeds_do_is_no_statement(read: Read) -> None:
    assert read("The strikes targeted two depots near the river.").statements == ()


def test_who_was_killed_does_not_speak(read: Read) -> None:
    told = "A shell fired late on Monday over a crowded bakery in northern Korva killed at least four people"
    assert said(read(f"{told}, the town's rescue service and a doctor said.")) == [("the town's rescue service and a doctor", told)]
