"""Gathering the ledger of a store into rows, and keeping them until a report, a correction or a decision is added.

Gathering reads every report, so it is done once and beside the pages; the rows are kept in the store and may be thrown away at any time.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping

import msgspec
from sqlalchemy import Column, delete, func, insert, select

from onrecord.ledger.claims import claims_of
from onrecord.ledger.incidents import Incident
from onrecord.ledger.mediation import Initiative
from onrecord.model.record import Actor, Record
from onrecord.store import history, review
from onrecord.store import schema as t
from onrecord.store.connect import plain_errors
from onrecord.store.store import Store
from onrecord.store.views.gathered import ClaimRow, Gathered, IncidentRow, InitiativeRow, Party, Told

VERSION = 1
"""Raised when the rows change, so that old ones are made anew."""
NO_READINGS = "0/0"
"""The readings' stamp of a store that holds none."""
_DECODER = msgspec.msgpack.Decoder(Gathered)


class _Report(msgspec.Struct, frozen=True):
    """What is needed of a report once its record is closed again."""

    outlet: str | None
    actors: Mapping[str, Actor]
    quads: Mapping[str, int]
    tolls: Mapping[str, tuple[str, ...]]


def stamp(store: Store) -> str:
    """What changes whenever the ledger's answer may: the readings, corrections and decisions of the store."""
    counted = (t.corrections.c.id, t.decisions.c.id)
    return f"{VERSION}.{history.VERSION}:{readings_stamp(store)}," + ",".join(_counted(store, column) for column in counted)


def readings_stamp(store: Store) -> str:
    """What changes whenever a report is added or read anew."""
    return _counted(store, t.readings.c.id)


def _counted(store: Store, column: Column[int]) -> str:
    with plain_errors(store.where), store.reading() as connection:
        number, last = connection.execute(select(func.count(), func.max(column))).one()
    return f"{number}/{last or 0}"


def kept(store: Store) -> tuple[str, Gathered] | None:
    """The rows that were kept last and the stamp of the store that they were made of; None where there are none of this version."""
    with plain_errors(store.where), store.reading() as connection:
        row = connection.execute(select(t.gathered.c.stamp, t.gathered.c.data)).first()
    if row is None or not row.stamp.startswith(f"{VERSION}.{history.VERSION}:"):
        return None
    return row.stamp, _DECODER.decode(zlib.decompress(row.data))


def gather(store: Store) -> tuple[str, Gathered]:
    """Works the rows out, and gives them with the stamp of what they were made of."""
    made_of = stamp(store)
    ledger = history.open_ledger(store)
    told = history.incidents(store, None, ledger)
    # one pass for what the incidents are filtered by, after they are known, so that no record is held
    reports: dict[str, _Report] = {}
    claims: list[ClaimRow] = []
    members = {one.id: tuple(_told(one, ledger)) for one in told}
    incident_of = {(part.report, event): name for name, parts in members.items() for part in parts for event in part.events}
    for record in review.corrected_records(store):
        reports[record.document.id] = _report(record)
        claims += _claims(record, incident_of)
    answer = Gathered(
        tuple(sorted((_incident(one, members[one.id], reports) for one in told), key=_latest_first, reverse=True)),
        tuple(_initiative(one, reports) for one in sorted(history.mediation(store), key=lambda x: (x.last_day or "", x.id), reverse=True)),
        tuple(claims),
        dict(ledger.copies),
    )
    return made_of, answer


def keep(store: Store, made_of: str, answer: Gathered) -> None:
    """Keeps rows beside the stamp of what they were made of, in place of those of before. Raises StoreError when that cannot be."""
    data = zlib.compress(msgspec.msgpack.encode(answer), 1)
    with plain_errors(store.where), store.writing() as connection:
        connection.execute(delete(t.gathered))
        connection.execute(insert(t.gathered).values(id=1, stamp=made_of, data=data))


def _told(one: Incident, ledger: history.Ledger) -> Iterator[Told]:
    """One telling a report, though two scenes of it may have met in one incident."""
    events: dict[str, tuple[str, ...]] = {}
    for name in one.members:
        witness = ledger.history.witness(name)
        events[witness.report] = (*events.get(witness.report, ()), *witness.events)
    return (Told(report, own) for report, own in events.items())


def _latest_first(one: IncidentRow) -> tuple[str, str]:
    return one.begins or "", one.id


def _report(record: Record) -> _Report:
    tolls: dict[str, dict[str, None]] = {}
    for toll in record.tolls:
        if toll.event:
            tolls.setdefault(toll.event, {})[toll.kind] = None
    return _Report(
        record.document.outlet or record.document.url,
        {actor.name: actor for actor in record.actors},
        {event.id: event.quad for event in record.events},
        {event: tuple(kinds) for event, kinds in tolls.items()},
    )


def _incident(one: Incident, told: tuple[Told, ...], reports: Mapping[str, _Report]) -> IncidentRow:
    own = [reports[part.report] for part in told]
    first = told[0]
    return IncidentRow(
        id=one.id, plover=one.plover, cameo=one.cameo, quad=reports[first.report].quads[first.events[0]], status=one.status,
        first_day=one.first_day, last_day=one.last_day, day_precision=one.day_precision,
        place=one.place, place_country=one.country, place_precision=one.place_precision, latitude=one.latitude, longitude=one.longitude,
        sources=one.sources, targets=one.targets, said_by=one.said_by, denied_by=one.denied_by, independent=one.independent,
        outlets=tuple(dict.fromkeys(report.outlet for report in own if report.outlet)),
        tolls=tuple(dict.fromkeys(kind for part in told for event in part.events for kind in reports[part.report].tolls.get(event, ()))),
        parties=(*_parties(one.sources, "source", own), *_parties(one.targets, "target", own)),
        told=told,
    )  # fmt: skip


def _initiative(one: Initiative, reports: Mapping[str, _Report]) -> InitiativeRow:
    own = [reports[name] for name in dict.fromkeys(source.report for step in one.steps for source in step.sources)]
    parties = (
        *_parties(one.third_parties, "mediator", own), *_parties(one.mediators, "mediator", own), *_parties(one.parties, "party", own)
    )  # fmt: skip
    return InitiativeRow(one, parties, tuple(dict.fromkeys(report.outlet for report in own if report.outlet)))


def _parties(names: tuple[str, ...], role: str, reports: list[_Report]) -> Iterator[Party]:
    for name in names:
        known = next((report.actors[name] for report in reports if name in report.actors), None)
        yield Party(name, role, known.country if known else None, known.code if known else None)


def _claims(record: Record, incident_of: Mapping[tuple[str, str], str]) -> Iterator[ClaimRow]:
    d = record.document
    actors = {actor.id: actor for actor in record.actors}
    for claim, toll in zip(claims_of(record), record.tolls, strict=True):
        people = tuple(
            Party(actors[name].name, role, actors[name].country, actors[name].code)
            for role, named in (("target", toll.victims), ("source", toll.perpetrators))
            for name in named
        )
        running = toll.cumulative and toll.event is None
        yield ClaimRow(claim, incident_of.get((d.id, toll.event or "")), running, d.outlet or d.url, people)
