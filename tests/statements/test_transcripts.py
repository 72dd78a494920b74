"""Turns of a transcript: labels in capitals, questions and answers."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model.record import Record
from onrecord.model.span import Span


def turns(record: Record) -> list[tuple[str | None, str | None, str]]:
    """(the speaker's name, the label, the first line of the turn)."""
    names = {actor.id: actor.name for actor in record.actors}
    return [
        (
            names.get(s.speaker or ""),
            record.words(Span(*s.speaker_span)) if s.speaker_span else None,
            record.words(s.content[0]).split("\n")[0],
        )
        for s in record.statements
        if s.cue is not None and record.words(Span(*s.cue)) == ":"
    ]


def test_a_turn_lasts_until_the_next(read: Callable[..., Record]) -> None:
    record = read(
        "MODERATOR: We have time for two questions.\n\nQ: Will the ferries sail again?\n\nMINISTER DELACROIX: They will, from Monday.\n\n"
        "We have found the money.\n\nQ: And the lighthouse?\n\nA: It will be lit by spring.\n\nThe briefing ended at noon."
    )
    assert [(label, words) for _, label, words in turns(record)] == [
        ("MODERATOR", "We have time for two questions"),
        ("Q", "Will the ferries sail again"),
        ("MINISTER DELACROIX", "They will, from Monday."),
        ("Q", "And the lighthouse"),
        ("A", "It will be lit by spring"),
    ]
    minister = next(s for s in record.statements if "from Monday" in record.words(s.content[0]))
    assert record.words(minister.content[-1]).endswith("We have found the money")
    assert not any("briefing" in record.words(span) for s in record.statements for span in s.content)


def test_who_asks_has_no_name(read: Callable[..., Record]) -> None:
    record = read(
        "QUESTION: Did he meet the rebels?\n\nMS. HADDAD: I can confirm that he did.\n\nQUESTION: Where?\n\nMS. HADDAD: In the harbour."
    )
    named = {label: who for who, label, _ in turns(record)}
    assert named["QUESTION"] is None and "HADDAD" in (named["MS. HADDAD"] or "")
    inner = next(s for s in record.statements if record.words(s.content[0]) == "he did")
    assert inner.speaker == next(s.speaker for s in record.statements if "confirm" in record.words(s.content[0]))


def test_headings_in_capitals_are_no_speakers(read: Callable[..., Record]) -> None:
    record = read(
        "Two people died on Monday.\n\nTHE DAM: It broke at dawn.\n\nTHE VALLEY: Some 900 families live there.\n\n"
        "THE ARMY: Boats are on their way."
    )
    assert turns(record) == []
