"""Which names are places, and which are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record

Read = Callable[..., Record]


def names(record: Record) -> list[str]:
    return [record.words(place.span) for place in record.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Tartus and Latakia overnight.", ["Tartus", "Latakia"]),
        ("Residents fled to Tawila, Karma and Jebel Marra.", ["Tawila", "Karma", "Jebel Marra"]),
        ("The students of Aleppo University returned.", []),
        ("She told the Washington Post that she would leave.", []),
        ("Russian soldiers shot at Syrian farmers.", []),
        ("A court in Paris, Texas, heard the case.", ["Paris", "Texas"]),
        ("Fighting broke out near the Rafah crossing.", ["Rafah crossing"]),
        ("Drones struck southern Gaza and the occupied West Bank.", ["Gaza", "West Bank"]),
        ("Us and them: it is hard to say Of whom.", []),
    ],
)
def test_names_that_are_places(read: Read, text: str, expected: list[str]) -> None:
    assert names(read(text)) == expected
