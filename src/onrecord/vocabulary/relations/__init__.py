"""Words that tie one act to another, as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args

import msgspec

from onrecord.model.record import RelationKind
from onrecord.vocabulary.packaged import table as packaged

_KINDS: tuple[RelationKind, ...] = get_args(RelationKind)


@dataclass(frozen=True, slots=True)
class Ties:
    """Word to kind of relation."""

    marks: dict[str, RelationKind]
    prepositions: dict[str, RelationKind]
    nouns: dict[str, RelationKind]
    verbs: dict[str, RelationKind]
    adverbs: dict[str, RelationKind]
    phrases: dict[str, RelationKind]


@cache
def load_ties() -> Ties:
    """The table of relations.toml."""
    table = msgspec.convert(packaged("onrecord.vocabulary.relations", "relations"), dict[str, dict[str, str]])
    return Ties(**{name: _by_word(words) for name, words in table.items()})


def _by_word(table: dict[str, str]) -> dict[str, RelationKind]:
    """`+note` after a word is a note for the reader of the file."""
    return {word.strip().partition("+")[0]: kind for kind in reversed(_KINDS) for word in table.get(kind, "").split(",") if word.strip()}
