"""From found acts to acts of the record: status, terms, process, events, statements, day and place, by the words they share."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from onrecord.model.record import Event, EventStatus, MediationAct, Statement, Time
from onrecord.model.span import SpanIndex
from onrecord.reading.mediation.acts import FoundAct
from onrecord.reading.mediation.process import process_name
from onrecord.reading.mediation.roles import Roles
from onrecord.reading.mediation.status import status
from onrecord.reading.mediation.terms import terms
from onrecord.reading.mediation.venue import Venues
from onrecord.reading.stage import Reading
from onrecord.reading.times.link import TimeIndex, index_times, time_for
from onrecord.vocabulary.mediation import MediationWords


@dataclass(frozen=True, slots=True)
class Linker:
    """What a report's acts may be tied to, by place. Built once a report."""

    reading: Reading
    words: MediationWords
    anchors: SpanIndex[Event]
    evidence: SpanIndex[Event]
    statements: SpanIndex[Statement]
    times: SpanIndex[Time]
    days: TimeIndex
    venues: Venues

    @staticmethod
    def of(reading: Reading, words: MediationWords) -> Linker:
        return Linker(
            reading,
            words,
            SpanIndex((event.anchor, event) for event in reading.events),
            SpanIndex((event.evidence, event) for event in reading.events),
            SpanIndex((span, statement) for statement in reading.statements for span in statement.content),
            SpanIndex((time.span, time) for time in reading.times),
            index_times(reading),
            Venues.of(reading, words),
        )

    def act(self, found: FoundAct, who: Roles, name: str) -> MediationAct:
        """The act as the record has it."""
        process = process_name(found.anchor.sentence, self.words)
        values = terms(found, self.times)
        return MediationAct(
            id=name,
            act=found.act,
            third_parties=who.third_parties,
            mediators=who.mediators,
            parties=who.parties,
            requested_by=who.requested_by,
            subject=found.subject,
            terms=tuple(dict.fromkeys(value.span for value in values)),
            status=self._status(found),
            events=self._events(found),
            statements=self._statements(found),
            time=self._time(found),
            place=self.venues.of_act(found),
            anchor=found.anchor.span,
            process=None if process is None else self.reading.words(process),
            process_span=process,
            term_values=values,
        )

    def _status(self, found: FoundAct) -> EventStatus:
        return status(found.clause, found.act)

    def _events(self, found: FoundAct) -> tuple[str, ...]:
        """The events whose word is the act's own; else the smallest clause that holds it."""
        for word in dict.fromkeys((found.anchor, found.clause)):
            named = [event.id for _, event in self.anchors.overlapping(word.span)]
            if named:
                return tuple(dict.fromkeys(named))
        near = [(span.length, event.anchor, event.id) for span, event in self.evidence.overlapping(found.anchor.span)]
        return (min(near)[2],) if near else ()

    def _statements(self, found: FoundAct) -> tuple[str, ...]:
        holding = [(span.length, statement.id) for span, statement in self.statements.overlapping(found.anchor.span)]
        return (min(holding)[1],) if holding else ()

    def _time(self, found: FoundAct) -> str | None:
        """The day of the word that names the act, else of the verb that carries it."""
        for word in dict.fromkeys((found.anchor, found.clause)):
            if (time := time_for(word, self.days)) is not None:
                return time.id
        return None


def merge(acts: list[MediationAct]) -> tuple[MediationAct, ...]:
    """One act told by two words of one clause ("held talks", "met for talks") is one act."""
    out: list[MediationAct] = []
    places: dict[tuple[str, tuple[str, ...], frozenset[str]], int] = {}
    for act in acts:
        key = (act.act, act.events or (str(act.anchor),), frozenset((*act.third_parties, *act.parties)))
        at = places.get(key)
        if at is None:
            places[key] = len(out)
            out.append(act)
        else:
            first = out[at]
            values = tuple(dict.fromkeys((*first.term_values, *act.term_values)))
            spans = tuple(dict.fromkeys((*first.terms, *act.terms)))
            out[at] = replace(first, terms=spans, term_values=values, mediators=tuple(dict.fromkeys((*first.mediators, *act.mediators))))
    return tuple(out)
