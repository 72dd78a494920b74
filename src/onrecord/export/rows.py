"""From a record to the rows of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.codes.cameo import cameo_codes
from onrecord.export.tables.named import ActorRow, MentionRow, PlaceRow, ReportRow, TimeRow
from onrecord.export.tables.told import EventRow, MediationRow, ParticipantRow, RelationRow, StatementRow, TermRow, TollRow
from onrecord.model.record import Actor, Event, MediationAct, Place, Record, Statement, Time, Toll
from onrecord.model.span import Span

GAP = " … "
"""What stands between pieces of one value's words."""


def report_row(record: Record) -> ReportRow:
    """The report itself."""
    d, r = record.document, record.reader
    return ReportRow(
        d.id, d.key, d.url, d.outlet, d.title, d.published, _day(record), d.authors, d.language, len(d.text),
        r.version, r.model, r.vocabulary, record.warnings,
    )  # fmt: skip


def value_rows(record: Record) -> Iterator[tuple[str, object]]:
    """Every row of a record but the report's own, with the name of its table; the rows of one table in the record's order."""
    rows = _Rows(record)
    for table, found in (
        ("statements", map(rows.statement, record.statements)),
        ("events", map(rows.event, record.events)),
        ("tolls", map(rows.toll, record.tolls)),
        ("mediation", map(rows.act, record.mediation)),
        ("terms", (row for act in record.mediation for row in rows.terms(act))),
        ("participants", rows.participants()),
        ("relations", rows.relations()),
        ("actors", map(rows.actor, record.actors)),
        ("mentions", (row for actor in record.actors for row in rows.mentions(actor))),
        ("times", map(rows.time, record.times)),
        ("places", map(rows.place, record.places)),
    ):
        for row in found:
            yield table, row


def label_of(cameo: str) -> str | None:
    """What a CAMEO code stands for; None for a code that is not CAMEO's, as a person may have given."""
    code = cameo_codes().get(cameo)
    return code.label if code else None


def _day(record: Record) -> str | None:
    return record.document.published[:10] if record.document.published else None


