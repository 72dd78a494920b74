"""Times in our own sentences: words and values."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record

FRIDAY = "2024-05-03"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Envoys met in Doha on Tuesday.", "Tuesday", "2024-04-30"),
        ("Envoys will meet in Doha on Tuesday.", "Tuesday", "2024-05-07"),
        ("The truce was signed on 12 January 2021.", "12 January 2021", "2021-01-12"),
        ("The truce took hold three weeks ago.", "three weeks ago", "2024-W15"),
        ("The army may march in May.", "May", "2024-05"),
        ("Shelling killed four people last month.", "last month", "2024-04"),
        ("Both sides agreed to a truce from Tuesday.", "Tuesday", "2024-05-07"),
        ("Both sides agreed to a truce on Tuesday.", "Tuesday", "2024-04-30"),
        ("The envoy proposed a meeting in November.", "November", "2024-11"),
        ("Ghana offered to host talks in November.", "November", "2024-11"),
        ("The envoy attended a meeting in November.", "November", "2023-11"),
        ("Talks resume on Tuesday.", "Tuesday", "2024-05-07"),
        ("Peace talks resume in Doha on Monday.", "Monday", "2024-05-06"),
        ("The truce takes effect on Sunday.", "Sunday", "2024-05-05"),
        ("The accord enters into force on Sunday.", "Sunday", "2024-05-05"),
        ("The envoy was to meet the president on Sunday.", "Sunday", "2024-05-05"),
        ("The envoy was to have flown home on Sunday.", "Sunday", "2024-04-28"),
        ("Gunmen attacked the village overnight.", "overnight", "2024-05-02TNI"),
        ("Rain is expected overnight.", "overnight", "2024-05-03TNI"),
        ("He was arrested three nights ago.", "three nights ago", "2024-04-30TNI"),
        ("They came back the same evening.", "the same evening", "2024-05-03TEV"),
        ("The clinic treated forty people in a single day.", "a single day", "P1D"),
        ("The parade goes ahead this weekend.", "this weekend", "2024-W18-WE"),
        ("Dozens were killed this weekend.", "this weekend", "2024-W17-WE"),
    ],
)
def test_value(read: Callable[..., Record], text: str, words: str, value: str) -> None:
    record = read(text, published=FRIDAY)
    assert [(record.words(time.span), time.value) for time in record.times] == [(words, value)]


def test_a_day_beside_a_year_long_gone_is_of_that_year(read: Callable[..., Record]) -> None:
    record = read("In May 1993 the force landed, and on June 9 it withdrew. On April 9 the town held a feast.", published=FRIDAY)
    assert [time.value for time in record.times] == ["1993-05", "1993-06-09", "2024-04-09"]


def test_the_clock_of_an_entry_is_of_the_day_of_the_page(read: Callable[..., Record]) -> None:
    record = read("09:15\n\nTuesday's salvo was the largest.\n\n14:05\n\nThe road is open.", published=FRIDAY)
    assert [time.value for time in record.times] == ["2024-05-03T09:15", "2024-04-30", "2024-05-03T14:05"]


def test_the_night_before_does_not_move_the_story(read: Callable[..., Record]) -> None:
    record = read("A base was shelled overnight. The fire came a day after the vote.", published=FRIDAY)
    assert [time.value for time in record.times] == ["2024-05-02TNI", "XXXX-XX-XX"]
