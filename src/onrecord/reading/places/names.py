"""Finds every run of words that the gazetteer knows as a name, longest first. What is a place among them is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.codes.places import Candidate, Gazetteer
from onrecord.reading.parse import Parse
from onrecord.reading.parse.words import Word
from onrecord.reading.places.toponym import Match
from onrecord.vocabulary.places import abbreviations, place_words

LONGEST = 7
"""Words a name may have at most (hyphens and articles count: "Jisr al-Shughur" is four)."""

_JOINS = frozenset(
    "al el de la del of and the du des le les ibn bin ad ar as ash an ul ud e y upon in on da do dos di - – ' ’ ’s 's".split()
)


def find_names(parse: Parse, gazetteer: Gazetteer) -> Iterator[Match]:
    """The gazetteer's names in a text, in order, not overlapping: at each capitalised word, the longest that is known."""
    words = parse.words
    i, count = 0, len(words)
    while i < count:
        word = words[i]
        if not _begins(word):
            i += 1
            continue
        match = _longest(parse, i, gazetteer)
        if match is None:
            i += 1
        else:
            yield match
            i = match.last


def _begins(word: Word) -> bool:
    """A name may start here: at a capital, never at "The"; at a lower-case article only before a hyphen ("al-Hol")."""
    if word.text[0].isupper():
        return word.lower != "the"
    return word.lower in ARTICLES and word.end < word.sentence.words[-1].end


ARTICLES = frozenset("al el ar as ash ad an at az ed er es".split())
"""The Arabic article as English spells it, with which a name may start in lower case."""


def _longest(parse: Parse, i: int, gazetteer: Gazetteer) -> Match | None:
    words = parse.words
    article = words[i].lower in ARTICLES
    if (
        article
        and not words[i].text[0].isupper()
        and not (i + 1 < len(words) and words[i + 1].text == "-" and words[i + 1].start == words[i].end)
    ):
        return None
    last = i + 1
    end = min(i + LONGEST, len(words), words[i].sentence.last)
    while last < end and _goes_on(words[last - 1], words[last]):
        article = article or words[last].lower in ARTICLES
        last += 1
    if last < end and words[last].lower in _types():
        last += 1
    while last > i:
        if last == i + 1 or words[last - 1].text[0].isalnum():
            key, found = _ask(parse.text, words[i].start, words[last - 1].end, gazetteer)
            if not found and article and last - i > 2:
                found = gazetteer.find_sound(key)
            if found:
                return _whole(Match(i, last, key, found), words[i].sentence.last, parse, gazetteer)
        last -= 1
    return None


def _whole(match: Match, end: int, parse: Parse, gazetteer: Gazetteer) -> Match:
    """ "Pescara del Tronto" is not Pescara: a known name that a particle continues is another, unknown one."""
    words = parse.words
    if match.last + 1 >= end or words[match.last].text not in _PARTICLES or not words[match.last + 1].text[0].isupper():
        return match
    last = match.last + 2
    return Match(match.first, last, gazetteer.key(parse.text[words[match.first].start : words[last - 1].end]), ())


_PARTICLES = frozenset("del della dello di da do dos das du sur sous nad upon".split())


def _goes_on(before: Word, word: Word) -> bool:
    if word.text[0].isupper() or word.lower in _JOINS or word.text[0].isdigit():
        return True
    if word.text == ".":
        return before.lower in _SHORT and before.end == word.start
    return before.text == "-" and before.end == word.start


_SHORT = frozenset(("st", "ste", "mt", "ft", "n", "s", "e", "w"))


@cache
def _types() -> frozenset[str]:
    """Words in lower case that may end a name: "Jenin camp", "Rafah crossing", "Kunduz province"."""
    words = place_words()
    return words.division | words.site | words.water


def _ask(text: str, start: int, end: int, gazetteer: Gazetteer) -> tuple[str, tuple[Candidate, ...]]:
    """The key of the words and what it may mean.

    Names of up to three letters must be written as the gazetteer writes them, or in capitals: "Us" and "It" are no places. An
    abbreviation has its stop or its capitals: "Miss." is a state, "Miss" is not.
    """
    written = text[start:end]
    if end - start <= 6:
        code = abbreviations().get(written) or (abbreviations().get(written + ".") if text[end : end + 1] == "." else None)
        if code is not None:
            division = gazetteer.division(code)
            return gazetteer.key(written), (Candidate(division, 1),) if division else ()
    key = gazetteer.key(written)
    found = gazetteer.find(key) if key else ()
    if found and len(key) <= 4 and not all(candidate.place.name == written for candidate in found):
        capitals = written.replace(".", "").isupper()
        found = tuple(
            c
            for c in found
            if c.place.name == written
            or (capitals and (c.place.feature == "country" or (c.rank == 0 and len(key) > 2)))
            or (len(key) == 4 and not capitals)
        )
    return key, found
