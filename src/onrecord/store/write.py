"""From a record to rows. One call, one table; the dictionaries that SQLAlchemy takes are made and used here only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Table, insert

from onrecord.model.document import READ_KINDS
from onrecord.model.record import Actor, Event, MediationAct, Record, Statement, Toll
from onrecord.model.span import Span
from onrecord.store import fulltext
from onrecord.store import schema as t

Row = Mapping[str, object]


def write_values(connection: Connection, reading: int, record: Record) -> None:
    """Every value of a reading, each in its row, and what full text search may find."""
    days = {time.id: (time.begin, time.end) for time in record.times}

    def put(table: Table, rows: Iterable[Row]) -> None:
        given = [{"reading": reading, **row} for row in rows]
        if given:
            connection.execute(_INSERTS[table.name], given)

    put(t.actors, map(_actor, record.actors))
    put(t.mentions, ({"actor": a.id, "n": n, **_at(m.span), "form": m.form} for a in record.actors for n, m in enumerate(a.mentions)))
    put(
        t.times,
        ({"id": x.id, **_at(x.span), "type": x.type, "value": x.value, "first_day": x.begin, "last_day": x.end} for x in record.times),
    )
    put(
        t.places,
        (
            {
                "id": x.id, **_at(x.span), "name": x.name, "kind": x.kind, "country": x.country, "admin1": x.admin1,
                "latitude": x.latitude, "longitude": x.longitude, "geonames": x.geonames,
            }
            for x in record.places
        ),
    )  # fmt: skip
    put(t.statements, map(_statement, record.statements))
    put(t.statement_spans, (row for x in record.statements for row in _statement_spans(x)))
    put(t.events, (_event(x, *days.get(x.time or "", (None, None))) for x in record.events))
    put(t.participants, (row for x in record.events for row in _participants(x)))
    put(t.tolls, map(_toll, record.tolls))
    put(t.toll_actors, (row for x in record.tolls for row in _roles("toll", x.id, victim=x.victims, perpetrator=x.perpetrators)))
    put(
        t.relations,
        ({"n": n, "kind": x.kind, "source": x.from_, "target": x.to, **_at(x.span)} for n, x in enumerate(record.relations)),
    )
    put(t.mediation, map(_act, record.mediation))
    put(
        t.mediation_actors,
        (row for x in record.mediation for row in _roles("act", x.id, third_party=x.third_parties, mediator=x.mediators, party=x.parties)),
    )
    put(t.mediation_links, (row for x in record.mediation for row in _links(x)))
    put(t.mediation_terms, (row for x in record.mediation for row in _terms(x)))


def write_passages(connection: Connection, reading: int, record: Record, first_id: int) -> None:
    """The blocks, statements and events of a reading, findable by their words."""
    text = record.document.text
    rows: list[Row] = []
    found: list[fulltext.Passage] = []

    def add(kind: str, value: str | None, span: Span) -> None:
        number = first_id + len(rows)
        rows.append({"id": number, "reading": reading, "kind": kind, "value": value, **_at(span)})
        found.append(fulltext.Passage(number, text[span[0] : span[1]]))

    blocks = [block.span for block in record.document.blocks if block.kind in READ_KINDS]
    for span in blocks or ([Span(0, len(text))] if text else []):
        add("report", None, span)
    for statement in record.statements:
        add("statement", statement.id, statement_cover(statement))
    for event in record.events:
        add("event", event.id, event.evidence)
    if rows:
        connection.execute(_INSERTS["passages"], rows)
        fulltext.add(connection, found)


def statement_cover(statement: Statement) -> Span:
    """From the first to the last word of a statement: speaker, cue and content."""
    spans = [*statement.content, *(span for span in (statement.speaker_span, statement.cue) if span)]
    return Span(min(span[0] for span in spans), max(span[1] for span in spans))


_INSERTS = {table.name: insert(table) for table in t.metadata.tables.values()}


def _at(span: Span | None, prefix: str = "") -> Row:
    start, stop = span if span is not None else (None, None)
    return {f"{prefix}start": start, f"{prefix}stop": stop}


def _actor(x: Actor) -> Row:
    return {
        "id": x.id, **_at(min((m.span for m in x.mentions), default=Span(0, 0))), "name": x.name, "kind": x.kind, "country": x.country,
        "roles": list(x.roles), "of": x.of, "code": x.code, "wikidata": x.wikidata,
    }  # fmt: skip


def _statement(x: Statement) -> Row:
    return {
        "id": x.id, **_at(statement_cover(x)), "kind": x.kind, "speaker": x.speaker, **_at(x.speaker_span, "speaker_"),
        **_at(x.cue, "cue_"),
        "addressee": x.addressee, "time": x.time, "place": x.place, "mental": x.mental,
    }  # fmt: skip


def _statement_spans(x: Statement) -> Iterable[Row]:
    spans = [("content", span) for span in x.content] + [("quote", span) for span in x.quotes]
    return ({"statement": x.id, "n": n, "role": role, **_at(span)} for n, (role, span) in enumerate(spans))


def _event(x: Event, first_day: str | None, last_day: str | None) -> Row:
    return {
        "id": x.id, **_at(x.anchor), **_at(x.evidence, "evidence_"), "cameo": x.cameo, "plover": x.plover.event, "mode": x.plover.mode,
        "contexts": list(x.plover.contexts), "quad": x.quad, "goldstein": x.goldstein, "status": x.status, "time": x.time, "place": x.place,
        "statement": x.statement, "score": x.score, "first_day": first_day, "last_day": last_day,
    }  # fmt: skip


def _participants(x: Event) -> Iterable[Row]:
    given = [("source", a) for a in x.sources] + [("target", a) for a in x.targets] + [("mediator", a) for a in x.mediators]
    known = {actor for _, actor in given}
    given += [("other", actor) for actor in x.spans if actor not in known]
    return (
        {"event": x.id, "n": n, "role": role, "actor": actor, **_at(x.spans.get(actor, x.anchor))} for n, (role, actor) in enumerate(given)
    )


def _toll(x: Toll) -> Row:
    return {
        "id": x.id, **_at(x.span), "kind": x.kind, "low": x.low, "high": x.high, "number": x.number, "qualifier": x.qualifier,
        **_at(x.qualifier_span, "qualifier_"), "implicit": x.implicit, "whom": x.of, **_at(x.of_span, "whom_"), "civilians": x.civilians,
        "part_of": x.part_of, "status": x.status, "cumulative": x.cumulative, "first_day": x.begin, "last_day": x.end,
        "event": x.event, "statement": x.statement, **_at(x.hedge_span, "hedge_"),
    }  # fmt: skip


def _act(x: MediationAct) -> Row:
    return {
        "id": x.id, **_at(x.anchor, "anchor_"), "act": x.act, "subject": x.subject, "status": x.status, "requested_by": x.requested_by,
        "time": x.time, "place": x.place, "process": x.process, **_at(x.process_span, "process_"),
    }  # fmt: skip


def _roles(link: str, owner: str, **actors: tuple[str, ...]) -> Iterable[Row]:
    given = [(role, actor) for role, names in actors.items() for actor in names]
    return ({link: owner, "n": n, "role": role, "actor": actor} for n, (role, actor) in enumerate(given))


def _links(x: MediationAct) -> Iterable[Row]:
    given = [("event", name) for name in x.events] + [("statement", name) for name in x.statements]
    return ({"act": x.id, "n": n, "kind": kind, "value": name} for n, (kind, name) in enumerate(given))


def _terms(x: MediationAct) -> Iterable[Row]:
    given = [(None, None, span) for span in x.terms] + [(term.kind, term.value, term.span) for term in x.term_values]
    return ({"act": x.id, "n": n, "kind": kind, "value": value, **_at(span)} for n, (kind, value, span) in enumerate(given))
