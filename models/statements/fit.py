"""Fits one small network (see `onrecord.reading.statements.net`) with torch, on one thread, from a fixed seed."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from onrecord.reading.statements.net import Net


class Model(nn.Module):
    def __init__(self, sizes: list[int], width: int, hidden: int, second: int, answers: int, drop: float) -> None:
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(size, hidden) for size in sizes)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.05)
        self.dense = nn.Linear(width, hidden)
        self.drop = nn.Dropout(drop)
        self.input_drop = nn.Dropout(0.1)
        self.middle = nn.Linear(hidden, second)
        self.out = nn.Linear(second, answers)

    def forward(self, codes: torch.Tensor, features: torch.Tensor, blank: float = 0.0) -> torch.Tensor:
        hidden = self.dense(self.input_drop(features))
        for column, table in enumerate(self.tables):
            code = codes[:, column]
            if self.training and blank:
                code = torch.where(torch.rand(code.shape) < blank, torch.zeros_like(code), code)
            hidden = hidden + table(code)
        hidden = self.drop(torch.relu(hidden))
        return self.out(self.drop(torch.relu(self.middle(hidden))))


def fit(
    codes: np.ndarray,
    features: np.ndarray,
    target: np.ndarray,
    sizes: list[int],
    *,
    hidden: int = 96,
    second: int = 32,
    epochs: int = 8,
    drop: float = 0.25,
    rate: float = 4e-3,
    decay: float = 1e-4,
    weight: np.ndarray | None = None,
    seed: int = 0,
) -> Net:
    torch.manual_seed(seed)
    mean, scale = features.mean(0), features.std(0) + 1e-3
    c, x = torch.from_numpy(codes), torch.from_numpy(((features - mean) / scale).astype(np.float32))
    y = torch.from_numpy(target if target.ndim > 1 else target[:, None])
    w = torch.ones_like(y) if weight is None else torch.from_numpy(weight.astype(np.float32))[:, None]
    model = Model(sizes, x.shape[1], hidden, second, y.shape[1], drop)
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=decay, fused=True)
    batch, n = 1024, len(x)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=rate, total_steps=epochs * (n // batch + 1))
    generator = torch.Generator().manual_seed(seed)
    for _ in range(epochs):
        order = torch.randperm(n, generator=generator)
        for k in range(0, n, batch):
            pick = order[k : k + batch]
            loss = nn.functional.binary_cross_entropy_with_logits(model(c[pick], x[pick], 0.05), y[pick], w[pick])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    model.eval()
    f = lambda t: t.detach().numpy().astype(np.float32)  # noqa: E731
    dense = f(model.dense.weight).T / scale[:, None]
    bias = f(model.dense.bias) - mean @ dense
    return Net(tuple(f(table.weight) for table in model.tables), dense.astype(np.float32), bias.astype(np.float32),
               f(model.middle.weight).T.copy(), f(model.middle.bias), f(model.out.weight).T.copy(), f(model.out.bias))  # fmt: skip


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
