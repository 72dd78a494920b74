"""Leaves out the states that a report names as parties, where it is a report of states dealing with each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.model.record import Place
from onrecord.reading.places.toponym import Toponym
from onrecord.reading.places.use import acts, is_party
from onrecord.vocabulary.places import place_words

LEAST = 3
SHARE = 0.3
COUNTRIES = 2
"""Parties in a report (at least), their share of its toponyms, and how many countries they are of, for it to be one of states dealing
with each other. In a report on a harvest or a trial, the odd "Canada said" stays a place: see docs/explanation/places.md."""


def parties_among(toponyms: Sequence[Toponym]) -> frozenset[int]:
    """The first words of those toponyms that are parties."""
    words = place_words()
    return frozenset(topo.first for topo in toponyms if is_party(topo, words))


def without_parties(toponyms: Sequence[Toponym], places: Sequence[Place], parties: Collection[int]) -> tuple[Place, ...]:
    """The places that are places. `places` are those of the toponyms, in the same order; `parties` as `parties_among` gives them."""
    countries = {place.country for topo, place in zip(toponyms, places, strict=True) if topo.first in parties}
    if len(parties) < LEAST or len(parties) < SHARE * len(toponyms) or len(countries) < COUNTRIES:
        return tuple(places)
    words = place_words()
    return tuple(place for topo, place in zip(toponyms, places, strict=True) if topo.first not in parties and not acts(topo, words))
