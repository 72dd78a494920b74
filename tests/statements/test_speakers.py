"""Who speaks where no name says so: parts of a group, those without a name, correspondents; and what nobody says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record


def said(record: Record) -> list[tuple[str | None, str]]:
    names = {actor.id: actor.name for actor in record.actors}
    return [(names.get(s.speaker or ""), " … ".join(record.words(c) for c in s.content)) for s in record.statements]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The search lasted an hour, one of the divers said.", "one of the divers", "The search lasted an hour"),
        ("Of 40 herders asked, 12 reported losing their goats.", "12", "losing their goats"),
        ("The clinic put the number of wounded at 52.", "The clinic", "the number of wounded at 52"),
        ("The column avoided what the colonel calls bandits.", "the colonel", "bandits"),
        (
            "Our correspondent in Tyre, Mona Haddad: “The road north is one long queue.”",
            "correspondent",
            "The road north is one long queue.",
        ),
        ("Rebels deny looting, say army shelled own convoy", "Rebels", "army shelled own convoy"),
        ("Beijing appealed to all parties to settle the matter by talks.", "China", "all parties to settle the matter by talks"),
    ],
)
def test_who_says_it(read: Callable[..., Record], text: str, speaker: str, content: str) -> None:
    assert any(who is not None and speaker in who and words == content for who, words in said(read(text)))


def test_he_is_the_nameless_one_who_spoke_before(read: Callable[..., Record]) -> None:
    record = read("Two ferries collided, the port said. One of the pilots said he had seen no light. “Nothing at all,” he added.")
    assert [s.speaker is not None for s in record.statements] == [True, True, True]
    assert record.statements[1].speaker == record.statements[2].speaker != record.statements[0].speaker


def test_he_is_not_a_crowd_that_spoke_before(read: Callable[..., Record]) -> None:
    record = read("Residents said the bridge was gone. “It fell at dawn,” he added.")
    assert record.statements[-1].speaker is None


@pytest.mark.parametrize("text", ["Georgia: Flood response — Situation Report No. 3", "Twelve staff are confirmed dead."])
def test_what_nobody_says(read: Callable[..., Record], text: str) -> None:
    assert said(read(text)) == []


def test_a_question_ends_before_the_answer(read: Callable[..., Record]) -> None:
    record = read("She was asked whether she would resign and replied: “Not today.”")
    assert {words for _, words in said(record)} == {"whether she would resign", "Not today."}
