"""To whom, when and where something was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record


@pytest.mark.parametrize(
    ("text", "addressee", "time", "place"),
    [
        ("Speaking at a press conference in Doha on Monday, Rana Aziz described the gaps as narrow.", None, "Monday", "Doha"),
        ("Addressing parliament on Tuesday, President Ilves vowed to fight on.", "parliament", "Tuesday", None),
        (
            "In a phone call with the Turkish president on Friday, Chancellor Vogt warned that the deal was at risk.",
            "president",
            "Friday",
            None,
        ),
        ("Families of the captives urged the cabinet to approve the deal at once.", "the cabinet", None, None),
        ("Washington called on both sides to stop shooting.", "both sides", None, None),
        ("The mayor wrote to the governor last week, asking for more police.", "the governor", "last week", None),
        ("The general said the attack on Monday had killed nine.", None, None, None),
        ("In an interview with the weekly Spektrum, the former envoy said that nothing was lost.", "Spektrum", None, None),
    ],
)
def test_circumstances(read: Callable[..., Record], text: str, addressee: str | None, time: str | None, place: str | None) -> None:
    record = read(text)
    (statement,) = record.statements
    names = {actor.id: actor.name for actor in record.actors}
    times = {one.id: record.words(one.span) for one in record.times}
    places = {one.id: one.name for one in record.places}
    to = names.get(statement.addressee or "")
    assert (to is None) == (addressee is None) and (addressee or "") in (to or "")
    assert (times.get(statement.time or ""), places.get(statement.place or "")) == (time, place)


def test_who_is_never_the_telephone(read: Callable[..., Record]) -> None:
    record = read("A teacher reached by telephone, who asked not to be named, said the school had closed.")
    assert len({statement.speaker for statement in record.statements}) == 1
