"""The tables of what the reports tell: statements, events, tolls, mediation, and who has which part in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from onrecord.export.columns import Column
from onrecord.export.tables.common import (
    Code,
    Country,
    End,
    FirstDay,
    Id,
    LastDay,
    Latitude,
    Longitude,
    PlaceCountry,
    PlaceId,
    PlaceName,
    Published,
    Report,
    SaidBy,
    Start,
    StatementId,
    Status,
    TimeId,
    Words,
)
from onrecord.model.record import (
    ActorKind,
    MediationActKind,
    MediationSubject,
    PloverEvent,
    Qualifier,
    RelationKind,
    StatementKind,
    TollKind,
)


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Who said what."""

    report: Report
    id: Id
    published: Published
    kind: Annotated[StatementKind, Column("direct: quoted; indirect; mixed: indirect with quoted words; headline.")]
    mental: Annotated[bool, Column("A thought or intention rather than speech.")]
    speaker: Annotated[str | None, Column("The actor who says it; empty where no words name one.")]
    speaker_name: Annotated[str | None, Column("The speaker's name.")]
    speaker_country: Annotated[str | None, Column("The speaker's country, ISO 3166-1 alpha-3.")]
    speaker_code: Annotated[str | None, Column("The speaker's CAMEO actor code.")]
    addressee: Annotated[str | None, Column("The actor to whom it is said.")]
    addressee_name: Annotated[str | None, Column("The addressee's name.")]
    time: TimeId
    first_day: FirstDay
    last_day: LastDay
    place: PlaceId
    place_name: PlaceName
    speaker_start: Annotated[int | None, Column("Where the words for the speaker start.")]
    speaker_end: Annotated[int | None, Column("Where the words for the speaker end.")]
    cue_start: Annotated[int | None, Column("Where the cue (said, warned, according to) starts.")]
    cue_end: Annotated[int | None, Column("Where the cue ends.")]
    cue: Annotated[str | None, Column("The cue.")]
    quotes: Annotated[str | None, Column("The words in quotation marks; pieces are parted by …")]
    spans: Annotated[tuple[str, ...], Column("Start and end of each piece of what is said.")]
    start: Start
    end: End
    words: Annotated[str, Column("What is said; pieces are parted by …")]


@dataclass(frozen=True, slots=True)
class EventRow:
    """Who did what to whom. The lists of a side are in the same order; the table of participants has a row for each."""

    report: Report
    id: Id
    published: Published
    cameo: Annotated[str, Column("CAMEO code.")]
    label: Annotated[str | None, Column("What the CAMEO code stands for.")]
    plover: Annotated[PloverEvent, Column("PLOVER event.")]
    mode: Annotated[str | None, Column("PLOVER mode.")]
    contexts: Annotated[tuple[str, ...], Column("PLOVER contexts.")]
    quad: Annotated[int, Column("1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.")]
    goldstein: Annotated[float | None, Column("Goldstein weight, -10 to 10.")]
    status: Status
    sources: Annotated[tuple[str, ...], Column("Who did it, by name.")]
    source_ids: Annotated[tuple[str, ...], Column("Who did it, by actor id.")]
    source_codes: Annotated[tuple[str, ...], Column("Their CAMEO actor codes; ? where there is none.")]
    targets: Annotated[tuple[str, ...], Column("To whom, by name.")]
    target_ids: Annotated[tuple[str, ...], Column("To whom, by actor id.")]
    target_codes: Annotated[tuple[str, ...], Column("Their CAMEO actor codes; ? where there is none.")]
    mediators: Annotated[tuple[str, ...], Column("Who mediates, by name.")]
    mediator_ids: Annotated[tuple[str, ...], Column("Who mediates, by actor id.")]
    time: TimeId
    first_day: FirstDay
    last_day: LastDay
    place: PlaceId
    place_name: PlaceName
    place_country: PlaceCountry
    latitude: Latitude
    longitude: Longitude
    statement: StatementId
    said_by: SaidBy
    score: Annotated[float | None, Column("Probability (0 to 1), where a classifier chose the code.")]
    start: Start
    end: End
    words: Annotated[str, Column("The words that name the act.")]
    evidence_start: Annotated[int, Column("Where the clause starts.")]
    evidence_end: Annotated[int, Column("Where the clause ends.")]
    evidence: Annotated[str, Column("The clause.")]


