"""The record of one report: the contract of RECORD.md, as frozen typed values.

A field that the words do not support is None; a list is never missing. Spans are code points of `document.text`.
Ids (`a1`, `t1`, `p1`, `s1`, `e1`, `n1`, `m1`) are unique inside one record and follow the order of first span.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.document import Block, Link
from onrecord.model.span import Span

FORMAT = 1
"""The version of the record's form; raised when the meaning of a key changes."""

ActorKind = Literal[
    "person", "state", "government", "military", "police", "armed_group", "party",
    "igo", "ngo", "company", "media", "population", "unnamed", "other",
]  # fmt: skip
MentionForm = Literal["name", "description", "pronoun", "metonym", "adjective"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceKind = Literal["country", "region", "city", "site", "water", "other"]
StatementKind = Literal["direct", "mixed", "indirect", "headline"]
EventStatus = Literal[
    "actual", "ongoing", "announced", "requested", "ordered", "threatened", "possible", "conditional", "predicted", "denied", "failed"
]
PloverEvent = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT",
]  # fmt: skip
TollKind = Literal[
    "killed", "injured", "missing", "displaced", "evacuated", "abducted", "detained", "trapped", "affected",
    "killed_or_injured", "injured_or_missing",
]  # fmt: skip
Qualifier = Literal["exact", "at_least", "more_than", "up_to", "less_than", "nearly", "about", "range", "vague", "zero", "fraction"]
RelationKind = Literal["retaliation", "cause", "purpose", "condition", "before", "after", "during", "part_of"]
MediationActKind = Literal[
    "offer", "appeal", "accept", "reject", "host", "talks", "shuttle", "propose", "broker", "agree", "violate", "suspend", "collapse"
]
MediationSubject = Literal["ceasefire", "peace_talks", "hostages", "prisoners", "humanitarian_access", "settlement", "other"]


class Value(msgspec.Struct, frozen=True, omit_defaults=False):
    """Base of everything in a record: frozen, compared by value, every key written."""


class Mention(Value, frozen=True):
    """Words that name an actor."""

    span: Span
    form: MentionForm


class Actor(Value, frozen=True):
    """Someone or something that acts or speaks. `of` is the id of the actor that a role serves.

    `members` are the actors that a collective counts ("both sides"), where the report names them.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    roles: tuple[str, ...]
    of: str | None
    code: str | None
    wikidata: str | None
    mentions: tuple[Mention, ...]
    members: tuple[str, ...] = ()


class Time(Value, frozen=True):
    """A TIMEX3 expression; `begin` and `end` are the first and last ISO day that it can mean, inclusive."""

    id: str
    span: Span
    type: TimeType
    value: str
    begin: str | None
    end: str | None


class Place(Value, frozen=True):
    """A toponym. Coordinates are degrees (WGS 84), both None where the reader abstains."""

    id: str
    span: Span
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None


class Statement(Value, frozen=True):
    """Attributed words. `mental` marks a thought or an intention rather than speech."""

    id: str
    kind: StatementKind
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quotes: tuple[Span, ...]
    addressee: str | None = None
    time: str | None = None
    place: str | None = None
    mental: bool = False


class Plover(Value, frozen=True):
    """The act in PLOVER's terms: event, its mode where it has one, and the contexts it stands in."""

    event: PloverEvent
    mode: str | None
    contexts: tuple[str, ...] = ()


class Event(Value, frozen=True):
    """Who did what to whom. `spans` gives each participant's own words, by actor id; `evidence` is the clause.

    A collective ("both sides") stands as its members where the report names them. Those who did it to each other are sources and targets
    both. Where only a place or a thing of a country is named the target is who is there, or that country, and its span those words.
    `place` is the place that hangs on the act in its clause, None where none does.

    `quad` is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. `score` is the
    classifier's calibrated probability where no single frame decided, else None.
    """

    id: str
    anchor: Span
    cameo: str
    plover: Plover
    quad: int
    goldstein: float | None
    status: EventStatus
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    mediators: tuple[str, ...]
    spans: dict[str, Span]
    evidence: Span
    time: str | None = None
    place: str | None = None
    statement: str | None = None
    score: float | None = None


class Toll(Value, frozen=True):
    """A human cost. `low` and `high` are the least and most that the words allow, `number` the figure named."""

    id: str
    span: Span
    kind: TollKind
    low: int | None
    high: int | None
    number: int | None
    qualifier: Qualifier
    qualifier_span: Span | None = None
    implicit: bool = False
    of: str | None = None
    of_span: Span | None = None
    victims: tuple[str, ...] = ()
    perpetrators: tuple[str, ...] = ()
    civilians: bool | None = None
    part_of: str | None = None
    status: EventStatus = "actual"
    cumulative: bool = False
    begin: str | None = None
    end: str | None = None
    event: str | None = None
    statement: str | None = None
    hedge_span: Span | None = None


class Relation(Value, frozen=True, rename={"from_": "from"}):
    """How one event hangs together with another, and the words that say so."""

    kind: RelationKind
    from_: str
    to: str
    span: Span


class Term(Value, frozen=True):
    """One typed term of a proposal or deal, with the words that give it; `value` is None where only the words are known."""

    kind: str
    span: Span
    value: str | None = None


class MediationAct(Value, frozen=True):
    """What was done for an agreement, by whom, between whom. `terms` are words, `term_values` those of them whose kind is known."""

    id: str
    act: MediationActKind
    third_parties: tuple[str, ...]
    mediators: tuple[str, ...]
    parties: tuple[str, ...]
    requested_by: str | None
    subject: MediationSubject
    terms: tuple[Span, ...]
    status: EventStatus
    events: tuple[str, ...]
    statements: tuple[str, ...]
    time: str | None = None
    place: str | None = None
    anchor: Span | None = None
    process: str | None = None
    process_span: Span | None = None
    term_values: tuple[Term, ...] = ()


class ReaderInfo(Value, frozen=True):
    """What read the report; the same text and the same three give the same record."""

    version: str
    model: str
    vocabulary: str


class DocumentInfo(Value, frozen=True):
    """The document as the record shows it (its warnings stand in `Record.warnings`)."""

    id: str
    key: str
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    published_span: Span | None
    authors: tuple[str, ...]
    credits: tuple[str, ...]
    language: str | None
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


class Record(Value, frozen=True):
    """What reading one report yields."""

    onrecord: int
    reader: ReaderInfo
    document: DocumentInfo
    actors: tuple[Actor, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    tolls: tuple[Toll, ...]
    relations: tuple[Relation, ...]
    mediation: tuple[MediationAct, ...]
    warnings: tuple[str, ...]

    def words(self, span: Span) -> str:
        """The words at a span of this record's text."""
        return self.document.text[span[0] : span[1]]


_DECODER = msgspec.json.Decoder(Record)


def to_json(record: Record) -> bytes:
    """The record as one line of UTF-8 JSON, keys in the order of this file: the same record gives the same bytes."""
    return msgspec.json.encode(record)


def from_json(data: bytes | str) -> Record:
    """The record that `to_json` wrote. Raises `msgspec.ValidationError` when the form is not that of RECORD.md."""
    return _DECODER.decode(data)
