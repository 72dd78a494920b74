"""A line that is a date and nothing else."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.structure import date_line, iso_date

DATES = {
    "March 4, 2021": "2021-03-04",
    "4 March 2021": "2021-03-04",
    "4 March، 2021": "2021-03-04",
    "Thursday, 4th March 2021": "2021-03-04",
    "Published: 4 Mar. 2021 at 17:30 GMT": "2021-03-04T17:30:00+00:00",
    "Published 4 March 2021 5:30 pm UTC": "2021-03-04T17:30:00+00:00",
    "Posted on Mar 4, 2021, 5:30 p.m. EST": "2021-03-04",
    "Example Agency | Updated: 2021-03-04 21:45": "2021-03-04",
    "2021-03-04T21:45:00+02:00": "2021-03-04T21:45:00+02:00",
    "25.03.2021": "2021-03-25",
    "03/25/2021": "2021-03-25",
    "2021/03/25": "2021-03-25",
    "Date: 4 March 2021": "2021-03-04",
    "Published 4 March 2021 Updated 6 March 2021": "2021-03-04",
    "Last updated 6 March 2021 · Published 4 March 2021": "2021-03-04",
    "By Ana Petrov / 4 March 2021": "2021-03-04",
}
NONE = [
    "On 4 March 2021 the army left the town.",
    "Talks on 4 March 2021",
    "4 March",
    "March 2021",
    "03/05/2021",
    "31 February 2021",
    "2021",
    "Killed: 4 March 2021",
    "",
    "25:99 on 4 March 20212",
    "Since 4 March 2021",
]


@pytest.mark.parametrize(("line", "value"), DATES.items())
def test_a_date_line_is_read(line: str, value: str) -> None:
    found = date_line(line)
    assert found is not None and found.value == value
    assert any(c.isdigit() for c in line[found.span.start : found.span.end])


@pytest.mark.parametrize("line", NONE)
def test_what_says_more_or_less_than_a_date_is_none(line: str) -> None:
    assert date_line(line) is None


def test_a_later_change_is_known_as_one() -> None:
    found = date_line("Last updated 6 March 2021")
    assert found is not None and found.later


@given(st.text(max_size=130))
def test_any_line_gives_a_date_or_none(line: str) -> None:
    found = date_line(line)
    assert found is None or (iso_date(found.value) == found.value and 0 <= found.span.start < found.span.end <= len(line))


@pytest.mark.parametrize(("said", "day"), [("2024-05-03T10:00:00Z", "2024-05-03T10:00:00+00:00"), ("20240503", "2024-05-03"), ("2024-05-03 10:00", "2024-05-03"),
                                           ("2024-13-03", None), ("yesterday", None), ("2024-05-03T10:00:00.000+0530", "2024-05-03T10:00:00+05:30")])  # fmt: skip
def test_machine_dates(said: str, day: str | None) -> None:
    assert iso_date(said) == day
