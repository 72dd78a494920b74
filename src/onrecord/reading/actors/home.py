"""The state that a report is about, and who is its own without a word: "the army", "the interior minister", "police", "residents".

A report names the country of whoever comes from abroad; who stands there without one belongs to the state that the report is about.
Where no state stands out, nobody is given one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from difflib import SequenceMatcher

from onrecord.codes.leaders import in_office
from onrecord.model.record import ActorKind
from onrecord.reading.actors.cluster import plain
from onrecord.reading.actors.describe import is_bare
from onrecord.reading.actors.phrase import LEADER, THING, Phrase
from onrecord.vocabulary.actors.words import words_of

_OPENING = 3
"""What a country named in the first sentence counts, where one named later counts one a sentence."""
_ALONE, _BESIDE_OTHERS = 1.5, 2.0
"""How many times more often than the next country it must be named: where the first sentence names it alone, and where not."""
_BODIES: frozenset[ActorKind | None] = frozenset(("government", "military", "police"))
_OFFICIALS = frozenset(("GOV", "LEG", "JUD", "COP", "MIL", "OPP"))
_PEOPLE = frozenset(("GOV", "LEG", "JUD", "COP", "MIL", "OPP", "CVL", "AGR", "LAB", "HLH", "REB"))
_ABROAD = frozenset(("envoy", "spokesperson", "foreign_minister", "serves", "side"))
"""Offices whose holders are often abroad, or serve somebody else."""

_SAME_NAME = 0.8
"""How alike two spellings of one surname are at least."""


def countries_by_sentence(phrases: Iterable[Phrase]) -> dict[int, set[str]]:
    """The countries that each sentence speaks of, under its number."""
    seen: dict[int, set[str]] = {}
    for phrase in phrases:
        if phrase.traits.country is not None:
            seen.setdefault(phrase.head.sentence.index, set()).add(phrase.traits.country)
    return seen


def with_bodies(phrases: Iterable[Phrase]) -> set[str]:
    """The countries of which the report names a force, a group of fighters, a ministry, a court or an official at home: a state that is
    only named, or only sends an envoy, may be anyone's neighbour ("France condemned the coup. The army …").
    """
    held = (phrase.traits for phrase in phrases)
    return {
        t.country
        for t in held
        if t.country is not None
        and (t.kind in _BODIES or t.kind == "armed_group" or t.code in _OFFICIALS)
        and t.office not in _ABROAD
        and not t.office.startswith("head_of")
        and t.noun not in words_of().guests
    }


def home_state(seen: Mapping[int, set[str]], bodies: Collection[str]) -> str | None:
    """ISO 3166-1 alpha-3 of the state that is named in far more sentences than any other; None where none stands out, or where it has
    nobody at home in the report (`bodies`).
    """
    counts = Counter[str]()
    for sentence, countries in seen.items():
        counts.update(dict.fromkeys(countries, _OPENING if sentence == 0 else 1))
    best = sorted(counts, key=lambda country: (-counts[country], country))[:2]
    stands_out = _ALONE if len(seen.get(0, ())) == 1 else _BESIDE_OTHERS
    if not best or (len(best) > 1 and counts[best[0]] < stands_out * counts[best[1]]):
        return None
    return best[0] if best[0] in bodies else None


def is_at_home(phrase: Phrase, home: str, published: str | None, here: Collection[str]) -> bool:
    """The words give it no owner and no country, and it is what a state has of its own. `here`: the countries that its sentence names."""
    t, lists = phrase.traits, words_of()
    if any(child.i < phrase.head.i and child.child("conj") is not None for child in phrase.head.children):
        return False
    if t.country is not None or phrase.owner is not None or phrase.key.startswith(THING) or phrase.form not in ("name", "description"):
        return False
    if t.office in _ABROAD or t.noun in lists.guests or (t.noun in lists.needs_owner and not t.human):
        return False
    if t.kind in _BODIES and not t.human:
        said = t.definite or phrase.form == "name" or is_bare(phrase.head)
        return t.noun != "" and said and (t.one is not False or t.definite or t.noun in ("authority", "police"))
    if phrase.form == "name" and (t.one is False or phrase.key.startswith(LEADER) or not _may_rule(phrase, home, published)):
        return False
    if t.one:
        return t.human and t.code in _OFFICIALS and (t.definite or phrase.form == "name")
    return t.one is False and t.code in _PEOPLE and t.kind != "other" and all(country == home for country in here)


def _may_rule(phrase: Phrase, home: str, published: str | None) -> bool:
    """A president named without a country is the home state's own, unless our table knows another there on that day."""
    if not phrase.traits.office.startswith("head_of"):
        return True
    term = in_office(home, phrase.traits.office, published)
    if term is None:
        return published is not None
    return SequenceMatcher(None, plain(term.name).split()[-1], plain(phrase.name).split()[-1]).ratio() >= _SAME_NAME
