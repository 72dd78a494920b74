"""Scores of the ledger: do two reports tell of the same incident? `python -m onrecord.evaluation.ledger syria|news|gvc`.

A case is a report with a label (its incident). Syria's pairs are given, hard ones of the same days; of the other sets every pair counts.
Syria is measured only: weights come from the other sets, and the threshold for each fifth of its incidents from the other four.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

import msgspec
import numpy as np

from onrecord.evaluation.parses import KeptParses
from onrecord.ledger.pairs import FEATURES, PairWeights, Scales, Weighed, features, scales_of, shipped_weights, weigh
from onrecord.ledger.witness import Sight
from onrecord.ledger.words import Counts, Rarity, dot
from onrecord.model.record import Record
from onrecord.reading.pipeline import load_reader
from onrecord.sources.jsonl import read_line

GOLD = Path(__file__).parents[4] / "shared" / "gold" / "ledger"
PARSES = Path("/tmp/onrecord-parses")  # noqa: S108 - a cache of the developer's own
FOLDS = 5
DIVISIONS = 20
"""How many ways to divide the incidents into folds are averaged over: single ways lie up to eight points apart."""


class Row(msgspec.Struct, frozen=True):
    """One line of a gold file of reports; each set names its incident in its own way."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    published: str | None = None
    date: str | None = None
    event_id: int | None = None
    incident: str | None = None
    incident_ids: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.incident_ids[0] if self.incident_ids else str(self.incident or self.event_id)


class GoldPair(msgspec.Struct, frozen=True):
    """Two reports of the gold, and whether they tell of one incident (1) or not (0)."""

    a: str
    b: str
    label: int
    incident: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A report and the incident it tells of."""

    id: str
    label: str
    record: Record
    weighed: Weighed
    scales: Scales


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cases: what the score sees, whether they are one incident, and the group (the first one's incident) that is held out together."""

    values: tuple[float, ...]
    label: int
    group: int


def read_records(file: Path, *, dated: bool = True) -> list[tuple[Row, Record]]:
    """Every report of a gold file, read by the whole reader (its parses are kept on disk); without its date unless `dated`."""
    reader, kept, out = load_reader(), KeptParses(PARSES), []
    for row in msgspec.json.Decoder(Row).decode_lines(file.read_bytes()):
        day = (row.published or (row.date or "")[:10] or None) if dated else None
        given = {
            "id": row.id,
            "text": row.text.replace(" //n", ""),
            "title": row.title,
            "url": row.url,
            "outlet": row.source,
            "published": day,
        }
        document = read_line(msgspec.json.encode(given), row.id)
        out.append((row, reader.read_parsed(document, kept.parse(reader.model, document))))
    return out


def load_sights(file: Path, *, dated: bool = True) -> list[Case]:
    """The cases of a gold file; the rarity of a word is counted over the file, as a store counts it over its reports."""
    read = read_records(file, dated=dated)
    witnesses = [Sight(record).lead() for _, record in read]
    counts = Counts()
    for witness in witnesses:
        counts.add(witness.words, witness.names)
    rarity = Rarity(counts)
    weighed = [weigh(witness, rarity) for witness in witnesses]
    scales = scales_of(weighed)
    return [Case(row.id, row.label, record, one, scales) for (row, record), one in zip(read, weighed, strict=True)]


def labelled_pairs(cases: Sequence[Case], hard: int | None = None) -> list[Pair]:
    """All pairs of the cases; with `hard`, every positive one and for each case that many negative ones, the most alike in words."""
    groups = {label: n for n, label in enumerate(sorted({case.label for case in cases}))}
    same = [(a, b) for a, b in combinations(cases, 2) if a.label == b.label]
    other = [(a, b) for a, b in combinations(cases, 2) if a.label != b.label]
    if hard is not None:
        near: dict[str, list[tuple[float, int]]] = {}
        for n, (a, b) in enumerate(other):
            alike = dot(a.weighed.words, b.weighed.words)
            near.setdefault(a.id, []).append((-alike, n))
            near.setdefault(b.id, []).append((-alike, n))
        kept = sorted({n for found in near.values() for _, n in sorted(found)[:hard]})
        other = [other[n] for n in kept]
    return [Pair(features(a.weighed, b.weighed, a.scales), int(a.label == b.label), groups[a.label]) for a, b in same + other]


