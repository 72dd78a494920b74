"""What is asked again and again of one report while its places are told from its other names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.codes.countries import country_of_adjective
from onrecord.reading.parse import Parse
from onrecord.reading.parse.words import Entity
from onrecord.reading.places import grammar
from onrecord.reading.places.toponym import Match
from onrecord.vocabulary.places import PlaceWords, place_words

PLACES = frozenset(("GPE", "LOC", "FAC"))
"""Labels of the parser for places."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is asked again and again of one report."""

    parse: Parse
    words: PlaceWords
    entity_of: dict[int, Entity]
    """Word number to the entity that it is in."""
    placed: frozenset[str]
    """Keys of names that the parser takes for a place somewhere in the report."""
    surnames: Counter[str]
    """Last words of people's names of two words or more, lower case."""
    forenames: frozenset[str]
    """Their other words."""
    countries: frozenset[str]
    """Countries (alpha-3) that the report names, or whose people or adjective it names."""


def look(parse: Parse, matches: list[Match]) -> Text:
    """The report, looked through once."""
    entity_of = {i: entity for entity in parse.entities for i in range(entity.first, entity.last)}
    placed = set()
    for match in matches:
        entity = entity_of.get(match.first)
        if entity is not None and entity.label == "GPE" and grammar.same(match, entity, parse):
            placed.add(match.key)
    surnames: Counter[str] = Counter()
    forenames: set[str] = set()
    for entity in parse.entities:
        if entity.label == "PERSON" and entity.last - entity.first > 1:
            last = entity.last - 1 if parse.words[entity.last - 1].tag != "POS" else entity.last - 2
            surnames[parse.words[last].lower] += 1
            forenames.update(parse.words[i].lower for i in range(entity.first, last))
    return Text(parse, place_words(), entity_of, frozenset(placed), surnames, frozenset(forenames), _countries(parse, matches))


def _countries(parse: Parse, matches: list[Match]) -> frozenset[str]:
    named = {
        c.place.country for match in matches for c in match.candidates if c.place.feature == "country" and c.place.country and c.rank < 2
    }
    peoples = [parse.words[entity.first].text for entity in parse.entities if entity.label == "NORP"]
    return frozenset(named).union(country.iso3 for name in peoples if (country := country_of_adjective(name)) is not None)


CITY = 50_000
"""People that a place has at least for us to believe in it by another of its names."""


def is_great(match: Match) -> bool:
    """A city, or more than a town: "Tartus airport" is named after Tartus,
    "Kennedy Space Center" is not named after the village of Kennedy."""
    return any(c.rank < 2 and (c.place.feature != "city" or c.place.population >= CITY) for c in match.candidates)


def is_site(lower: str, words: PlaceWords) -> bool:
    """The last word of a name that is built from its town's: "Tartus airport", "Butler County Jail", "Los Angeles City"."""
    return lower in words.site or lower in words.public or lower in words.settlement or lower in words.private
