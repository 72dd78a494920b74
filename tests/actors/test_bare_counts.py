"""A bare count beside a verb of people is those people; beside a verb of money it is nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army ordered hundreds of thousands to leave the city on Friday.", "hundreds of thousands"),
        ("Thousands fled across the river.", "Thousands"),
        ("Tens of thousands marched in Nairobi on Sunday.", "Tens of thousands"),
        ("The repairs will cost millions.", None),
        ("Hundreds of buildings were destroyed.", None),
    ],
)
def test_bare_counts(read: Callable[..., Record], text: str, name: str | None) -> None:
    found = [actor.name for actor in read(text).actors if actor.kind == "population"]
    assert found == ([name] if name else [])


def test_a_name_is_written_as_the_report_writes_it(read: Callable[..., Record]) -> None:
    names = [actor.name for actor in read("Norway's foreign minister flew to Juba on Monday. Norway's foreign minister met nobody.").actors]
    assert not [name for name in names if " '" in name or " ’" in name], names
