"""Phrases whose head is a name: states, seats, organisations, people, and nationalities before a noun."""

from __future__ import annotations

from dataclasses import replace

from onrecord.codes.leaders import term_of
from onrecord.codes.subdivisions import country_of_province
from onrecord.model.record import ActorKind, MentionForm
from onrecord.model.span import Span
from onrecord.reading.actors.acting import city_acts, country_acts, land_is_meant
from onrecord.reading.actors.describe import Found, is_former, is_hinged, is_plural, is_taken_sides_on, noun_ending_at
from onrecord.reading.actors.gazetteer import Entry
from onrecord.reading.actors.names import Name
from onrecord.reading.actors.phrase import LEADER, Draft, Gender, Traits
from onrecord.reading.actors.scene import Scene
from onrecord.reading.parse import Word
from onrecord.vocabulary.actors.words import words_of

_SEATS: dict[str, tuple[ActorKind, str]] = {
    "foreign_ministry": ("government", "GOV"),
    "military": ("military", "MIL"),
    "parliament": ("government", "LEG"),
    "police": ("police", "COP"),
    "intelligence": ("government", "SPY"),
}

LATIN_ENDS = "\u0250"


def draft_of_name(scene: Scene, name: Name) -> Draft | None:
    """The phrase that a name heads, or None where it is a place as a place, a language, a law …

    A name in another script repeats one in ours ("Abu Ghadiya (أبو غادية)") and would be taken for a person.
    """
    if not any(letter.isalpha() and letter < LATIN_ENDS for letter in name.text):
        return None
    if scene.is_person(name):
        return _person(scene, name)
    organisation = name.entry("organisation")
    if organisation is not None and organisation.organisation is not None:
        return _organisation(scene, name, organisation)
    country, seat = name.entry("country"), name.entry("seat")
    if country is not None:
        return _country(scene, name, country)
    if seat is not None:
        return _seat(name, seat)
    if name.entry("people", "person", "adjective"):
        return _nationality(scene, name)
    capital = name.entry("capital")
    if capital is not None:
        return _state(name, capital, "metonym") if city_acts(name.head) else None
    if not name.entries and name.text in scene.place_words:
        return None
    if name.label == "ORG" or (name.label == "FAC" and _is_force(scene, name)) or scene.body_before(name) is not None:
        return _unknown_body(scene, name)
    if name.label in ("NORP", "PERSON") and is_plural(name.head):
        return _believers(scene, name)
    return None


def _state(name: Name, entry: Entry, form: MentionForm) -> Draft | None:
    if entry.stands_for == "part":
        return Draft(name.head, name.span, form, Traits("other", entry.country, one=True), f"land:{entry.name}", entry.name)
    return Draft(name.head, name.span, form, Traits("state", entry.country, one=True), f"state:{entry.country}", entry.name)


def _country(scene: Scene, name: Name, entry: Entry) -> Draft | None:
    if _completes_a_place(scene, name):
        return None
    if (
        is_hinged(scene.parse, name.first, name.last)
        and name.head.dep == "npadvmod"
        and scene.parse.words[name.last].i + 1 < len(scene.parse.words)
    ):
        after = scene.parse.words[name.last + 1].lower if name.last + 1 < len(scene.parse.words) else ""
        if after in ("based", "born", "wide", "occupied", "administered", "controlled", "held"):
            return None
    outer = scene.modified(name)
    if outer is not None:
        if land_is_meant(outer) and not scene.is_actor_noun(outer):
            return None
        return _state(name, entry, "name")
    if city_acts(name.head) if entry.stands_for == "part" else country_acts(name.head):
        return _state(name, entry, "name")
    return None


def _completes_a_place(scene: Scene, name: Name) -> bool:
    """ "Syria" in "Palmyra, Syria"."""
    words = scene.parse.words
    if name.first < 2 or words[name.first - 1].text != "," or name.head.dep == "conj":
        return False
    before = scene.name_at.get(name.first - 2)
    return before is not None and not before.entry("country") and before.label in ("GPE", "LOC", "FAC") and not before.entry("organisation")


