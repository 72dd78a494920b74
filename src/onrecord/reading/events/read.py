"""From the acts of each sentence to events: participants, evidence, statement, time and place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.codes.cameo import cameo_codes, plover_of
from onrecord.model.record import Event, Statement
from onrecord.model.span import Span, SpanIndex
from onrecord.reading.events.assemble import Act, Acts
from onrecord.reading.events.participants import ActorWords, Found, actor_words
from onrecord.reading.parse.grammar import clause_of, trimmed_subtree
from onrecord.reading.parse.words import Parse, Sentence, Word
from onrecord.reading.stage import Reading
from onrecord.reading.times.link import TimeIndex, index_times, time_for

_EVIDENCE = 80


@dataclass(frozen=True, slots=True)
class _Around:
    """What a sentence's acts are linked to."""

    actors: ActorWords
    statements: SpanIndex[Statement]
    times: TimeIndex


@dataclass(frozen=True, slots=True)
class EventReader:
    """Reads events off a reading that has actors, times, places and statements."""

    acts: Acts

    def read(self, reading: Reading) -> Reading:
        around = _Around(
            actor_words(reading),
            SpanIndex((span, statement) for statement in reading.statements for span in statement.content),
            index_times(reading),
        )
        events: list[Event] = []
        for sentence in _read_sentences(reading.parse):
            for act in self.acts.of(sentence, around.actors.words):
                event = _event(act, f"e{len(events)}", around)
                if event is not None:
                    events.append(event)
        return replace(reading, events=tuple(events))


def _read_sentences(parse: Parse) -> Iterable[Sentence]:
    """The body's sentences; the title's only when there is nothing else."""
    body = any(block.kind != "title" for block in parse.blocks)
    return (sentence for sentence in parse.sentences if not (body and parse.blocks[sentence.block].kind == "title"))


def _event(act: Act, name: str, around: _Around) -> Event | None:
    plover = plover_of(act.code)
    if plover is None:
        return None
    sources = _participants(act.match.sources, around.actors)
    targets = _participants(act.match.targets, around.actors)
    if act.match.mutual and not targets and len(sources) > 1:
        targets = sources
    elif not act.match.mutual or targets is not sources:
        own = {found.actor for found in sources}
        targets = [found for found in targets if found.actor not in own]
    if not sources and not targets:
        return None
    spans = {found.actor: found.span for found in (*targets, *sources)}
    anchor = _anchor(act)
    time = time_for(act.match.trigger, around.times)
    row = cameo_codes()[act.code]
    return Event(
        id=name,
        anchor=anchor,
        cameo=act.code,
        plover=plover,
        quad=row.quad,
        goldstein=row.goldstein,
        status=act.status,
        sources=tuple(found.actor for found in sources),
        targets=tuple(found.actor for found in targets),
        mediators=(),
        spans=spans,
        evidence=_evidence(act.match.trigger, anchor),
        time=time.id if time is not None else None,
        statement=_statement(anchor, around.statements),
    )


def _participants(words: Iterable[Word], actors: ActorWords) -> list[Found]:
    found = [item for word in words for item in actors.of(word)]
    return list({item.actor: item for item in reversed(found)}.values())[::-1]


def _anchor(act: Act) -> Span:
    """The words that name the act, when they stand close together; else the trigger."""
    trigger = act.match.trigger
    near = [word for word in act.match.anchor if abs(word.i - trigger.i) <= 5 and word.sentence is trigger.sentence]
    return Span(min(word.start for word in near), max(word.end for word in near)) if near else trigger.span


def _evidence(trigger: Word, anchor: Span) -> Span:
    """The clause around the trigger; a very long one is cut to the anchor."""
    words = trimmed_subtree(clause_of(trigger))
    if len(words) > _EVIDENCE:
        return anchor
    return Span(words[0].start, words[-1].end).cover(anchor)


def _statement(anchor: Span, statements: SpanIndex[Statement]) -> str | None:
    """The innermost statement that the act is told in."""
    around = [(span.length, statement.id) for span, statement in statements.overlapping(anchor) if span.holds(anchor)]
    return min(around)[1] if around else None
