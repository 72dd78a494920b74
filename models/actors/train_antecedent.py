"""Trains the ranker of `onrecord.reading.actors.pronouns` on GAP (development part) and OntoGUM's Wikinews.

    PYTHONPATH=src python models/actors/train_antecedent.py GOLD_FOLDER [--folds 5] [--write]

Prints held-out figures over the folds (a text is wholly in or out); `--write` trains on all and writes the weights.
Deterministic: seeded, full batches, two rounds: the first with the right answers as history, the second with its own.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import numpy as np
from passages import read_passages

from onrecord.codes.places.gazetteer import open_gazetteer
from onrecord.evaluation.gap import Count, read_rows
from onrecord.evaluation.parses import KeptParses
from onrecord.model.span import Span
from onrecord.reading.actors.cluster import Clusters
from onrecord.reading.actors.features import Option, rows
from onrecord.reading.actors.find import build_scene, find_phrases
from onrecord.reading.actors.gazetteer import build_gazetteer
from onrecord.reading.actors.gender import load_genders
from onrecord.reading.actors.lands import Lands
from onrecord.reading.actors.link import link_named
from onrecord.reading.actors.phrase import Phrase
from onrecord.reading.actors.pronouns import Ranker, link_pronouns
from onrecord.reading.actors.quoted import Quotations, find_quotations
from onrecord.reading.parse import Parse, load_model
from onrecord.sources.jsonl import read_line

OUT = Path("src/onrecord/reading/actors/antecedent.npz")
PRONOUN = re.compile(r"(he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves|it|its|itself)$", re.I)
SORTS = ("m", "f", "news", "own")
HIDDEN = 6
SEEDS = (1, 2, 3, 4)
NEWS, OWN = 3.0, 1.5
"""The weights of a pronoun of Wikinews and of our own passages, where one of GAP weighs 1."""
FEMININE = 1.3
"""The weight of a feminine example: fewer of their names are known, and the two should be read alike."""


@dataclass
class Text:
    """One training text: its parse and phrases, and what the gold says of some of its pronouns."""

    id: str
    parse: Parse
    phrases: tuple[Phrase, ...]
    quotations: Quotations
    weight: float
    right: dict[Span, list[Span]] = field(default_factory=dict)
    wrong: dict[Span, list[Span]] = field(default_factory=dict)
    gap: tuple = ()


@dataclass
class Example:
    x: np.ndarray
    good: np.ndarray
    weight: float
    negative: bool = False


def touches(clusters: Clusters, option: Option, spans: list[Span]) -> bool:
    """The candidate is what one of these gold spans names: a phrase of it has the span's head, or lies on a name's last word."""
    for n in option.cluster.phrases:
        phrase = clusters.phrases[n]
        if phrase.form != "pronoun" and any(span.holds(phrase.head.span) and span.end - phrase.head.end <= 30 for span in spans):
            return True
    return False


def texts(gold: Path, model, kept, gazetteer) -> list[Text]:
    lands = Lands(open_gazetteer())

    def parsed(key: str, text: str) -> tuple[Parse, tuple[Phrase, ...], Quotations]:
        document = read_line(msgspec.json.encode({"id": key, "text": text}), key)
        parse = kept.parse(model, document)
        return parse, find_phrases(build_scene(parse, gazetteer, lands, None)), find_quotations(parse)

    out = []
    for row in read_rows(gold / "coref/gap.dev.jsonl"):
        text = Text(row.id, *parsed(row.id, row.text), FEMININE if row.feminine else 1.0, gap=(row,))
        good = [Span(*s) for s, yes in ((row.a, row.a_coref), (row.b, row.b_coref)) if yes]
        bad = [Span(*s) for s, yes in ((row.a, row.a_coref), (row.b, row.b_coref)) if not yes]
        (text.right if good else text.wrong)[Span(*row.pronoun)] = good or bad
        out.append(text)
    for line in (gold / "coref/wikinews.jsonl").open():
        row = json.loads(line)
        out.append(clustered(Text(row["id"], *parsed(row["id"], row["text"]), NEWS), [[Span(*m) for m in c] for c in row["clusters"]]))
    out.extend(clustered(Text(p.id, *parsed(p.id, p.text), OWN), p.clusters) for p in read_passages())
    return out


def clustered(text: Text, clusters: Iterable[Sequence[Span]]) -> Text:
    """Notes for each pronoun of a cluster the heads of the cluster's other mentions."""
    for cluster in clusters:
        full = [head_part(text.parse, span) for span in cluster if not PRONOUN.fullmatch(span.of(text.parse.text).strip())]
        for span in cluster:
            if full and PRONOUN.fullmatch(span.of(text.parse.text).strip()):
                text.right[span] = full
    return text


