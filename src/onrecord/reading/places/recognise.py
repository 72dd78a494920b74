"""Tells which names in a report are places: the parser's entities, corrected by the gazetteer and the grammar around each name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.codes.countries import country_of_adjective, country_of_people, seat_named
from onrecord.codes.places import Gazetteer
from onrecord.model.span import Span
from onrecord.reading.parse import Parse
from onrecord.reading.parse.words import Entity, Word
from onrecord.reading.places import grammar
from onrecord.reading.places.names import find_names
from onrecord.reading.places.toponym import Match, Toponym
from onrecord.vocabulary.places import PlaceWords, place_words

_LARGE = frozenset(("country", "continent", "area", "admin1", "capital", "site", "water"))
PLACES = frozenset(("GPE", "LOC", "FAC"))


@dataclass(frozen=True, slots=True)
class _Text:
    """What is asked again and again of one report."""

    parse: Parse
    words: PlaceWords
    entity_of: dict[int, Entity]
    """Word number to the entity that it is in."""
    placed: frozenset[str]
    """Keys of names that the parser takes for a place somewhere in the report."""
    surnames: Counter[str]
    """Last words of people's names of two words or more, lower case."""


def recognise(parse: Parse, gazetteer: Gazetteer) -> list[Toponym]:
    """Every toponym of a report, in order of text, none overlapping. Linear in the number of words."""
    matches = list(find_names(parse, gazetteer))
    text = _look(parse, matches)
    found = [topo for match in matches if (topo := _judged(match, text)) is not None]
    found = _by_company(matches, found, text)
    taken = {i for topo in found for i in range(topo.first, topo.last)}
    begins = {match.first: match for match in matches}
    found.extend(topo for entity in parse.entities if (topo := _unknown(entity, text, taken, begins, gazetteer)) is not None)
    return sorted(found, key=lambda topo: topo.first)


def _look(parse: Parse, matches: list[Match]) -> _Text:
    entity_of = {i: entity for entity in parse.entities for i in range(entity.first, entity.last)}
    placed = set()
    for match in matches:
        entity = entity_of.get(match.first)
        if entity is not None and entity.label == "GPE" and grammar.same(match, entity, parse):
            placed.add(match.key)
    surnames: Counter[str] = Counter()
    for entity in parse.entities:
        if entity.label == "PERSON" and entity.last - entity.first > 1:
            last = entity.last - 1 if parse.words[entity.last - 1].tag != "POS" else entity.last - 2
            surnames[parse.words[last].lower] += 1
    return _Text(parse, place_words(), entity_of, frozenset(placed), surnames)


def _judged(match: Match, text: _Text) -> Toponym | None:
    """The match as a toponym, or None where it is a person, a body, a people or a common word."""
    parse, entity = text.parse, text.entity_of.get(match.first)
    head = grammar.head_of(match, parse)
    written = parse.text[parse.words[match.first].start : parse.words[match.last - 1].end]
    if match.key in text.words.never or _is_people(written, head, entity) or grammar.is_initials(match, parse):
        return None
    if _is_a_house(match, text):
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


def _stands_alone(match: Match, entity: Entity, text: _Text) -> bool:
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


def _in_public_body(match: Match, entity: Entity, text: _Text) -> bool:
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


def _before_office(match: Match, entity: Entity, text: _Text) -> bool:
    """ "Leeds Mayor Ann Holt": the place before an office."""
    words = text.parse.words
    after = words[match.last].lower.rstrip(".") if match.last < len(words) else ""
    return match.first == entity.first and match.last < entity.last and after in text.words.office


def _well_known(match: Match) -> bool:
    """A name that some place bears as its own, not just one of the other names that gazetteers heap up."""
    return any(candidate.rank < 2 for candidate in match.candidates)


CITY, ENOUGH = 50_000, 1_000
"""People that a place has at least for us to believe in it by another of its names, or without a word that says it is a place."""


def _is_great(match: Match) -> bool:
    """A city, or more than a town: "Tartus airport" is named after Tartus,
    "Kennedy Space Center" is not named after the village of Kennedy."""
    return any(c.rank < 2 and (c.place.feature != "city" or c.place.population >= CITY) for c in match.candidates)


def _large_enough(match: Match) -> bool:
    return any(candidate.rank < 2 and candidate.place.population >= ENOUGH for candidate in match.candidates)


def _is_city(match: Match) -> bool:
    return any(candidate.place.population >= CITY for candidate in match.candidates if candidate.rank < 3)


