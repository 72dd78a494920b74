"""On which day an act took place, scored by itself: a right event on a wrong day spoils a chronology.

    python -m onrecord.evaluation whole GOLD --records RECORDS
    python -m onrecord.evaluation.whens GOLD RECORDS

Over the events that the record and the coding share (words that overlap, the same CAMEO root): of those to which the record gives a
time, how many does the coding place within the same days (precision); of those to which the coding gives one, how many does the
record place so (recall). The coders look beyond the sentence ("the attack", told before with its day); the reader does not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from onrecord.evaluation.days import percent
from onrecord.model.record import Event, Record, Time, from_json
from onrecord.model.span import Span
from onrecord.reading.times.calendar import days_of


class GoldEvent(msgspec.Struct, frozen=True):
    anchor: Span
    roots: tuple[str, ...]
    time: str | None = None


class GoldReport(msgspec.Struct, frozen=True):
    """A row of shared/gold/whole."""

    id: str
    events: tuple[GoldEvent, ...]


@dataclass(frozen=True, slots=True)
class WhenScores:
    """Counts over matched events; `precision` and `recall` are percentages."""

    right: int = 0
    read: int = 0
    gold: int = 0
    matched: int = 0

    def __add__(self, other: WhenScores) -> WhenScores:
        return WhenScores(self.right + other.right, self.read + other.read, self.gold + other.gold, self.matched + other.matched)

    @property
    def precision(self) -> float:
        return percent(self.right, self.read)

    @property
    def recall(self) -> float:
        return percent(self.right, self.gold)


def score_whens(gold: Iterable[GoldEvent], record: Record) -> WhenScores:
    """The scores of one report."""
    times = {time.id: time for time in record.times}
    out = WhenScores()
    for item in gold:
        event = _told(item, record.events)
        if event is None:
            continue
        time = times[event.time] if event.time is not None else None
        right = time is not None and item.time is not None and _agree(time, item.time)
        out += WhenScores(int(right), int(time is not None), int(item.time is not None), 1)
    return out


def _told(item: GoldEvent, events: Sequence[Event]) -> Event | None:
    near = [event for event in events if event.cameo[:2] in item.roots and event.anchor.overlaps(item.anchor)]
    return max(near, key=lambda event: min(event.anchor.end, item.anchor.end) - max(event.anchor.start, item.anchor.start), default=None)


def _agree(time: Time, value: str) -> bool:
    """Either stretch of days holds the other; a coder's stretch may be written `first/last`."""
    days = [found for part in value.split("/") if (found := days_of(part)) is not None]
    if not days or time.begin is None or time.end is None:
        return False
    first, last = days[0][0].isoformat(), days[-1][1].isoformat()
    return (first <= time.begin and time.end <= last) or (time.begin <= first and last <= time.end)


def score_file(gold: Path, records: Path) -> WhenScores:
    """All reports of a coding against the records of a file of JSON Lines; a report without a record is left out."""
    rows = [msgspec.json.decode(line, type=GoldReport) for line in gold.read_bytes().splitlines() if line.strip()]
    read = {record.document.key: record for record in map(from_json, records.read_bytes().splitlines())}
    return sum((score_whens(row.events, read[row.id]) for row in rows if row.id in read), WhenScores())


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; exit status 2 when called with other than two files."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    scores = score_file(Path(arguments[0]), Path(arguments[1]))
    counts = f"{scores.matched} events shared, {scores.gold} dated by the coding, {scores.read} read"
    print(f"when  P {scores.precision:.1f} R {scores.recall:.1f} ({counts})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
