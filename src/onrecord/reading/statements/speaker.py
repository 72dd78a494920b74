"""From the words at the cue to an actor of the record, through the actors' mentions."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from onrecord.model.record import Actor, ActorKind, Mention, MentionForm, Statement
from onrecord.model.span import Span, SpanIndex
from onrecord.reading.parse import Word
from onrecord.reading.stage import Reading
from onrecord.reading.statements.assemble import Draft
from onrecord.reading.statements.circumstances import Circumstances, Known, circumstances
from onrecord.reading.statements.colon import COLONS, TURNS
from onrecord.reading.statements.ground import Ground
from onrecord.reading.statements.source import may_speak

_RELATIVE = frozenset(("WDT", "WP"))
_NOBODY = frozenset("i we you he she they it who which that this these those one there me us him her them what".split())

_PARTS = frozenset("one some many most several few half both all each others another".split())
_ONE = frozenset(("one", "another", "each"))
_HUMAN = frozenset(("he", "she"))
_NO_PERSON = frozenset(("state", "government", "military", "police", "armed_group", "party", "igo", "ngo", "company", "media"))
_PERSONS = frozenset(("person", "unnamed", "population"))
_FARTHEST = 400
"""Code points between a quotation and the one it goes on from, at most."""


@dataclass(slots=True)
class _Actors:
    """The actors by place, and those that this room adds for speakers that have none."""

    index: SpanIndex[tuple[Actor, Mention]]
    new: list[Actor] = field(default_factory=list)
    known: dict[Span, str] = field(default_factory=dict)

    def at(self, head: Word, span: Span, *, label: bool) -> str | None:
        """The actor whose mention covers the head most tightly; a new one when a noun has none; None for a lone pronoun.

        A `label` ("OKORO:") is a name whatever the parser takes it for.
        """
        if head.tag in _RELATIVE:
            antecedent = _antecedent(head)
            if antecedent is None:
                return None
            head, span = antecedent, antecedent.span
        found = [
            (mention_span, actor, mention)
            for mention_span, (actor, mention) in self.index.overlapping(head.span)
            if not (head.lower in _HUMAN and actor.kind in _NO_PERSON)
        ]
        if found:
            return min(found, key=lambda one: (one[2].form == "adjective", one[0].length, one[0]))[1].id
        if not label and not _is_part(head) and (head.lower in _NOBODY or head.pos not in ("NOUN", "PROPN")):
            return None
        if head.span not in self.known:
            self.known[head.span] = f"a-said{len(self.new)}"
            self.new.append(_actor(self.known[head.span], head, span))
        return self.known[head.span]


def _is_part(head: Word) -> bool:
    """ "One of the sources", "two of them" and, of those just counted, "38": somebody, though no noun says who."""
    of = any(child.dep == "prep" and child.lower == "of" for child in head.children)
    return head.pos == "NUM" or (of and head.lower in _PARTS)


def _antecedent(pronoun: Word) -> Word | None:
    """The noun that a relative pronoun stands for: of "a teacher reached by telephone, who …" the teacher."""
    for above in pronoun.ancestors():
        if above.dep == "relcl":
            noun = above.head
            outer = next((word for word in noun.ancestors() if word.dep == "acl" or word.pos not in ("ADP", "NOUN")), None)
            if pronoun.lower == "who" and outer is not None and outer.dep == "acl" and not may_speak(noun) and may_speak(outer.head):
                return outer.head
            return noun
    return None


def _actor(name: str, head: Word, span: Span) -> Actor:
    form: MentionForm = "name" if head.pos == "PROPN" else "description"
    kind: ActorKind = "person" if head.entity == "PERSON" else "other" if head.pos == "PROPN" else "unnamed"
    words = " ".join(word.text for word in head.sentence.words if span.start <= word.start and word.end <= span.end)
    return Actor(name, words or head.text, kind, None, (), None, None, None, (Mention(span, form),))


def with_speakers(drafts: list[Draft], reading: Reading, ground: Ground) -> tuple[tuple[Actor, ...], tuple[Statement, ...]]:
    """The actors, with new ones for speakers that had none, and the statements."""
    actors = _Actors(reading.actor_mentions())
    known = Known(
        actors.index, SpanIndex((time.span, time) for time in reading.times), SpanIndex((place.span, place) for place in reading.places)
    )
    out: list[Statement] = []
    for n, draft in enumerate(drafts):
        found = draft.found
        speaker: str | None = None
        span: Span | None = None
        told = Circumstances()
        if found is not None:
            told = circumstances(found, draft.content, known, ground)
            if found.source is not None and found.source_words is not None:
                span = ground.span(found.source_words)
                turn = found.cue.text in COLONS
                nameless = turn and found.source.lower in TURNS
                speaker = actors.at(found.source, span, label=turn and found.source.text.isupper()) if not nameless else None
        out.append(
            Statement(
                id=f"s{n}",
                kind=draft.kind,
                speaker=speaker,
                speaker_span=span,
                cue=ground.span(found.cue_words) if found is not None else None,
                content=draft.content,
                quotes=draft.quotes,
                addressee=told.addressee if told.addressee != speaker else None,
                time=told.time,
                place=told.place,
                mental=found.entry.mental if found is not None else False,
            )
        )
    out = _without_things_said(out, drafts, (*reading.actors, *actors.new))
    every = (*reading.actors, *actors.new)
    return every, tuple(_running(_goes_on(_first_persons(out, drafts, ground), drafts, actors, every), actors))


def _without_things_said(statements: list[Statement], drafts: list[Draft], actors: tuple[Actor, ...]) -> list[Statement]:
    """In "The office denied it. “This is a lie,” it said", "it" is not the lie but the office, the last speaker who is no person."""
    by_id = {actor.id: actor for actor in actors}
    office: str | None = None
    out = []
    for statement, draft in zip(statements, drafts, strict=True):
        actor = by_id[statement.speaker] if statement.speaker is not None else None
        pronoun = draft.found is not None and draft.found.source is not None and draft.found.source.pos == "PRON"
        if pronoun and actor is not None and _named_inside(actor, statement):
            heard = draft.found is not None and draft.found.source is not None and draft.found.source.lower == "it"
            statement = replace(statement, speaker=office if heard else None)
        elif actor is not None:
            office = actor.id if actor.kind not in _PERSONS else None
        out.append(statement)
    return out


def _named_inside(actor: Actor, statement: Statement) -> bool:
    """The actor has a name or description, and only among the words of this statement."""
    named = [mention.span for mention in actor.mentions if mention.form != "pronoun"]
    return bool(named) and all(any(start <= span.start and span.end <= end for start, end in statement.content) for span in named)


def _first_persons(statements: list[Statement], drafts: list[Draft], ground: Ground) -> list[Statement]:
    """The "I" who thinks or says something inside a quotation, or a turn of a transcript, is the one whose words they are."""
    quoted: dict[int, str] = {}
    turns = SpanIndex((span, one) for one, draft in zip(statements, drafts, strict=True)
                      if draft.found is not None and draft.found.cue.text in COLONS for span in one.content)  # fmt: skip
    for statement, draft in zip(statements, drafts, strict=True):
        if statement.speaker is not None and draft.found is not None:
            own = ground.quote_of[draft.found.cue.i]
            for number in draft.quote_numbers:
                if number != own:
                    quoted.setdefault(number, statement.speaker)
    out = []
    for statement, draft in zip(statements, drafts, strict=True):
        found = draft.found
        if found is not None and statement.speaker is None and found.source is not None and found.source.lower == "i":
            own = ground.quote_of[found.source.i]
            around = turns.overlapping(found.source.span) if own < 0 else []
            statement = replace(statement, speaker=around[0][1].speaker if around else quoted.get(own))
        out.append(statement)
    return out


def _goes_on(statements: list[Statement], drafts: list[Draft], actors: _Actors, every: tuple[Actor, ...]) -> list[Statement]:
    """In "One of the drivers said …, he added" the pronoun that the actors room could not place is the nameless one who spoke last.

    No other person may be named between the two statements.
    """
    kinds = {actor.id: actor.kind for actor in every}
    out = {one.id: one for one in statements}
    last: tuple[int, str] | None = None
    for statement, draft in sorted(zip(statements, drafts, strict=True), key=lambda pair: pair[0].cue or pair[0].content[0]):
        source = draft.found.source if draft.found is not None else None
        if last is not None and statement.speaker is None and source is not None and source.lower in _HUMAN:
            between = Span(last[0], max(last[0], min(statement.content[0].start, source.start)))
            others = [actor for _, (actor, _) in actors.index.overlapping(between) if actor.kind in _PERSONS and actor.id != last[1]]
            if between.length <= _FARTHEST and not others:
                out[statement.id] = statement = replace(statement, speaker=last[1])
        if statement.cue is not None:
            nameless = statement.speaker if statement.speaker is not None and kinds[statement.speaker] == "unnamed" else None
            one = source is not None and (source.lower in _ONE or source.tag == "NN" or (source.lower in _HUMAN and last is not None))
            last = (statement.cue.end, nameless) if nameless is not None and one else None
    return [out[one.id] for one in statements]


def _running(statements: list[Statement], actors: _Actors) -> list[Statement]:
    """A bare quotation is the last quoted speaker's when nobody else is named between: else nobody's."""
    last: tuple[int, str | None] = (0, None)
    named: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda one: (one.content[0], one.id)):
        end = max(span.end for span in (*statement.content, statement.cue, statement.speaker_span) if span is not None)
        if statement.cue is None and statement.speaker_span is None and last[1] is not None and last[0] <= statement.content[0].start:
            between = Span(last[0], statement.content[0].start)
            if between.length <= _FARTHEST and not any(actor.id != last[1] for _, (actor, _) in actors.index.overlapping(between)):
                named[statement.id] = replace(statement, speaker=last[1])
                last = (end, last[1])
                continue
        if statement.kind == "direct" and end >= last[0]:
            last = (end, statement.speaker)
    return [named.get(statement.id, statement) for statement in statements]
