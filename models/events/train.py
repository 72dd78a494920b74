"""Trains and cross-validates the head for acts that no frame names, and writes its weights.

    PYTHONPATH=src python models/events/train.py PAIRS.jsonl POLITICAL.jsonl [--write] [--parses DIR]

PAIRS: events/pairs.train.jsonl (research data, may be trained on): the label of the verb that joins the marked pair. POLITICAL:
statements/political.train.jsonl (may be trained on): verbs with two actors and no frame there are taken for no act (silver; see the card).
A fifth of the pairs, fixed by the hash of the text, is set aside and only looked at with --write.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np

from onrecord.evaluation.parses import KeptParses
from onrecord.reading.events.arguments import arguments
from onrecord.reading.events.learned import NOTHING, features_of
from onrecord.reading.events.participants import actor_words
from onrecord.reading.events.read import candidates
from onrecord.reading.pipeline import load_reader
from onrecord.reading.stage import Reading
from onrecord.sources.jsonl import read_line

OLD = {
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "DEMAND": "REQUEST",
    "FIGHT": "ASSAULT",
    "YIELD": "CONCEDE",
    "RETREAT": "CONCEDE",
    "ENGAGE": "COOPERATE",
}
WEIGHT_OF_NOTHING = 1.0


def joining_verb(parse, source: tuple[int, int], target: tuple[int, int]):
    """The lowest verb above both."""
    above = []
    for span in (source, target):
        words = parse.words_at(span)
        if not words:
            return None
        numbers = {word.i for word in words}
        head = next((word for word in words if word.is_root or word.head.i not in numbers), words[0])
        above.append([head, *head.ancestors()])
    other = {word.i for word in above[1]}
    return next((word for word in above[0] if word.i in other and word.pos in ("VERB", "AUX")), None)


def pair_rows(path: Path, reader, kept) -> Iterator[tuple[np.ndarray, str, bool]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        event, text = row["events"][0], row["text"]
        places = [
            (at, at + len(name[0])) for name in (event["source_text"], event["target_text"]) if name and (at := text.find(name[0])) >= 0
        ]
        parse = kept.parse(reader.model, read_line(msgspec.json.encode({"text": text}), "row"))
        verb = joining_verb(parse, *places) if len(places) == 2 else None
        if verb is not None:
            aside = int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5 == 0
            yield features_of(verb, arguments(verb), parse, reader.model.vector), OLD.get(event["code"], event["code"]), aside


def empty_rows(path: Path, reader, kept, documents: int) -> Iterator[tuple[np.ndarray, str, bool]]:
    for line in path.read_text(encoding="utf-8").splitlines()[:documents]:
        row = json.loads(line)
        document = read_line(msgspec.json.encode({"text": row["text"]}), "row")
        parse = kept.parse(reader.model, document)
        reading = Reading(document, parse)
        for stage in reader.only(["actors"]).stages:
            reading = stage.read(reading)
        for place in candidates(reading, actor_words(reading)):
            aside = int(hashlib.sha256(f"{row['id']}{place.verb.start}".encode()).hexdigest(), 16) % 5 == 0
            yield features_of(place.verb, place.args, parse, reader.model.vector), NOTHING, aside


def fit(x: np.ndarray, y: np.ndarray, classes: int, l2: float = 3e-3, steps: int = 400) -> tuple[np.ndarray, np.ndarray]:
    """Softmax regression by Adam, full batch, from zero: the same rows give the same weights."""
    w, b = np.zeros((classes, x.shape[1]), np.float64), np.zeros(classes)
    moments = [np.zeros_like(w), np.zeros_like(w), np.zeros_like(b), np.zeros_like(b)]
    hot = np.eye(classes)[y]
    for step in range(1, steps + 1):
        logits = x @ w.T + b
        odds = np.exp(logits - logits.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        error = (odds - hot) / len(x)
        for n, (value, slope) in enumerate(((w, error.T @ x + l2 * w / 10), (b, error.sum(0)))):
            m, v = moments[2 * n], moments[2 * n + 1]
            m += 0.1 * (slope - m)
            v += 0.001 * (slope**2 - v)
            value -= 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return w, b


def probabilities(x: np.ndarray, w: np.ndarray, b: np.ndarray, heat: float = 1.0) -> np.ndarray:
    logits = (x @ w.T + b) / heat
    odds = np.exp(logits - logits.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


def best_heat(x: np.ndarray, y: np.ndarray, w: np.ndarray, b: np.ndarray) -> float:
    """Temperature that makes the probabilities of unseen rows mean what they say."""
    return min(
        (0.5 + 0.1 * n for n in range(40)), key=lambda heat: -np.log(probabilities(x, w, b, heat)[np.arange(len(y)), y] + 1e-9).mean()
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("pairs", type=Path)
    ask.add_argument("political", type=Path)
    ask.add_argument("--documents", type=int, default=60)
    ask.add_argument("--parses", type=Path, default=Path("/tmp/onrecord-parses"))  # noqa: S108 - a cache of the developer's own
    ask.add_argument("--write", action="store_true")
    given = ask.parse_args()
    reader, kept = load_reader(), KeptParses(given.parses)
    rows = [*pair_rows(given.pairs, reader, kept), *empty_rows(given.political, reader, kept, given.documents)]
    labels = sorted({label for _, label, _ in rows})
    x = np.array([row[0] for row in rows], np.float64)
    y = np.array([labels.index(row[1]) for row in rows])
    aside = np.array([row[2] for row in rows])
    none = labels.index(NOTHING)
    print(f"{len(rows)} rows, {int((y == none).sum())} of them no act; {int(aside.sum())} set aside")
    train = np.flatnonzero(~aside)
    right, said, acts, heats = 0, 0, 0, []
    predictions = []
    for fold in range(5):
        out = train[fold::5]
        inside = np.setdiff1d(train, out)
        w, b = fit(x[inside], y[inside], len(labels))
        heats.append(best_heat(x[out], y[out], w, b))
        odds = probabilities(x[out], w, b, heats[-1])
        predictions.extend(zip(y[out], odds.argmax(1), odds.max(1), strict=True))
    heat = float(np.mean(heats))
    print(f"temperature {heat:.2f}")
    for least in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7):
        said = [(gold, guess) for gold, guess, odds in predictions if guess != none and odds >= least]
        right = sum(gold == guess for gold, guess in said)
        acts = sum(gold != none for gold, _, _ in predictions)
        print(f"cross-validation, least {least}: says {len(said)}, precision {right / max(len(said), 1):.3f}, recall {right / acts:.3f}")
    if given.write:
        w, b = fit(x[train], y[train], len(labels))
        odds = probabilities(x[aside], w, b, heat)
        said = [
            (gold, guess) for gold, guess, top in zip(y[aside], odds.argmax(1), odds.max(1), strict=True) if guess != none and top >= 0.5
        ]
        print(f"set aside, least 0.5: says {len(said)}, precision {sum(a == c for a, c in said) / max(len(said), 1):.3f}")
        place = Path(__file__).parents[2] / "src/onrecord/reading/events/acts.npz"
        np.savez_compressed(
            place, labels=np.array(labels), weights=(w / heat).astype(np.float16), bias=(b / heat).astype(np.float16), least=0.5
        )
        print(f"wrote {place}")


if __name__ == "__main__":
    main()