def _is_unlike_people(match: Match) -> bool:
    """Names of two words and more from our own table: regions, camps, straits. Nobody is called Bab al-Mandab."""
    return match.last - match.first > 1 and any(c.place.feature in ("area", "site", "water") and c.rank < 2 for c in match.candidates)


def _by_grammar(match: Match, head: Word, label: str, text: _Text) -> bool:
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
    person = label == "PERSON" or text.surnames[head.lower] > 0
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


def _by_company(matches: list[Match], found: list[Toponym], text: _Text) -> list[Toponym]:
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


def _has_article(match: Match, head: Word, text: _Text) -> bool:
    """ "the Taliban": no town has an article before its name, unless a word for its sort follows."""
    before = text.parse.words[match.first - 1] if match.first > head.sentence.first else None
    town = all(candidate.place.feature in ("city", "capital", "admin2") for candidate in match.candidates)
    return town and before is not None and before.lower == "the" and not grammar.has_type_word(match, head, text.words, text.parse)


def _is_a_house(match: Match, text: _Text) -> bool:
    """ "Hotel Humboldt": named after a town at most."""
    before = text.parse.words[match.first - 1] if match.first > 0 else None
    return before is not None and before.lower in text.words.house and before.text[0].isupper()


def _unknown(entity: Entity, text: _Text, taken: set[int], begins: dict[int, Match], gazetteer: Gazetteer) -> Toponym | None:
    """A place that the parser marks and the gazetteer does not know: kept, without coordinates."""
    parse = text.parse
    inside = [parse.words[i] for i in range(entity.first, entity.last)]
    if any(word.i in taken for word in inside):
        return None
    if entity.label not in PLACES:
        return _misread(entity, inside, text, gazetteer)
    while inside and (inside[0].pos == "PUNCT" or grammar.leads(inside[0])):
        inside = inside[1:]
    while inside and (inside[-1].tag == "POS" or inside[-1].pos == "PUNCT"):
        inside = inside[:-1]
    if not inside or not any(word.text[0].isupper() for word in inside) or not any(c.isalpha() for word in inside for c in word.text):
        return None
    written = parse.text[inside[0].start : inside[-1].end]
    head = grammar.head_of(Match(inside[0].i, inside[-1].i + 1, "", ()), parse)
    low = written.lower()
    if low in text.words.never or low in text.words.directions or country_of_people(written) or country_of_adjective(written):
        return None
    if text.surnames[head.lower] and entity.label == "GPE" and not grammar.is_located(head, text.words):
        return None
    if inside[0].lower in text.words.road or inside[-1].text.isdigit():
        return None
    key = gazetteer.key(written)
    candidates = gazetteer.find_sound(key) if entity.label == "GPE" else ()
    sort = grammar.sort_of(inside, text.words)
    named = begins.get(inside[0].i)
    stands = named is not None and len(inside) > 1 and _is_great(named) and _is_site(inside[-1].lower, text.words)
    if named is not None and stands:
        key, candidates = named.key, named.candidates
    return Toponym(inside[0].i, inside[-1].i + 1, Span(inside[0].start, inside[-1].end), key, head, candidates, sort, stands_in=stands)


def _misread(entity: Entity, inside: list[Word], text: _Text, gazetteer: Gazetteer) -> Toponym | None:
    """A name that the parser takes for a person or a body, with words before it that only a place has: "Near Umm Qasr"."""
    if entity.label not in ("PERSON", "ORG", "NORP", "PRODUCT") or len(inside) > 4:
        return None
    match = Match(entity.first, entity.last, "", ())
    head = grammar.head_of(match, text.parse)
    beside = grammar.is_beside(head)
    if not beside and not grammar.is_strongly_located(match, head):
        return None
    key = gazetteer.key(entity.span.of(text.parse.text))
    candidates = gazetteer.find_sound(key) if key else ()
    if inside[-1].lower in text.words.private or not (
        candidates or (beside and entity.label == "PERSON" and not text.surnames[head.lower])
    ):
        return None
    return Toponym(entity.first, entity.last, entity.span, key, head, candidates)


def _is_site(lower: str, words: PlaceWords) -> bool:
    """The last word of a name that is built from its town's: "Tartus airport", "Butler County Jail", "Los Angeles City"."""
    return lower in words.site or lower in words.public or lower in words.settlement or lower in words.private


def _toponym(match: Match, head: Word, text: _Text, embedded: bool) -> Toponym:
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
