"""A form for one value, made from its type: choices for literals, names for references, numbers and words for the rest."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal

import msgspec
from msgspec.structs import fields, replace

from onrecord.codes.cameo import cameo_codes
from onrecord.errors import InputError
from onrecord.model.first import Thing
from onrecord.model.record import Actor, Event, Record
from onrecord.model.span import Span
from onrecord.web.blank import coded

FieldKind = Literal["choice", "many", "number", "words", "list", "yes"]
ACTORS = (
    "speaker",
    "addressee",
    "sources",
    "targets",
    "mediators",
    "victims",
    "perpetrators",
    "third_parties",
    "parties",
    "requested_by",
)
REFERENCES: dict[str, str] = {"time": "times", "place": "places", "statement": "statements", "event": "events", "part_of": "tolls"}
LEFT_OUT = (
    "id",
    "spans",
    "score",
    "plover",
    "quad",
    "goldstein",
    "mentions",
    "events",
    "statements",
    "term_values",
    "contexts",
    "wikidata",
    "geonames",
)
"""What no form asks: ids and spans are the text's own, links are made by the reader, and an event's CAMEO code decides the rest of it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a field may have, and how it is shown."""

    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class Field:
    """One input. `choices` is empty for numbers and words; `now` holds the present value or values."""

    name: str
    kind: FieldKind
    now: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    needed: bool = False


def form_of(thing: Thing, record: Record) -> tuple[Field, ...]:
    """The inputs for every field of a value that a person may change."""
    hints = typing.get_type_hints(type(thing))
    made = [_field(thing, field.name, hints[field.name], record) for field in fields(thing)]
    return tuple(field for field in made if field is not None)


def changed(thing: Thing, record: Record, given: Sequence[tuple[str, str]]) -> Thing:
    """The value as the form has it. Raises InputError when a field does not hold what it should."""
    hints = typing.get_type_hints(type(thing))
    values: dict[str, Any] = {}
    for field in form_of(thing, record):
        sent = [value.strip() for name, value in given if name == field.name and value.strip()]
        values[field.name] = _value(field, sent)
    try:
        typed = {name: msgspec.convert(value, hints[name], strict=False) for name, value in values.items()}
    except msgspec.ValidationError as error:
        raise InputError(f"the form cannot be kept as it is: {error}") from error
    new: Thing = replace(thing, **typed)
    if not isinstance(new, Event):
        return new
    recoded = isinstance(thing, Event) and new.cameo != thing.cameo
    return _with_spans(coded(new) if recoded else new, record)


def as_sent(form: Sequence[Field], given: Sequence[tuple[str, str]]) -> tuple[Field, ...]:
    """The inputs holding what was typed into them, for a form that was refused."""
    return tuple(dataclasses.replace(field, now=_typed(field, [value for name, value in given if name == field.name])) for field in form)


def _typed(field: Field, sent: list[str]) -> tuple[str, ...]:
    return (str(bool(sent)),) if field.kind == "yes" else tuple(value for value in sent if value)


def _field(thing: Thing, name: str, hint: Any, record: Record) -> Field | None:
    if name in LEFT_OUT or _holds_span(hint):
        return None
    optional, inner = _unwrapped(hint)
    many, now = typing.get_origin(inner) is tuple, getattr(thing, name)
    present = tuple(str(x) for x in now) if many else (() if now is None else (str(now),))
    if name == "cameo":
        return Field(name, "choice", present, _codes(present), needed=True)
    if name in ACTORS or (name == "of" and isinstance(thing, Actor)):  # a toll's `of` are words
        choices = tuple(Choice(actor.id, actor.name) for actor in record.actors)
        return Field(name, "many" if many else "choice", present, choices)
    if name in REFERENCES:
        return Field(name, "choice", present, _referable(name, record))
    if typing.get_origin(inner) is Literal:
        return Field(name, "choice", present, tuple(Choice(x, x.replace("_", " ")) for x in typing.get_args(inner)), not optional)
    if inner is bool:
        return Field(name, "yes", present)
    if many:
        return Field(name, "list", present)
    return Field(name, "number" if inner in (int, float) else "words", present, (), not optional)


def _codes(present: tuple[str, ...]) -> tuple[Choice, ...]:
    """Every code that names an act, and the present one whatever it names."""
    acts = [row for row in cameo_codes().values() if row.plover is not None or row.code in present]
    return tuple(Choice(row.code, f"{row.code} {row.label}") for row in acts)


def _referable(name: str, record: Record) -> tuple[Choice, ...]:
    text = record.document.text
    if name == "statement":
        return tuple(Choice(s.id, text[s.content[0][0] : s.content[0][1]][:60]) for s in record.statements)
    if name == "event":
        return tuple(Choice(e.id, text[e.anchor[0] : e.anchor[1]][:60]) for e in record.events)
    spanned = record.times if name == "time" else record.places if name == "place" else record.tolls
    return tuple(Choice(x.id, text[x.span[0] : x.span[1]][:60]) for x in spanned)


def _value(field: Field, sent: list[str]) -> Any:
    if field.kind == "yes":
        return bool(sent)
    if field.kind == "many":
        return sent
    if field.kind == "list":
        return [part.strip() for part in ",".join(sent).split(",") if part.strip()]
    if not sent:
        if field.needed:
            raise InputError(f"{field.name.replace('_', ' ')} is missing")
        return None
    if field.choices and sent[0] not in {choice.value for choice in field.choices}:
        raise InputError(f"{field.name.replace('_', ' ')}: {sent[0]!r} is not among the choices")
    return sent[0]


def _with_spans(event: Event, record: Record) -> Event:
    """Every participant has words: its own in this event where it had them, else its mention nearest to the act."""
    spans: dict[str, Span] = {}
    mentions = {actor.id: [mention.span for mention in actor.mentions] for actor in record.actors}
    for actor in (*event.sources, *event.targets, *event.mediators):
        if actor not in mentions:
            raise InputError(f"{actor!r} is no actor of this report")
        spans[actor] = event.spans.get(actor) or min(mentions[actor], key=lambda span: abs(span[0] - event.anchor[0]))
    return replace(event, spans=spans)


def _unwrapped(hint: Any) -> tuple[bool, Any]:
    """(may be null, the type beside null)."""
    if typing.get_origin(hint) in (UnionType, typing.Union):
        inner = [x for x in typing.get_args(hint) if x is not type(None)]
        return True, inner[0]
    return False, hint


def _holds_span(hint: Any) -> bool:
    return hint is Span or any(_holds_span(inner) for inner in typing.get_args(hint))
