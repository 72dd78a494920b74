"""A toponym: words of the report that name a place, before it is settled which place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.codes.places import Candidate
from onrecord.model.span import Span
from onrecord.reading.parse.words import Word

Sort = Literal["division", "settlement", "site", "water"]
"""What the words around a name say it is."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` up to and without `last` of the parse that the gazetteer knows as a name; `key` is that name's key."""

    first: int
    last: int
    key: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name taken for a place. `candidates` is empty where the gazetteer does not know it; `head` is its grammatical head.

    `sort` is what a type word beside it says ("Idlib province"); `embedded` marks the name of a place inside a body's
    name, `stands_in` a site that is named after the place in which it stands ("Tartus airport"): the candidates are that place's.
    """

    first: int
    last: int
    span: Span
    key: str
    head: Word
    candidates: tuple[Candidate, ...]
    sort: Sort | None = None
    embedded: bool = False
    stands_in: bool = False