def head_part(parse: Parse, span: Span) -> Span:
    words = parse.words_at(span)
    inside = {word.i for word in words}
    head = next((word for word in words if word.is_root or word.head.i not in inside), words[-1] if words else None)
    return head.span if head is not None else span


def run(text: Text, genders, ranker: Ranker | None, teach: bool) -> tuple[Clusters, list[Example]]:
    """Links a text and collects its labelled pronouns."""
    examples: list[Example] = []

    def choose(clusters: Clusters, pronoun: Phrase, found: list[Option]) -> int | None:
        if not found:
            return None
        table = np.array(rows(clusters, pronoun, found), dtype=np.float32)
        best = int(np.argmax(ranker.scores(table))) if ranker else 0
        good, bad = text.right.get(pronoun.span), text.wrong.get(pronoun.span)
        if good or bad:
            hit = np.array([touches(clusters, option, good or bad) for option in found])
            if hit.any() and not (bad and hit.all()):
                examples.append(Example(table, hit, text.weight, bool(bad)))
                if teach and good:
                    return int(np.argmax(hit))
        return best

    clusters = Clusters(text.phrases, None, genders, text.quotations)
    link_named(clusters)
    link_pronouns(clusters, choose)
    return clusters, examples


def fit(examples: list[Example]) -> Ranker:
    """The mean of a few small networks, written as one wider network."""
    each = [fit_one(examples, seed) for seed in SEEDS]
    return Ranker(np.hstack([r.w1 for r in each]), np.hstack([r.b1 for r in each]), np.hstack([r.w2 for r in each]) / len(each))


def fit_one(examples: list[Example], seed: int, steps: int = 250, decay: float = 5e-2) -> Ranker:
    rng = np.random.RandomState(seed)
    x = np.concatenate([e.x for e in examples]).astype(np.float64)
    good = np.concatenate([e.good for e in examples]).astype(float)
    sizes = np.array([len(e.x) for e in examples])
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    group = np.repeat(np.arange(len(sizes)), sizes)
    weight = np.array([e.weight for e in examples])
    negative = np.array([e.negative for e in examples])
    p = {"w1": rng.randn(x.shape[1], HIDDEN) * 0.2, "b1": np.zeros(HIDDEN), "w2": rng.randn(HIDDEN) * 0.2}
    m = {k: np.zeros_like(v) for k, v in p.items()}
    v = {k: np.zeros_like(w) for k, w in p.items()}
    for step in range(1, steps + 1):
        h = np.tanh(x @ p["w1"] + p["b1"])
        s = h @ p["w2"]
        s -= np.maximum.reduceat(s, starts)[group]
        e = np.exp(s)
        soft = e / np.add.reduceat(e, starts)[group]
        mass = np.clip(np.add.reduceat(soft * good, starts), 1e-6, 1 - 1e-6)
        target = soft * good / mass[group]
        away = soft * (1 - good) / (1 - mass)[group]
        ds = (soft - np.where(negative[group], away, target)) * weight[group] / weight.sum()
        dh = np.outer(ds, p["w2"]) * (1 - h * h)
        grads = {"w1": x.T @ dh + decay * p["w1"] / 10, "b1": dh.sum(0), "w2": h.T @ ds + decay * p["w2"] / 10}
        for k, g in grads.items():
            m[k] = 0.9 * m[k] + 0.1 * g
            v[k] = 0.999 * v[k] + 0.001 * g * g
            p[k] -= 0.01 * (m[k] / (1 - 0.9**step)) / (np.sqrt(v[k] / (1 - 0.999**step)) + 1e-8)
    return Ranker(*(p[k].astype(np.float32) for k in ("w1", "b1", "w2")))


