"""Is a given name a woman's or a man's? Our list first; then a logistic probe over the word's vector and its last letters.

The probe is trained by `models/actors/train_gender.py` on the list alone. Its answer is a lean, never a fact: it goes into no
record and only helps to tell whom "she" or "he" means.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from onrecord.vocabulary.actors.given_names import given_names

LISTED = 4.0
"""The lean of a listed name, in log-odds."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LIMIT = 3.0


@dataclass(frozen=True, slots=True)
class Genders:
    """`vector` gives the static vector of a word; `weights` the probe (vector, last letter, last letter but one, bias)."""

    vector: Callable[[str], NDArray[np.float32]]
    weights: NDArray[np.float32]

    def lean(self, given: str) -> float:
        """Log-odds that the bearer is a woman; 0.0 when nothing is known of the name."""
        listed = given_names().get(given)
        if listed is not None:
            return LISTED if listed else -LISTED
        features = name_features(given, self.vector(given))
        if features is None:
            return 0.0
        return float(np.clip(features @ self.weights, -_LIMIT, _LIMIT))


def name_features(given: str, vector: NDArray[np.float32]) -> NDArray[np.float32] | None:
    """The probe's input: the unit vector, one-hot last two letters, 1. None for a word that is no name by its letters."""
    letters = given.lower()
    if len(letters) < 3 or letters[-1] not in LETTERS or letters[-2] not in LETTERS:
        return None
    norm = float(np.linalg.norm(vector))
    out = np.zeros(vector.shape[0] + 2 * len(LETTERS) + 1, dtype=np.float32)
    if norm > 0:
        out[: vector.shape[0]] = vector / norm
    out[vector.shape[0] + LETTERS.index(letters[-1])] = 0.5
    out[vector.shape[0] + len(LETTERS) + LETTERS.index(letters[-2])] = 0.25
    out[-1] = 1.0
    return out


def load_genders(vector: Callable[[str], NDArray[np.float32]]) -> Genders:
    """The probe with its packaged weights."""
    with (files("onrecord.reading.actors") / "gender.npz").open("rb") as file, np.load(file) as data:
        return Genders(vector, data["weights"].astype(np.float32))
