"""What a second worker brings: the pool with one worker and with two, on the same reports.

`python -m bench.workers [FILE.jsonl] [--workers 2] [--rounds 3]`. Two figures a round, from the moment every worker has its reader: by
the clock, which other programs on the machine disturb, and by CPU (what one worker needs for all, over what the busiest of several
needs for its part), which they hardly do. The medians count.
"""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.reports import reports
from onrecord.run import Task
from onrecord.run.local import _Pool
from onrecord.settings import Settings


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds a report: by the clock, and of CPU in the busiest worker."""

    clock: float
    cpu: float


def tasks(given: Path | None, count: int) -> list[Task]:
    """The texts as tasks; without a file the bench's own reports."""
    if given:
        return [Task(str(n), data=line, suffix=".row") for n, line in enumerate(given.read_bytes().splitlines()[:count])]
    return [Task(document.key, data=document.text.encode(), suffix=".txt") for document in reports(count)]


def cpu_seconds(pool: _Pool) -> list[float]:
    """What each worker has used so far (Linux: from /proc)."""
    out = []
    for worker in pool.workers:
        fields = Path(f"/proc/{worker.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        out.append((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"))
    return out


def run(work: list[Task], workers: int) -> Run:
    pool, done, warm = _Pool(workers, Settings()), 0, 2 * workers
    began, before, clock, after = 0.0, [0.0], 0.0, [0.0]
    try:
        for _ in pool.read(iter(work)):
            done += 1
            if done == warm:
                began, before = time.perf_counter(), cpu_seconds(pool)
            elif done == len(work):
                clock, after = time.perf_counter() - began, cpu_seconds(pool)
    finally:
        pool.close()
    return Run(clock / (done - warm), max(b - a for a, b in zip(before, after, strict=True)) / (done - warm))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", nargs="?", type=Path)
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument("--reports", type=int, default=80)
    given = ask.parse_args()
    work = tasks(given.file, given.reports)
    rounds = []
    for _ in range(given.rounds):
        one, many = run(work, 1), run(work, given.workers)
        rounds.append((one.clock / many.clock, one.cpu / many.cpu))
        print(f"{given.workers} workers against 1: {rounds[-1][0]:4.2f} times by the clock, {rounds[-1][1]:4.2f} by CPU", flush=True)
    clock, cpu = median(x for x, _ in rounds), median(x for _, x in rounds)
    print(f"median: {clock:.2f} by the clock, {cpu:.2f} by CPU (load {os.getloadavg()[0]:.1f})")


if __name__ == "__main__":
    main()
