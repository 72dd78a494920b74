"""An incident as all its witnesses tell it: best day and place, the parties, who says it, who denies it, how many sources of their own."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import msgspec

from onrecord.ledger.copies import independent
from onrecord.ledger.days import day_of
from onrecord.model.record import Event, Place, Record

DayPrecision = Literal["day", "days", "report", "unknown"]
PlacePrecision = Literal["site", "city", "region", "country", "unknown"]
FINE: Mapping[str, PlacePrecision] = {"site": "site", "city": "city", "region": "region", "water": "region", "country": "country"}
ORDER = ("site", "city", "region", "country", "unknown")

T = TypeVar("T")


class Incident(msgspec.Struct, frozen=True):
    """One act as all its reports tell it. Days are ISO; `day_precision` is "report" when only the reports' dates are known.

    `sources` and `targets` are names, the most often named first. `independent` counts copies of one text as one source.
    `said_by` are the speakers whom reports quote for it and "" for a report's own voice; `denied_by` those who deny it.
    """

    id: str
    plover: str
    cameo: str
    status: str
    first_day: str | None
    last_day: str | None
    day_precision: DayPrecision
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    place_precision: PlacePrecision
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    reports: tuple[str, ...]
    independent: int
    said_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    first_report: str | None
    latest_report: str | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's events of the incident, the leading one first."""

    record: Record
    events: tuple[Event, ...]


def incident_id(members: Iterable[str]) -> str:
    """An id that depends on the witnesses only: `i` and twelve hex digits of the smallest of them."""
    return "i" + hashlib.sha256(min(members).encode()).hexdigest()[:12]


def describe(members: Sequence[str], tellings: Sequence[Telling], groups: Mapping[str, str]) -> Incident:
    """The incident of some witnesses; `groups` names the copies (`Copies.groups`)."""
    tellings = sorted(tellings, key=lambda told: (told.record.document.published or "9999", told.record.document.id))
    weight = _weights(tellings, groups)
    first, last, precision = _days(tellings, weight)
    place = _place(tellings, weight)
    events = [(told, event) for told in tellings for event in told.events]
    dates = sorted(told.record.document.published for told in tellings if told.record.document.published)
    said, denied = _voices(events)
    return Incident(
        id=incident_id(members),
        plover=events[0][1].plover.event,
        cameo=_most((event.cameo, weight[told.record.document.id]) for told, event in events),
        status="denied"
        if all(event.status == "denied" for _, event in events)
        else _most((e.status, 1.0) for _, e in events if e.status != "denied"),
        first_day=first,
        last_day=last,
        day_precision=precision,
        place=place.name if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        place_precision=FINE.get(place.kind, "unknown") if place else "unknown",
        sources=_parties(events, weight, sources=True),
        targets=_parties(events, weight, sources=False),
        reports=tuple(dict.fromkeys(told.record.document.id for told in tellings)),
        independent=independent((told.record.document.id for told in tellings), groups),
        said_by=said,
        denied_by=denied,
        first_report=dates[0] if dates else None,
        latest_report=dates[-1] if dates else None,
        members=tuple(sorted(members)),
    )


def _weights(tellings: Sequence[Telling], groups: Mapping[str, str]) -> dict[str, float]:
    """A report's voice: copies of one text share one."""
    size = Counter(groups.get(told.record.document.id, told.record.document.id) for told in tellings)
    return {told.record.document.id: 1 / size[groups.get(told.record.document.id, told.record.document.id)] for told in tellings}


def _most(given: Iterable[tuple[T, float]]) -> T:
    """The value with the most weight; of equals, the one named first."""
    total: dict[T, float] = {}
    for value, weight in given:
        total[value] = total.get(value, 0.0) + weight
    return max(total, key=lambda value: round(total[value], 6))


def _days(tellings: Sequence[Telling], weight: Mapping[str, float]) -> tuple[str | None, str | None, DayPrecision]:
    stated: list[tuple[tuple[str, str], float]] = []
    for told in tellings:
        times = {time.id: time for time in told.record.times}
        for event in told.events:
            time = times.get(event.time or "")
            if time is not None and time.begin and time.end:
                stated.append(((time.begin[:10], time.end[:10]), weight[told.record.document.id]))
    if stated:
        days = [(span, share) for span, share in stated if span[0] == span[1]]
        first, last = _most(days or stated)
        return first, last, "day" if first == last else "days"
    published = sorted(day for told in tellings if (day := day_of(told.record.document.published)))
    return (None, published[0].isoformat(), "report") if published else (None, None, "unknown")


def _place(tellings: Sequence[Telling], weight: Mapping[str, float]) -> Place | None:
    """The finest place that the reports give the act; of equals, the one that most give."""
    found: list[tuple[Place, float]] = []
    for told in tellings:
        places = {place.id: place for place in told.record.places}
        for event in told.events:
            near = [place for place in told.record.places if event.evidence.holds(place.span) and place.kind != "country"]
            own = [places[event.place]] if event.place else near
            found += [(place, weight[told.record.document.id]) for place in own]
    if not found:
        return None
    finest = min(ORDER.index(FINE.get(place.kind, "unknown")) for place, _ in found)
    alike = [(place, share) for place, share in found if ORDER.index(FINE.get(place.kind, "unknown")) == finest]
    best = _most((place.geonames or place.name, share) for place, share in alike)
    return next(place for place, _ in alike if (place.geonames or place.name) == best)


def _parties(events: Sequence[tuple[Telling, Event]], weight: Mapping[str, float], *, sources: bool) -> tuple[str, ...]:
    total: dict[str, float] = {}
    for told, event in events:
        names = {actor.id: actor.name for actor in told.record.actors}
        for actor in event.sources if sources else event.targets:
            total[names[actor]] = total.get(names[actor], 0.0) + weight[told.record.document.id]
    return tuple(sorted(total, key=lambda name: (-round(total[name], 6), name)))


def _voices(events: Sequence[tuple[Telling, Event]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who says it and who denies it: speakers of the statements it stands in, "" for a report's own voice."""
    said: dict[str, None] = {}
    denied: dict[str, None] = {}
    for told, event in events:
        names = {actor.id: actor.name for actor in told.record.actors}
        statement = next((x for x in told.record.statements if x.id == event.statement), None)
        speaker = "" if statement is None else names.get(statement.speaker or "", "")
        if event.status == "denied":
            # the one who denies is the speaker, or the one who is said to have done it
            who = [speaker] if speaker else [names[actor] for actor in event.sources]
            denied.update(dict.fromkeys(who))
        else:
            said[speaker] = None
    return tuple(said), tuple(denied)
