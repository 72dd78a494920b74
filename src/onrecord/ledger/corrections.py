"""What people say of a reading: accept, change, reject, add, merge or split a value, with who, when and why.

A correction is a row of its own over the reading. It names its value by layer and words (span), and keeps the value as the person saw
it, so that it finds its value again in another reading, and says so where that reading differs. A person has the last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import msgspec

from onrecord.model.first import Thing, first_span
from onrecord.model.record import Actor, Event, MediationAct, Place, Record, Statement, Time, Toll
from onrecord.model.span import Span

Layer = Literal["actors", "times", "places", "statements", "events", "tolls", "mediation"]
Action = Literal["accept", "change", "reject", "add", "merge", "split"]
TYPES: dict[Layer, type[Thing]] = {
    "actors": Actor, "times": Time, "places": Place, "statements": Statement, "events": Event, "tolls": Toll, "mediation": MediationAct,
}  # fmt: skip
LETTERS: dict[str, Layer] = {
    "a": "actors", "t": "times", "p": "places", "s": "statements", "e": "events", "n": "tolls", "m": "mediation",
}  # fmt: skip


NOTHING = msgspec.Raw(b"null")
"""JSON's null: no value."""


class Reference(msgspec.Struct, frozen=True):
    """A value that a correction's value refers to, by id in the reading that the person saw, and where its words stand."""

    id: str
    span: Span


class Correction(msgspec.Struct, frozen=True, omit_defaults=True):
    """One decision. `seen` is the value as JSON in the reading that the person saw (None for add); `value` the whole value as it should be
    (for change and add). For a merge, `other` is the span of the value that joins this one; for a split, `mentions` are those that leave.
    """

    report: str
    layer: Layer
    action: Action
    span: Span
    who: str
    when: str
    why: str = ""
    seen: msgspec.Raw = NOTHING
    value: msgspec.Raw = NOTHING
    other: Span | None = None
    mentions: tuple[Span, ...] = ()
    references: tuple[Reference, ...] = ()
    id: str = ""


class Conflict(msgspec.Struct, frozen=True):
    """A correction that does not fit the present reading as it fitted the one that the person saw."""

    correction: Correction
    what: Literal["changed", "gone", "contradicted"]
    now: msgspec.Raw = NOTHING


class Corrected(msgspec.Struct, frozen=True):
    """A record with people's corrections in force, and what did not fit."""

    record: Record
    conflicts: tuple[Conflict, ...]


def things(record: Record, layer: Layer) -> tuple[Thing, ...]:
    """The values of one layer."""
    found: tuple[Thing, ...] = getattr(record, layer)
    return found


def correction_for(
    record: Record, thing: Thing, action: Action, *, who: str, when: str, why: str = "", value: Thing | None = None
) -> Correction:
    """A correction of a value that stands in a record; `value` is what it should be, for a change or an addition."""
    layer = next(name for name, kind in TYPES.items() if isinstance(thing, kind))
    named = [thing, *([value] if value is not None else [])]
    return Correction(
        report=record.document.id,
        layer=layer,
        action=action,
        span=first_span(thing),
        who=who,
        when=when,
        why=why,
        seen=NOTHING if action == "add" else msgspec.Raw(msgspec.json.encode(thing)),
        value=NOTHING if value is None else msgspec.Raw(msgspec.json.encode(value)),
        references=tuple(_references(record, named)),
    )


def _references(record: Record, values: Iterable[Thing]) -> Iterable[Reference]:
    text = b" ".join(msgspec.json.encode(value) for value in values).decode()
    for layer in TYPES:
        for thing in things(record, layer):
            if f'"{thing.id}"' in text:
                yield Reference(thing.id, first_span(thing))


def apply(record: Record, corrections: Iterable[Correction]) -> Corrected:
    """The record as people have corrected it. Later decisions of the same value win; two people who differ are a conflict.

    Values keep the ids of the reading; those that people added get ids after them.
    """
    conflicts: list[Conflict] = []
    decided: dict[tuple[Layer, Span], Correction] = {}
    for one in sorted(corrections, key=lambda x: (x.when, x.who, x.layer, x.span)):
        if one.report != record.document.id:
            continue
        before = decided.get((one.layer, one.span))
        if before is not None and before.who != one.who and _verdict(before) != _verdict(one):
            conflicts.append(Conflict(before, "contradicted", one.value if one.value != NOTHING else one.seen))
        if one.action in ("merge", "split") or before is None or before.action not in ("merge", "split"):
            decided[one.layer, one.span] = one
    for one in decided.values():
        record, conflict = _apply(record, one)
        if conflict is not None:
            conflicts.append(conflict)
    return Corrected(record, tuple(conflicts))


