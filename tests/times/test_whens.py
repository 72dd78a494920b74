"""The day of an event: how it is scored, and a floor for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.evaluation.whens import GoldEvent, WhenScores, main, score_file, score_whens
from onrecord.model.record import Record
from onrecord.model.span import Span

WHOLE = Path(__file__).parents[3] / "shared" / "gold" / "whole"
TEXT = "Rebels shelled the port on Tuesday. Soldiers arrested a mayor."


def gold(word: str, root: str, time: str | None) -> GoldEvent:
    start = TEXT.index(word)
    return GoldEvent(Span(start, start + len(word)), (root,), time)


@pytest.mark.parametrize(
    ("time", "right"), [("2024-04-30", 1), ("2024-04", 1), ("2024-04-28/2024-05-01", 1), ("2024-05-01", 0), (None, 0), ("soon", 0)]
)
def test_a_day_is_right_when_either_stretch_holds_the_other(read: Callable[..., Record], time: str | None, right: int) -> None:
    scores = score_whens([gold("shelled", "19", time)], read(TEXT))
    assert scores == WhenScores(right, 1, int(time is not None), 1)


def test_an_event_that_only_one_of_them_has_does_not_count(read: Callable[..., Record]) -> None:
    assert score_whens([gold("shelled", "04", "2024-04-30"), gold("port", "19", "2024-04-30")], read(TEXT)) == WhenScores()


def test_a_day_that_the_record_lacks_costs_recall(read: Callable[..., Record]) -> None:
    scores = score_whens([gold("shelled", "19", "2024-04-30"), gold("arrested", "17", "2024-04-30")], read(TEXT))
    assert (scores.precision, scores.recall) == (100.0, 50.0)


def test_other_than_two_files_is_the_users_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["one"]) == 2
    assert "GOLD RECORDS" in capsys.readouterr().err


@pytest.mark.gold
@pytest.mark.slow
def test_floor(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    command = [sys.executable, "-m", "onrecord.evaluation", "whole", "whole/reports.jsonl", "--records", str(records)]
    subprocess.run(command, check=True, capture_output=True)
    scores = score_file(WHOLE / "reports.jsonl", records)
    assert scores.precision >= 78.0
    assert scores.recall >= 43.0
