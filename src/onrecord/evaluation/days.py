"""Which day a time means, scored by itself: a chronology is wrong by a day before it is wrong by a TIMEX3 convention.

    python -m onrecord.evaluation times GOLD --records RECORDS
    python -m onrecord.evaluation.days GOLD RECORDS

Two figures. `day`: gold times that name one calendar day, found with words that overlap and that very day. `held`: of the gold
times whose days are known (a day, a month, a week …) and that were found, the share whose days the record's first and last day
hold; a record that names a narrower or another stretch of time misleads whoever counts by it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from onrecord.model.record import Record, Time, from_json
from onrecord.model.span import Span, SpanIndex
from onrecord.reading.times.calendar import days_of


class GoldTime(msgspec.Struct, frozen=True):
    start: int
    end: int
    type: str
    value: str | None = None


class GoldText(msgspec.Struct, frozen=True):
    """A row of shared/gold/times."""

    id: str
    timexes: tuple[GoldTime, ...]


@dataclass(frozen=True, slots=True)
class DayScores:
    """Counts; `precision`, `recall`, `f1` and `held_share` are their percentages."""

    right: int = 0
    gold: int = 0
    read: int = 0
    held: int = 0
    known: int = 0

    def __add__(self, other: DayScores) -> DayScores:
        return DayScores(
            self.right + other.right, self.gold + other.gold, self.read + other.read, self.held + other.held, self.known + other.known
        )

    @property
    def precision(self) -> float:
        return percent(self.right, self.read)

    @property
    def recall(self) -> float:
        return percent(self.right, self.gold)

    @property
    def f1(self) -> float:
        return percent(2 * self.right, self.gold + self.read)

    @property
    def held_share(self) -> float:
        return percent(self.held, self.known)


def percent(part: int, whole: int) -> float:
    """A share in percent, to one digit; 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0


def score_days(gold: Sequence[GoldTime], times: Iterable[Time]) -> DayScores:
    """The scores of one text. Each of the record's times answers at most one of the gold's."""
    read = tuple(times)
    index = SpanIndex((time.span, time) for time in read)
    free = {time.id for time in read}
    right = held = known = 0
    for item in gold:
        found = [(span, time) for span, time in index.overlapping((item.start, item.end)) if time.id in free]
        if not found:
            continue
        _, time = max(found, key=lambda pair: (_shared(pair[0], item), -pair[0].start))
        free.discard(time.id)
        days = days_of(item.value or "")
        if days is not None and item.type in ("DATE", "TIME"):
            known += 1
            held += _holds(time, days[0].isoformat(), days[1].isoformat())
            right += days[0] == days[1] and time.begin == time.end == days[0].isoformat()
    one_day = sum(1 for item in gold if (days := days_of(item.value or "")) is not None and days[0] == days[1])
    return DayScores(right, one_day, sum(1 for time in read if _is_one_day(time)), held, known)


def _shared(span: Span, item: GoldTime) -> int:
    return min(span.end, item.end) - max(span.start, item.start)


def _is_one_day(time: Time) -> bool:
    return time.begin is not None and time.begin == time.end and not time.value.endswith("_REF")


def _holds(time: Time, first: str, last: str) -> bool:
    """The record's days hold the gold's; where the words put a time before or after today, one end may be today."""
    if time.begin is None or time.end is None:
        return False
    return (time.begin <= first and last <= time.end) or (first <= time.begin <= time.end <= last)


def score_file(gold: Path, records: Path) -> DayScores:
    """All rows of a gold file against the records of a file of JSON Lines; a text without a record counts as empty."""
    rows = [msgspec.json.decode(line, type=GoldText) for line in gold.read_bytes().splitlines() if line.strip()]
    read: dict[str, Record] = {}
    for line in records.read_bytes().splitlines():
        record = from_json(line)
        read[record.document.key] = record
    return sum((score_days(row.timexes, read[row.id].times if row.id in read else ()) for row in rows), DayScores())


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; exit status 2 when called with other than two files."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    scores = score_file(Path(arguments[0]), Path(arguments[1]))
    print(f"day   P {scores.precision:.1f} R {scores.recall:.1f} F1 {scores.f1:.1f} ({scores.gold} gold, {scores.read} read)")
    print(f"held  {scores.held_share:.1f} % of {scores.known} found times with known days")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