def _seat(name: Name, entry: Entry) -> Draft | None:
    if not city_acts(name.head, seat=True) and name.head.dep in ("pobj", "dobj"):
        return None
    if entry.stands_for in ("state", "government"):
        return Draft(name.head, name.span, "metonym", Traits("state", entry.country, one=True), f"state:{entry.country}")
    kind, code = _SEATS[entry.stands_for]
    return Draft(name.head, name.span, "name", Traits(kind, entry.country, code, one=True), f"seat:{entry.country}:{entry.name}", name.text)


def _nationality(scene: Scene, name: Name) -> Draft | None:
    """ "Israeli" before a noun is Israel; "Israelis", "the French" and "a Russian" are people."""
    if is_taken_sides_on(scene.parse, name.first):
        return None
    outer = scene.modified(name)
    people, adjective = name.entry("people", "person"), name.entry("adjective")
    head = name.head
    if outer is None and people is not None and head.dep not in ("acomp", "amod", "npadvmod", "compound"):
        many = is_plural(head) or any(child.dep == "det" and child.lower == "the" for child in head.children)
        if not many and not any(child.dep in ("det", "nummod") for child in head.children):
            return None
        traits = Traits("population" if many else "unnamed", people.country, "CVL", one=not many, human=True, definite=many)
        return Draft(head, name.span, "description", traits, f"people:{people.country}" if many else "")
    entry = adjective or people
    if entry is None or (outer is None and head.dep != "npadvmod"):
        return None
    if outer is not None and land_is_meant(outer) and not scene.is_actor_noun(outer):
        return None
    return _state(name, entry, "adjective")


def _organisation(scene: Scene, name: Name, entry: Entry) -> Draft:
    o = entry.organisation
    assert o is not None  # noqa: S101 - the caller chose this entry for it
    country = o.country
    if country is None and o.kind == "ngo":
        country = scene.country_before(scene.left(name.head), name.first)
    traits = Traits(o.kind, country, o.code, one=True)
    own = country if country != o.country else None
    return Draft(name.head, name.span, "name", traits, f"org:{o.name}:{own}" if own else f"org:{o.name}", o.name, owner_at=None)


def _believers(scene: Scene, name: Name) -> Draft:
    """ "Yazidis", "Kachin Christians": the people of a faith, of the province named before it."""
    noun = scene.believers(name)
    before = scene.parse.text[name.span.start : name.head.start].strip()
    traits = Traits("population", country_of_province(before) if before else None, noun.code if noun else "", one=False)
    return Draft(name.head, name.span, "name", traits, name=name.text)


def _is_force(scene: Scene, name: Name) -> bool:
    """The parser's "facility" is a ministry or a force by its last word: "al-Nour Brigades"."""
    found = noun_ending_at(scene.parse, name.last - 1, scene.nouns)
    return found is not None and found.noun.sort == "body" and found.noun.code in ("GOV", "MIL", "UAF", "INS", "REB")


def _unknown_body(scene: Scene, name: Name) -> Draft | None:
    """An organisation that no table knows: its own words say what it is ("… Ministry", "… Brigade"), or nothing does."""
    found = noun_ending_at(scene.parse, name.last - 1, scene.nouns)
    if found is None or found.noun.sort != "body":
        found = _body_of(scene, name) or found
    inside = next((entry for entry in name.inside if entry.country and entry.what != "organisation"), None)
    if found is None:
        if name.head.dep in ("compound", "amod", "nmod") and not scene.is_actor_noun(name.head.head) and name.last - name.first == 1:
            return None
        country = inside.country if inside else None
        return Draft(name.head, name.span, "name", Traits("other", country, one=True), "", name.text)
    noun = found.noun
    if noun.words in words_of().party_names and any(word.lower == "for" for word in _words(scene, name)):
        noun = replace(noun, kind="party", code="PTY")
    country = (
        inside.country
        if inside
        else country_of_province(name.text)
        or scene.country_before(scene.left(name.head), name.first)
        or scene.country_after(name.head, noun)
        or _seated_at(scene, name, found)
    )
    if noun.kind == "military" and country is None and any(word.lower in words_of().armed_names for word in _words(scene, name)):
        noun = replace(noun, kind="armed_group", code="UAF")
    kind: ActorKind = "person" if noun.sort == "person" and not is_plural(name.head) else noun.kind
    role = name.text if noun.sort == "person" else ""
    traits = Traits(kind, country, noun.code, noun.words, noun.office, role, not is_plural(name.head), human=noun.sort == "person")
    key = (
        f"{noun.words}:{country}" if country and noun.sort == "body" and found.first - name.first <= 1 and noun.kind == "government" else ""
    )
    owner = scene.owner_before(scene.left(name.head), name.first)
    return Draft(name.head, name.span, "name", traits, key, name.text, owner)


