"""Feasts of other calendars on the days that history knows them by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record
from onrecord.reading.times.feasts import days_of_feast, named_day
from onrecord.vocabulary.times import named_days


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("yom kippur", 1973, "1973-10-06"),  # the day that the war of October 1973 began
        ("yom kippur", 2023, "2023-09-25"),
        ("rosh hashanah", 2024, "2024-10-03"),  # a year in which the postponements count
        ("passover", 2002, "2002-03-28"),
        ("purim", 2024, "2024-03-24"),
        ("shavuot", 2021, "2021-05-17"),
        ("easter", 2024, "2024-03-31"),
        ("orthodox easter", 2024, "2024-05-05"),
        ("thanksgiving", 2016, "2016-11-24"),
    ],
)
def test_a_feast_stands_on_its_day(name: str, year: int, day: str) -> None:
    found = named_day(named_days()[name], year)
    assert found is not None
    assert found.isoformat() == day


@pytest.mark.parametrize(
    ("name", "year", "seen"),
    [
        ("ramadan", 2017, "2017-05-27"),
        ("ramadan", 2023, "2023-03-23"),
        ("eid al-fitr", 2023, "2023-04-21"),
        ("eid al-adha", 2024, "2024-06-16"),
    ],
)
def test_a_feast_of_the_moon_has_room_for_the_day_that_it_was_seen(name: str, year: int, seen: str) -> None:
    rule = named_days()[name]
    first = named_day(rule, year)
    assert first is not None
    begin, end = days_of_feast(rule, first)
    assert begin.isoformat() <= seen <= end.isoformat()
    assert (end - begin).days == rule.lasts + 1


def test_the_record_gives_the_days_and_no_surer_value_than_the_moon_allows(read: Callable[..., Record]) -> None:
    (time,) = read("They will lay down arms before Eid al-Adha.", published="2024-05-03").times
    assert (time.value, time.begin, time.end) == ("2024-06", "2024-06-16", "2024-06-21")


def test_a_date_line_of_the_page_is_a_time(read: Callable[..., Record]) -> None:
    record = read("Border reopens after talks\n\nFriday, March 7, 2008\n\nTrucks crossed on Thursday.", published="2008-03-07")
    assert [(record.words(time.span), time.value) for time in record.times] == [
        ("Friday, March 7, 2008", "2008-03-07"),
        ("Thursday", "2008-03-06"),
    ]


def test_a_date_line_keeps_its_clock_and_zone(read: Callable[..., Record]) -> None:
    record = read("Border reopens\n\nPublished: 15 September 2017 at 9:05 p.m. GMT\n\nTrucks crossed.", published="2017-09-15")
    assert [(record.words(time.span), time.value) for time in record.times] == [("15 September 2017 at 9:05 p.m. GMT", "2017-09-15T21:05Z")]
