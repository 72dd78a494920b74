"""The tables over many reports: incidents, and what people have decided of values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from onrecord.export.columns import Column
from onrecord.export.tables.common import Country, End, FirstDay, LastDay, Latitude, Longitude, Report, Start


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One act, however many reports tell it. What is one act is worked out, and people's decisions on it hold."""

    id: Annotated[str, Column("The incident's id.")]
    cameo: Annotated[str, Column("CAMEO code.")]
    label: Annotated[str | None, Column("What the CAMEO code stands for.")]
    plover: Annotated[str, Column("PLOVER event.")]
    status: Annotated[str, Column("Whether it happened; denied where all its reports deny it.")]
    first_day: FirstDay
    last_day: LastDay
    day_precision: Annotated[str, Column("How the day is known.")]
    place: Annotated[str | None, Column("Where, by name.")]
    country: Country
    latitude: Latitude
    longitude: Longitude
    place_precision: Annotated[str, Column("How the place is known.")]
    sources: Annotated[tuple[str, ...], Column("Who did it, by name, the most often named first.")]
    targets: Annotated[tuple[str, ...], Column("To whom, by name, the most often named first.")]
    reports: Annotated[int, Column("Reports that tell it.")]
    independent: Annotated[int, Column("The same, copies of one text counted once.")]
    said_by: Annotated[tuple[str, ...], Column("Speakers whom reports quote for it.")]
    denied_by: Annotated[tuple[str, ...], Column("Speakers who deny it.")]
    first_report: Annotated[str | None, Column("Publication of the first report that tells it.")]
    latest_report: Annotated[str | None, Column("Publication of the latest report that tells it.")]


@dataclass(frozen=True, slots=True)
class IncidentEventRow:
    """Which events of which reports an incident consists of."""

    incident: Annotated[str, Column("The incident.")]
    report: Report
    event: Annotated[str, Column("The event.")]


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What a person decided of a value. The tables hold the record with these decisions in force."""

    report: Report
    layer: Annotated[str, Column("The table of the value.")]
    action: Annotated[str, Column("accept, change, reject, add, merge or split.")]
    who: Annotated[str, Column("Who decided.")]
    when: Annotated[str, Column("When.")]
    why: Annotated[str | None, Column("Why.")]
    start: Start
    end: End