def given_pairs(cases: Sequence[Case], file: Path) -> list[Pair]:
    """The pairs of a gold file of pairs; a pair's group is its first report's incident."""
    known = {case.id: case for case in cases}
    groups = {label: n for n, label in enumerate(sorted({case.label for case in cases}))}
    rows = msgspec.json.Decoder(GoldPair).decode_lines(file.read_bytes())
    return [Pair(features(known[p.a].weighed, known[p.b].weighed, known[p.a].scales), p.label, groups[known[p.a].label]) for p in rows]


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression."""

    weights: tuple[float, ...]
    bias: float


def fit(values: Sequence[tuple[float, ...]], labels: Sequence[int], l2: float = 1.0, rounds: int = 60, balanced: bool = True) -> Model:
    """Logistic regression by Newton's method, ridge on standardised weights; `balanced` weighs all positives as much as all negatives."""
    x, y = np.array(values, dtype=float), np.array(labels, dtype=float)
    spread = x.std(0) + 1e-9
    z = np.c_[x / spread, np.ones(len(x))]
    ridge = l2 * np.diag([*np.ones(x.shape[1]), 1e-6])
    each = np.where(y == 1, (len(y) - y.sum()) / y.sum() if balanced else 1.0, 1.0)
    w = np.zeros(z.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-z @ w))
        slope = z.T @ (each * (p - y)) + ridge @ w
        curve = (z * (each * p * (1 - p))[:, None]).T @ z + ridge
        w -= np.linalg.solve(curve, slope)
    return Model(tuple(float(v) for v in w[:-1] / spread), float(w[-1]))


def average_precision(labels: Sequence[int], scores: Sequence[float]) -> float:
    """Area under precision over recall, 0 to 1; of equal scores the negative comes first."""
    order = sorted(range(len(labels)), key=lambda n: (-scores[n], labels[n]))
    found, total = 0, 0.0
    for rank, n in enumerate(order, 1):
        if labels[n]:
            found += 1
            total += found / rank
    return total / max(1, sum(labels))


def best_threshold(labels: Sequence[int], scores: Sequence[float]) -> float:
    """The score from which F1 is highest on these pairs."""
    return max(sorted(set(scores)), key=lambda at: (judged(labels, [score >= at for score in scores]).f1, -at))


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {100 * self.precision:.1f} R {100 * self.recall:.1f} F1 {100 * self.f1:.1f}"


def score_of(hits: int, said: int, real: int) -> Score:
    """Of so many pairs said to be one and so many that are, of which `hits` are both."""
    return Score(hits / max(1, said), hits / max(1, real))


def judged(labels: Sequence[int], said: Iterable[bool]) -> Score:
    """The score of what is said of pairs, against their labels."""
    pairs = list(zip(labels, said, strict=True))
    return score_of(sum(1 for y, s in pairs if y and s), sum(1 for _, s in pairs if s), sum(labels))


def smooth_threshold(labels: Sequence[int], scores: Sequence[float], width: float = 0.5) -> float:
    """The score, between two of these, from which F1 is highest when a pair counts by how far (in logits over `width`) it lies above.

    With a hundred pairs the threshold that is best on them is a matter of luck; one that its neighbourhood agrees with is less so.
    """
    real, ordered = sum(labels), sorted(set(scores))

    def soft_f1(at: float) -> float:
        named = [1 / (1 + math.exp((at - score) / width)) for score in scores]
        return 2 * sum(share for share, label in zip(named, labels, strict=True) if label) / (sum(named) + real)

    return max(((low + high) / 2 for low, high in pairwise(ordered)), key=soft_f1, default=ordered[0])


