"""`python -m onrecord.evaluation TASK GOLD.jsonl`: reads a gold file and prints its score.

The parse of every text is kept under `--parses`, so the second run of a room takes seconds. `--rooms` reads only
the rooms named (and those they need). `--records FILE` keeps the records for a look.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import msgspec

from onrecord.evaluation.parses import KeptParses
from onrecord.model.record import to_json
from onrecord.reading.pipeline import load_reader
from onrecord.sources.jsonl import read_line

ROOMS = {"times": ["times"], "places": ["places"], "statements": ["statements"], "pronouns": ["actors"], "roots": ["events", "statements"]}
GOLD = Path(__file__).parents[4] / "shared" / "gold"


def with_own_ids(gold: Path, folder: Path) -> Path:
    """The gold file, or where ids repeat in it (all of `events/pairs`, two rows of `mediation/mend`) a copy in which none does."""
    rows = [msgspec.json.decode(line) for line in gold.read_bytes().splitlines() if line.strip()]
    counts = Counter(row["id"] for row in rows)
    if all(count == 1 for count in counts.values()):
        return gold
    copy = folder / gold.name
    named = ({**row, "id": f"{row['id']}#{n}"} if counts[row["id"]] > 1 else row for n, row in enumerate(rows))
    copy.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in named))
    return copy


def main() -> int:
    """Exit status of `score.py`."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("task")
    ask.add_argument("gold", help="a file, or its name under shared/gold")
    ask.add_argument("--errors", type=int, default=0)
    ask.add_argument("--json", action="store_true", help="scores as JSON")
    ask.add_argument("--rooms", help="comma-separated; default: what the task needs")
    ask.add_argument("--parses", type=Path, default=Path("/tmp/onrecord-parses"))  # noqa: S108 - a cache of the developer's own
    ask.add_argument("--records", type=Path, help="keep the records here")
    ask.add_argument("--scorer", type=Path, default=GOLD / "score.py")
    given = ask.parse_args()
    gold = Path(given.gold) if Path(given.gold).exists() else GOLD / given.gold
    run = [sys.executable, str(given.scorer)]
    reader = load_reader()
    rooms = given.rooms.split(",") if given.rooms else ROOMS.get(given.task)
    if rooms:
        reader = reader.only(rooms)
    kept = KeptParses(given.parses)
    json = ["--json"] if given.json else []
    with tempfile.TemporaryDirectory() as folder:
        records = given.records or Path(folder) / "records.jsonl"
        gold = with_own_ids(gold, Path(folder))
        lines = subprocess.run([*run, "input", str(gold)], capture_output=True, check=True).stdout.splitlines()  # noqa: S603
        with records.open("wb") as out:
            for n, line in enumerate(lines, 1):
                document = read_line(line, f"{gold.name}:{n}")
                out.write(to_json(reader.read_parsed(document, kept.parse(reader.model, document))) + b"\n")
        return subprocess.run([*run, given.task, str(gold), str(records), "--errors", str(given.errors), *json], check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
