"""Golden pairs: our own sentences and every time that stands in them; and what must hold of any time in any text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.record import Record

PAIRS = [line.split("\t") for line in (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]

DAY = r"(?:BC)?(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
CLOCK = r"T(?:\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?|MO|AF|EV|NI|MI|DT)"
CALENDAR = r"(?:BC)?(?:\d{4}|XXXX)(?:-(?:\d\d|XX|Q[1-4X]|H[12X]|SP|SU|FA|WI|W(?:\d\d|XX)(?:-WE|-[1-7])?))?"
PERIOD = r"P(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|WE|DE|CE|ML|Q))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?"
REFERENCE = r"PRESENT_REF|PAST_REF|FUTURE_REF"
TIMEX3 = re.compile(rf"(?:{DAY}(?:{CLOCK})?|{CALENDAR}|(?:BC)?[\dX]{{2,3}}|{REFERENCE}|{PERIOD}|XXXX-WXX-[1-7]{CLOCK})$")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


@pytest.mark.parametrize(("published", "text", "times"), PAIRS, ids=lambda x: x[:60])
def test_pair(read: Callable[..., Record], published: str, text: str, times: str) -> None:
    record = read(text, published=published or None)
    assert " | ".join(f"{record.words(t.span)} = {t.value}" for t in record.times) == times


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 150


def check(record: Record) -> None:
    last = 0
    for time in record.times:
        assert TIMEX3.match(time.value), time
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        assert last <= time.span.start < time.span.end, "times overlap or are out of order"
        words = record.words(time.span)
        assert words.strip() == words != "", time
        for day in (time.begin, time.end):
            assert day is None or ISO_DAY.match(day), time
        if time.begin and time.end:
            assert time.begin <= time.end, time
        last = time.span.end


def test_every_value_of_the_pairs_is_timex3(read: Callable[..., Record]) -> None:
    check(read("\n\n".join(text for _, text, _ in PAIRS)))
    check(read("\n\n".join(text for _, text, _ in PAIRS), published=None))


PIECES = st.sampled_from(
    (
        "the a last next this past two 30 31 1999 2024 99 hundred thousand million few several May March Monday Tues. Feb. spring week "
        "weeks months year quarter day days hours minute century decade weekend ago later earlier before after early late mid end of in on "
        "at by to and or from until 10 : - – / , . 's 10:30 25:61 a.m. GMT noon night morning BC AD second third 32nd 21st fiscal half "
        "every each per daily once now soon future yesterday tomorrow Easter Christmas 9/11 1914–18 FY99 Q3 '90s 1990s 0000 9999 "
        "999999999999 31/02/2023 2023-02-30"
    ).split()
)
PUBLISHED = st.sampled_from(["2024-02-29", "0001-01-01", "9999-12-31", "soon", None])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(PIECES, min_size=1, max_size=25), published=st.sampled_from(["2024-02-29", "0001-01-01", "9999-12-31", "soon", None])
)
def test_any_jumble_of_time_words_gives_sound_times(read: Callable[..., Record], pieces: list[str], published: str | None) -> None:
    check(read(" ".join(pieces), published=published))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_gives_sound_times(read: Callable[..., Record], text: str) -> None:
    check(read(text))
