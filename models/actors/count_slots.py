"""Counts what fills the places of clauses, for `onrecord.reading.actors.slots`.

    PYTHONPATH=src python models/actors/count_slots.py GOLD_FOLDER

Reads texts that may be trained on, without their labels: names and nouns whose sort our rules know, and "he", "she", "I", "we".
Writes `src/onrecord/reading/actors/slots.csv`: place, word, and how often a human being, a body, a thing stood there. Deterministic.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

import msgspec

from onrecord.codes.places.gazetteer import open_gazetteer
from onrecord.evaluation.parses import KeptParses
from onrecord.reading.actors.cluster import Clusters
from onrecord.reading.actors.features import filler_of
from onrecord.reading.actors.find import build_scene, find_phrases
from onrecord.reading.actors.gazetteer import build_gazetteer
from onrecord.reading.actors.gender import load_genders
from onrecord.reading.actors.lands import Lands
from onrecord.reading.actors.link import link_named
from onrecord.reading.actors.quoted import find_quotations
from onrecord.reading.actors.slots import FILLERS, slot_of
from onrecord.reading.parse import load_model
from onrecord.sources.jsonl import read_line

OUT = Path("src/onrecord/reading/actors/slots.csv")
TEXTS = (
    "statements/political.train.jsonl",
    "events/muc4.train.jsonl",
    "events/pairs.train.jsonl",
    "ledger/news_clusters.jsonl",
    "ledger/gvc.jsonl",
    "coref/gap.dev.jsonl",
)
LEAST = 4
"""Times that a place must have been filled to be kept."""


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("gold", type=Path)
    ask.add_argument("--parses", type=Path, default=Path("/tmp/onrecord-parses"))  # noqa: S108 - a developer's own cache
    given = ask.parse_args()
    model, kept = load_model(), KeptParses(given.parses)
    gazetteer = build_gazetteer(lambda name: [token.text for token in model.nlp.tokenizer(name)])
    lands, genders = Lands(open_gazetteer()), load_genders(model.vector)
    counts: dict[tuple[str, str], Counter] = {}
    words, seen = 0, set()
    for name in TEXTS:
        for line in (given.gold / name).open():
            row = json.loads(line)
            if row["text"] in seen:
                continue
            seen.add(row["text"])
            parse = kept.parse(model, read_line(msgspec.json.encode({"id": row["id"], "text": row["text"]}), row["id"]))
            words += len(parse.words)
            clusters = Clusters(find_phrases(build_scene(parse, gazetteer, lands, None)), None, genders, find_quotations(parse))
            link_named(clusters)
            for phrase in clusters.phrases:
                filler, place = filler_of(clusters, phrase), slot_of(phrase.head)
                if filler is not None and place is not None and place[1].replace(" ", "").isalpha():
                    counts.setdefault(place, Counter())[filler] += 1
    kept_places = sorted((place, own) for place, own in counts.items() if own.total() >= LEAST)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["place", "word", *FILLERS])
        out.writerows([*place, *(own[filler] for filler in FILLERS)] for place, own in kept_places)
    print(f"{words} words, {len(kept_places)} places")


if __name__ == "__main__":
    main()
