"""The measure of days: right, wrong by a day, coarser, missed."""

from __future__ import annotations

from onrecord.evaluation.days import DayScores, GoldTime, score_days
from onrecord.model.record import Time
from onrecord.model.span import Span


def time(name: str, start: int, end: int, value: str, begin: str | None, last: str | None) -> Time:
    return Time(name, Span(start, end), "DATE", value, begin, last)


def test_right_day_wrong_day_and_missed_day() -> None:
    gold = [GoldTime(0, 6, "DATE", "2024-05-03"), GoldTime(10, 16, "DATE", "2024-05-04"), GoldTime(20, 26, "DATE", "2024-05-05")]
    read = [time("t1", 0, 6, "2024-05-03", "2024-05-03", "2024-05-03"), time("t2", 11, 16, "2024-04-27", "2024-04-27", "2024-04-27")]
    assert score_days(gold, read) == DayScores(right=1, gold=3, read=2, held=1, known=2)


def test_a_month_holds_its_days_but_is_no_day() -> None:
    gold = [GoldTime(0, 6, "DATE", "2024-05-03")]
    assert score_days(gold, [time("t1", 0, 6, "2024-05", "2024-05-01", "2024-05-31")]) == DayScores(0, 1, 0, 1, 1)


def test_lengths_have_no_days() -> None:
    assert score_days([GoldTime(0, 6, "DURATION", "P3D")], [time("t1", 0, 6, "P3D", None, None)]) == DayScores()


def test_figures_are_percentages() -> None:
    scores = DayScores(right=3, gold=4, read=6, held=1, known=2)
    assert (scores.precision, scores.recall, scores.f1, scores.held_share) == (50.0, 75.0, 60.0, 50.0)
    assert DayScores().f1 == 0.0