@dataclass(frozen=True, slots=True)
class TollRow:
    """A human cost as it is claimed. Claims are not to be summed: several can count the same people."""

    report: Report
    id: Id
    published: Published
    kind: Annotated[TollKind, Column("What befell them.")]
    low: Annotated[int | None, Column("The least that the words allow.")]
    high: Annotated[int | None, Column("The most that the words allow.")]
    number: Annotated[int | None, Column("The figure named.")]
    qualifier: Annotated[Qualifier, Column("How the figure is meant.")]
    implicit: Annotated[bool, Column("The number is in the noun (a soldier was killed).")]
    cumulative: Annotated[bool, Column("A running total rather than the cost of one event.")]
    of: Annotated[str | None, Column("Whom or what the figure counts.")]
    civilians: Annotated[bool | None, Column("Whether they are civilians.")]
    victims: Annotated[tuple[str, ...], Column("The victims, by name.")]
    victim_ids: Annotated[tuple[str, ...], Column("The victims, by actor id.")]
    perpetrators: Annotated[tuple[str, ...], Column("Who did it, by name.")]
    perpetrator_ids: Annotated[tuple[str, ...], Column("Who did it, by actor id.")]
    part_of: Annotated[str | None, Column("The toll that this one is a part of.")]
    status: Status
    first_day: Annotated[str | None, Column("First day that it counts.", day=True)]
    last_day: Annotated[str | None, Column("Last day that it counts.", day=True)]
    event: Annotated[str | None, Column("The event that cost it.")]
    statement: StatementId
    said_by: SaidBy
    start: Start
    end: End
    words: Words


@dataclass(frozen=True, slots=True)
class RelationRow:
    """How two events hang together."""

    report: Report
    n: Annotated[int, Column("Which relation of the report, from 1.")]
    kind: Annotated[RelationKind, Column("from_event is or comes … of to_event.")]
    from_event: Annotated[str, Column("The one event.")]
    to_event: Annotated[str, Column("The other event.")]
    start: Start
    end: End
    words: Words


@dataclass(frozen=True, slots=True)
class MediationRow:
    """What a third party, or somebody towards one, did for an agreement."""

    report: Report
    id: Id
    published: Published
    act: Annotated[MediationActKind, Column("The act.")]
    subject: Annotated[MediationSubject, Column("What it is about.")]
    status: Status
    third_parties: Annotated[tuple[str, ...], Column("Third parties, by name.")]
    third_party_ids: Annotated[tuple[str, ...], Column("Third parties, by actor id.")]
    mediators: Annotated[tuple[str, ...], Column("People who mediate for them, by name.")]
    mediator_ids: Annotated[tuple[str, ...], Column("People who mediate for them, by actor id.")]
    parties: Annotated[tuple[str, ...], Column("Parties to the conflict, by name.")]
    party_ids: Annotated[tuple[str, ...], Column("Parties to the conflict, by actor id.")]
    requested_by: Annotated[str | None, Column("Who asked for it, by actor id.")]
    requested_by_name: Annotated[str | None, Column("Who asked for it, by name.")]
    process: Annotated[str | None, Column("The name of the process.")]
    events: Annotated[tuple[str, ...], Column("The events it consists of.")]
    statements: Annotated[tuple[str, ...], Column("The statements it is told in.")]
    time: TimeId
    first_day: FirstDay
    last_day: LastDay
    place: PlaceId
    place_name: PlaceName
    place_country: PlaceCountry
    start: Annotated[int | None, Column("Where the words that name the act start.")]
    end: Annotated[int | None, Column("Where the words that name the act end.")]
    words: Annotated[str | None, Column("The words that name the act.")]


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of what a mediation act proposes or settles."""

    report: Report
    mediation: Annotated[str, Column("The mediation act.")]
    n: Annotated[int, Column("Which term of the act, from 1.")]
    kind: Annotated[str | None, Column("What the term settles; empty where only the words are known.")]
    value: Annotated[str | None, Column("What it settles it to.")]
    start: Start
    end: End
    words: Words


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """An actor's part in an event, a toll, a mediation act or a statement: one row a part, for joins and counts."""

    report: Report
    layer: Annotated[str, Column("The table of the value: events, tolls, mediation or statements.")]
    value: Annotated[str, Column("The value's id.")]
    role: Annotated[
        str, Column("source, target, mediator; victim, perpetrator; third_party, mediator, party, requested_by; speaker, addressee.")
    ]
    n: Annotated[int, Column("Which one of that role, from 1.")]
    actor: Annotated[str, Column("The actor's id.")]
    name: Annotated[str, Column("The actor's name.")]
    kind: Annotated[ActorKind, Column("What the actor is.")]
    country: Country
    code: Code
    start: Annotated[int | None, Column("Where the words for the actor start, where the value has words of its own for it.")]
    end: Annotated[int | None, Column("Where they end.")]
    words: Annotated[str | None, Column("Those words.")]
