"""The tables of the reports and of whom, when and where they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from onrecord.export.columns import Column
from onrecord.export.tables.common import Code, Country, End, FirstDay, Id, LastDay, Latitude, Longitude, Published, Report, Start, Words
from onrecord.model.record import ActorKind, MentionForm, PlaceKind, TimeType


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report and what read it."""

    report: Report
    key: Annotated[str, Column("The name it came under: path, or id given with JSON Lines.")]
    url: Annotated[str | None, Column("Its address.")]
    outlet: Annotated[str | None, Column("Who published it.")]
    title: Annotated[str | None, Column("Its title.")]
    published: Annotated[str | None, Column("Day or time of publication as the report gives it.")]
    day: Published
    authors: Annotated[tuple[str, ...], Column("Who wrote it.")]
    language: Annotated[str | None, Column("Language of the text.")]
    characters: Annotated[int, Column("Length of the text in code points.")]
    reader: Annotated[str, Column("Version of onrecord that read it.")]
    model: Annotated[str, Column("The language model, with its digest.")]
    vocabulary: Annotated[str, Column("SHA-256 of the vocabulary.")]
    warnings: Annotated[tuple[str, ...], Column("What could not be read.")]


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Someone or something that acts or speaks in a report."""

    report: Report
    id: Id
    name: Annotated[str, Column("Its name, or how it is described.")]
    kind: Annotated[ActorKind, Column("What it is.")]
    country: Country
    roles: Annotated[tuple[str, ...], Column("Offices named.")]
    of: Annotated[str | None, Column("The actor that the role serves.")]
    of_name: Annotated[str | None, Column("That actor's name.")]
    code: Code
    members: Annotated[tuple[str, ...], Column("Actors that a collective counts.")]
    mentions: Annotated[int, Column("How often it is mentioned, pronouns too.")]
    start: Start
    end: End
    words: Words


@dataclass(frozen=True, slots=True)
class MentionRow:
    """Words that name an actor."""

    report: Report
    actor: Annotated[str, Column("The actor's id.")]
    n: Annotated[int, Column("Which mention, from 1.")]
    form: Annotated[MentionForm, Column("How it is named.")]
    start: Start
    end: End
    words: Words


@dataclass(frozen=True, slots=True)
class TimeRow:
    """Words that say when, with their value in the TIMEX3 standard."""

    report: Report
    id: Id
    type: Annotated[TimeType, Column("TIMEX3 type.")]
    value: Annotated[str, Column("TIMEX3 value.")]
    first_day: FirstDay
    last_day: LastDay
    start: Start
    end: End
    words: Words


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Words that name a place. Coordinates are empty where the reader abstains."""

    report: Report
    id: Id
    name: Annotated[str, Column("Its name.")]
    kind: Annotated[PlaceKind, Column("What it is.")]
    country: Country
    admin1: Annotated[str | None, Column("First-level division.")]
    latitude: Latitude
    longitude: Longitude
    geonames: Annotated[int | None, Column("GeoNames id.")]
    start: Start
    end: End
    words: Words
