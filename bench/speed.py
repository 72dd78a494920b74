"""Words a CPU second: the bare spaCy parse of the same texts, onrecord's parse, and the whole reading, room by room.

`python -m bench.speed [--reports 60] [--gold FILE.jsonl]` prints a table. Rounds alternate, so a machine whose speed
drifts disturbs all rows alike; the ratio quoted is the median over the rounds.
"""

from __future__ import annotations

import argparse
import resource
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median

import spacy

from bench.reports import reports
from onrecord.model.document import Document
from onrecord.reading.finish import finish
from onrecord.reading.pipeline import Reader, load_reader
from onrecord.reading.stage import Reading
from onrecord.sources.jsonl import read_line


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    began = time.process_time()
    work()
    return time.process_time() - began


def room_costs(reader: Reader, documents: list[Document]) -> dict[str, float]:
    """CPU seconds in each stage, the parse first."""
    costs = dict.fromkeys(("parse", *(stage.name for stage in reader.stages), "finish"), 0.0)
    for document in documents:
        began = time.process_time()
        reading = Reading(document, reader.model.parse(document))
        costs["parse"] += time.process_time() - began
        for stage in reader.stages:
            began = time.process_time()
            reading = stage.read(reading)
            costs[stage.name] += time.process_time() - began
        began = time.process_time()
        finish(reading, reader.info)
        costs["finish"] += time.process_time() - began
    return costs


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--reports", type=int, default=60)
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--gold", type=Path, help="read these JSON Lines (id, text, published) instead of our own reports")
    given = ask.parse_args()
    began = time.perf_counter()
    reader = load_reader()
    loaded = time.perf_counter() - began
    documents = (
        [read_line(line, "gold") for line in given.gold.read_bytes().splitlines()][: given.reports]
        if given.gold
        else list(reports(given.reports))
    )
    reader.read(documents[0])
    first = time.perf_counter() - began
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bare = spacy.load(reader.model.path)
    texts = [document.text for document in documents]
    words = sum(len(reader.model.parse(document).words) for document in documents)
    ratios, bares, ours = [], [], []
    for _ in range(given.rounds):
        bares.append(timed(lambda: [bare(text) for text in texts]))
        ours.append(timed(lambda: [reader.read(document) for document in documents]))
        ratios.append(bares[-1] / ours[-1])
    print(f"{len(documents)} reports, {words} words, {given.rounds} rounds")
    print(f"reader loaded in {loaded:.1f} s, first report read at {first:.1f} s")
    print(f"bare spaCy parse  {words / median(bares):8.0f} words a CPU second  {1e6 * median(bares) / words:7.1f} µs a word")
    print(f"onrecord          {words / median(ours):8.0f} words a CPU second  {1e6 * median(ours) / words:7.1f} µs a word")
    print(f"ratio             {median(ratios):8.2f} (goal 0.8; {min(ratios):.2f} to {max(ratios):.2f})")
    for name, cost in room_costs(reader, documents).items():
        print(f"  {name:12} {1e6 * cost / words:7.1f} µs a word  {100 * cost / median(bares):5.1f} % of the bare parse")
    print(
        f"peak memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB (with the bare parser loaded beside ours)"
    )


if __name__ == "__main__":
    main()
