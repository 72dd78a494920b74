"""Leaves out the states that a report names as parties, where it is a report of states dealing with each other."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model.record import Place
from onrecord.reading.places.toponym import Toponym
from onrecord.reading.places.use import acts, is_party
from onrecord.vocabulary.places import place_words

LEAST = 3
SHARE = 0.3
COUNTRIES = 2
"""Parties in a report (at least), their share of its toponyms, and how many countries they are of, for it to be one of states dealing
with each other. In a report on a harvest or a trial, the odd "Canada said" stays a place: see docs/explanation/places.md."""


def without_parties(toponyms: Sequence[Toponym], places: Sequence[Place]) -> tuple[Place, ...]:
    """The places that are places. `places` are those of the toponyms, in the same order."""
    words = place_words()
    parties = [is_party(topo, words) for topo in toponyms]
    count = sum(parties)
    countries = {place.country for place, party in zip(places, parties, strict=True) if party}
    if count < LEAST or count < SHARE * len(parties) or len(countries) < COUNTRIES:
        return tuple(places)
    return tuple(place for topo, place in zip(toponyms, places, strict=True) if not acts(topo, words))
