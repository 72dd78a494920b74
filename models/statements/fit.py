"""Fits one small network (see `onrecord.reading.statements.net`) in plain numpy: back-propagation and Adam, from a fixed seed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.statements.net import Matrix, Net

_MOMENTUM, _SQUARES, _TINY = 0.9, 0.999, 1e-8
_WARM = 0.3
"""The part of training in which the rate rises."""


class Weights:
    """An array with Adam's two running means (Kingma and Ba, 2015) and decoupled decay."""

    def __init__(self, value: Matrix, decay: float = 0.0) -> None:
        self.value, self.decay = value, decay
        self.mean, self.square = np.zeros_like(value), np.zeros_like(value)

    def step(self, slope: Matrix, rate: float, count: int, rows: NDArray[np.int64] | slice = slice(None)) -> None:
        """One step down; with `rows`, of those rows alone (a table's, of which a batch sees few)."""
        mean = _MOMENTUM * self.mean[rows] + (1 - _MOMENTUM) * slope
        square = _SQUARES * self.square[rows] + (1 - _SQUARES) * slope * slope
        self.mean[rows], self.square[rows] = mean, square
        if self.decay:
            self.value *= 1 - rate * self.decay
        self.value[rows] -= rate * (mean / (1 - _MOMENTUM**count)) / (np.sqrt(square / (1 - _SQUARES**count)) + _TINY)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a network is built and trained; `blank` and `input_drop` are the shares of codes and features that a step does not see."""

    hidden: int = 64
    second: int = 32
    epochs: int = 5
    drop: float = 0.25
    rate: float = 4e-3
    decay: float = 1e-4
    blank: float = 0.05
    input_drop: float = 0.1
    batch: int = 1024


def fit(codes: NDArray[np.int64], features: Matrix, target: Matrix, sizes: list[int], shape: Shape, seed: int = 0) -> Net:
    """The network that answers `target` (0 or 1, one a row) from codes (each below its entry of `sizes`) and plain features."""
    draw = np.random.Generator(np.random.PCG64(seed))
    mean, scale = features.mean(0), features.std(0) + np.float32(1e-3)
    scaled = ((features - mean) / scale).astype(np.float32)
    n, width = features.shape
    tables = [Weights((draw.standard_normal((size, shape.hidden)) * 0.05).astype(np.float32)) for size in sizes]
    layers = [_layer(draw, *ends, shape.decay) for ends in ((width, shape.hidden), (shape.hidden, shape.second), (shape.second, 1))]
    total = shape.epochs * -(-n // shape.batch)
    count = 0
    for _ in range(shape.epochs):
        order = draw.permutation(n)
        for k in range(0, n, shape.batch):
            pick = order[k : k + shape.batch]
            seen = scaled[pick]
            _drop(draw, seen, shape.input_drop)
            shown = codes[pick].copy()
            shown[draw.random(shown.shape, dtype=np.float32) < shape.blank] = 0
            rate = one_cycle(count, total, shape.rate)
            count += 1
            _descend(draw, layers, tables, shown, seen, target[pick, None], shape.drop, rate, count)
    (dense, bias), (middle, middle_bias), (out, out_bias) = ((weights.value, border.value) for weights, border in layers)
    dense = dense / scale[:, None]
    return Net(tuple(table.value for table in tables), dense, bias - mean @ dense, middle, middle_bias, out, out_bias)


def _layer(draw: np.random.Generator, width: int, answers: int, decay: float) -> tuple[Weights, Weights]:
    reach = np.sqrt(width)
    weights = (draw.uniform(-1, 1, (width, answers)) / reach).astype(np.float32)
    return Weights(weights, decay), Weights((draw.uniform(-1, 1, answers) / reach).astype(np.float32))


def _drop(draw: np.random.Generator, values: Matrix, share: float) -> Matrix:
    """Blanks a share of the values and enlarges the rest, in place; returns what each was multiplied by."""
    mask = (draw.random(values.shape, dtype=np.float32) >= share) * np.float32(1 / (1 - share))
    values *= mask
    return mask


def _descend(
    draw: np.random.Generator,
    layers: list[tuple[Weights, Weights]],
    tables: list[Weights],
    codes: NDArray[np.int64],
    features: Matrix,
    target: Matrix,
    drop: float,
    rate: float,
    count: int,
) -> None:
    """One step on one batch, down the slope of the mean cross-entropy."""
    (dense, bias), (middle, middle_bias), (out, out_bias) = layers
    first = features @ dense.value + bias.value
    for column, table in enumerate(tables):
        first += table.value[codes[:, column]]
    first_open = first > 0
    first *= first_open
    first_mask = _drop(draw, first, drop) * first_open
    second = first @ middle.value + middle_bias.value
    second_open = second > 0
    second *= second_open
    second_mask = _drop(draw, second, drop) * second_open
    answer = second @ out.value + out_bias.value
    error = ((1 / (1 + np.exp(-np.clip(answer, -30, 30))) - target) / np.float32(len(target))).astype(np.float32)
    second_error = (error @ out.value.T) * second_mask
    first_error = (second_error @ middle.value.T) * first_mask
    for weights, border, inward, outward in (
        (out, out_bias, second, error),
        (middle, middle_bias, first, second_error),
        (dense, bias, features, first_error),
    ):
        weights.step(inward.T @ outward, rate, count)
        border.step(outward.sum(0), rate, count)
    for column, table in enumerate(tables):
        order = np.argsort(codes[:, column], kind="stable")
        named = codes[order, column]
        starts = np.flatnonzero(np.r_[True, named[1:] != named[:-1]])
        table.step(np.add.reduceat(first_error[order], starts, axis=0), rate, count, named[starts])


def one_cycle(step: int, total: int, top: float) -> float:
    """The rate at a step: up to `top` and down to nothing, along a cosine (Smith and Topin, 2018)."""
    warm = max(_WARM * total - 1, 1)
    if step <= warm:
        return _cosine(top / 25, top, step / warm)
    return _cosine(top, top / 250_000, (step - warm) / max(total - 1 - warm, 1))


def _cosine(start: float, end: float, share: float) -> float:
    return float(end + (start - end) / 2 * (1 + np.cos(np.pi * share)))


def averaged(nets: list[Net]) -> Net:
    """One network whose answers are the mean of those given: their hidden units side by side."""
    middle = np.zeros((sum(n.middle.shape[0] for n in nets), sum(n.middle.shape[1] for n in nets)), np.float32)
    row = column = 0
    for net in nets:
        rows, columns = net.middle.shape
        middle[row : row + rows, column : column + columns] = net.middle
        row, column = row + rows, column + columns
    return Net(
        tuple(np.concatenate(tables, axis=1) for tables in zip(*(net.tables for net in nets), strict=True)),
        np.concatenate([net.dense for net in nets], axis=1),
        np.concatenate([net.bias for net in nets]),
        middle,
        np.concatenate([net.middle_bias for net in nets]),
        np.concatenate([net.out for net in nets]) / np.float32(len(nets)),
        np.mean([net.out_bias for net in nets], axis=0, dtype=np.float32),
    )
