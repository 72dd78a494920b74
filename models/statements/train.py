"""Trains the four heads of the statements room.

    python models/statements/train.py ../shared/gold/statements/political.train.jsonl --out src/onrecord/reading/statements/weights.npz

Needs nothing beside the package. One thread, fixed seeds: the same gold and parser give the same weights on one machine.
`--held-out N` articles (chosen by a seed) are not trained on; `--keep FILE` writes them out, to measure on.
See the data card beside this file.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
from fit import Shape, averaged, fit
from gold import anchored_words, load
from rows import Rows, arc_rows, cue_rows, cut_rows, hypothesis_rows, make_codes

from onrecord.reading.parse import load_model
from onrecord.reading.statements.learned import Heads
from onrecord.reading.statements.net import Net, chances
from onrecord.reading.statements.weights import write_heads

FOLDS = 3
ARC_FLOOR = 0.1
CUE_FLOOR = 0.12
WHOLE_FLOOR = 0.33
CUE = Shape(hidden=128, epochs=10, drop=0.5)
ARC = Shape(hidden=64, epochs=5)
CUT = Shape(hidden=48, epochs=4)
WHOLE = Shape(hidden=128, epochs=10, drop=0.5)
WHOLES = 2
"""How many last heads are averaged."""


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--parses", type=Path, default=Path("/tmp/onrecord-parses"))  # noqa: S108 - a cache of the developer's own
    ask.add_argument("--held-out", type=int, default=70)
    ask.add_argument("--keep", type=Path, help="write the gold of the articles held out here")
    given = ask.parse_args()
    began = time.time()

    def say(*words: object) -> None:
        print(f"{time.time() - began:6.0f} s", *words, flush=True)

    model = load_model()
    examples = load(given.gold, model, given.parses)
    out = set(np.random.RandomState(7).permutation(len(examples))[: given.held_out].tolist())
    if given.keep:
        lines = given.gold.read_text(encoding="utf-8").splitlines(keepends=True)
        given.keep.write_text("".join(line for n, line in enumerate(lines) if n in out), encoding="utf-8")
    train = [example for n, example in enumerate(examples) if n not in out]
    codes = make_codes(train, anchored_words(train, 4))
    words, labels = len(codes.words) + 1, len(codes.labels) + 1
    cue_sizes = [words, labels, labels, words, words, words, words, words]
    arc_sizes = [labels, labels, words, words, words, labels, labels]
    cut_sizes = [labels, labels, words, words, words, labels, words, labels]
    whole_sizes = [words, labels, words, labels, labels, words, labels, words]

    cues = cue_rows(train, codes, model)
    say("cues", cues.features.shape, "of them right", int(cues.target.sum()))
    fold = cues.doc % FOLDS
    blind = np.zeros(len(cues.target), np.float32)
    for k in range(FOLDS):
        own = fold == k
        net = fit(cues.codes[~own], cues.features[~own], cues.target[~own], cue_sizes, CUE)
        blind[own] = chances(net.answers(cues.codes[own], [cues.features[own]]))[:, 0]
    cue_net = fit(cues.codes, cues.features, cues.target, cue_sizes, CUE)
    say("cue head")

    arcs, cuts = arc_rows(train, cues, blind, codes, ARC_FLOOR), cut_rows(train, codes)
    say("arcs", arcs.features.shape, "cuts", cuts.features.shape)

    def heads_from(part: int | None) -> tuple[Net, Net]:
        """The arc and cut heads from all rows, or from those outside a fold."""
        seen = [np.ones(len(rows.doc), bool) if part is None else rows.doc % FOLDS != part for rows in (arcs, cuts)]
        return (
            fit(arcs.codes[seen[0]], arcs.features[seen[0]], arcs.target[seen[0]], arc_sizes, ARC),
            fit(cuts.codes[seen[1]], cuts.features[seen[1]], cuts.target[seen[1]], cut_sizes, CUT),
        )

    parts: list[Rows] = []
    for k in range(FOLDS):
        half = Heads(cue_net, *heads_from(k), cue_net, codes, 0.0, 0.0, model.vector)
        parts.append(hypothesis_rows(train, [n for n in range(len(train)) if n % FOLDS == k], cues, blind, half, CUE_FLOOR))
        say("hypotheses", k, parts[-1].features.shape, "right", int(parts[-1].target.sum()))
    arc_net, cut_net = heads_from(None)
    say("arc and cut heads")
    whole = Rows(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("doc", "codes", "features", "target")))
    whole_net = averaged([fit(whole.codes, whole.features, whole.target, whole_sizes, WHOLE, seed) for seed in range(WHOLES)])
    heads = Heads(cue_net, arc_net, cut_net, whole_net, codes, CUE_FLOOR, WHOLE_FLOOR, model.vector)
    write_heads(given.out, heads, model.digest)
    say("whole head; weights in", given.out)


if __name__ == "__main__":
    main()
