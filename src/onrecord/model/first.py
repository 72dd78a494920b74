"""Where a value first stands in the text: the key that orders every list of a record, and by which people's corrections find it again."""

from __future__ import annotations

from onrecord.model.record import Actor, Event, MediationAct, Place, Statement, Time, Toll
from onrecord.model.span import Span

Thing = Actor | Time | Place | Statement | Event | Toll | MediationAct
"""Any value that has words and an id of its own."""


def first_span(thing: Thing) -> Span:
    """The first span of a value; `[0, 0]` for a mediation act that has none."""
    match thing:
        case Actor():
            return min(mention.span for mention in thing.mentions)
        case Time() | Place() | Toll():
            return thing.span
        case Statement():
            return min((*thing.content, *(span for span in (thing.cue, thing.speaker_span) if span)))
        case Event():
            return thing.anchor
        case MediationAct():
            return min((span for span in (thing.anchor, *thing.terms) if span), default=Span(0, 0))
