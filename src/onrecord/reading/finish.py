"""From a reading to a record: every list in order of first span, ids numbered in that order, references renamed with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from onrecord.model.first import Thing, first_span
from onrecord.model.record import (
    FORMAT,
    Actor,
    DocumentInfo,
    Event,
    MediationAct,
    Place,
    ReaderInfo,
    Record,
    Statement,
    Time,
    Toll,
)
from onrecord.reading.stage import Reading


@dataclass(frozen=True, slots=True)
class _Names:
    """Old id to new id."""

    new: dict[str, str]

    def one(self, name: str | None) -> str | None:
        return None if name is None else self.new[name]

    def all(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.new[name] for name in names))


def finish(reading: Reading, reader: ReaderInfo) -> Record:
    """The record of a reading. Raises KeyError when a stage refers to an id that no stage gave (a fault of ours)."""
    actors: list[Actor] = sorted((_ordered_mentions(actor) for actor in reading.actors), key=_key)
    times: list[Time] = sorted(reading.times, key=_key)
    places: list[Place] = sorted(reading.places, key=_key)
    statements: list[Statement] = sorted(reading.statements, key=_key)
    events: list[Event] = sorted(reading.events, key=_key)
    tolls: list[Toll] = sorted(reading.tolls, key=_key)
    acts: list[MediationAct] = sorted(reading.mediation, key=_key)
    names = _Names(
        {
            **{x.id: f"a{n}" for n, x in enumerate(actors, 1)},
            **{x.id: f"t{n}" for n, x in enumerate(times, 1)},
            **{x.id: f"p{n}" for n, x in enumerate(places, 1)},
            **{x.id: f"s{n}" for n, x in enumerate(statements, 1)},
            **{x.id: f"e{n}" for n, x in enumerate(events, 1)},
            **{x.id: f"n{n}" for n, x in enumerate(tolls, 1)},
            **{x.id: f"m{n}" for n, x in enumerate(acts, 1)},
        }
    )
    d = reading.document
    return Record(
        onrecord=FORMAT,
        reader=reader,
        document=DocumentInfo(
            d.id,
            d.key,
            d.url,
            d.outlet,
            d.title,
            d.published,
            d.published_span,
            d.authors,
            d.credits,
            d.language,
            d.text,
            d.blocks,
            d.links,
        ),
        actors=tuple(replace(x, id=names.new[x.id], of=names.one(x.of), members=names.all(x.members)) for x in actors),
        times=tuple(replace(x, id=names.new[x.id]) for x in times),
        places=tuple(replace(x, id=names.new[x.id]) for x in places),
        statements=tuple(_statement(x, names) for x in statements),
        events=tuple(_event(x, names) for x in events),
        tolls=tuple(_toll(x, names) for x in tolls),
        relations=tuple(
            sorted(
                (replace(x, from_=names.new[x.from_], to=names.new[x.to]) for x in reading.relations),
                key=lambda x: (x.span, x.kind, x.from_, x.to),
            )
        ),
        mediation=tuple(_act(x, names) for x in acts),
        warnings=(*d.warnings, *reading.warnings),
    )


def _key(thing: Thing) -> tuple[int, int, str]:
    span = first_span(thing)
    return span.start, span.end, thing.id


def _ordered_mentions(actor: Actor) -> Actor:
    return replace(actor, mentions=tuple(sorted(dict.fromkeys(actor.mentions), key=lambda mention: (mention.span, mention.form))))


def _statement(x: Statement, names: _Names) -> Statement:
    return replace(
        x,
        id=names.new[x.id],
        speaker=names.one(x.speaker),
        addressee=names.one(x.addressee),
        time=names.one(x.time),
        place=names.one(x.place),
    )


def _event(x: Event, names: _Names) -> Event:
    return replace(
        x,
        id=names.new[x.id],
        sources=names.all(x.sources),
        targets=names.all(x.targets),
        mediators=names.all(x.mediators),
        spans={names.new[actor]: span for actor, span in sorted(x.spans.items(), key=lambda pair: (pair[1], pair[0]))},
        time=names.one(x.time),
        place=names.one(x.place),
        statement=names.one(x.statement),
    )


def _toll(x: Toll, names: _Names) -> Toll:
    return replace(
        x,
        id=names.new[x.id],
        victims=names.all(x.victims),
        perpetrators=names.all(x.perpetrators),
        part_of=names.one(x.part_of),
        event=names.one(x.event),
        statement=names.one(x.statement),
    )


def _act(x: MediationAct, names: _Names) -> MediationAct:
    return replace(
        x,
        id=names.new[x.id],
        third_parties=names.all(x.third_parties),
        mediators=names.all(x.mediators),
        parties=names.all(x.parties),
        requested_by=names.one(x.requested_by),
        events=names.all(x.events),
        statements=names.all(x.statements),
        time=names.one(x.time),
        place=names.one(x.place),
    )
