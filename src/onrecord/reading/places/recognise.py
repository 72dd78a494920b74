"""Tells which names in a report are places: the parser's entities, corrected by the gazetteer and the grammar around each name."""

from __future__ import annotations

from onrecord.codes.countries import country_of_adjective, country_of_people, seat_named
from onrecord.codes.places import Gazetteer
from onrecord.model.span import Span
from onrecord.reading.parse import Parse
from onrecord.reading.parse.words import Entity, Word
from onrecord.reading.places import grammar
from onrecord.reading.places.names import find_names
from onrecord.reading.places.text import CITY, PLACES, Text, look
from onrecord.reading.places.toponym import Match, Toponym
from onrecord.reading.places.unknown import unknown_places

_LARGE = frozenset(("country", "continent", "area", "admin1", "capital", "site", "water"))


def recognise(parse: Parse, gazetteer: Gazetteer) -> list[Toponym]:
    """Every toponym of a report, in order of text, none overlapping. Linear in the number of words."""
    matches = list(find_names(parse, gazetteer))
    text = look(parse, matches)
    found = [topo for match in matches if (topo := _judged(match, text)) is not None]
    found = _by_company(matches, found, text)
    taken = {i for topo in found for i in range(topo.first, topo.last)}
    found.extend(unknown_places(text, taken, {match.first: match for match in matches}, gazetteer))
    return sorted(found, key=lambda topo: topo.first)


def _judged(match: Match, text: Text) -> Toponym | None:
    """The match as a toponym, or None where it is a person, a body, a people or a common word."""
    parse, entity = text.parse, text.entity_of.get(match.first)
    head = grammar.head_of(match, parse)
    written = parse.text[parse.words[match.first].start : parse.words[match.last - 1].end]
    if match.key in text.words.never or _is_people(written, head, entity) or grammar.is_initials(match, parse):
        return None
    if grammar.is_relative(head) or _is_a_house(match, text):
        return None
    label = "" if entity is None else entity.label
    embedded = False
    if label in PLACES and entity is not None:
        if not grammar.same(match, entity, parse) and not _stands_alone(match, entity, text):
            return None
        if label == "GPE" and match.last - match.first == 1 and text.surnames[head.lower] and not grammar.is_located(head, text.words):
            return None
    elif label in ("ORG", "PERSON") and entity is not None and not grammar.same(match, entity, parse):
        inside = _in_public_body(match, entity, text) if label == "ORG" else _before_office(match, entity, text)
        if not inside or not _well_known(match):
            return None
        embedded = True
    elif not _by_grammar(match, head, label, text):
        return None
    return _toponym(match, head, text, embedded)


def _is_people(written: str, head: Word, entity: Entity | None) -> bool:
    """ "Russian", "Israelis": a people, not a place. "US" and "UK" are both: the parser says which."""
    if country_of_people(written) is not None and country_of_adjective(written) is None:
        return True
    if country_of_adjective(written) is None:
        return False
    short = len(written.replace(".", "")) <= 3
    return not short and (head.tag == "JJ" or entity is None or entity.label == "NORP")


def _stands_alone(match: Match, entity: Entity, text: Text) -> bool:
    """A name inside a longer, unknown place: alone in "Kafr Hind, Syria" and "northern Syria", not in "Hill Bridge Road"."""
    words = text.parse.words
    before = [words[i] for i in range(entity.first, match.first) if not grammar.leads(words[i])]
    after = [words[i] for i in range(match.last, entity.last)]
    if all(word.lower in text.words.directions or word.lower in ("the", "-", "a") for word in before) and not after:
        return True
    if entity.label == "GPE" and _well_known(match) and not before and not after[0].text[0].isupper():
        return True
    left = not before or before[-1].text in (",", "and", "or", "/", "(") or before[-1].lower == "of"
    right = not after or after[0].text in (",", "and", "or", "/", ")") or after[0].tag == "POS" or not after[0].text[0].isupper()
    return left and right


def _in_public_body(match: Match, entity: Entity, text: Text) -> bool:
    """ "Denver Superior Court", "Government of Iraq": the body serves the place. "Aleppo University", "Bank of Jordan": it does not."""
    words = text.parse.words
    start = entity.first + (words[entity.first].lower == "the")
    rest = [words[i].lower for i in range(match.last, entity.last)] or [""]
    if match.first <= start:
        if rest[0] in (",", "and", "'s", "’s"):
            return True
        return not any(word in text.words.private for word in rest) and any(word in text.words.public for word in rest)
    before = [words[i].lower for i in range(start, match.first)]
    if before[-1] == "of" and len(before) > 1:
        return before[-2] in text.words.governing
    return before[-1] in text.words.directions and match.last < entity.last and any(word in text.words.public for word in rest)


def _before_office(match: Match, entity: Entity, text: Text) -> bool:
    """ "Leeds Mayor Ann Holt": the place before an office."""
    words = text.parse.words
    after = words[match.last].lower.rstrip(".") if match.last < len(words) else ""
    return match.first == entity.first and match.last < entity.last and after in text.words.office


def _well_known(match: Match) -> bool:
    """A name that some place bears as its own, not just one of the other names that gazetteers heap up."""
    return any(candidate.rank < 2 for candidate in match.candidates)


