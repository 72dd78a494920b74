"""A small network in plain numpy: codes looked up straight into the hidden layer, plain features multiplied into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from thinc.backends import NumpyOps

Matrix = NDArray[np.float32]

# The parser's own multiplication: one thread and always the same order of sums. numpy's would wake every core for a
# matrix this small (16 times the CPU time, measured) and its sums depend on how many there are.
_OPS = NumpyOps(use_blis=True)


@dataclass(frozen=True, slots=True, eq=False)
class Picked:
    """Rows of a table, some of them many times: each is multiplied once."""

    table: Matrix
    rows: NDArray[np.int64]


def picked(table: Matrix, rows: Sequence[int]) -> Picked:
    """Those rows of a table, which is kept without the others."""
    kept, places = np.unique(np.array(rows, np.int64), return_inverse=True)
    return Picked(table[kept], places)


def side_by_side(features: Sequence[Matrix | Picked]) -> Matrix:
    """All columns as one matrix, as training wants them."""
    return np.concatenate([part.table[part.rows] if isinstance(part, Picked) else part for part in features], axis=1)


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

    def answers(self, codes: NDArray[np.int64], features: Sequence[Matrix | Picked]) -> Matrix:
        """One row of answers (not yet squeezed to chances) a row of input; `features` are columns side by side."""
        hidden = self.bias
        at = 0
        for part in features:
            table = part.table if isinstance(part, Picked) else part
            reached = _product(table, self.dense[at : at + table.shape[1]])
            hidden = hidden + (reached[part.rows] if isinstance(part, Picked) else reached)
            at += table.shape[1]
        for column, table in enumerate(self.tables):
            hidden += table[codes[:, column]]
        np.maximum(hidden, 0, out=hidden)
        hidden = _product(hidden, self.middle) + self.middle_bias
        np.maximum(hidden, 0, out=hidden)
        return np.asarray(_product(hidden, self.out) + self.out_bias, dtype=np.float32)


def chances(answers: Matrix) -> Matrix:
    """Squeezes answers to chances between 0 and 1."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(answers, -30, 30))), dtype=np.float32)


def _product(left: Matrix, right: Matrix) -> Matrix:
    return np.asarray(_OPS.gemm(np.ascontiguousarray(left), right), dtype=np.float32)
