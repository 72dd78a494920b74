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
FEW, SHARE = 4, 0.67
"""A report is of one country when all its other places lie there, or this share of at least so many names."""


class Company:
    """The places of a report by country. `settled`: the names that are places, not parties, with the country in which each lies."""

    def __init__(self, settled: Iterable[tuple[Toponym, str]], people: Mapping[str, float]) -> None:
        self._names: dict[str, set[str]] = defaultdict(set)
        self._sentences: dict[str, set[int]] = defaultdict(set)
        self._people = people
        for topo, country in settled:
            self._names[country].add(topo.key)
            self._sentences[country].add(topo.head.sentence.index)

    def is_namesake(self, key: str, place: Known) -> bool:
        """A small place of a country that nothing else in the report is of, among names of another country: not what is meant.

        In TR-News, TUD-Loc and half of LGL (28 November 2026) none of 86 such places was right.
        """
        if place.feature not in ("city", "admin2") or place.population >= SMALL or place.country is None or self._people.get(place.country):
            return False
        others = self._others(key)
        return not others.get(place.country) and max(others.values(), default=0) >= OTHERS

    def country_for(self, topo: Toponym) -> str | None:
        """The country in which a place unknown to the gazetteer lies: that of the report's places, or of the only other, in its sentence.

        None where they are of several, and for names that are no spot in a country (rivers, "the Balkans"). Right for 98 in 100
        of the known places for which it gave an answer (decision 90).
        """
        if topo.sort == "water" or (topo.sort is None and topo.head.entity == "LOC"):
            return None
        others = self._others(topo.key)
        most = max(others, key=lambda country: (others[country], country), default=None)
        if most is None:
            return None
        total = sum(others.values())
        if total == 1:
            return most if topo.head.sentence.index in self._sentences[most] else None
        return most if others[most] == total or (total >= FEW and others[most] >= SHARE * total) else None

    def _others(self, key: str) -> dict[str, int]:
        counts = {country: len(names) - (key in names) for country, names in self._names.items()}
        return {country: count for country, count in counts.items() if count}
