"""Whether two witnesses tell of the same act: a logistic score over what agrees and what does not.

Weights are learned from pairs of reports of the training sets (`models/ledger/train.py`). A feature is 0 when either side is silent:
silence is no evidence. Shared parties are none either: all reports of one war share them (average precision the same without, on gvc and
news higher by 0.1); parties that contradict each other rule a pair out before (`history.may_be_one`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

import msgspec

from onrecord.ledger.days import Clue, day_of, gap, weekday_agreement
from onrecord.ledger.places import kilometres
from onrecord.ledger.witness import Figure, Spot, Witness
from onrecord.ledger.words import Rarity, dot, unit

FEATURES = ("words", "names", "weekday", "day", "published", "place", "tolls")
MOST = 4.0
"""Likeness beyond this many spreads says no more."""


class Scale(msgspec.Struct, frozen=True):
    """How alike unrelated reports of a collection are: the median of their likeness, and from there to the ninth tenth."""

    words: float = 0.02
    words_spread: float = 0.028
    names: float = 0.008
    names_spread: float = 0.042

    def of(self, words: float, names: float) -> tuple[float, float]:
        """Likeness in spreads above what is usual here."""
        return min((words - self.words) / (self.words_spread + 0.01), MOST), min((names - self.names) / (self.names_spread + 0.01), MOST)


class Scales(msgspec.Struct, frozen=True):
    """The scale of pairs from two outlets, and of pairs from one, whose house style makes them more alike."""

    other: Scale = Scale()
    same: Scale = Scale()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A witness with its words weighed by their rarity: made once, held against many."""

    witness: Witness
    words: dict[str, float]
    names: dict[str, float]
    dated: tuple[Clue, ...]


def weigh(witness: Witness, rarity: Rarity) -> Weighed:
    """Weighs a witness by the rarity of its words in the collection."""
    day = day_of(witness.published)
    published = (Clue(0.5, day.isoformat(), day.isoformat(), day.isoformat()[5:], day.weekday()),) if day else ()
    return Weighed(
        witness,
        unit({word: math.sqrt(x) * rarity.word(word) for word, x in witness.words.items()}),
        unit({name: math.sqrt(x) * rarity.name(name) for name, x in witness.names.items()}),
        (*witness.days, *published),
    )


def scales_of(weighed: Sequence[Weighed], most: int = 250) -> Scales:
    """The scales of a collection, from the pairs of at most `most` witnesses (the smallest ids); a small one is mixed with the usual."""
    sample = sorted(weighed, key=lambda one: one.witness.id)[:most]
    other: list[tuple[float, float]] = []
    same: list[tuple[float, float]] = []
    for a, b in combinations(sample, 2):
        (same if same_outlet(a, b) else other).append((dot(a.words, b.words), dot(a.names, b.names)))
    apart = _mixed(other, Scale())
    return Scales(apart, _mixed(same, apart))


def same_outlet(a: Weighed, b: Weighed) -> bool:
    """Whether two tellings are of one outlet, where both name it."""
    return bool(a.witness.outlet) and a.witness.outlet == b.witness.outlet


def _mixed(likeness: Sequence[tuple[float, float]], usual: Scale) -> Scale:
    """A scale from some pairs, mixed with the usual one as if that came from 200 more."""
    if not likeness:
        return usual
    share = len(likeness) / (len(likeness) + 200)
    words, names = sorted(pair[0] for pair in likeness), sorted(pair[1] for pair in likeness)
    half, ninth = len(words) // 2, len(words) * 9 // 10

    def mixed(found: float, normal: float) -> float:
        return round(share * found + (1 - share) * normal, 5)

    return Scale(
        mixed(words[half], usual.words),
        mixed(words[ninth] - words[half], usual.words_spread),
        mixed(names[half], usual.names),
        mixed(names[ninth] - names[half], usual.names_spread),
    )


def features(a: Weighed, b: Weighed, scales: Scales) -> tuple[float, ...]:
    """What the score is a sum of, in the order of FEATURES."""
    scale = scales.same if same_outlet(a, b) else scales.other
    words, names = scale.of(dot(a.words, b.words), dot(a.names, b.names))
    one, two = a.witness, b.witness
    weekday = weekday_agreement(one.days, two.days)
    stated, near = gap(one.days, two.days), gap(a.dated, b.dated)
    return (
        words,
        names,
        0.0 if weekday < 0 else weekday - 0.4,
        0.0 if stated is None else math.exp(-stated) - 0.4,
        0.0 if near is None else math.exp(-near / 1.5) - 0.4,
        _places(one.spots, two.spots),
        _tolls(one.figures, two.figures),
    )


def _places(a: tuple[Spot, ...], b: tuple[Spot, ...]) -> float:
    """How near the nearest towns of the two are, weighed by how close they stand to the act."""
    one, two = [x for x in a if not x.wide], [x for x in b if not x.wide]
    if not one or not two:
        return 0.0
    best = max(math.sqrt(x.weight * y.weight) * _nearness(x, y) for x in one for y in two)
    return best / math.sqrt(one[0].weight * two[0].weight) - 0.4


def _nearness(a: Spot, b: Spot) -> float:
    if a.key == b.key:
        return 1.0
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return 0.0
    return math.exp(-kilometres(a.latitude, a.longitude, b.latitude, b.longitude) / 15)


def _tolls(a: tuple[Figure, ...], b: tuple[Figure, ...]) -> float:
    """Agreement of the figures of one kind: a half when the same is said, less when both may be true, negative when they cannot."""
    said = [(math.sqrt(x.weight * y.weight), _compared(x, y)) for x in a for y in b if x.kind == y.kind]
    return max((weight * value for weight, value in said if value > 0), default=min((w * v for w, v in said), default=0.0))


def _compared(a: Figure, b: Figure) -> float:
    if (a.low, a.high) == (b.low, b.high):
        return 0.5 if (a.low or a.high or 0) > 1 else 0.25
    low, high = max(a.low or 0, b.low or 0), min(a.high if a.high is not None else math.inf, b.high if b.high is not None else math.inf)
    return 0.1 if low <= high else -0.5


class PairWeights(msgspec.Struct, frozen=True):
    """The learned score: logit = bias + sum of weight × feature. `threshold` is the probability from which two are one."""

    bias: float
    weights: Mapping[str, float]
    threshold: float

    def logit(self, values: tuple[float, ...]) -> float:
        return self.bias + sum(self.weights[name] * value for name, value in zip(FEATURES, values, strict=True))

    def probability(self, values: tuple[float, ...]) -> float:
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.logit(values)))))


@cache
def shipped_weights() -> PairWeights:
    """The weights packaged with the program."""
    return msgspec.json.decode((files("onrecord.ledger") / "pair_weights.json").read_bytes(), type=PairWeights)
