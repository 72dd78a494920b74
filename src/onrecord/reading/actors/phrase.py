"""A phrase: one mention of an actor, with what its own words say, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.record import ActorKind, MentionForm
from onrecord.model.span import Span
from onrecord.reading.parse import Word

Gender = Literal["m", "f"]
THING = "thing:"
"""How the key of a phrase begins that names no actor, and is kept only because a pronoun may mean it."""
GROUND = "thing:ground:"
"""A thing that is a place: nobody says "he" of it."""

LEADER = "leader:"
"""How the key of a person begins whom the table of offices knows; the table's name follows."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What the words of one phrase say. None or empty is: they do not say."""

    kind: ActorKind | None = None
    country: str | None = None
    code: str = ""
    """The CAMEO role, or for an international organisation the whole code."""
    noun: str = ""
    """The noun of office or of group, as in `nouns.csv`."""
    office: str = ""
    role: str = ""
    """The noun as the report writes it."""
    one: bool | None = None
    """True: one human being or one body; False: many."""
    human: bool = False
    gender: Gender | None = None
    definite: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A phrase before all are numbered: `owner_at` and `same_at` are places of words (heads of other phrases)."""

    head: Word
    span: Span
    form: MentionForm
    traits: Traits
    key: str = ""
    name: str = ""
    owner_at: int | None = None
    same_at: int | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """`n` is its place among the phrases, which are in order of text; `head` is its grammatical head.

    `key` says that two phrases are one actor whatever their words ("state:RUS"); `name` holds the words of a name;
    `owner` is the number of the phrase that this one serves or belongs to, `same` of one that grammar says is the same.
    """

    n: int
    head: Word
    span: Span
    form: MentionForm
    traits: Traits
    key: str = ""
    name: str = ""
    owner: int | None = None
    same: int | None = None
