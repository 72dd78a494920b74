"""Does the structure pass take words of the report for furniture? Counts coded spans that begin in a block that is not read.

`python -m bench.furniture [FOLDER]` reads every JSON Lines file of the gold folder that has texts with statements, times, places, events
or tolls, and prints for each how many of its spans lie in unread blocks, and in blocks of which kinds.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.model.document import READ_KINDS
from onrecord.sources.jsonl import read_line

GOLD = Path(__file__).parents[2] / "shared" / "gold"


def spans(row: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """(layer, start) of every coded span of a gold row, whatever its file calls it."""
    for layer in ("statements", "attributions"):
        for item in row.get(layer) or []:
            yield from (("statement", start) for start, _ in item.get("content", []))
    for layer, name in (
        ("times", "time"),
        ("timexes", "time"),
        ("places", "place"),
        ("toponyms", "place"),
        ("tolls", "toll"),
        ("events", "event"),
    ):
        for item in row.get(layer) or []:
            found = item.get("span") or item.get("anchor") or ([item["start"]] if "start" in item else None)
            if found:
                yield name, found[0]


def lost(file: Path) -> tuple[int, Counter[str], Counter[str]]:
    """How many spans a file has, those in unread blocks by layer and kind, and its blocks by kind."""
    total, missed, kinds = 0, Counter[str](), Counter[str]()
    for line in file.read_bytes().splitlines():
        row = json.loads(line)
        if not isinstance(row.get("text"), str) or not row["text"].strip():
            continue
        given = {"text": row["text"], "title": row.get("title") if isinstance(row.get("title"), str) else None}
        document = read_line(json.dumps(given), file.name)
        kinds.update(block.kind for block in document.blocks)
        starts = [block.span.start for block in document.blocks]
        for layer, start in spans(row):
            total += 1
            n = bisect_right(starts, start) - 1
            if n >= 0 and document.blocks[n].kind not in READ_KINDS and start < document.blocks[n].span.end:
                missed[f"{layer} in {document.blocks[n].kind}"] += 1
    return total, missed, kinds


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", nargs="?", type=Path, default=GOLD)
    every, all_missed = 0, 0
    for file in sorted(ask.parse_args().folder.glob("*/*.jsonl")):
        total, missed, kinds = lost(file)
        every, all_missed = every + total, all_missed + missed.total()
        unread = {kind: count for kind, count in sorted(kinds.items()) if kind not in READ_KINDS}
        if total or unread:
            print(f"{file.parent.name}/{file.name}: {missed.total()} of {total} spans lost {dict(missed)}; unread blocks {unread}")
    print(f"{all_missed} of {every} spans lost")


if __name__ == "__main__":
    main()
