"""Where incidents were, as finely as their reports tell it; those that could not be placed by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.store.views.gathered import IncidentRow


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of incidents, known to the `precision` (site, city, region, country). Coordinates are None where the reader abstained."""

    name: str
    precision: str
    country: str | None
    latitude: float | None
    longitude: float | None
    incidents: int
    conflict: int


def incident_places(rows: Iterable[IncidentRow]) -> list[PlaceRow]:
    """The places of some incidents, most incidents first."""
    found: dict[tuple[str, str, str | None, float | None, float | None], list[int]] = {}
    for row in rows:
        if row.place:
            key = (row.place, row.place_precision, row.place_country, row.latitude, row.longitude)
            counts = found.setdefault(key, [0, 0])
            counts[0] += 1
            counts[1] += row.quad >= 3
    places = [PlaceRow(*key, *counts) for key, counts in found.items()]
    return sorted(places, key=lambda place: (-place.incidents, place.name, place.country or ""))
