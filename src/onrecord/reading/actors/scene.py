"""What the finders of phrases look at: the parse, its names by word, and the tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.codes.countries import country_of_code
from onrecord.codes.subdivisions import country_of_province, country_of_subdivision
from onrecord.reading.actors.acting import first_conjunct, land_is_meant
from onrecord.reading.actors.describe import Found, complements, is_hinged, is_plural, left_edge, noun_at, noun_ending_at
from onrecord.reading.actors.lands import Lands
from onrecord.reading.actors.names import Name
from onrecord.reading.parse import Parse, Word
from onrecord.vocabulary.actors.nouns import Noun
from onrecord.vocabulary.actors.words import words_of

_ATTRIBUTIVE = ("compound", "amod", "nmod")
_CUT_OFF = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dep", "npadvmod", "nmod"))
"""How the parser reads a noun that it does not see to be one with the name behind it."""
_BELONGS = frozenset(("of", "for", "from"))
_OF_BODY = frozenset((*_BELONGS, "in"))
_OF_PLACE = frozenset((*_OF_BODY, "across"))
_GUESTS = frozenset(("MIL", "REF", "IGO", "NGO", "MED", "BUS"))
"""Roles of those who are often in a land that is not theirs: where they are does not say whose they are."""
_SENT = frozenset(("envoy", "spokesperson", "foreign_minister"))
"""Offices that are."""
_AT_BODY = frozenset((*_OF_BODY, "at"))


def _may_be_abroad(noun: Noun) -> bool:
    """Where such people are does not say whose they are."""
    return noun.code in _GUESTS or noun.office in _SENT or noun.words in words_of().guests


@dataclass(frozen=True, slots=True)
class Scene:
    """`names` are in order; `name_at` finds the name that holds a word; `person_words` are parts of full names of people in this text,
    `place_words` names that the parser takes for a place here more often than for anything else, and `ground`, those that stand like one,
    `countries` those that any name speaks of.
    """

    parse: Parse
    names: tuple[Name, ...]
    name_at: Mapping[int, Name]
    nouns: Mapping[str, Noun]
    person_words: frozenset[str]
    place_words: frozenset[str]
    ground: frozenset[str]
    countries: frozenset[str]
    lands: Lands
    published: str | None

    def noun(self, head: Word) -> Found | None:
        """The noun of our table at the head of a phrase; None for a word inside a name."""
        if head.i in self.name_at or head.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
            return None
        found = noun_at(self.parse, head, self.nouns)
        return None if found is not None and head.dep == "pobj" and found.first <= head.head.i < head.i else found

    def title_before(self, name: Name) -> Found | None:
        """The noun of office directly before a name: "Prime Minister" in "Prime Minister Ada Example"."""
        i = name.first - 1
        if i < name.head.sentence.first or i in self.name_at:
            return None
        word = self.parse.words[i]
        tied = word.dep in (*_ATTRIBUTIVE, "poss", "npadvmod", "appos") or (name.head.dep == "appos" and name.head.head is word)
        if word.pos not in ("NOUN", "PROPN", "ADJ") or not (tied or word.text[0].isupper()):
            return None
        return noun_ending_at(self.parse, i, self.nouns)

    def is_person(self, name: Name) -> bool:
        """A human being, by our tables, by a title, by the parser, or because the text gives the full name elsewhere."""
        if name.entry("leader"):
            return True
        if name.entries:
            return name.label == "PERSON" and name.entry("country", "organisation", "seat") is None and name.entry("capital") is None
        one_word = name.last - name.first == 1
        if name.label == "PERSON" and self.body_before(name) is not None:
            return False
        if is_plural(name.head) and self.believers(name) is not None:
            return False
        if name.label == "PERSON" and name.text.isupper() and self._is_dateline(name):
            return False
        if one_word and any(child.dep == "det" and child.lower == "the" for child in name.head.children):
            return False
        if name.label == "PERSON":
            if name.text in self.place_words or self.parse.words[name.first].lower in words_of().where:
                return False
            return not one_word or name.head.text in self.person_words or country_of_subdivision(name.text) is None
        title = self.title_before(name)
        if title is not None and title.noun.sort == "person" and name.label != "ORG":
            return True
        return one_word and name.head.text in self.person_words

    def body_before(self, name: Name) -> Word | None:
        """What a body is, said just before its name: "group" in "the rights group Example Watch", in "the party al-Nour was banned"."""
        if name.first == name.head.sentence.first:
            return None
        word = self.parse.words[name.first - 1]
        if word.tag != "NN" or word.i in self.name_at or name.head.head.dep == "relcl":
            return None
        tied = word.head is name.head and word.dep in ("compound", "nmod")
        apart = name.label == "PERSON" and name.head.dep in ("appos", "nsubj", "nsubjpass") and word.dep in _CUT_OFF
        if not (tied or apart):
            return None
        found = self.noun(word)
        return word if found is not None and found.noun.sort == "body" and found.noun.code not in ("GOV", "IGO") else None

    def believers(self, name: Name) -> Noun | None:
        """ "Christians" in "Kachin Christians": the noun of the people whose faith or kind a name ends with."""
        found = noun_ending_at(self.parse, name.last - 1, self.nouns)
        return found.noun if found is not None and found.noun.kind == "population" else None

    def _is_dateline(self, name: Name) -> bool:
        """ "PORT EXAMPLE, Freedonia (Agency)": capitals that open a sentence and stop at a comma or a bracket."""
        after = self.parse.words[name.last].text if name.last < len(self.parse.words) else ""
        return name.first == name.head.sentence.first and after in (",", "(", "—", "–", "-", "/")

    def modified(self, name: Name) -> Word | None:
        """The noun outside the name that the name stands before: "strikes" for "Israeli" in "Israeli strikes"."""
        head = first_conjunct(name.head)
        return head.head if head.dep in _ATTRIBUTIVE and name.head.i < head.head.i else None

    def is_actor_noun(self, word: Word) -> bool:
        """A noun of our table, or the head of a person's or an organisation's name."""
        name = self.name_at.get(word.i)
        if name is not None:
            return self.is_person(name) or name.entry("organisation") is not None or name.label == "ORG"
        return self.noun(word) is not None

    def owner_before(self, first: int, last: int) -> int | None:
        """The word nearest before `last` that names whose the phrase is: a name not tied by a hyphen, or a body ("army spokesman").

        A country just before stands for where: the body before it is the owner ("the BBC's Kenya editor").
        """
        i, land, lists = last - 1, None, words_of()
        while i >= first:
            name = self.name_at.get(i)
            if name is not None:
                if not is_hinged(self.parse, name.first, name.last) and not self._is_mere_place(name):
                    if land is not None or not name.entry("country") or name.head.dep == "poss":
                        return name.head.i if land is None or name.head.dep == "poss" else land
                    land = name.head.i
                i = name.first - 1
                continue
            word = self.parse.words[i]
            if word.tag in ("PRP$", "WP$"):
                return i
            found = noun_ending_at(self.parse, i, self.nouns) if word.pos in ("NOUN", "PROPN", "ADJ") else None
            if found is not None and found.noun.sort == "body" and (word.dep == "poss" or found.noun.words not in lists.needs_owner):
                return i
            i -= 1
        return land

    def _is_mere_place(self, name: Name) -> bool:
        return not name.entries and name.label in ("GPE", "LOC", "FAC")

    def owner_after(self, head: Word, noun: Noun) -> int | None:
        """Whose it is by what follows: "president of Syria", "spokesman for the army", "people in Gaza", "students at the academy"."""
        for word in complements(head, _BELONGS if _may_be_abroad(noun) else _AT_BODY if noun.kind == "population" else _OF_BODY):
            name = self.name_at.get(word.i)
            if name is not None or ((found := self.noun(word)) is not None and found.noun.sort == "body"):
                return name.head.i if name is not None else word.i
        return None

    def country_before(self, first: int, last: int) -> str | None:
        """The country that a word of this range names or belongs to: the nearest, but IRN for "Iran's US envoy"."""
        nearest = None
        for i in range(last - 1, first - 1, -1):
            name = self.name_at.get(i)
            if name is None or is_hinged(self.parse, name.first, name.last):
                continue
            if nearest is None or name.head.dep == "poss":
                nearest = self._country_said(name) or nearest
        return nearest

    def _country_said(self, name: Name) -> str | None:
        for entry in (*name.entries, *name.inside):
            if entry.country and country_of_code(entry.country) and entry.what != "organisation":
                return entry.country
        return None if name.entries else self.country_of_name(name) or country_of_province(name.text)

    def code_before(self, first: int, last: int) -> str:
        """The role that an adjective of an institution gives: LEG for "a congressional group"."""
        for i in range(last - 1, first - 1, -1):
            if (
                i not in self.name_at
                and (found := noun_ending_at(self.parse, i, self.nouns))
                and found.noun.sort == "body"
                and found.noun.code
            ):
                return found.noun.code
        return ""

    def country_after(self, head: Word, noun: Noun) -> str | None:
        """The country in what follows: "people in the UK", "the mayor of Lahore". Troops, envoys and refugees may be in another's land."""
        for word in complements(head, _BELONGS if _may_be_abroad(noun) else _OF_PLACE):
            if (country := self.land_at(word)) is not None:
                return country
        return None

    def country_of_name(self, name: Name) -> str | None:
        """The country of a place's name: its own, or the one that the town or province lies in."""
        entry = name.entry("country", "capital")
        if entry is not None and entry.what == "capital":
            return self.lands.country_of(name.text, self.countries) or entry.country
        if entry is not None:
            return entry.country
        if name.entries:
            return None
        if name.label in ("GPE", "LOC") or name.text in self.place_words:
            return self.lands.country_of(name.text, self.countries)
        return None if name.label == "PERSON" else country_of_province(name.text)

    def land_at(self, word: Word) -> str | None:
        """The country of the place that a phrase with this head names: "Kano", "Kano state", "the city of Kano", "the Afghan province"."""
        name = self.name_at.get(word.i)
        if name is not None:
            return self.country_of_name(name)
        if not (land_is_meant(word) or word.lower in words_of().divisions):
            return None
        for part in (*(child for child in word.children if child.dep in _ATTRIBUTIVE), *complements(word, _OF_PLACE)):
            name = self.name_at.get(part.i)
            entry = name.entry("adjective") if name is not None else None
            country = entry.country if entry is not None else self.country_of_name(name) if name is not None else None
            if country is not None:
                return country
        return None

    def based_in(self, first: int, last: int) -> str | None:
        """ "SOM" for "a Somalia-based group"."""
        for i in range(first, last - 2):
            name = self.name_at.get(i)
            if name is not None and name.last + 1 < last and self.parse.words[name.last + 1].lower == "based":
                return self.country_of_name(name)
        return None

    def left(self, head: Word) -> int:
        return left_edge(head)
