"""Which place each toponym means: here the most populous that bears the name."""

from __future__ import annotations

from onrecord.codes.places import Gazetteer
from onrecord.model.record import Place, PlaceKind
from onrecord.reading.places.toponym import Toponym
from onrecord.reading.stage import Reading

_KIND: dict[str, PlaceKind] = {"division": "region", "settlement": "city", "site": "site", "water": "water"}


def resolve(reading: Reading, toponyms: list[Toponym], gazetteer: Gazetteer) -> tuple[Place, ...]:
    return tuple(_place(n, t, reading.words(t.span)) for n, t in enumerate(toponyms))


def _place(n: int, t: Toponym, written: str) -> Place:
    best = max(t.candidates, key=lambda c: (c.place.feature == "country" and c.rank < 2, c.rank < 2, c.place.population), default=None)
    if best is None:
        return Place(f"p{n}", t.span, written, _KIND.get(t.sort or "", "other"), None, None, None, None, None)
    p = best.place
    return Place(f"p{n}", t.span, p.name, p.kind, p.country, p.admin1_name, p.latitude, p.longitude, p.geonames)