ENOUGH = 1_000
"""People that a place has at least for us to believe in it without a word that says it is a place."""


def _large_enough(match: Match) -> bool:
    return any(candidate.rank < 2 and candidate.place.population >= ENOUGH for candidate in match.candidates)


def _is_city(match: Match) -> bool:
    return any(candidate.place.population >= CITY for candidate in match.candidates if candidate.rank < 3)


def _is_at_home(match: Match, text: Text) -> bool:
    """A place of a country that the report names, by its own or its common name, or a city by another."""
    return any(
        c.place.country in text.countries and c.place.feature != "country" and (c.rank < 2 or c.place.population >= CITY)
        for c in match.candidates
    )


def _is_unlike_people(match: Match) -> bool:
    """Names of two words and more from our own table: regions, camps, straits. Nobody is called Bab al-Mandab."""
    return match.last - match.first > 1 and any(c.place.feature in ("area", "site", "water") and c.rank < 2 for c in match.candidates)


def _by_grammar(match: Match, head: Word, label: str, text: Text) -> bool:
    """A name that the parser does not take for a place is one where the words around it say so."""
    named = any(text.parse.words[i].tag in ("NNP", "NNPS") for i in range(match.first, match.last))
    if not named or (len(match.key) < 3 and not text.parse.words[match.first].text.isupper()):
        return False
    if seat_named(match.key) is not None:
        return grammar.is_located(head, text.words)
    if _is_unlike_people(match) or grammar.is_dateline(match, text.parse):
        return True
    if label != "NORP" and grammar.has_type_word(match, head, text.words, text.parse):
        return True
    if grammar.is_heading(match, text.parse) and _well_known(match) and _large_enough(match):
        return True
    bearer = text.surnames[head.lower] > 0
    if not bearer and head.lower not in text.forenames and _is_at_home(match, text) and grammar.is_on_the_ground(head, text.words):
        return True
    person = label == "PERSON" or bearer
    if match.key in text.placed and not person:
        return True
    known = _large_enough(match) if label == "" else _well_known(match) or (label != "ORG" and _is_city(match))
    if known and grammar.is_located(head, text.words):
        return (
            not person
            or match.key in text.placed
            or (_is_city(match) and match.last - match.first > 1)
            or grammar.is_strongly_located(match, head)
        )
    large = any(candidate.place.feature in _LARGE and candidate.rank < 2 for candidate in match.candidates)
    if label in ("", "ORG", "NORP") and large and head.tag in ("NNP", "NNPS") and not person:
        return any(candidate.rank == 0 or candidate.place.feature == "country" for candidate in match.candidates)
    return label in ("", "ORG") and not person and _well_known(match) and _large_enough(match) and grammar.names_people(head, text.words)


def _by_company(matches: list[Match], found: list[Toponym], text: Text) -> list[Toponym]:
    """Adds names listed with places ("Homs, Hama and Latakia") and names that the report elsewhere uses as places."""
    heads = {topo.head.i for topo in found}
    keys = {topo.key for topo in found if not topo.embedded}
    have = {topo.first for topo in found}
    for match in matches:
        if match.first in have or match.key in text.words.never:
            continue
        head = grammar.head_of(match, text.parse)
        entity = text.entity_of.get(match.first)
        if entity is not None and not grammar.same(match, entity, text.parse):
            continue
        label = "" if entity is None else entity.label
        listed = head.dep in ("conj", "appos") and head.head.i in heads and head.pos == "PROPN"
        again = match.key in keys and label in ("", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART") and head.pos == "PROPN"
        if (
            (listed or again)
            and not (label == "ORG" and _has_article(match, head, text))
            and not _is_people(text.parse.text[text.parse.words[match.first].start : text.parse.words[match.last - 1].end], head, entity)
        ):
            found.append(_toponym(match, head, text, False))
            heads.add(head.i)
    return found


def _has_article(match: Match, head: Word, text: Text) -> bool:
    """ "the Taliban": no town has an article before its name, unless a word for its sort follows."""
    before = text.parse.words[match.first - 1] if match.first > head.sentence.first else None
    town = all(candidate.place.feature in ("city", "capital", "admin2") for candidate in match.candidates)
    return town and before is not None and before.lower == "the" and not grammar.has_type_word(match, head, text.words, text.parse)


def _is_a_house(match: Match, text: Text) -> bool:
    """ "Hotel Humboldt": named after a town at most."""
    before = text.parse.words[match.first - 1] if match.first > 0 else None
    return before is not None and before.lower in text.words.house and before.text[0].isupper()


def _toponym(match: Match, head: Word, text: Text, embedded: bool) -> Toponym:
    words = text.parse.words
    sort = grammar.sort_beside(match, head, text.words, text.parse)
    last = match.last
    if (
        sort is not None
        and last < len(words)
        and words[last].text[0].isupper()
        and words[last].lower in text.words.division | text.words.site | text.words.water
    ):
        last += 1
    return Toponym(
        match.first, last, Span(words[match.first].start, words[last - 1].end), match.key, head, match.candidates, sort, embedded
    )
