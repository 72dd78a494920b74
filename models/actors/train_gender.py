"""Trains the probe of `onrecord.reading.actors.gender` on our own list of given names.

    PYTHONPATH=src python models/actors/train_gender.py

Prints the accuracy of five folds and writes `src/onrecord/reading/actors/gender.npz`. Deterministic: one seed, full batches.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from onrecord.reading.actors.gender import name_features
from onrecord.reading.parse import load_model
from onrecord.vocabulary.actors.given_names import given_names

OUT = Path("src/onrecord/reading/actors/gender.npz")


def fit(x: np.ndarray, y: np.ndarray, steps: int = 1500, rate: float = 8.0, decay: float = 2e-4) -> np.ndarray:
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        w -= rate * (x.T @ (p - y) / len(y) + decay * w)
    return w


def main() -> None:
    model = load_model()
    rows = [(f, female) for name, female in given_names().items() if (f := name_features(name, model.vector(name))) is not None]
    x, y = np.array([f for f, _ in rows], dtype=float), np.array([float(female) for _, female in rows])
    order = np.random.RandomState(0).permutation(len(y))
    right, sure, sure_right = 0, 0, 0
    for k in range(5):
        test = order[k::5]
        w = fit(np.delete(x, test, 0), np.delete(y, test))
        score = x[test] @ w
        right += int(((score > 0) == (y[test] > 0.5)).sum())
        clear = abs(score) > 1
        sure += int(clear.sum())
        sure_right += int((((score > 0) == (y[test] > 0.5)) & clear).sum())
    print(f"{len(y)} names; accuracy in five folds {right / len(y):.3f}; of the {sure} with |log-odds| > 1: {sure_right / sure:.3f}")
    np.savez(OUT, weights=fit(x, y).astype(np.float16))


if __name__ == "__main__":
    main()