def cross_validated(pairs: Sequence[Pair], scores: Sequence[float]) -> list[Score]:
    """The score over all pairs, each judged at the threshold set on the other folds; one a division of the groups into folds."""
    found = []
    for division in range(DIVISIONS):
        groups = sorted({pair.group for pair in pairs})
        random.Random(division).shuffle(groups)  # noqa: S311 - a fixed shuffle
        fold = {group: n % FOLDS for n, group in enumerate(groups)}
        said = [False] * len(pairs)
        for out in range(FOLDS):
            train = [n for n, pair in enumerate(pairs) if fold[pair.group] != out]
            at = smooth_threshold([pairs[n].label for n in train], [scores[n] for n in train])
            for n, pair in enumerate(pairs):
                if fold[pair.group] == out:
                    said[n] = scores[n] >= at
        found.append(judged([pair.label for pair in pairs], said))
    return found


def scored(pairs: Sequence[Pair], weights: PairWeights) -> list[float]:
    """The logit of each pair."""
    return [weights.logit(pair.values) for pair in pairs]


def model_weights(model: Model) -> PairWeights:
    """A fitted model as the ledger takes its weights."""
    return PairWeights(model.bias, dict(zip(FEATURES, model.weights, strict=True)), 0.5)


def report_syria(*, each: bool) -> None:
    """Average precision and cross-validated F1 on the hard pairs; `each` adds every feature by itself."""
    pairs = given_pairs(load_sights(GOLD / "syria_reports.jsonl"), GOLD / "syria_pairs.jsonl")
    labels = [pair.label for pair in pairs]
    scores = scored(pairs, shipped_weights())
    folds = cross_validated(pairs, scores)
    mean = Score(sum(fold.precision for fold in folds) / len(folds), sum(fold.recall for fold in folds) / len(folds))
    f1s = sorted(100 * fold.f1 for fold in folds)
    print(f"syria    AP {100 * average_precision(labels, scores):.1f}   cross-validated, mean of {len(folds)} divisions: F1 "
          f"{sum(f1s) / len(f1s):.1f} ({f1s[0]:.1f} to {f1s[-1]:.1f}), P {100 * mean.precision:.1f} R {100 * mean.recall:.1f}")  # fmt: skip
    if each:
        for n, name in enumerate(FEATURES):
            alone = [pair.values[n] for pair in pairs]
            silent = sum(1 for value in alone if value == 0.0)
            weight = shipped_weights().weights[name]
            print(f"  {name:10s} AP {100 * average_precision(labels, alone):5.1f}   silent {silent:4d}   weight {weight:.2f}")
        own = model_weights(fit([pair.values for pair in pairs], labels))
        print(
            f"  fitted to itself: AP {100 * average_precision(labels, scored(pairs, own)):.1f}",
            {k: round(v, 2) for k, v in own.weights.items()},
        )


def report_news() -> None:
    """Pair F1 on the news clusters: weights and threshold from gvc alone, then weights from gvc and the other folds' events."""
    gvc, news = load_sights(GOLD / "gvc.jsonl"), load_sights(GOLD / "news_clusters.jsonl")
    train, test = labelled_pairs(gvc, hard=3), labelled_pairs(news)
    labels = [pair.label for pair in test]
    model = model_weights(fit([p.values for p in train], [p.label for p in train]))
    everything = labelled_pairs(gvc)
    at = best_threshold([p.label for p in everything], scored(everything, model))
    scores = scored(test, model)
    shipped = math.log(shipped_weights().threshold / (1 - shipped_weights().threshold))
    print(f"news     gvc's weights: AP {100 * average_precision(labels, scores):.1f}")
    for name, least in (("gvc's own best threshold", at), ("one half", 0.0), ("the shipped threshold", shipped)):
        print(f"  at {name}: {judged(labels, [score >= least for score in scores])}")


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("set", choices=("syria", "news"))
    ask.add_argument("--each", action="store_true")
    given = ask.parse_args()
    if given.set == "syria":
        report_syria(each=given.each)
    else:
        report_news()
    return 0


if __name__ == "__main__":
    sys.exit(main())
