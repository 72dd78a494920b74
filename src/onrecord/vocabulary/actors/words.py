"""Closed lists that decide whether and how words name an actor. Data in `words.toml`, where each list says what it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.packaged import table as packaged


@dataclass(frozen=True, slots=True)
class Words:
    female: frozenset[str]
    male: frozenset[str]
    courtesy: frozenset[str]
    where: frozenset[str]
    not_acts: frozenset[str]
    to_the_actor: frozenset[str]
    states_of_mind: frozenset[str]
    of_the_land: frozenset[str]
    needs_owner: frozenset[str]
    acts: frozenset[str]
    saying: frozenset[str]
    quantities: frozenset[str]
    people_verbs: frozenset[str]
    named_things: frozenset[str]
    armed_names: frozenset[str]
    binding: frozenset[str]
    person_or_body: frozenset[str]
    divisions: frozenset[str]
    guests: frozenset[str]
    kept_titles: frozenset[str]
    party_names: frozenset[str]
    settlements: frozenset[str]
    arms: frozenset[str]
    unknown_fighters: frozenset[str]
    mere_things: frozenset[str]


@cache
def words_of() -> Words:
    """The lists, as sets of lower-case words."""
    lists: dict[str, list[str]] = packaged("onrecord.vocabulary.actors", "words")
    return Words(**{name: frozenset(words) for name, words in lists.items()})
