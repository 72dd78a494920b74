"""`pairs` end to end under cross-validation: every pair is read with a head that was trained without it.

    PYTHONPATH=src python models/events/crossvalidate.py PAIRS.jsonl POLITICAL.jsonl --scorer score.py

Prints what `score.py pairs` says with frames alone and with the head, on rows that no head has seen.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
from train import best_heat, empty_rows, fit, pair_rows

from onrecord.evaluation.parses import KeptParses
from onrecord.model.record import to_json
from onrecord.reading.events.find import find_acts
from onrecord.reading.events.learned import Head
from onrecord.reading.events.read import EventReader
from onrecord.reading.finish import finish
from onrecord.reading.pipeline import load_reader
from onrecord.reading.stage import Reading
from onrecord.sources.jsonl import read_line
from onrecord.vocabulary.acts.frames import load_lexicon

FOLDS = 5


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("pairs", type=Path)
    ask.add_argument("political", type=Path)
    ask.add_argument("--scorer", type=Path, required=True)
    ask.add_argument("--documents", type=int, default=60)
    ask.add_argument("--parses", type=Path, default=Path("/tmp/onrecord-parses"))  # noqa: S108 - a cache of the developer's own
    given = ask.parse_args()
    spec = importlib.util.spec_from_file_location("score", given.scorer)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    reader, kept = load_reader(), KeptParses(given.parses)
    gold = [json.loads(line) for line in given.pairs.read_text(encoding="utf-8").splitlines()]
    for n, row in enumerate(gold):
        row["id"] = f"pair{n}"
    empty = [(features, label) for features, label, _ in empty_rows(given.political, reader, kept, given.documents)]
    acts = find_acts(load_lexicon())
    before = [stage for stage in reader.only(["events"]).stages if stage.name != "events"]
    readings, features = [], []
    for row in gold:
        document = read_line(msgspec.json.encode({"id": row["id"], "text": row["text"]}), "row")
        reading = Reading(document, kept.parse(reader.model, document))
        for stage in before:
            reading = stage.read(reading)
        readings.append(reading)
        line = Path(given.parses) / "one-row.jsonl"
        line.write_text(json.dumps(row), encoding="utf-8")
        features.append(next(((f, label) for f, label, _ in pair_rows(line, reader, kept)), None))
    records = {"frames alone": {}, "with the head": {}}
    for fold in range(FOLDS):
        inside = [one for n, one in enumerate(features) if n % FOLDS != fold and one is not None] + empty
        labels = sorted({label for _, label in inside})
        x, y = np.array([f for f, _ in inside], np.float64), np.array([labels.index(label) for _, label in inside])
        w, b = fit(x, y, len(labels))
        heat = best_heat(x[::7], y[::7], *fit(np.delete(x, np.s_[::7], 0), np.delete(y, np.s_[::7]), len(labels)))
        head = Head(tuple(labels), (w / heat).astype(np.float32), (b / heat).astype(np.float32), 0.5)
        for n, reading in enumerate(readings):
            if n % FOLDS == fold:
                for name, own in (("frames alone", None), ("with the head", head)):
                    read = EventReader(acts, own, reader.model.vector).read(replace(reading))
                    records[name][gold[n]["id"]] = json.loads(to_json(finish(read, reader.info)))
    for name, found in records.items():
        print(name, score.pairs(gold, found, 0))


if __name__ == "__main__":
    main()
