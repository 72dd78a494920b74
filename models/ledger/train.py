"""Trains the pair score and counts the background of `onrecord.ledger`.

`python models/ledger/train.py GOLD_FOLDER` (with `PYTHONPATH=src`) writes `background.bin` and `pair_weights.json` into the package.
Only sets that may be trained on are read; see README.md in this folder for the data card.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections import Counter
from pathlib import Path

import msgspec

from onrecord.evaluation.ledger import fit, labelled_pairs, load_sights
from onrecord.ledger.pairs import FEATURES, PairWeights
from onrecord.ledger.words import BUCKETS, bucket, sound, stem, tokens

PACKAGE = Path(__file__).parents[2] / "src" / "onrecord" / "ledger"
BACKGROUND = ("ledger/news_clusters.jsonl", "ledger/gvc.jsonl", "statements/political.train.jsonl", "events/muc4.train.jsonl")
HARD = 3
"""Negative pairs kept for each report: those most alike."""
THRESHOLD = 0.4
"""From `python -m onrecord.evaluation.incidents news|gvc --threshold 0.3 0.4 0.5`: F1 59.2, 58.3, 57.0 on `news`, no difference on `gvc`;
0.3 would be best there, but joins more of what unlike reports of one war tell."""


def count_background(gold: Path) -> None:
    """Document counts of hashed stems and name sounds, as unsigned shorts."""
    words: Counter[int] = Counter()
    names: Counter[int] = Counter()
    documents = 0
    for name in BACKGROUND:
        for line in (gold / name).open(encoding="utf-8"):
            found = tokens(json.loads(line).get("text") or "")
            words.update({bucket(stem(token.form)) for token in found})
            names.update({bucket(sound(token.form)) for token in found if len(token.form) > 2})
            documents += 1
    data = array("H", [documents, *(words[n] for n in range(BUCKETS)), *(names[n] for n in range(BUCKETS))])
    (PACKAGE / "background.bin").write_bytes(data.tobytes())


def main() -> None:
    gold = Path(sys.argv[1])
    if "--weights" not in sys.argv:
        count_background(gold)
    values: list[tuple[float, ...]] = []
    labels: list[int] = []
    for name in ("gvc", "news_clusters"):
        for dated in (True, False):  # many reports come without a date, so each is learned from with and without
            pairs = labelled_pairs(load_sights(gold / "ledger" / f"{name}.jsonl", dated=dated), hard=HARD)
            values += [pair.values for pair in pairs]
            labels += [pair.label for pair in pairs]
    model = fit(values, labels)
    rounded = {name: round(weight, 4) for name, weight in zip(FEATURES, model.weights, strict=True)}
    out = PairWeights(round(model.bias, 4), rounded, THRESHOLD)
    (PACKAGE / "pair_weights.json").write_bytes(msgspec.json.format(msgspec.json.encode(out), indent=1) + b"\n")
    print(out)


if __name__ == "__main__":
    main()
