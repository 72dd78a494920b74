"""What the learned heads leave to the frames, and where the words of one speaker end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record


def said(record: Record) -> list[tuple[str | None, str]]:
    names = {actor.id: actor.name for actor in record.actors}
    return [(names.get(s.speaker or ""), " ".join(record.words(c) for c in s.content)) for s in record.statements]


def test_an_appeal_is_said_without_the_reports_own_gloss(read: Callable[..., Record]) -> None:
    record = read(
        "On Sunday the mayor of Goma appealed for help in clearing mines around Sake, a farming town that lost its bridge last year."
    )
    asked = [words for _, words in said(record) if "clearing mines" in words]
    assert asked == ["help in clearing mines around Sake"] or asked == ["for help in clearing mines around Sake"]


def test_remarks_somebody_made_carry_their_clause(read: Callable[..., Record]) -> None:
    record = read("President Emmanuel Macron repeated comments he made on Monday that the truce was “all but dead” in the north.")
    assert any(who == "Emmanuel Macron" and "the truce was “all but dead” in the north" in words for who, words in said(record))


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Two ferries sank off the coast near Lama, the port authority said late on Sunday, a day after a storm warning was issued.",
            "the port authority",
            "Two ferries sank off the coast near Lama",
        ),
        ("The delegations undertook to refrain from any hostile act.", "The delegations", "to refrain from any hostile act"),
        ("The militants denied any part in the looting of the mill.", "The militants", "any part in the looting of the mill"),
        ("A warning by the engineers that the dam might burst went unheeded.", "engineers", "the dam might burst"),
        ("Colonel Barre's insistence that the pass was sealed drew laughter.", "Barre", "the pass was sealed"),
    ],
)
def test_plain_frames(read: Callable[..., Record], text: str, speaker: str, content: str) -> None:
    assert any(who is not None and speaker in who and words == content for who, words in said(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has claimed responsibility for the fire at the depot.",
        "No group has said that it cut the cable.",
        "Suspected smugglers overran a customs post near Dara on Monday.",
        "The exercise, code-named “Grey Heron”, lasted three days.",
    ],
)
def test_nobody_says_anything(read: Callable[..., Record], text: str) -> None:
    assert said(read(text)) == []


def test_another_voice_is_not_what_the_first_one_said(read: Callable[..., Record]) -> None:
    record = read(
        "The embassy said its staff were unhurt, while Beijing, which has a base nearby, appealed to both sides to stop shooting."
    )
    assert next(words for _, words in said(record)) == "its staff were unhurt"


def test_the_next_act_of_a_speaker_is_not_what_was_said(read: Callable[..., Record]) -> None:
    record = read("She recalls that schools must never be a target and expresses her sympathy for the families.")
    assert next(words for _, words in said(record)) == "schools must never be a target"
