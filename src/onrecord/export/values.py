"""A record as plain lines, one a value: what it says in words, and the spans it rests on.

The command line shows these, the web pages list them beside the text, and the CSV export writes them: one value, one
row, its origin kept (the idea is followthemoney's).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.model.record import Actor, Event, MediationAct, Place, Record, Statement, Time, Toll
from onrecord.model.span import Span

Layer = Literal["statement", "event", "toll", "mediation", "relation", "time", "place", "actor"]
LAYERS: tuple[Layer, ...] = ("statement", "event", "toll", "mediation", "relation", "time", "place", "actor")


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One value. `spans` are all the words that support it, in order; `supports` are the ids of the values it refers to."""

    layer: Layer
    id: str
    said: str
    spans: tuple[Span, ...]
    supports: tuple[str, ...] = ()


def value_lines(record: Record) -> tuple[ValueLine, ...]:
    """Every value of a record, layer by layer in the order of LAYERS, each layer in order of first span."""
    return tuple(_Teller(record).lines())


def bound_words(toll: Toll) -> str:
    """A toll's figure as a person would say it: "more than 2,800", "20 to 30", "dozens (at least 24)"."""
    if toll.qualifier == "zero":
        return "none"
    if toll.number is None:
        return f"at least {toll.low:,}" if toll.low is not None else f"at most {toll.high:,}" if toll.high is not None else "unknown"
    if toll.qualifier == "range" and toll.low is not None and toll.high is not None:
        return f"{toll.low:,} to {toll.high:,}"
    before = {"exact": "", "zero": "", "range": "", "vague": "", "fraction": ""}.get(toll.qualifier, toll.qualifier.replace("_", " ") + " ")
    return f"{before}{toll.number:,}"


class _Teller:
    def __init__(self, record: Record) -> None:
        self.record = record
        self.names = {actor.id: actor.name for actor in record.actors}
        self.times = {time.id: time for time in record.times}
        self.places = {place.id: place.name for place in record.places}
        self.anchors = {event.id: record.words(event.anchor) for event in record.events}

    def lines(self) -> Iterator[ValueLine]:
        record = self.record
        yield from map(self.statement, record.statements)
        yield from map(self.event, record.events)
        yield from map(self.toll, record.tolls)
        yield from map(self.act, record.mediation)
        for n, relation in enumerate(record.relations, 1):
            said = f"{self.anchors[relation.from_]} — {relation.kind.replace('_', ' ')} — {self.anchors[relation.to]}"
            yield ValueLine("relation", f"r{n}", said, (relation.span,), (relation.from_, relation.to))
        yield from map(self.time, record.times)
        yield from map(self.place, record.places)
        yield from map(self.actor, record.actors)

    def who(self, ids: Iterable[str]) -> str:
        return ", ".join(self.names[name] for name in ids)

    def when_where(self, time: str | None, place: str | None) -> str:
        when = f" · {self.times[time].value}" if time else ""
        return when + (f" · {self.places[place]}" if place else "")

    def statement(self, x: Statement) -> ValueLine:
        speaker = self.names[x.speaker] if x.speaker else "speaker not named"
        words = " … ".join(self.record.words(span) for span in x.content)
        told = f" to {self.names[x.addressee]}" if x.addressee else ""
        kind = f"{x.kind}, thought" if x.mental else x.kind
        spans = [*x.content, *(span for span in (x.speaker_span, x.cue) if span)]
        refers = tuple(name for name in (x.speaker, x.addressee, x.time, x.place) if name)
        return ValueLine("statement", x.id, f"{speaker}{told} ({kind}): {words}{self.when_where(x.time, x.place)}", _ordered(spans), refers)

    def event(self, x: Event) -> ValueLine:
        mode = f" {x.plover.mode}" if x.plover.mode else ""
        who = f"{self.who(x.sources) or '?'} → {self.who(x.targets) or '?'}"
        by = f", mediator {self.who(x.mediators)}" if x.mediators else ""
        said = f"{who}{by}: {self.anchors[x.id]} · {x.plover.event}{mode} {x.cameo} · {x.status}{self.when_where(x.time, x.place)}"
        refers = (*x.sources, *x.targets, *x.mediators, *(name for name in (x.time, x.place, x.statement) if name))
        return ValueLine("event", x.id, said, _ordered([x.anchor, *x.spans.values()]), tuple(dict.fromkeys(refers)))

    def toll(self, x: Toll) -> ValueLine:
        of = f" ({x.of})" if x.of else ""
        period = f" · {x.begin or '…'} to {x.end or '…'}" if x.begin or x.end else ""
        total = " in all" if x.cumulative else ""
        part = f" · part of {x.part_of}" if x.part_of else ""
        claim = f" · as in {x.statement}" if x.statement else ""
        status = "" if x.status == "actual" else f" · {x.status}"
        said = f"{x.kind.replace('_', ' ')}: {bound_words(x)}{of}{total}{period}{status}{part}{claim}"
        spans = [x.span, *(span for span in (x.qualifier_span, x.of_span, x.hedge_span) if span)]
        refers = (*x.victims, *x.perpetrators, *(name for name in (x.part_of, x.event, x.statement) if name))
        return ValueLine("toll", x.id, said, _ordered(spans), refers)

    def act(self, x: MediationAct) -> ValueLine:
        by = self.who((*x.third_parties, *x.mediators)) or "no third party named"
        between = f" between {self.who(x.parties)}" if x.parties else ""
        terms = "; ".join(self.record.words(span) for span in x.terms)
        said = f"{x.act} by {by}{between} · {x.subject.replace('_', ' ')} · {x.status}{self.when_where(x.time, x.place)}"
        spans = [*x.terms, *(span for span in (x.anchor, x.process_span) if span)]
        refers = (*x.third_parties, *x.mediators, *x.parties, *x.events, *x.statements, *(name for name in (x.time, x.place) if name))
        return ValueLine("mediation", x.id, said + (f" · terms: {terms}" if terms else ""), _ordered(spans), tuple(dict.fromkeys(refers)))

    def time(self, x: Time) -> ValueLine:
        days = x.begin if x.begin == x.end else f"{x.begin or '…'} to {x.end or '…'}"
        known = f" · {days}" if x.begin or x.end else ""
        return ValueLine("time", x.id, f"{self.record.words(x.span)} · {x.type} {x.value}{known}", (x.span,))

    def place(self, x: Place) -> ValueLine:
        where = "no coordinates" if x.latitude is None or x.longitude is None else f"{x.latitude:.3f}, {x.longitude:.3f}"
        inside = ", ".join(name for name in (x.admin1, x.country) if name)
        return ValueLine("place", x.id, f"{x.name} · {x.kind}{' · ' + inside if inside else ''} · {where}", (x.span,))

    def actor(self, x: Actor) -> ValueLine:
        roles = f" · {', '.join(x.roles)}" if x.roles else ""
        of = f" of {self.names[x.of]}" if x.of else ""
        codes = " · ".join(code for code in (x.country, x.code) if code)
        said = f"{x.name} · {x.kind.replace('_', ' ')}{roles}{of}{' · ' + codes if codes else ''}"
        return ValueLine("actor", x.id, said, tuple(mention.span for mention in x.mentions), (x.of,) if x.of else ())


def _ordered(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))
