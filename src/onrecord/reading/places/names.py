"""Finds every run of words that the gazetteer knows as a name, longest first. What is a place among them is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.codes.places import Candidate, Gazetteer, name_key
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
    first = word.text[0]
    return first.isupper() or (word.lower in ("al", "el", "ash", "ad", "ar") and word.tag != "IN")


def _longest(parse: Parse, i: int, gazetteer: Gazetteer) -> Match | None:
    words = parse.words
    last = i + 1
    end = min(i + LONGEST, len(words), words[i].sentence.last)
    while last < end and (words[last].text[0].isupper() or words[last].lower in _JOINS or words[last].text[0].isdigit()):
        last += 1
    if last < end and words[last].lower in _types():
        last += 1
    while last > i:
        if last == i + 1 or words[last - 1].text[0].isalnum():
            key, found = _ask(parse.text[words[i].start : words[last - 1].end], gazetteer)
            if found:
                return Match(i, last, key, found)
        last -= 1
    return None


@cache
def _types() -> frozenset[str]:
    """Words in lower case that may end a name: "Jenin camp", "Rafah crossing", "Kunduz province"."""
    words = place_words()
    return words.division | words.site | words.water


def _ask(written: str, gazetteer: Gazetteer) -> tuple[str, tuple[Candidate, ...]]:
    """Names of up to three letters must be written as the gazetteer writes them, or in capitals: "Us" and "It" are no places."""
    code = abbreviations().get(written)
    if code is not None:
        division = gazetteer.division(code)
        return name_key(written), (Candidate(division, 1),) if division else ()
    key = gazetteer.key(written)
    found = gazetteer.find(key) if key else ()
    if found and len(key) <= 3 and not written.replace(".", "").isupper():
        found = tuple(candidate for candidate in found if candidate.place.name == written)
    return key, found
