"""What the whole report says about where it is: how much of it points at each country, division and square of the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.codes.places import Known

CELL = 1.0
"""Degrees to a side of the squares in which nearness is counted; a place counts in its square and the eight around it."""

Square = tuple[int, int]


def square(place: Known) -> Square:
    return int(place.latitude // CELL), int(place.longitude // CELL)


@dataclass(slots=True)
class Mass:
    """Evidence gathered so far. `of` gives what one place is supported by, with what one name itself put in taken out."""

    country: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    division: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    near: dict[Square, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, place: Known, weight: float) -> None:
        """Counts a place with a weight (the probability that it is meant, times how often it is named)."""
        if place.country:
            self.country[place.country] += weight
        if place.admin1:
            self.division[place.admin1] += weight
        if place.feature not in ("country", "continent", "admin1", "area", "water"):
            row, column = square(place)
            for i in (row - 1, row, row + 1):
                for j in (column - 1, column, column + 1):
                    self.near[i, j] += weight

    def join(self, other: Mass) -> None:
        """Adds all that another has gathered."""
        for code, weight in other.country.items():
            self.country[code] += weight
        for division, weight in other.division.items():
            self.division[division] += weight
        for cell, weight in other.near.items():
            self.near[cell] += weight

    def of(self, place: Known, own: Mass) -> tuple[float, float, float]:
        """(country, division, neighbourhood): the mass that others give to a place; `own` is what its own name put in."""
        country = self.country[place.country] - own.country[place.country] if place.country else 0.0
        division = self.division[place.admin1] - own.division[place.admin1] if place.admin1 else 0.0
        here = square(place)
        near = 0.0 if place.feature in ("country", "continent") else self.near[here] - own.near[here]
        return max(country, 0.0), max(division, 0.0), max(near, 0.0)


def mass_of(places: Iterable[tuple[Known, float]]) -> Mass:
    mass = Mass()
    for place, weight in places:
        mass.add(place, weight)
    return mass
