"""What must hold of every record. Tests, the store and `onrecord doctor` ask this; the reader is built to need no mending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.model.record import Record
from onrecord.model.span import Span


def faults(record: Record) -> list[str]:
    """Every broken invariant, in plain words; empty for a sound record. Linear in the size of the record."""
    return [*_span_faults(record), *_id_faults(record), *_value_faults(record)]


def _spans(record: Record) -> Iterator[tuple[str, Span]]:
    for block in record.document.blocks:
        yield f"block {block.kind}", block.span
    for link in record.document.links:
        yield "link", link.span
    if record.document.published_span is not None:
        yield "published", record.document.published_span
    for actor in record.actors:
        for mention in actor.mentions:
            yield f"mention of {actor.id}", mention.span
    yield from ((time.id, time.span) for time in record.times)
    yield from ((place.id, place.span) for place in record.places)
    for statement in record.statements:
        for span in (statement.speaker_span, statement.cue, *statement.content, *statement.quotes):
            if span is not None:
                yield statement.id, span
    for event in record.events:
        for span in (event.anchor, event.evidence, *event.spans.values()):
            yield event.id, span
    for toll in record.tolls:
        for span in (toll.span, toll.qualifier_span, toll.of_span, toll.hedge_span):
            if span is not None:
                yield toll.id, span
    for act in record.mediation:
        for span in (act.anchor, act.process_span, *act.terms, *(term.span for term in act.term_values)):
            if span is not None:
                yield act.id, span
    for relation in record.relations:
        yield relation.kind, relation.span


def _span_faults(record: Record) -> Iterator[str]:
    text = record.document.text
    for owner, span in _spans(record):
        if not 0 <= span[0] < span[1] <= len(text):
            yield f"{owner}: span {list(span)} is empty or outside the text of {len(text)} code points"
        elif owner[0] != "b" and not text[span[0] : span[1]].strip():
            yield f"{owner}: span {list(span)} holds only white space"


def _id_faults(record: Record) -> Iterator[str]:
    actors, times, places = ({x.id for x in xs} for xs in (record.actors, record.times, record.places))
    statements, events, tolls = ({x.id for x in xs} for xs in (record.statements, record.events, record.tolls))
    acts = {x.id for x in record.mediation}
    counted = (record.actors, record.times, record.places, record.statements, record.events, record.tolls, record.mediation)
    if sum(map(len, counted)) != len(actors | times | places | statements | events | tolls | acts):
        yield "an id is used twice"

    def missing(owner: str, ids: Iterable[str | None], known: set[str]) -> Iterator[str]:
        for name in ids:
            if name is not None and name not in known:
                yield f"{owner}: refers to {name}, which is not in the record"

    for a in record.actors:
        yield from missing(a.id, [a.of, *a.members], actors)
    for s in record.statements:
        yield from missing(s.id, [s.speaker, s.addressee], actors)
        yield from missing(s.id, [s.time], times)
        yield from missing(s.id, [s.place], places)
    for e in record.events:
        yield from missing(e.id, [*e.sources, *e.targets, *e.mediators, *e.spans], actors)
        yield from missing(e.id, [e.time], times)
        yield from missing(e.id, [e.place], places)
        yield from missing(e.id, [e.statement], statements)
    for n in record.tolls:
        yield from missing(n.id, [*n.victims, *n.perpetrators], actors)
        yield from missing(n.id, [n.part_of], tolls)
        yield from missing(n.id, [n.event], events)
        yield from missing(n.id, [n.statement], statements)
    for m in record.mediation:
        yield from missing(m.id, [*m.third_parties, *m.mediators, *m.parties, m.requested_by], actors)
        yield from missing(m.id, m.events, events)
        yield from missing(m.id, m.statements, statements)
        yield from missing(m.id, [m.time], times)
        yield from missing(m.id, [m.place], places)
    for r in record.relations:
        yield from missing(r.kind, [r.from_, r.to], events)


def _value_faults(record: Record) -> Iterator[str]:
    for actor in record.actors:
        if not actor.mentions:
            yield f"{actor.id}: an actor without words"
        if actor.country is not None and not (len(actor.country) == 3 and actor.country.isascii() and actor.country.isupper()):
            yield f"{actor.id}: country {actor.country!r} is not an ISO 3166-1 alpha-3 code"
    for time in record.times:
        if time.begin is not None and time.end is not None and time.begin > time.end:
            yield f"{time.id}: begins {time.begin} after it ends {time.end}"
    for place in record.places:
        if (place.latitude is None) != (place.longitude is None):
            yield f"{place.id}: half a coordinate"
        if place.latitude is not None and place.longitude is not None and not (abs(place.latitude) <= 90 and abs(place.longitude) <= 180):
            yield f"{place.id}: no such point on Earth"
    for statement in record.statements:
        if not statement.content:
            yield f"{statement.id}: a statement without content"
    for event in record.events:
        for actor_id in (*event.sources, *event.targets, *event.mediators):
            if actor_id not in event.spans:
                yield f"{event.id}: participant {actor_id} has no words of its own"
    for toll in record.tolls:
        if toll.low is not None and toll.high is not None and toll.low > toll.high:
            yield f"{toll.id}: low {toll.low} above high {toll.high}"
