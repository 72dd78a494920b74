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
    ],
)
def test_value(read: Callable[..., Record], text: str, words: str, value: str) -> None:
    record = read(text, published=FRIDAY)
    assert [(record.words(time.span), time.value) for time in record.times] == [(words, value)]
