"""The ranker: how well a place fits a name in its report, as a sum of a few weighted features."""

from __future__ import annotations

import math
from dataclasses import dataclass

from onrecord.codes.places import Candidate, Feature
from onrecord.reading.places.toponym import Sort

WEIGHT_OF_FEATURE: dict[Feature, float] = {
    "country": 3.6, "continent": 3.0, "area": 2.4, "water": 2.2, "site": 1.6, "capital": 1.2, "admin1": 0.9, "city": 0.0, "admin2": -1.6,
}  # fmt: skip
RANK = (0.0, 0.0, -1.5, -2.5)
POPULATION = 0.75
COUNTRY, DIVISION, NEAR = 0.9, 1.1, 0.7
HINT = 8.0
AGREES, DISAGREES = 3.0, -2.0

_FITS: dict[Sort, frozenset[Feature]] = {
    "division": frozenset(("admin1", "admin2", "area", "country")),
    "settlement": frozenset(("city", "capital")),
    "site": frozenset(("site", "area")),
    "water": frozenset(("water",)),
}


@dataclass(frozen=True, slots=True)
class Support:
    """What the report gives to one candidate: the mass of other names at its country, division and square; and an explicit hint."""

    country: float = 0.0
    division: float = 0.0
    near: float = 0.0
    hint: bool = False


def prior(candidate: Candidate, sort: Sort | None) -> float:
    """The score of a place for a name before anything else of the report is known."""
    place = candidate.place
    score = POPULATION * math.log10(place.population + 100) + WEIGHT_OF_FEATURE[place.feature] + RANK[candidate.rank]
    if sort is not None:
        score += AGREES if place.feature in _FITS[sort] else DISAGREES
    return score


def score(before: float, support: Support) -> float:
    """The prior of a candidate with the support of the report."""
    return (
        before
        + COUNTRY * math.log1p(support.country)
        + DIVISION * math.log1p(support.division)
        + NEAR * math.log1p(support.near)
        + (HINT if support.hint else 0.0)
    )


def shares(scores: list[float]) -> list[float]:
    """Scores as probabilities."""
    if not scores:
        return []
    top = max(scores)
    raw = [math.exp(value - top) for value in scores]
    total = sum(raw)
    return [value / total for value in raw]
