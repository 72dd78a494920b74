"""Merging and splitting actors inside a record, and taking a value out of it, with everything that refers to it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from onrecord.model.record import Actor, Event, MediationAct, Record, Toll
from onrecord.model.span import Span


def merge(record: Record, kept: Actor, gone: Actor) -> Record:
    """One actor of two: mentions, roles and every reference of the second go to the first."""
    mentions = tuple(sorted({*kept.mentions, *gone.mentions}, key=lambda m: (m.span, m.form)))
    joined = replace(
        kept,
        mentions=mentions,
        roles=tuple(dict.fromkeys((*kept.roles, *gone.roles))),
        country=kept.country or gone.country,
        code=kept.code or gone.code,
        wikidata=kept.wikidata or gone.wikidata,
    )
    actors = tuple(joined if actor.id == kept.id else actor for actor in record.actors if actor.id != gone.id)
    return _renamed(replace(record, actors=actors), gone.id, kept.id)


def split(record: Record, actor: Actor, leaving: Iterable[Span]) -> Record:
    """Two actors of one: the mentions at the spans given become an actor of their own, and so do the roles that rest on those words."""
    spans = set(leaving)
    stay = tuple(m for m in actor.mentions if m.span not in spans)
    leave = tuple(m for m in actor.mentions if m.span in spans)
    if not stay or not leave:
        return record
    number = max((int(a.id[1:]) for a in record.actors if a.id[1:].isdigit()), default=0) + 1
    other = replace(actor, id=f"a{number}", name=record.words(leave[0].span), roles=(), of=None, wikidata=None, mentions=leave)
    actors = [replace(actor, mentions=stay) if a.id == actor.id else a for a in record.actors] + [other]
    ordered = tuple(sorted(actors, key=lambda a: (a.mentions[0].span, a.id)))
    events = tuple(_moved(event, actor.id, other.id, spans) for event in record.events)
    statements = tuple(
        replace(x, speaker=other.id) if x.speaker == actor.id and x.speaker_span is not None and x.speaker_span in spans else x
        for x in record.statements
    )
    return replace(record, actors=ordered, events=events, statements=statements)


def _moved(event: Event, old: str, new: str, spans: set[Span]) -> Event:
    return _event(event, old, new) if event.spans.get(old) in spans else event


def forget(record: Record, gone: str) -> Record:
    """The record without references to a value that is no more."""
    return _renamed(record, gone, None)


def _renamed(record: Record, old: str, new: str | None) -> Record:
    def one(name: str | None) -> str | None:
        return new if name == old else name

    return replace(
        record,
        actors=tuple(replace(x, of=one(x.of)) for x in record.actors),
        statements=tuple(
            replace(x, speaker=one(x.speaker), addressee=one(x.addressee), time=one(x.time), place=one(x.place)) for x in record.statements
        ),
        events=tuple(_event(x, old, new) for x in record.events),
        tolls=tuple(_toll(x, old, new) for x in record.tolls),
        relations=tuple(
            replace(x, from_=one(x.from_) or x.from_, to=one(x.to) or x.to)
            for x in record.relations
            if new is not None or old not in (x.from_, x.to)
        ),
        mediation=tuple(_act(x, old, new) for x in record.mediation),
    )


def _all(names: Iterable[str], old: str, new: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in ((new if name == old else name) for name in names) if name is not None))


def _event(x: Event, old: str, new: str | None) -> Event:
    spans = {(new if name == old else name): span for name, span in x.spans.items()}
    return replace(
        x,
        sources=_all(x.sources, old, new),
        targets=_all(x.targets, old, new),
        mediators=_all(x.mediators, old, new),
        spans={name: span for name, span in spans.items() if name is not None},
        time=new if x.time == old else x.time,
        place=new if x.place == old else x.place,
        statement=new if x.statement == old else x.statement,
    )


def _toll(x: Toll, old: str, new: str | None) -> Toll:
    return replace(
        x,
        victims=_all(x.victims, old, new),
        perpetrators=_all(x.perpetrators, old, new),
        part_of=new if x.part_of == old else x.part_of,
        event=new if x.event == old else x.event,
        statement=new if x.statement == old else x.statement,
    )


def _act(x: MediationAct, old: str, new: str | None) -> MediationAct:
    return replace(
        x,
        third_parties=_all(x.third_parties, old, new),
        mediators=_all(x.mediators, old, new),
        parties=_all(x.parties, old, new),
        requested_by=new if x.requested_by == old else x.requested_by,
        events=_all(x.events, old, new),
        statements=_all(x.statements, old, new),
        time=new if x.time == old else x.time,
        place=new if x.place == old else x.place,
    )
