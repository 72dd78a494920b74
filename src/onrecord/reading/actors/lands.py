"""The country that a town or a province lies in, as evidence of whose a mayor, a court or the police there is.

Most names are borne in several countries. One is taken where it has far more people there than anywhere else; a country that the
report names counts for more. Where that leaves a doubt, the name says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.codes.countries import country_of_code
from onrecord.codes.places.gazetteer import Gazetteer
from onrecord.codes.places.row import Feature
from onrecord.codes.subdivisions import country_of_province

_FEATURES: frozenset[Feature] = frozenset(("admin1", "admin2", "capital", "city", "area"))
_OTHER_NAME = 0.1
"""What a place's other names weigh beside its own."""
_NAMED = 50.0
"""What a country weighs that the report names."""
_SURE = 5.0
"""How many times more than in the next country must live there."""
_LEAST, _LEAST_ELSEWHERE = 5_000, 100_000
"""People who must live there; and where the report names other countries, but not that one."""


@dataclass(frozen=True, slots=True)
class Lands:
    """Asks the gazetteer of places; answers are kept there."""

    gazetteer: Gazetteer

    def knows(self, name: str) -> bool:
        """It is the name of some place."""
        return bool(self.gazetteer.find(self.gazetteer.key(name)))

    def country_of(self, name: str, named: frozenset[str]) -> str | None:
        """ISO 3166-1 alpha-3 of the one country that the place lies in. `named`: the countries that the report names."""
        found = self.gazetteer.find(self.gazetteer.key(name))
        if not found:
            return country_of_province(name)
        weights: dict[str, float] = {}
        for place, rank in found:
            if place.country is None or place.feature not in _FEATURES:
                continue
            weight = place.population * (_OTHER_NAME if rank > 1 else 1.0) * (_NAMED if place.country in named else 1.0)
            weights[place.country] = max(weights.get(place.country, 0.0), weight)
        best, second = [*sorted(weights, key=lambda country: (-weights[country], country)), None, None][:2]
        least = _LEAST_ELSEWHERE if named and best not in named else _LEAST
        if best is None or weights[best] < least or (second is not None and weights[best] < _SURE * weights[second]):
            return None
        return best if country_of_code(best) is not None else None
