"""A value of each layer that says no more than its words: what a person fills in when the reader has missed it."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.codes.cameo import cameo_codes, plover_of
from onrecord.errors import InputError
from onrecord.ledger.corrections import Layer
from onrecord.model.first import Thing
from onrecord.model.record import Actor, Event, MediationAct, Mention, Place, Plover, Record, Statement, Time, Toll
from onrecord.model.span import Span

NEW = "new"
"""The id of a value that no reading holds yet; the store's record gives it one of its own."""
FIRST_CODE = "040"
ENDS = ".!?\n"
QUOTES = '“”"«»„'


def blank(layer: Layer, span: Span, record: Record) -> Thing:
    """A value resting on the words at a span. Choices stand at their first or most usual value until the form says otherwise."""
    words = record.words(span)
    match layer:
        case "actors":
            return Actor(NEW, words, "person", None, (), None, None, None, (Mention(span, "name"),))
        case "times":
            return Time(NEW, span, "DATE", "", None, None)
        case "places":
            return Place(NEW, span, words, "city", None, None, None, None, None)
        case "statements":
            quoted = len(words) > 2 and words[0] in QUOTES and words[-1] in QUOTES
            quotes = (Span(span.start + 1, span.end - 1),) if quoted else ()
            return Statement(NEW, "direct" if quoted else "indirect", None, None, None, (span,), quotes)
        case "events":
            act = Plover("CONSULT", None)
            return coded(Event(NEW, span, FIRST_CODE, act, 1, None, "actual", (), (), (), {}, sentence(record, span)))
        case "tolls":
            number = int(figure) if (figure := words.replace(",", "").replace(" ", "")).isdecimal() else None
            return Toll(NEW, span, "killed", number, number, number, "exact")
        case "mediation":
            return MediationAct(NEW, "offer", (), (), (), None, "other", (), "actual", (), (), anchor=span)


def coded(event: Event) -> Event:
    """The event with the PLOVER act, quad class and weight of its CAMEO code. Raises InputError for a code that names no act."""
    row = cameo_codes().get(event.cameo)
    act = plover_of(event.cameo, event.plover.contexts) if row else None
    if row is None or act is None:
        raise InputError(f"cameo {event.cameo}: no code of an act")
    return replace(event, plover=act, quad=row.quad, goldstein=row.goldstein)


def sentence(record: Record, span: Span) -> Span:
    """The words from the end of the sentence before to the end of this one, as far as punctuation tells."""
    text = record.document.text
    start = max(text.rfind(mark, 0, span.start) for mark in (". ", "! ", "? ", "\n")) + 1
    end = next((n + 1 for n in range(span.end, len(text)) if text[n] in ENDS and text[n + 1 : n + 2].strip() == ""), len(text))
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, len(text[:end].rstrip()))
