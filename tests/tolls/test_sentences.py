"""Tolls: 407 sentences of our own with every toll that they give, and how many the room must find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.model.record import Record, Toll

Read = Callable[..., Record]
Key = tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """A sentence with its tolls: kind, low, high, qualifier; and the flags in their order."""

    text: str
    tolls: tuple[Key, ...]


def told(name: str) -> list[Told]:
    out: list[Told] = []
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            out[-1] = Told(out[-1].text, (*out[-1].tolls, tuple(line.split())))
        elif line and not line.startswith("#"):
            out.append(Told(line.replace("\\n", "\n"), ()))
    return out


def key(toll: Toll) -> Key:
    low, high = ("-" if bound is None else str(bound) for bound in (toll.low, toll.high))
    flags = [name for name, holds in (("running", toll.cumulative), ("part", toll.part_of is not None)) if holds]
    return toll.kind, low, high, toll.qualifier, *flags, *([] if toll.status == "actual" else [toll.status])


def shared(want: list[Key], got: list[Key]) -> int:
    return sum((Counter(want) & Counter(got)).values())


@pytest.mark.parametrize(
    ("name", "precision", "recall", "strict"),
    [
        ("sentences.txt", 0.98, 0.94, 0.93),
        ("more_sentences.txt", 0.97, 0.90, 0.84),
        ("held_out.txt", 0.97, 0.87, 0.79),
        ("strangers.txt", 0.96, 0.83, 0.78),
        ("strangers_held_out.txt", 0.96, 0.67, 0.70),
    ],
)
def test_sentences(read: Read, name: str, precision: float, recall: float, strict: float) -> None:
    """`precision` and `recall` of kind, bounds and qualifier; `strict`: F1 with the flags too."""
    want, got, met, whole = 0, 0, 0, 0
    for sentence in told(name):
        tolls = [key(toll) for toll in read(sentence.text).tolls]
        want, got = want + len(sentence.tolls), got + len(tolls)
        met += shared([toll[:4] for toll in sentence.tolls], [toll[:4] for toll in tolls])
        whole += shared(list(sentence.tolls), tolls)
    assert met / got >= precision
    assert met / want >= recall
    assert 2 * whole / (got + want) >= strict
