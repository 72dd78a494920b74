"""Cost against length: one report of 2, 20 and 200 kB. Linear means the same µs a word in every row."""

from __future__ import annotations

import time

from bench.reports import reports, row
from onrecord.reading.pipeline import load_reader
from onrecord.sources.jsonl import read_line


def main() -> None:
    reader = load_reader()
    text = "\n\n".join(document.text for document in reports(80))
    reader.read(read_line(row(text[:2_000], 0), "warm"))
    for size in (2_000, 20_000, 200_000):
        document = read_line(row(text[:size], size), "bench")
        began = time.process_time()
        parse = reader.model.parse(document)
        parsed = time.process_time()
        reader.read_parsed(document, parse)
        done = time.process_time()
        words = len(parse.words)
        costs = 1e6 * (parsed - began) / words, 1e6 * (done - parsed) / words
        print(f"{size:7} characters  {words:6} words  parse {costs[0]:6.1f}  rooms {costs[1]:6.1f} µs a word")


if __name__ == "__main__":
    main()
