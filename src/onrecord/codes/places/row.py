"""What the gazetteer knows of one place, and what it answers to a name."""

from __future__ import annotations

from typing import Literal, NamedTuple

from onrecord.model.record import PlaceKind

Feature = Literal["continent", "country", "admin1", "admin2", "capital", "city", "area", "site", "water"]
"""What sort of thing a place is, finer than the record's kind. `area` and the last two come from our own table."""

KIND: dict[Feature, PlaceKind] = {
    "continent": "region", "country": "country", "admin1": "region", "admin2": "region", "capital": "city", "city": "city",
    "area": "region", "site": "site", "water": "water",
}  # fmt: skip


class Known(NamedTuple):
    """One place. `country` is ISO alpha-3, `admin1` the GeoNames code of its first-order division ("US.TX"; its own, for such a division).

    `radius` is how far from the point the place reaches, in km, where our own table says so; else 0.
    """

    row: int
    name: str
    feature: Feature
    country: str | None
    admin1: str | None
    admin1_name: str | None
    latitude: float
    longitude: float
    population: int
    geonames: int | None
    radius: int

    @property
    def kind(self) -> PlaceKind:
        return KIND[self.feature]


class Candidate(NamedTuple):
    """A place that a name may mean. `rank`: 0 its name, 1 its short or common name, 2 another name, 3 only the sound of a name."""

    place: Known
    rank: int
