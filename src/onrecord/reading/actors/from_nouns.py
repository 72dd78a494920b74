"""Phrases whose head is a noun of office or of group: "the Russian leader", "Hamas militants", "aid groups", "both sides"."""

from __future__ import annotations

from onrecord.model.record import ActorKind
from onrecord.model.span import Span
from onrecord.reading.actors.describe import Found, count_before, is_definite, is_former, is_plural
from onrecord.reading.actors.phrase import Draft, Gender, Traits
from onrecord.reading.actors.scene import Scene
from onrecord.reading.parse import Word
from onrecord.vocabulary.actors.words import words_of

_HELD = frozenset(("GOV", "LEG", "JUD"))
"""Roles that end: a former minister is one of the elite (CAMEO ELI)."""
_ARMED = frozenset(("armed_group", "military", "police"))
_PLURAL_OF_PERSONS: dict[str, ActorKind] = {
    "GOV": "government",
    "LEG": "government",
    "JUD": "government",
    "MIL": "military",
    "COP": "police",
    "SPY": "government",
}


def draft_of_noun(scene: Scene, head: Word) -> Draft | None:
    """The phrase that a common noun heads, or None where it names no actor here."""
    found = scene.noun(head)
    if found is None or is_title_of_name(scene, found):
        return None
    noun = found.noun
    if _is_mere_thing(noun.words, head):
        return None
    modifies = head.dep in ("compound", "nmod", "amod", "npadvmod") and head.i < head.head.i
    if modifies and not _modifier_counts(scene, head, found):
        return None
    first = min(scene.left(head), found.first)
    words = scene.parse.words
    plural = is_plural(head)
    if any(child.lower == "no" and child.dep == "det" for child in head.children):
        return None
    owner = scene.owner_before(first, found.first)
    if owner is None and not modifies:
        owner = scene.owner_after(head, noun)
    shared = owner is not None and first <= owner < found.first and words[owner].dep == "conj" and words[owner].head.i in scene.name_at
    owner = None if shared else owner
    country = None if shared else scene.country_before(first, found.first) or scene.based_in(first, found.first)
    if country is None and not modifies and not shared:
        country = scene.country_after(head, noun)
    code = "ELI" if noun.code in _HELD and is_former(scene.parse, first, found.first) else noun.code
    code = code or scene.code_before(first, found.first)
    definite = is_definite(scene.parse, first, head)
    if noun.words == "party" and plural and definite and owner is None and country is None and not head.child("amod", "compound"):
        noun, code = scene.nouns["side"], ""
    if noun.words in words_of().needs_owner and not (owner is not None or definite or _acts(head)):
        return None
    if (noun.office == "side" and not (definite or plural)) or (
        noun.kind == "state" and not definite and not (plural and count_before(head))
    ):
        return None
    one = not plural and not _counted_many(head)
    kind: ActorKind = noun.kind
    if noun.sort == "person":
        kind = _kind_of_people(found, one, definite or owner is not None)
    role = scene.parse.text[words[found.first].start : words[found.last - 1].end]
    gender: Gender | None = "f" if noun.words in words_of().female else "m" if noun.words in words_of().male else None
    traits = Traits(
        kind, country, code, noun.words, noun.office, role if noun.sort == "person" else "", one, noun.sort == "person",
        gender if one else None, definite, count_before(head),
    )  # fmt: skip
    while first < found.first and (words[first].pos == "PUNCT" or words[first].dep in ("cc", "preconj")):
        first += 1
    return Draft(head, Span(words[first].start, words[found.last - 1].end), "description", traits, "", "", owner)


def _is_mere_thing(noun: str, head: Word) -> bool:
    """ "The house", "her own business": no House, no company."""
    owned = noun == "house" or any(child.tag == "PRP$" for child in head.children)
    return owned and noun in words_of().mere_things and head.text.islower()


def is_title_of_name(scene: Scene, found: Found) -> bool:
    """ "President" in "President Ada Example": part of the name's phrase."""
    name = scene.name_at.get(found.last)
    return name is not None and name.first == found.last and scene.title_before(name) is not None and scene.is_person(name)


def _modifier_counts(scene: Scene, head: Word, found: Found) -> bool:
    """A noun before another noun: an actor in "rebel attack" and "army spokesman", none in "prime minister" or "people smugglers"."""
    outer = scene.noun(head.head)
    if outer is not None and outer.first <= head.i < outer.last:
        return False
    if head.tag not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    noun = found.noun
    if noun.words in words_of().needs_owner or noun.office == "side" or noun.kind in ("state", "population", "company", "other"):
        return False
    return noun.sort == "body" or noun.kind in _ARMED


def _acts(head: Word) -> bool:
    return head.is_root or (head.dep == "nsubj" and head.head.lemma.lower() in words_of().acts)


def _counted_many(head: Word) -> bool:
    number = count_before(head)
    return number is not None and number > 1


def _kind_of_people(found: Found, one: bool, known: bool) -> ActorKind:
    noun = found.noun
    if one:
        return "person" if known or (noun.kind == "person" and noun.code) else "unnamed"
    if noun.kind not in ("person", "unnamed"):
        return noun.kind
    return _PLURAL_OF_PERSONS.get(noun.code, "other") if noun.code else "other"
