"""Finds the names of our tables among the words of a parse: one walk, longest name first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.codes.countries import countries, seats
from onrecord.codes.leaders import terms
from onrecord.codes.organisations import Organisation, organisations
from onrecord.codes.places.names import name_key, sound_key
from onrecord.reading.parse import Word
from onrecord.vocabulary.actors.spellings import usual_spelling

What = Literal["country", "capital", "seat", "adjective", "person", "people", "organisation", "leader"]
_LONGEST_ACRONYM = 6
_JOINING = frozenset(("al", "as", "ad", "ar", "at", "an", "ash", "az", "el", "ul", "ur", "ud", "us", "e", "i", "wa", "wal", "of", "the"))
_AND = re.compile("^wal?(?=.{4})")
""" "And" and "and the" before a word: "Waljamaa"."""
_BREAKS = str.maketrans("", "", "~ h")
"""What is left out of a sound: breaks between words, and the letter that is written or not at will."""
_WORDS, _LETTERS = 2, 8
"""Words and letters of a name that is known by its sound, at least."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name of our tables means. `name` is the usual name, `country` ISO alpha-3 or None, `stands_for` for seats."""

    what: What
    name: str
    country: str | None
    stands_for: str = ""
    organisation: Organisation | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` up to and without `last` of the parse carry a name; `entries` are its meanings, the likeliest first."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    def entry(self, *whats: What) -> Entry | None:
        """The first meaning of one of these sorts."""
        return next((entry for entry in self.entries if entry.what in whats), None)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names as tokens, under the usual spelling of their first token, the longest first."""

    by_first: dict[str, tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]]
    by_sound: dict[str, Entry]
    """Armed groups of several words under their `group_sound`; one that two groups share is left out."""

    def hits(self, words: tuple[Word, ...]) -> Iterator[Hit]:
        """Every longest match that is written like a name, left to right, none overlapping. Linear in the number of words."""
        n, end = 0, len(words)
        while n < end:
            found = self._at(words, n)
            if found is None:
                n += 1
                continue
            yield found
            n = found.last

    def sounding(self, name: str) -> tuple[Entry, ...]:
        """The armed group whose name is written otherwise in our tables: "Jaysh as-Sunna" for "Jaish al-Sunnah"."""
        found = self.by_sound.get(group_sound(name))
        return () if found is None else (found,)

    def _at(self, words: tuple[Word, ...], n: int) -> Hit | None:
        options = self.by_first.get(usual_spelling(words[n].lower))
        if options is None or not _named(words[n].text):
            return None
        for tokens, entries in options:
            last = n + len(tokens)
            if last <= len(words) and all(_same(token, word) for token, word in zip(tokens, words[n:last], strict=True)):
                return Hit(n, last, entries)
        return None


def _named(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit() or text in ("al", "de", "peshmerga", "dpa")


def _same(token: str, word: Word) -> bool:
    """Acronyms to the letter ("WHO" is not "Who"); the rest without regard to case, accents and ways to write one name."""
    letters = token.replace(".", "")
    if len(letters) <= _LONGEST_ACRONYM and sum(letter.isupper() for letter in letters) > 1:
        return word.text == token
    return usual_spelling(word.lower) == usual_spelling(token.lower())


def build_gazetteer(tokenize: Callable[[str], list[str]]) -> Gazetteer:
    """The tables, cut into tokens the way that the parser cuts them."""
    table: dict[tuple[str, ...], list[Entry]] = {}
    for name, entry in _entries():
        for form in dict.fromkeys((name, name.replace("'", "’"))):
            tokens = tuple(tokenize(form.removeprefix("the ").removeprefix("The ")))
            if tokens:
                table.setdefault(tokens, []).append(entry)
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]] = {}
    for tokens, entries in table.items():
        by_first.setdefault(usual_spelling(tokens[0].lower()), []).append((tokens, tuple(dict.fromkeys(entries))))
    return Gazetteer(
        {first: tuple(sorted(options, key=lambda option: -len(option[0]))) for first, options in by_first.items()}, _by_sound()
    )


def _by_sound() -> dict[str, Entry]:
    table: dict[str, set[Entry]] = {}
    for group in organisations():
        if group.kind == "armed_group":
            entry = Entry("organisation", group.name, group.country, "", group)
            for name in group.names:
                table.setdefault(group_sound(name), set()).add(entry)
    return {sound: next(iter(entries)) for sound, entries in table.items() if sound and len(entries) == 1}


def group_sound(name: str) -> str:
    """One form for the ways in which a name from Arabic, Persian or Urdu is spelt: no articles, no joining words, no breaks, vowels alike.

    Empty for a name of one word, and for one too short to be known by its sound.
    """
    words = [word for word in name_key(name).split() if word not in _JOINING]
    if len(words) < _WORDS:
        return ""
    sounds = sound_key(" ".join(_AND.sub("", word) for word in words)).translate(_BREAKS)
    return sounds if len(sounds) >= _LETTERS else ""


def _entries() -> Iterator[tuple[str, Entry]]:
    for country in countries():
        status = country.status if country.iso2 else "part"
        yield from _each(country.names, Entry("country", country.name, country.iso3, status))
        yield from _each(country.adjectives, Entry("adjective", country.name, country.iso3, status))
        yield from _each(country.person, Entry("person", country.name, country.iso3, status))
        yield from _each(country.people, Entry("people", country.name, country.iso3, status))
        yield from _each(country.capitals, Entry("capital", country.name, country.iso3, status))
    for seat in seats():
        if seat.stands_for == "parliament" and " " in seat.institution and not seat.institution.startswith("National"):
            yield seat.institution, Entry("seat", seat.institution, seat.iso3, seat.stands_for)
        yield seat.name, Entry("seat", seat.institution, seat.iso3, seat.stands_for)
    for organisation in organisations():
        yield from _each(organisation.names, Entry("organisation", organisation.name, organisation.country, "", organisation))
    for term in terms():
        yield from _each((term.name, *term.others), Entry("leader", term.name, term.serves if len(term.serves) == 3 else None))


def _each(names: Iterable[str], entry: Entry) -> Iterator[tuple[str, Entry]]:
    return ((name, entry) for name in names if name)
