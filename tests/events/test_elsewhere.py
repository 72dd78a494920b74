"""Crime, sport, business, weather, obituaries and daily life hold no act of politics."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onrecord.model.record import Record


def test_other_news_holds_no_event(read: Callable[..., Record]) -> None:
    """100 sentences of our own with the words of conflict in them; figures and limits are in docs/explanation/events.md."""
    lines = (Path(__file__).parent / "elsewhere.txt").read_text(encoding="utf-8").splitlines()
    wrong = [line for line in lines if read(line).events]
    assert len(lines) == 100
    assert len(wrong) <= 11, wrong


def test_a_crime_counts_where_the_report_tells_of_its_politics(read: Callable[..., Record]) -> None:
    alone = read("A shopkeeper was kidnapped on Monday.")
    told = read("A shopkeeper was kidnapped on Monday. The rebels freed the shopkeeper on Friday.")
    assert alone.events == ()
    assert [event.cameo[:2] for event in told.events] == ["18", "08"]
