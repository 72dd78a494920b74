"""From the words at the cue to an actor of the record, through the actors' mentions."""

from __future__ import annotations

from onrecord.model.record import Actor, ActorKind, Mention, MentionForm, Statement
from onrecord.model.span import Span, SpanIndex
from onrecord.reading.parse import Word
from onrecord.reading.stage import Reading
from onrecord.reading.statements.assemble import Draft
from onrecord.reading.statements.ground import Ground

_RELATIVE = frozenset(("WDT", "WP"))
_PRONOUNS = frozenset(["i", "we", "you", "he", "she", "they", "it", "who", "which", "that", "this", "these", "those", "one"])


def with_speakers(drafts: list[Draft], reading: Reading, ground: Ground) -> tuple[tuple[Actor, ...], tuple[Statement, ...]]:
    """The actors, with new ones for speakers that had none, and the statements."""
    index = reading.actor_mentions()
    new: list[Actor] = []
    known: dict[tuple[int, int], str] = {}
    out: list[Statement] = []
    for n, draft in enumerate(drafts):
        found = draft.found
        speaker: str | None = None
        span = cue = None
        if found is not None:
            cue = ground.span(found.cue_words)
            if found.source is not None and found.source_words is not None:
                span = ground.span(found.source_words)
                speaker = _actor(found.source, span, index, known, new)
        out.append(
            Statement(
                id=f"s{n}",
                kind=draft.kind,
                speaker=speaker,
                speaker_span=span,
                cue=cue,
                content=draft.content,
                quotes=draft.quotes,
                mental=found.entry.mental if found is not None else False,
            )
        )
    return (*reading.actors, *new), tuple(out)


def _actor(
    head: Word, span: Span, index: SpanIndex[tuple[Actor, Mention]], known: dict[tuple[int, int], str], new: list[Actor]
) -> str | None:
    if head.tag in _RELATIVE and head.head.dep == "relcl":
        head = head.head.head
        span = head.span
    at = [(mention_span, actor) for mention_span, (actor, _) in index.overlapping(head.span)]
    if at:
        return min(at, key=lambda pair: (pair[0].length, pair[0]))[1].id
    if head.lower in _PRONOUNS or head.pos not in ("NOUN", "PROPN"):
        return None
    key = (head.start, head.end)
    if key not in known:
        form: MentionForm = "name" if head.pos == "PROPN" else "description"
        known[key] = f"as{len(new)}"
        kind: ActorKind = "person" if head.entity == "PERSON" else "unnamed" if head.pos == "NOUN" else "other"
        new.append(
            Actor(known[key], head.text if not span else _name(head, span), kind, None, (), None, None, None, (Mention(span, form),))
        )
    return known[key]


def _name(head: Word, span: Span) -> str:
    return " ".join(word.text for word in head.sentence.words if span.start <= word.start and word.end <= span.end) or head.text
