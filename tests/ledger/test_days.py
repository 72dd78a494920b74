"""Days and distances: what two reports' words say about the same day."""

from __future__ import annotations

import pytest

from onrecord.ledger.days import Clue, clue, days_between, gap, weekday_agreement
from onrecord.ledger.places import kilometres
from onrecord.ledger.words import sound, stem, tokens
from onrecord.model.record import Time
from onrecord.model.span import Span


def time(value: str, begin: str | None = None, end: str | None = None, type: str = "DATE") -> Time:
    return Time("t1", Span(0, 1), type, value, begin, end)  # type: ignore[arg-type]


def test_clues_from_whole_partial_and_weekday_dates() -> None:
    whole = clue(time("2031-05-07", "2031-05-07", "2031-05-07"), "on Wednesday", 1.0)
    assert whole == Clue(1.0, "2031-05-07", "2031-05-07", "05-07", 2)
    assert clue(time("XXXX-05-07"), "7 May", 0.5) == Clue(0.5, month_day="05-07")
    assert clue(time("XXXX-WXX-3"), "on Wednesday", 0.5) == Clue(0.5, weekday=2)
    assert clue(time("2031", "2031-01-01", "2031-12-31"), "2031", 1.0) is None
    assert clue(time("PRESENT_REF", "2031-05-07", "2031-05-07"), "now", 1.0) is None
    assert clue(time("P3D", type="DURATION"), "three days", 1.0) is None


def test_a_weekday_speaks_for_a_date() -> None:
    wednesday, date, other = (
        Clue(1.0, weekday=2),
        Clue(1.0, "2031-05-07", "2031-05-07", "05-07", 2),
        Clue(1.0, "2031-05-08", "2031-05-08", "05-08", 3),
    )
    assert weekday_agreement([wednesday], [date]) == 1.0 and weekday_agreement([wednesday], [other]) == 0.0
    assert weekday_agreement([wednesday], []) == -1.0
    assert gap([date], [other]) == 1 and gap([wednesday], [date]) is None
    assert gap([Clue(1.0, month_day="05-09")], [date]) == 2
    assert gap([Clue(1.0, month_day="12-31")], [Clue(1.0, month_day="01-01")]) == 1
    assert gap([Clue(1.0, month_day="02-29")], [date]) is not None


def test_days_between_is_short() -> None:
    assert days_between("2031-05-30", "2031-06-01") == ["2031-05-30", "2031-05-31", "2031-06-01"]
    assert len(days_between("2031-01-01", "2031-12-31")) == 4


@pytest.mark.parametrize(("a", "b"), [("Harbel", "Herbel"), ("Qamishli", "Kamishly"), ("Umm Hawsh", "Um Hosh"), ("Zelenskyy", "Zelensky")])
def test_spellings_of_a_name_sound_alike(a: str, b: str) -> None:
    assert [sound(x.form) for x in tokens(a)] == [sound(x.form) for x in tokens(b)]


def test_sounds_and_stems_of_odd_words() -> None:
    assert sound("Calmouth") != sound("Dunmere") and sound("'") == "" and sound("12") == ""
    assert stem("shellings") == stem("shelling") == stem("shelled") == "shell" and stem("Estavia’s") == "estavia"


def test_kilometres() -> None:
    assert kilometres(0, 0, 0, 1) == pytest.approx(111.2, abs=0.1) and kilometres(10, 20, 10, 20) == 0