def train(sample: list[Text], genders) -> Ranker:
    first = fit([e for text in sample for e in run(text, genders, None, True)[1]])
    both = [e for text in sample for e in (*run(text, genders, first, True)[1], *run(text, genders, first, False)[1])]
    return fit(both)


def score(sample: list[Text], genders, ranker: Ranker) -> dict[str, Count]:
    """Counts by sort of text: "m" and "f" of GAP, "news", and our "own" passages."""
    counts = dict.fromkeys(SORTS, Count())
    for text in sample:
        clusters, _ = run(text, genders, ranker, False)
        where = {clusters.phrases[n].span: c for c in clusters.living() for n in c.phrases if clusters.phrases[n].form == "pronoun"}
        if text.gap:
            row = text.gap[0]
            cluster = where.get(Span(*row.pronoun))
            own = [clusters.phrases[n].span for n in cluster.phrases if clusters.phrases[n].form != "pronoun"] if cluster else []
            said = [any(span.overlaps(name) for span in own) for name in (row.a, row.b)]
            right = sum(x and y for x, y in zip(said, (row.a_coref, row.b_coref), strict=True))
            key = "f" if row.feminine else "m"
            counts[key] = counts[key].plus(right, sum(said), row.a_coref + row.b_coref)
        else:
            key = "own" if text.id.startswith("own-") else "news"
            for span, full in text.right.items():
                cluster = where.get(span)
                own = [clusters.phrases[n].span for n in cluster.phrases if clusters.phrases[n].form != "pronoun"] if cluster else []
                counts[key] = counts[key].plus(any(s.overlaps(f) for s in own for f in full), cluster is not None, 1)
    return counts


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("gold", type=Path)
    ask.add_argument("--folds", type=int, default=5)
    ask.add_argument("--parses", type=Path, default=Path("/tmp/onrecord-parses"))  # noqa: S108 - a developer's own cache
    ask.add_argument("--write", action="store_true")
    given = ask.parse_args()
    model, kept = load_model(), KeptParses(given.parses)
    gazetteer = build_gazetteer(lambda name: [token.text for token in model.nlp.tokenizer(name)])
    genders = load_genders(model.vector)
    sample = texts(given.gold, model, kept, gazetteer)
    counts = dict.fromkeys(SORTS, Count())
    for k in range(given.folds):
        ranker = train([t for n, t in enumerate(sample) if n % given.folds != k], genders)
        fold = score([t for n, t in enumerate(sample) if n % given.folds == k], genders, ranker)
        counts = {key: own.plus(fold[key].right, fold[key].said, fold[key].true) for key, own in counts.items()}
    m, f = counts["m"], counts["f"]
    print(f"held out: GAP F1 {m.plus(f.right, f.said, f.true).f1:.1f} (m {m.f1:.1f}, f {f.f1:.1f}, bias {f.f1 / max(m.f1, 1):.3f})")
    for key in ("news", "own"):
        print(f"held out: {key} F1 {counts[key].f1:.1f}: right {counts[key].right}, said {counts[key].said}, true {counts[key].true}")
    if given.write:
        ranker = train(sample, genders)
        np.savez(OUT, w1=ranker.w1.astype(np.float16), b1=ranker.b1.astype(np.float16), w2=ranker.w2.astype(np.float16))


if __name__ == "__main__":
    main()
