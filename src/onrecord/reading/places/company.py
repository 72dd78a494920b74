"""What the other places of a report say of one name: that a far namesake cannot be meant, and in which country an unknown place lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.codes.places import Known
from onrecord.reading.places.toponym import Toponym

SMALL = 100_000
"""People under which a place is not named out of the blue: whoever means it names its country, or others of its places."""
OTHERS = 2
"""Names in one other country (at least) that make a lonely small place a namesake."""
FEW, SHARE = 3, 0.8
"""One country holds the report together when all its other places lie there, or this share of at least so many names."""


class Company:
    """The names of a report by country. `settled`: each name's key and the country of the place that it means."""

    def __init__(self, settled: Iterable[tuple[str, str]], people: Mapping[str, float]) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        for key, country in settled:
            names[country].add(key)
        self._names = names
        self._people = people

    def is_namesake(self, key: str, place: Known) -> bool:
        """A small place of a country that nothing else in the report is of, among names of another country: not what is meant.

        In the three sets of places with coordinates (28 November 2026: TR-News, TUD-Loc and half of LGL, 86 cases) no such place was ever right.
        """
        if place.feature not in ("city", "admin2") or place.population >= SMALL or place.country is None or self._people.get(place.country):
            return False
        others = {country: self._others(key, country) for country in self._names}
        return not others.get(place.country) and max(others.values(), default=0) >= OTHERS

    def country_for(self, topo: Toponym) -> str | None:
        """The country in which a place unknown to the gazetteer lies, or None where the report is of more than one or the name is no spot in a country."""
        if topo.sort == "water" or (topo.sort is None and topo.head.entity == "LOC"):
            return None
        counts = {country: self._others(topo.key, country) for country in self._names}
        most = max(counts, key=lambda country: (counts[country], country), default=None)
        total = sum(counts.values())
        if most is None or total < OTHERS:
            return None
        enough = counts[most] == total or (total >= FEW and counts[most] >= SHARE * total)
        return most if enough else None

    def _others(self, key: str, country: str) -> int:
        names = self._names[country]
        return len(names) - (key in names)
