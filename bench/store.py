"""What the store costs: adding, re-reading the same reports, getting them back, full text, filters.

`python bench/store.py [REPORTS]` makes that many reports by hand (default 20,000; 25 events each, so 500,000 events) in a
scratch folder and prints CPU figures. Run from the checkout with `PYTHONPATH=src:.`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from tests.store.made import TEXT, record

from onrecord.model.record import Record
from onrecord.store import Filter, open_store

EVENTS = 25


def made(n: int) -> Record:
    """A report with a number of its own in its words and `EVENTS` events."""
    base = record(text=f"Number {n} of the day w{n % 5000}. " + TEXT, key=str(n), published=f"20{10 + n % 20}-0{1 + n % 9}-1{n % 10}")
    events = tuple(replace(base.events[k % 2], id=f"e{k + 1}") for k in range(EVENTS))
    return replace(base, events=events)


def timed(name: str, times: int, work: Callable[[], object]) -> None:
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(times):
        work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"{name:34s} {times / cpu:10.0f} a CPU second   {1000 * wall / times:8.2f} ms each")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "s.db") as store:
        numbers = iter(range(count))
        timed("add", count, lambda: store.add(made(next(numbers))))
        again = [made(n) for n in range(0, count, max(1, count // 2000))]
        names, ids = iter(again), iter([r.document.id for r in again])
        timed("re-read (unchanged)", len(again), lambda: store.add(next(names)))
        timed("record back", len(again), lambda: store.record(next(ids)))
        print(f"{'store':34s} {(Path(folder) / 's.db').stat().st_size / count / 1000:10.1f} kB a report")
        for words in ("w77", "truce broker", '"harbour road"', "killed"):
            timed(f"search {words}", 5, lambda words=words: store.search(words))
        timed("search killed, with a filter", 3, lambda: store.search("killed", Filter(source="post", first="2029-01-01")))
        timed("list, ASSAULT in 2029", 3, lambda: list(store.reports(Filter(act="ASSAULT", first="2029-01-01"))))


if __name__ == "__main__":
    main()
