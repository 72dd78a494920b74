"""What the learned heads leave to the frames: appeals, and quoted words behind remarks somebody made."""

from __future__ import annotations

from collections.abc import Callable

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
