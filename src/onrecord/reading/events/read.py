"""From the acts of each sentence to events: participants, evidence, statement, time and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.codes.cameo import SPOKEN, cameo_codes, plover_of
from onrecord.model.record import Actor, Event, Place, Statement
from onrecord.model.span import Span, SpanIndex
from onrecord.reading.events.arguments import arguments
from onrecord.reading.events.assemble import Acts
from onrecord.reading.events.concern import PUBLIC, of_public_concern
from onrecord.reading.events.draft import Draft, Ground, Newcomers
from onrecord.reading.events.learned import Between, Beyond, Head, Vector
from onrecord.reading.events.match import words_of
from onrecord.reading.events.participants import ActorWords, actor_words
from onrecord.reading.events.parties import draft
from onrecord.reading.events.told import across
from onrecord.reading.events.where import place_of
from onrecord.reading.parse.grammar import clause_of, trimmed_subtree
from onrecord.reading.parse.words import Parse, Sentence, Word
from onrecord.reading.places.link import PlaceIndex, index_places
from onrecord.reading.stage import Reading
from onrecord.reading.times.link import TimeIndex, index_times, time_for
from onrecord.vocabulary.times import saying

_EVIDENCE = 80


@dataclass(frozen=True, slots=True)
class EventReader:
    """Reads events off a reading that has actors, times, places and statements."""

    acts: Acts
    head: Head | None = None
    vector: Vector | None = None

    def read(self, reading: Reading) -> Reading:
        places: SpanIndex[Place] = SpanIndex((place.span, place) for place in reading.places)
        ground = Ground(actor_words(reading, self.acts.lexicon.nouns), {actor.id: actor for actor in reading.actors}, places, Newcomers())
        statements = SpanIndex((span, statement) for statement in reading.statements for span in statement.content)
        beyond = Beyond(self.head, self.vector, reading.parse) if self.head is not None and self.vector is not None else None
        acts = [
            act
            for sentence in _read_sentences(reading.parse)
            for act in self.acts.of(sentence, ground.actors.words, beyond.prefer if beyond is not None else None)
        ]
        if beyond is not None:
            acts.extend(self.acts.beyond(match) for match in beyond.matches(candidates(reading, ground.actors), acts))
            acts.sort(key=lambda act: act.match.trigger.i)
        drafts = [draft(act, ground, _statement(act.match.trigger.span, statements)) for act in acts]
        times, where = index_times(reading), index_places(reading.parse, reading.places)
        kept = of_public_concern(across(drafts, ground), ground)
        found = (_event(one, f"e{n}", times, where, ground) for n, one in enumerate(kept))
        events = tuple(event for event in found if event is not None)
        named = {name for event in events for name in (*event.sources, *event.targets)}
        return replace(reading, events=events, actors=(*reading.actors, *ground.newcomers.used(named)))


def candidates(reading: Reading, actors: ActorWords) -> Iterator[Between]:
    """Verbs between two actors, of whom one has a public part: where an act may be that no frame names."""
    by_id = {actor.id: actor for actor in reading.actors}
    for sentence in _read_sentences(reading.parse):
        for verb in sentence.words:
            if verb.pos != "VERB" or verb.dep in ("aux", "auxpass", "amod", "compound") or verb.lemma in saying():
                continue
            yield from _between(verb, actors, by_id)


def _between(verb: Word, actors: ActorWords, by_id: dict[str, Actor]) -> Iterator[Between]:
    args = arguments(verb)
    if args.subject is None:
        return
    sources = tuple(actors.of(args.subject))
    ids = {found.actor for found in sources}
    if not sources or not any(by_id[name].kind in PUBLIC or by_id[name].roles or by_id[name].country for name in ids):
        return
    for word in (*args.objects, *(other for _, other in args.preps)):
        if any(found.actor not in ids for found in actors.of(word)):
            yield Between(verb, args, word)
            return


def _read_sentences(parse: Parse) -> Iterable[Sentence]:
    """The body's sentences; the title's only when there is nothing else."""
    body = any(block.kind != "title" for block in parse.blocks)
    return (sentence for sentence in parse.sentences if not (body and parse.blocks[sentence.block].kind == "title"))


def _event(one: Draft, name: str, times: TimeIndex, where: PlaceIndex, ground: Ground) -> Event | None:
    act = one.act
    plover = plover_of(act.code)
    if plover is None or not (one.sources or one.targets or act.match.alone):
        return None
    anchor = words_of(act.match)
    time = time_for(one.trigger, times)
    day = time.id if time is not None else _day_of_saying(one, ground)
    row = cameo_codes()[act.code]
    return Event(
        id=name,
        anchor=anchor,
        cameo=act.code,
        plover=plover,
        quad=row.quad,
        goldstein=row.goldstein,
        status=act.status,
        sources=tuple(found.actor for found in one.sources),
        targets=tuple(found.actor for found in one.targets),
        mediators=(),
        spans={found.actor: found.span for found in (*one.targets, *one.sources)},
        evidence=_evidence(one.trigger, anchor),
        time=day,
        place=place_of(one, where, ground),
        statement=one.statement.id if one.statement is not None else None,
        score=None if act.score is None else round(act.score, 3),
    )


def _day_of_saying(one: Draft, ground: Ground) -> str | None:
    """ "We condemn the raid", said on Monday, is a condemnation of Monday: an act of speech, told in the present by whoever does it."""
    statement = one.statement
    if statement is None or statement.speaker is None or one.root not in SPOKEN or one.trigger.tag not in ("VBP", "VBZ"):
        return None
    speaker = ground.by_id.get(statement.speaker)
    who = {statement.speaker, speaker.of if speaker is not None else None}
    return statement.time if any(found.actor in who for found in one.sources) else None


def _evidence(trigger: Word, anchor: Span) -> Span:
    """The clause around the trigger; a very long one is cut to the anchor."""
    words = trimmed_subtree(clause_of(trigger))
    if len(words) > _EVIDENCE:
        return anchor
    return Span(words[0].start, words[-1].end).cover(anchor)


def _statement(span: Span, statements: SpanIndex[Statement]) -> Statement | None:
    """The innermost statement that the act is told in."""
    around = [(found.length, statement.id, statement) for found, statement in statements.overlapping(span) if found.holds(span)]
    return min(around, key=lambda item: item[:2])[2] if around else None
