"""Trains the four heads of the statements room.

    python models/statements/train.py ../shared/gold/statements/political.train.jsonl --out src/onrecord/reading/statements/weights.npz

Needs torch beside the package. One thread, fixed seeds: the same gold and parser give the same weights on one machine.
`--held-out N` articles (chosen by a seed) are not trained on; their figures are printed. See the data card beside this file.
"""

from __future__ import annotations

import argparse
import pickle
import time
from pathlib import Path

import numpy as np
import torch
from fit import averaged, fit
from gold import anchored_words, load
from rows import Rows, arc_rows, cue_rows, cut_rows, hypothesis_rows, make_codes

from onrecord.reading.parse import load_model
from onrecord.reading.statements.learned import Heads
from onrecord.reading.statements.net import chances
from onrecord.reading.statements.weights import write_heads

FOLDS = 3
ARC_FLOOR = 0.1
CUE_FLOOR = 0.12
WHOLE_FLOOR = 0.33


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--parses", type=Path, default=Path("/tmp/onrecord-parses"))  # noqa: S108 - a cache of the developer's own
    ask.add_argument("--held-out", type=int, default=70)
    ask.add_argument("--keep", type=Path, help="keep the rows of the last head here")
    given = ask.parse_args()
    torch.set_num_threads(1)
    began = time.time()

    def say(*words: object) -> None:
        print(f"{time.time() - began:6.0f} s", *words, flush=True)

    model = load_model()
    examples = load(given.gold, model, given.parses)
    out = set(np.random.RandomState(7).permutation(len(examples))[: given.held_out].tolist())
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
        net = fit(cues.codes[~own], cues.features[~own], cues.target[~own], cue_sizes, hidden=64, epochs=4)
        blind[own] = chances(net.answers(cues.codes[own], cues.features[own]))[:, 0]
    cue_net = fit(cues.codes, cues.features, cues.target, cue_sizes, hidden=96, epochs=6, drop=0.4)
    say("cue head")

    arcs, cuts = arc_rows(train, cues, blind, codes, ARC_FLOOR), cut_rows(train, codes)
    say("arcs", arcs.features.shape, "cuts", cuts.features.shape)
    parts: list[Rows] = []
    fit_arc = lambda rows, pick: fit(rows.codes[pick], rows.features[pick], rows.target[pick], arc_sizes, hidden=64, epochs=5)  # noqa: E731
    fit_cut = lambda rows, pick: fit(rows.codes[pick], rows.features[pick], rows.target[pick], cut_sizes, hidden=48, epochs=4)  # noqa: E731
    for k in range(FOLDS):
        half = Heads(
            cue_net, fit_arc(arcs, arcs.doc % FOLDS != k), fit_cut(cuts, cuts.doc % FOLDS != k), cue_net, codes, 0.0, 0.0, model.vector
        )
        parts.append(hypothesis_rows(train, [n for n in range(len(train)) if n % FOLDS == k], cues, blind, half, CUE_FLOOR))
        say("hypotheses", k, parts[-1].features.shape, "right", int(parts[-1].target.sum()))
    arc_net, cut_net = fit_arc(arcs, slice(None)), fit_cut(cuts, slice(None))
    say("arc and cut heads")
    whole = Rows(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("doc", "codes", "features", "target")))
    whole_net = averaged(
        [fit(whole.codes, whole.features, whole.target, whole_sizes, hidden=64, epochs=6, drop=0.4, seed=n) for n in range(3)]
    )
    heads = Heads(cue_net, arc_net, cut_net, whole_net, codes, CUE_FLOOR, WHOLE_FLOOR, model.vector)
    write_heads(given.out, heads, model.digest)
    say("whole head; weights in", given.out)
    if given.keep:
        given.keep.write_bytes(pickle.dumps((whole, whole_sizes, [example.id for n, example in enumerate(examples) if n in out])))


if __name__ == "__main__":
    main()
