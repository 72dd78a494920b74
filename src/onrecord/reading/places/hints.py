"""What the words directly say about where a name is: "Paris, Texas", "Rafah in southern Gaza", "the Iraqi city of Basra"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from onrecord.codes.countries import country_of_adjective
from onrecord.codes.places import Known
from onrecord.reading.parse import Parse
from onrecord.reading.places.grammar import is_dateline
from onrecord.reading.places.toponym import Match, Toponym
from onrecord.vocabulary.lists import word_list


@dataclass(frozen=True, slots=True)
class Hint:
    """The places in which a name is said to lie: countries (alpha-3) or first-order divisions (GeoNames codes)."""

    within: frozenset[str]
    itself: frozenset[int]
    """Rows of the containing place: a place does not lie in itself."""
    capital: bool = False
    """A dateline that names no state or country beside a capital's name is written there: "WASHINGTON —"."""

    def holds(self, place: Known) -> bool:
        if self.capital:
            return place.feature == "capital"
        if place.row in self.itself or place.feature in ("country", "continent"):
            return False
        return (place.admin1 in self.within and place.feature != "admin1") or place.country in self.within


def hints_of(parse: Parse, toponyms: list[Toponym]) -> dict[int, Hint]:
    """First word of a toponym to its hint. Looks at each toponym and the next one only."""
    hints: dict[int, Hint] = {}
    for this, other in zip_longest(toponyms, toponyms[1:]):
        hint = _after(parse, this, other) or _before(parse, this) or _dateline(parse, this)
        if hint is not None:
            hints[this.first] = hint
    return hints


def _dateline(parse: Parse, this: Toponym) -> Hint | None:
    if not any(c.place.feature == "capital" and c.rank < 2 for c in this.candidates):
        return None
    return Hint(frozenset(), frozenset(), capital=True) if is_dateline(Match(this.first, this.last, this.key, ()), parse) else None


def _after(parse: Parse, this: Toponym, other: Toponym | None) -> Hint | None:
    """ "Paris, Texas", "Paris (Texas)", "Rafah in southern Gaza"."""
    if other is None or other.first - this.last > 5 or parse.words[other.first].sentence is not parse.words[this.first].sentence:
        return None
    between = [parse.words[i] for i in range(this.last, other.first)]
    texts = [word.lower for word in between]
    comma = texts in ([","], ["("], [",", "the"])
    inside = (
        bool(texts)
        and texts[0] in ("in", ",")
        and "in" in texts[:2]
        and all(word.lower in ("in", "the", ",") or word.lower in _DIRECTIONS for word in between)
    )
    if not (comma or inside):
        return None
    return _hint(other, listed=comma)


_DIRECTIONS = word_list("places", "hints.directions")


def lies_in(parse: Parse, this: Toponym, other: Toponym) -> bool:
    """The next name is that of what this place lies in: "the Orsa district of central Mosul", "Orsa, in Iraq", "Orsa, Iraq"."""
    words = [parse.words[i] for i in range(this.last, other.first)]
    if not words or len(words) > 5 or parse.words[other.first].sentence is not parse.words[this.first].sentence:
        return False
    lowers = [word.lower for word in words]
    if lowers == [","]:
        return any(candidate.place.feature in ("country", "admin1") and candidate.rank < 2 for candidate in other.candidates)
    return ("of" in lowers or "in" in lowers) and all(lower in _BETWEEN | _DIRECTIONS or lower in ("in", ",") for lower in lowers)


_BETWEEN = word_list("places", "hints.between")


def _hint(other: Toponym, *, listed: bool) -> Hint | None:
    """Where the other name is a country or a division. In a bare list ("Paris, London") neither is."""
    within: set[str] = set()
    rows: set[int] = set()
    for candidate in other.candidates:
        place = candidate.place
        if candidate.rank > 2 or (listed and candidate.rank > 1 and place.feature != "country"):
            continue
        if place.feature == "country" and place.country:
            within.add(place.country)
            rows.add(place.row)
        elif place.feature == "admin1" and place.admin1:
            within.add(place.admin1)
            rows.add(place.row)
        elif place.feature == "area" and place.country and not listed:
            within.add(place.country)
    return Hint(frozenset(within), frozenset(rows)) if within else None


def _before(parse: Parse, this: Toponym) -> Hint | None:
    """ "the Iraqi city of Basra", "the German town Halle"."""
    i = this.first - 1
    steps = 0
    while i >= 0 and steps < 4 and parse.words[i].sentence is parse.words[this.first].sentence:
        word = parse.words[i]
        if word.entity == "NORP" or word.tag == "JJ":
            country = country_of_adjective(word.text)
            if country is not None and word.text[0].isupper():
                return Hint(frozenset((country.iso3,)), frozenset()) if steps else None
        if word.lower not in _BETWEEN:
            return None
        i -= 1
        steps += 1
    return None