def _verdict(one: Correction) -> str:
    """What a correction says of its value, as one word or the value that it should be."""
    return bytes(one.value).decode() if one.action in ("change", "add") else one.action


def find(record: Record, layer: Layer, span: Span) -> Thing | None:
    """The value that stands at a span, else the one that overlaps it most; None where there is none."""
    best: Thing | None = None
    most = 0
    for thing in things(record, layer):
        here = first_span(thing)
        if here == span:
            return thing
        shared = min(here[1], span[1]) - max(here[0], span[0])
        if shared > most:
            best, most = thing, shared
    return best


def _apply(record: Record, one: Correction) -> tuple[Record, Conflict | None]:
    present = find(record, one.layer, one.span)
    if one.action == "add":
        return (
            (record, None)
            if present is not None and first_span(present) == one.span and one.layer != "events"
            else (_with(record, one), None)
        )
    if present is None:
        gone = Conflict(one, "gone")
        return (
            (record, None)
            if one.action == "reject"
            else (_with(record, one), gone)
            if one.action in ("accept", "change")
            else (record, gone)
        )
    now = msgspec.Raw(msgspec.json.encode(present))
    conflict = None if one.seen == NOTHING or _same(record, one, present) else Conflict(one, "changed", now)
    match one.action:
        case "accept" | "change":
            wanted = one.value if one.action == "change" else one.seen
            return (
                _replace(record, one.layer, present, _decoded(record, one, wanted, present.id)) if wanted is not None else record
            ), conflict
        case "reject":
            return _without(record, one.layer, present), conflict
        case _:
            return _regroup(record, one, present), conflict


def _same(record: Record, one: Correction, present: Thing) -> bool:
    """Whether the reading still says what the person saw, ids aside."""
    return _decoded(record, one, one.seen, present.id) == present


def _decoded(record: Record, one: Correction, raw: msgspec.Raw, name: str) -> Thing:
    """A correction's value with the ids of this record; what it refers to and this reading lacks is left out."""
    ids: dict[str, str | None] = {}
    for reference in one.references:
        thing = find(record, LETTERS[reference.id[0]], reference.span)
        ids[reference.id] = thing.id if thing is not None else None
    plain = {**_renamed(msgspec.json.decode(raw), ids), "id": name}
    decoded: Thing = msgspec.convert(plain, TYPES[one.layer])
    return decoded


def _renamed(value: Any, ids: dict[str, str | None]) -> Any:
    """JSON with references renamed: unknown ones become null, or leave their list."""
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, list):
        return [new for item in value if (new := _renamed(item, ids)) is not None or item is None]
    if isinstance(value, dict):
        return {(ids.get(key) or key): _renamed(item, ids) for key, item in value.items() if ids.get(key, key) is not None}
    return value


def _with(record: Record, one: Correction) -> Record:
    raw = one.value if one.value != NOTHING else one.seen
    if raw == NOTHING:
        return record
    letter = next(letter for letter, layer in LETTERS.items() if layer == one.layer)
    numbers = [int(thing.id[1:]) for thing in things(record, one.layer) if thing.id[1:].isdigit()]
    return _put(record, one.layer, (*things(record, one.layer), _decoded(record, one, raw, f"{letter}{max(numbers, default=0) + 1}")))


def _replace(record: Record, layer: Layer, old: Thing, new: Thing) -> Record:
    return _put(record, layer, tuple(new if thing.id == old.id else thing for thing in things(record, layer)))


def _without(record: Record, layer: Layer, gone: Thing) -> Record:
    """The record without a value, and without what refers to it where it is referred to."""
    from onrecord.ledger.regroup import forget

    return forget(_put(record, layer, tuple(thing for thing in things(record, layer) if thing.id != gone.id)), gone.id)


def _regroup(record: Record, one: Correction, present: Thing) -> Record:
    from onrecord.ledger.regroup import merge, split

    if not isinstance(present, Actor):
        return record
    if one.action == "split":
        return split(record, present, one.mentions)
    other = find(record, "actors", one.other) if one.other is not None else None
    return merge(record, present, other) if isinstance(other, Actor) and other.id != present.id else record


def _put(record: Record, layer: Layer, values: Sequence[Thing]) -> Record:
    ordered = tuple(sorted(values, key=lambda thing: (first_span(thing), thing.id)))
    changed: Record = msgspec.structs.replace(record, **{layer: ordered})
    return changed