class _Rows:
    """The rows of one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.report = record.document.id
        self.published = _day(record)
        self.actors = {actor.id: actor for actor in record.actors}
        self.times = {time.id: time for time in record.times}
        self.places = {place.id: place for place in record.places}
        self.speakers = {statement.id: statement.speaker for statement in record.statements}

    def actor(self, x: Actor) -> ActorRow:
        first = min(mention.span for mention in x.mentions)
        return ActorRow(
            self.report,
            x.id,
            x.name,
            x.kind,
            x.country,
            x.roles,
            x.of,
            self.name(x.of),
            x.code,
            x.members,
            len(x.mentions),
            *self.at(first),
        )

    def mentions(self, x: Actor) -> Iterator[MentionRow]:
        for n, mention in enumerate(x.mentions, 1):
            yield MentionRow(self.report, x.id, n, mention.form, *self.at(mention.span))

    def time(self, x: Time) -> TimeRow:
        return TimeRow(self.report, x.id, x.type, x.value, x.begin, x.end, *self.at(x.span))

    def place(self, x: Place) -> PlaceRow:
        return PlaceRow(
            self.report, x.id, x.name, x.kind, x.country, x.admin1, x.latitude, x.longitude, x.geonames, *self.at(x.span)
        )  # fmt: skip

    def statement(self, x: Statement) -> StatementRow:
        speaker, where = self.actors.get(x.speaker or ""), self.places.get(x.place or "")
        cue_start, cue_end, cue = self.maybe(x.cue)
        speaker_start, speaker_end, _ = self.maybe(x.speaker_span)
        start, end, quotes = x.content[0].start, x.content[-1].end, self.pieces(x.quotes) or None
        return StatementRow(
            self.report, x.id, self.published, x.kind, x.mental, x.speaker, speaker.name if speaker else None,
            speaker.country if speaker else None, speaker.code if speaker else None, x.addressee, self.name(x.addressee), x.time,
            *self.days(x.time), x.place, where.name if where else None, speaker_start, speaker_end, cue_start, cue_end, cue,
            quotes, tuple(f"{span.start}-{span.end}" for span in x.content), start, end, self.pieces(x.content),
        )  # fmt: skip

    def event(self, x: Event) -> EventRow:
        where = self.places.get(x.place or "")
        start, end, words = self.at(x.anchor)
        begin, stop, clause = self.at(x.evidence)
        return EventRow(
            self.report, x.id, self.published, x.cameo, label_of(x.cameo), x.plover.event, x.plover.mode, x.plover.contexts, x.quad,
            x.goldstein, x.status, self.names(x.sources), x.sources, self.codes(x.sources), self.names(x.targets), x.targets,
            self.codes(x.targets), self.names(x.mediators), x.mediators, x.time, *self.days(x.time), x.place,
            where.name if where else None, where.country if where else None, where.latitude if where else None,
            where.longitude if where else None, x.statement, self.said_by(x.statement), x.score, start, end, words, begin, stop, clause,
        )  # fmt: skip

    def toll(self, x: Toll) -> TollRow:
        return TollRow(
            self.report, x.id, self.published, x.kind, x.low, x.high, x.number, x.qualifier, x.implicit, x.cumulative, x.of, x.civilians,
            self.names(x.victims), x.victims, self.names(x.perpetrators), x.perpetrators, x.part_of, x.status, x.begin, x.end, x.event,
            x.statement, self.said_by(x.statement), *self.at(x.span),
        )  # fmt: skip

    def relations(self) -> Iterator[RelationRow]:
        for n, x in enumerate(self.record.relations, 1):
            yield RelationRow(self.report, n, x.kind, x.from_, x.to, *self.at(x.span))

    def act(self, x: MediationAct) -> MediationRow:
        where = self.places.get(x.place or "")
        return MediationRow(
            self.report, x.id, self.published, x.act, x.subject, x.status, self.names(x.third_parties), x.third_parties,
            self.names(x.mediators), x.mediators, self.names(x.parties), x.parties, x.requested_by, self.name(x.requested_by), x.process,
            x.events, x.statements, x.time, *self.days(x.time), x.place, where.name if where else None, where.country if where else None,
            *self.maybe(x.anchor),
        )  # fmt: skip

    def terms(self, x: MediationAct) -> Iterator[TermRow]:
        typed = {term.span for term in x.term_values}
        given = [(None, None, span) for span in x.terms if span not in typed] + [
            (term.kind, term.value, term.span) for term in x.term_values
        ]
        for n, (kind, value, span) in enumerate(sorted(given, key=lambda term: term[2]), 1):
            yield TermRow(self.report, x.id, n, kind, value, *self.at(span))

    def participants(self) -> Iterator[ParticipantRow]:
        for s in self.record.statements:
            yield from self.parts("statements", s.id, "speaker", _one(s.speaker), {s.speaker: s.speaker_span})
            yield from self.parts("statements", s.id, "addressee", _one(s.addressee))
        for e in self.record.events:
            for role, ids in (("source", e.sources), ("target", e.targets), ("mediator", e.mediators)):
                yield from self.parts("events", e.id, role, ids, dict(e.spans))
        for n in self.record.tolls:
            for role, ids in (("victim", n.victims), ("perpetrator", n.perpetrators)):
                yield from self.parts("tolls", n.id, role, ids)
        for m in self.record.mediation:
            sides = (
                ("third_party", m.third_parties),
                ("mediator", m.mediators),
                ("party", m.parties),
                ("requested_by", _one(m.requested_by)),
            )
            for role, ids in sides:
                yield from self.parts("mediation", m.id, role, ids)

    def parts(
        self, layer: str, value: str, role: str, ids: Sequence[str], spans: dict[str | None, Span | None] | dict[str, Span] | None = None
    ) -> Iterator[ParticipantRow]:
        for n, id in enumerate(ids, 1):
            actor, own = self.actors[id], (spans or {}).get(id)
            yield ParticipantRow(
                self.report, layer, value, role, n, id, actor.name, actor.kind, actor.country, actor.code, *self.maybe(own)
            )  # fmt: skip

    def at(self, span: Span) -> tuple[int, int, str]:
        return span.start, span.end, self.record.words(span)

    def maybe(self, span: Span | None) -> tuple[int, int, str] | tuple[None, None, None]:
        return self.at(span) if span is not None else (None, None, None)

    def pieces(self, spans: Iterable[Span]) -> str:
        return GAP.join(self.record.words(span) for span in spans)

    def days(self, time: str | None) -> tuple[str | None, str | None]:
        found = self.times.get(time or "")
        return (found.begin, found.end) if found else (None, None)

    def name(self, id: str | None) -> str | None:
        return self.actors[id].name if id is not None else None

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.actors[id].name for id in ids)

    def codes(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.actors[id].code or "?" for id in ids)

    def said_by(self, statement: str | None) -> str | None:
        return self.name(self.speakers.get(statement)) if statement is not None else None


def _one(id: str | None) -> tuple[str, ...]:
    return (id,) if id is not None else ()
