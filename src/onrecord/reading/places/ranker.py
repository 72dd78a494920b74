"""The ranker: how well a place fits a name in its report, as a sum of a few weighted features."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from functools import cache

from onrecord.codes.places import Candidate, Feature
from onrecord.reading.places.toponym import Sort
from onrecord.vocabulary.packaged import table as packaged


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of `ranker.toml`; what each is for stands there."""

    population: float
    country: float
    continent: float
    area: float
    water: float
    site: float
    capital: float
    admin1: float
    city: float
    admin2: float
    short_name: float
    other_name: float
    sound: float
    same_country: float
    same_division: float
    near: float
    hint: float
    agrees: float
    disagrees: float
    namesake: float

    def of_feature(self, feature: Feature) -> float:
        return float(getattr(self, feature))

    def of_rank(self, rank: int) -> float:
        return (0.0, self.short_name, self.other_name, self.sound)[rank]


@cache
def weights() -> Weights:
    """The packaged weights."""
    table = packaged("onrecord.reading.places", "ranker")
    return Weights(**{field.name: float(table[field.name]) for field in fields(Weights)})


FITS: dict[Sort, frozenset[Feature]] = {
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


def prior(candidate: Candidate, sort: Sort | None, namesake: bool, w: Weights) -> float:
    """The score of a place for a name before anything else of the report is known."""
    place = candidate.place
    score = w.population * math.log10(place.population + 100) + w.of_feature(place.feature) + w.of_rank(candidate.rank)
    if namesake:
        score += w.namesake
    if sort is not None:
        score += w.agrees if place.feature in FITS[sort] else w.disagrees
    return score


def score(before: float, support: Support, w: Weights) -> float:
    """The prior of a candidate with the support of the report."""
    return (
        before
        + w.same_country * math.log1p(support.country)
        + w.same_division * math.log1p(support.division)
        + w.near * math.log1p(support.near)
        + (w.hint if support.hint else 0.0)
    )


def shares(scores: list[float]) -> list[float]:
    """Scores as probabilities."""
    if not scores:
        return []
    top = max(scores)
    raw = [math.exp(value - top) for value in scores]
    total = sum(raw)
    return [value / total for value in raw]