def _body_of(scene: Scene, name: Name) -> Found | None:
    """The noun before "of", "for", "in" in "Supreme Court of Canada", "Ministry of Transport", "Movement for Change"."""
    words = scene.parse.words
    for i in range(name.first, name.last - 1):
        if words[i].lower in ("of", "for", "in") and i > name.first:
            found = noun_ending_at(scene.parse, i - 1, scene.nouns)
            return found if found is not None and found.noun.sort == "body" and found.first >= name.first else None
    return None


def _seated_at(scene: Scene, name: Name, found: Found) -> str | None:
    """The country of the town in the name of a local body: "Lahore High Court", "University of Tartu"."""
    if found.noun.code not in ("COP", "JUD", "EDU", "HLH", "REL", "GOV") or found.noun.kind == "igo":
        return None
    words = scene.parse.words
    first, last = (found.last + 1, name.last) if found.last < name.last else (name.first, found.first)
    if first >= last:
        return None
    return scene.lands.country_of(scene.parse.text[words[first].start : words[last - 1].end], scene.countries)


def _words(scene: Scene, name: Name) -> tuple[Word, ...]:
    return scene.parse.words[name.first : name.last]


def _person(scene: Scene, name: Name) -> Draft:
    title = scene.title_before(name)
    leader = name.entry("leader")
    term = term_of(leader.name, scene.published) if leader is not None else None
    first = min(scene.left(name.head), name.first)
    owner = None
    traits = Traits("person", one=True, human=True, gender=term.gender if term is not None else _gender(scene, name, title))
    if title is not None and title.noun.sort == "person":
        noun = title.noun
        role = scene.parse.text[scene.parse.words[title.first].start : scene.parse.words[title.last - 1].end]
        first = min(first, scene.left(scene.parse.words[title.last - 1]), title.first)
        owner = scene.owner_before(first, title.first)
        country = scene.country_before(first, title.first)
        owner = scene.owner_after(name.head, noun) if owner is None else owner
        country = country or scene.based_in(first, title.first) or scene.country_after(name.head, noun)
        code = "ELI" if noun.code in ("GOV", "LEG", "JUD") and is_former(scene.parse, first, title.first) else noun.code
        traits = Traits("person", country, code, noun.words, noun.office, role, True, True, traits.gender)
    elif first < name.first:
        traits = Traits("person", scene.country_before(first, name.first), one=True, human=True, gender=traits.gender)
        owner = scene.owner_before(first, name.first)
    words = scene.parse.words
    while first < name.first and (words[first].pos in ("PUNCT", "DET", "ADV") or words[first].dep in ("advmod", "cc", "preconj")):
        first += 1
    key = f"{LEADER}{leader.name}" if leader else ""
    return Draft(name.head, Span(words[first].start, name.span.end), "name", traits, key, name.text, owner)


def _gender(scene: Scene, name: Name, title: Found | None) -> Gender | None:
    """What a title or a form of courtesy says; names themselves are weighed later."""
    words = scene.parse.words
    before = words[name.first - 1].lower if name.first else ""
    for word in (
        title.noun.words if title else "",
        before,
        words[name.first].lower if words[name.first].lower in words_of().courtesy else "",
    ):
        if word in words_of().female:
            return "f"
        if word in words_of().male:
            return "m"
    return None
