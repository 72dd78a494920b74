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

SHORTEST, LONGEST = 3, 4
"""Letters that a name has at least, and words that it has at most, for us to believe in it against the parser."""


def unknown_places(text: Text, taken: set[int], begins: dict[int, Match], gazetteer: Gazetteer) -> list[Toponym]:
    """The places among the names that hold no word of `taken`. Linear in the number of words.

    `begins`: what the gazetteer knows, by first word.
    """
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
            others.extend((_trimmed(part), entity.label) for part in _parts(inside))
    others.extend((run, "") for run in _unmarked(text, taken))
    others = [(run, label) for run, label in others if run and not _is_other(run, label, text)]
    times = Counter(_written(run) for run, _ in others)
    places = taken | {i for topo in found for i in range(topo.first, topo.last)}
    spots = Counter(_written(run) for run, label in others if _is_spot(run, label, places, text))
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
    if (
        grammar.is_relative(head)
        or low in text.words.never
        or low in text.words.directions
        or country_of_people(written)
        or country_of_adjective(written)
    ):
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


def _parts(inside: list[Word]) -> Iterator[list[Word]]:
    """What commas part in one of the parser's names: "Yamo, Kirti district"."""
    start = 0
    for n, word in enumerate(inside):
        if word.text == ",":
            yield inside[start:n]
            start = n + 1
    yield inside[start:]


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
        runs: list[list[Word]] = []
        for word in sentence.words[1:]:
            if not word.text[0].isupper() or word.tag not in ("NNP", "NN") or word.i in taken or word.i in text.entity_of:
                continue
            if runs and runs[-1][-1].i == word.i - 1:
                runs[-1].append(word)
            else:
                runs.append([word])
        if runs and not _is_headline(sentence.words):
            yield from (_with_type_word(run, text) for run in runs)


def _with_type_word(run: list[Word], text: Text) -> list[Word]:
    """The run with the word after it in "Sorpi district"."""
    last = run[-1]
    after = text.parse.words[last.i + 1] if last.i + 1 < last.sentence.last else None
    return [*run, after] if after is not None and (after.lower in text.words.division or after.lower in text.words.site) else run


def _is_headline(words: Sequence[Word]) -> bool:
    """Most of its long words have a capital: there a capital says nothing."""
    long = [word for word in words if len(word.text) > 3 and word.text.isalpha()]
    return sum(word.text[0].isupper() for word in long) * 2 > len(long)


def _is_other(run: list[Word], label: str, text: Text) -> bool:
    """Something else than a place: an abbreviation, a body that we know, somebody of a name with others, a word that is never a place."""
    written = text.parse.text[run[0].start : run[-1].end]
    low = written.lower()
    if (
        len(written) < SHORTEST
        or written.isupper()
        or low in text.words.never
        or country_of_people(written)
        or country_of_adjective(written)
    ):
        return True
    names = [word for word in run if word.text[0].isalpha()]
    site = run[-1].lower in text.words.site
    if len(names) > LONGEST or (label == "ORG" and len(names) > 2 and not site):
        return True
    bodies = text.words.private | text.words.public
    spot = site or run[-1].text[0].islower()
    if low in organisation_names() or any(word.lower in bodies for word in (run if label == "ORG" else run[-1:]) if not spot):
        return True
    return text.surnames[run[-1].lower] > (len(run) > 1 and run[0].entity == "PERSON")


def _is_spot(run: list[Word], label: str, places: set[int], text: Text) -> bool:
    """The words around a name say that something is there, or what sort of place it is: "near Umm Qasr", "a post in Mbua", "Kabo hill"."""
    match = _match(run)
    head = grammar.head_of(match, text.parse)
    if run[-1].text[0].islower():
        return grammar.sort_of(run, text.words) is not None
    if grammar.is_beside(head) or (head.dep in ("conj", "appos") and head.head.i in places):
        return True
    if head.dep != "pobj" or not run[-1].text[0].isupper():
        return False
    before, governor = head.head.lower, head.head.head.lemma
    there = governor in text.words.ground_nouns or governor in text.words.travel
    if before in ("in", "into", "inside", "across", "around"):
        return grammar.is_strongly_located(match, head) and (there or (label == "PERSON" and not grammar.is_believed(head, text.words)))
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
