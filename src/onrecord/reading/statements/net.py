"""A small network in plain numpy: codes looked up straight into the hidden layer, plain features multiplied into it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """hidden = relu(sum of table rows + features · dense + bias); hidden2 = relu(hidden · middle + bias); answer = hidden2 · out."""

    tables: tuple[Matrix, ...]
    dense: Matrix
    bias: Matrix
    middle: Matrix
    middle_bias: Matrix
    out: Matrix
    out_bias: Matrix

    def answers(self, codes: NDArray[np.int64], features: Matrix) -> Matrix:
        """One row of answers (not yet squeezed to chances) a row of input."""
        hidden = features @ self.dense + self.bias
        for column, table in enumerate(self.tables):
            hidden += table[codes[:, column]]
        np.maximum(hidden, 0, out=hidden)
        hidden = hidden @ self.middle + self.middle_bias
        np.maximum(hidden, 0, out=hidden)
        return np.asarray(hidden @ self.out + self.out_bias, dtype=np.float32)


def chances(answers: Matrix) -> Matrix:
    """Squeezes answers to chances between 0 and 1."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(answers, -30, 30))), dtype=np.float32)
