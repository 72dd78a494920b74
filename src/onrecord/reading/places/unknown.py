"""Places that the gazetteer does not know: kept where the parser or the grammar says that a name is one, without coordinates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.codes.countries import country_of_adjective, country_of_people
from onrecord.codes.organisations import organisation_names
from onrecord.codes.places import Gazetteer
from onrecord.model.span import Span
from onrecord.reading.parse.words import Entity, Word
from onrecord.reading.places import grammar
from onrecord.reading.places.text import PLACES, Text, is_great, is_site
from onrecord.reading.places.toponym import Match, Toponym

LONGEST = 4
"""Words that a name may have for us to believe in it against the parser."""


def unknown_places(text: Text, taken: set[int], begins: dict[int, Match], gazetteer: Gazetteer) -> list[Toponym]:
    """The places among the names that hold no word of `taken`. `begins`: what the gazetteer knows, by first word. Linear in the number of words."""
    found: list[Toponym] = []
    others: list[tuple[list[Word], str]] = []
    for entity in text.parse.entities:
        inside = [text.parse.words[i] for i in range(entity.first, entity.last)]
        if any(word.i in taken for word in inside):
            continue
        if entity.label in PLACES:
            topo = _marked(entity, inside, text, begins, gazetteer)
            if topo is not None:
                found.append(topo)
        elif entity.label in _MISREAD:
            others.append((_trimmed(inside), entity.label))
    others.extend((run, "") for run in _unmarked(text, taken))
    others = [(run, label) for run, label in others if run and len(run) <= LONGEST and not _is_other(run, text)]
    times = Counter(_written(run) for run, _ in others)
    spots = Counter(_written(run) for run, label in others if _is_spot(run, label, text))
    found.extend(
        _toponym(run, text, gazetteer) for run, _ in others if spots[_written(run)] * 2 >= times[_written(run)] and not _speaks(run, text)
    )
    return found


_MISREAD = frozenset(("PERSON", "ORG", "PRODUCT"))


def _marked(entity: Entity, inside: list[Word], text: Text, begins: dict[int, Match], gazetteer: Gazetteer) -> Toponym | None:
    """A place that the parser marks."""
    parse = text.parse
    inside = _trimmed(inside)
    if not inside or not any(word.text[0].isupper() for word in inside) or not any(c.isalpha() for word in inside for c in word.text):
        return None
    written = parse.text[inside[0].start : inside[-1].end]
    head = grammar.head_of(Match(inside[0].i, inside[-1].i + 1, "", ()), parse)
    low = written.lower()
    if low in text.words.never or low in text.words.directions or country_of_people(written) or country_of_adjective(written):
        return None
    if text.surnames[head.lower] and entity.label == "GPE" and not grammar.is_located(head, text.words):
        return None
    if inside[0].lower in text.words.road or inside[-1].text.isdigit() or _is_abbreviation(inside, head, text):
        return None
    key = gazetteer.key(written)
    candidates = gazetteer.find_sound(key) if entity.label == "GPE" else ()
    sort = grammar.sort_of(inside, text.words)
    named = begins.get(inside[0].i)
    stands = named is not None and len(inside) > 1 and is_great(named) and is_site(inside[-1].lower, text.words)
    if named is not None and stands:
        key, candidates = named.key, named.candidates
    return Toponym(inside[0].i, inside[-1].i + 1, Span(inside[0].start, inside[-1].end), key, head, candidates, sort, stands_in=stands)


def _is_abbreviation(inside: list[Word], head: Word, text: Text) -> bool:
    """ "the KLA's man": capitals in a sentence of small letters, with nothing to say that somebody is there, are a body."""
    return (
        len(inside) == 1
        and inside[0].text.isupper()
        and any(word.text.islower() and word.pos == "VERB" for word in head.sentence.words)
        and not grammar.is_located(head, text.words)
        and not grammar.is_dateline(_match(inside), text.parse)
    )


def _trimmed(inside: list[Word]) -> list[Word]:
    """A name without articles and prepositions before it and a genitive after it."""
    while inside and (inside[0].pos == "PUNCT" or grammar.leads(inside[0])):
        inside = inside[1:]
    while inside and (inside[-1].tag == "POS" or inside[-1].pos == "PUNCT"):
        inside = inside[:-1]
    return inside


def _unmarked(text: Text, taken: set[int]) -> Iterator[list[Word]]:
    """Names in which the parser sees nothing: runs of capitalised nouns after a preposition, outside of headlines."""
    for sentence in text.parse.sentences:
        run: list[Word] = []
        if _is_headline(sentence.words):
            continue
        for word in sentence.words:
            name = word.text[0].isupper() and word.tag in ("NNP", "NN") and word.i not in taken and word.i not in text.entity_of
            if name and word.i > sentence.first:
                run.append(word)
                continue
            if run:
                yield run
            run = []
        if run:
            yield run


def _is_headline(words: Sequence[Word]) -> bool:
    """Most of its long words have a capital: there a capital says nothing."""
    long = [word for word in words if len(word.text) > 3 and word.text.isalpha()]
    return sum(word.text[0].isupper() for word in long) * 2 > len(long)


def _is_other(run: list[Word], text: Text) -> bool:
    """Something else than a place: an abbreviation, a body that we know, somebody of a name with others, a word that is never a place."""
    written = text.parse.text[run[0].start : run[-1].end]
    low = written.lower()
    if written.isupper() or low in text.words.never or country_of_people(written) or country_of_adjective(written):
        return True
    if run[-1].lower in text.words.private | text.words.public or low in organisation_names():
        return True
    return text.surnames[run[-1].lower] > (len(run) > 1 and run[0].entity == "PERSON")


def _is_spot(run: list[Word], label: str, text: Text) -> bool:
    """The words around a name say that something is there, or what sort of place it is: "near Umm Qasr", "a post in Mbua", "Kabo hill"."""
    match = _match(run)
    head = grammar.head_of(match, text.parse)
    if label != "ORG" and run[-1].text[0].islower():
        return grammar.sort_of(run, text.words) is not None
    if grammar.is_beside(head):
        return True
    if head.dep != "pobj" or not run[-1].text[0].isupper():
        return False
    before, governor = head.head.lower, head.head.head.lemma
    there = governor in text.words.ground_nouns or governor in text.words.travel
    if before in ("in", "into", "inside", "across", "around"):
        return grammar.is_strongly_located(match, head) and (there or (label == "PERSON" and governor not in text.words.believing))
    if before in ("at", "from", "to", "through", "towards", "toward", "between"):
        return there and (label != "PERSON" or len(run) == 1 or any(word.text == "-" for word in run))
    return False


def _speaks(run: list[Word], text: Text) -> bool:
    head = grammar.head_of(_match(run), text.parse)
    return head.dep == "nsubj" and head.head.lemma in text.words.saying


def _toponym(run: list[Word], text: Text, gazetteer: Gazetteer) -> Toponym:
    match = _match(run)
    span = Span(run[0].start, run[-1].end)
    key = gazetteer.key(span.of(text.parse.text))
    sort = grammar.sort_beside(match, grammar.head_of(match, text.parse), text.words, text.parse) or grammar.sort_of(run, text.words)
    candidates = (gazetteer.find(key) or gazetteer.find_sound(key)) if key else ()
    return Toponym(match.first, match.last, span, key, grammar.head_of(match, text.parse), candidates, sort)


def _match(run: list[Word]) -> Match:
    return Match(run[0].i, run[-1].i + 1, "", ())


def _written(run: list[Word]) -> str:
    return " ".join(word.lower for word in run)
