"""Corrections as lines of a file: a sheet of every value to be judged, and reading either sheet or export back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from onrecord.errors import InputError
from onrecord.ledger.corrections import NOTHING, TYPES, Action, Correction, Layer, correction_for, find, things
from onrecord.model.first import Thing, first_span
from onrecord.model.record import Record
from onrecord.model.span import Span


class SheetRow(msgspec.Struct, frozen=True):
    """One value to judge. A person fills in `action`, for a change or an addition `value`, and `who` and `why`."""

    report: str
    layer: Layer
    span: Span
    words: str
    value: msgspec.Raw = NOTHING
    action: Action | None = None
    who: str | None = None
    when: str | None = None
    why: str = ""
    other: Span | None = None
    mentions: tuple[Span, ...] = ()


class _Line(msgspec.Struct, frozen=True):
    """What a line must have to be looked at."""

    action: Action | None = None
    references: msgspec.Raw = NOTHING
    seen: msgspec.Raw = NOTHING


def sheet_rows(record: Record) -> list[SheetRow]:
    """A row for every value of a record, layer by layer, in order of text."""
    return [
        SheetRow(record.document.id, layer, first_span(thing), record.words(first_span(thing)), msgspec.Raw(msgspec.json.encode(thing)))
        for layer in TYPES
        for thing in things(record, layer)
    ]


def read_corrections(
    data: bytes, name: str, record_of: Callable[[str], Record], *, who: str | None = None, now: str = ""
) -> Iterator[Correction]:
    """The corrections of a file's lines; those of a sheet without an action are passed over.

    `record_of` gives the record of a report's id. Raises InputError, naming the line, for what is no correction.
    """
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            head = msgspec.json.decode(line, type=_Line)
            if head.seen != NOTHING or head.references != NOTHING:
                yield msgspec.json.decode(line, type=Correction)
            elif head.action is not None:
                yield _from_sheet(msgspec.json.decode(line, type=SheetRow), record_of, who, now)
        except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
            raise InputError(f"{name}:{number}: not a correction: {error}") from error
        except InputError as error:
            raise InputError(f"{name}:{number}: {error}") from error


def _from_sheet(row: SheetRow, record_of: Callable[[str], Record], who: str | None, now: str) -> Correction:
    name = row.who or who
    if not name:
        raise InputError("says not who decided: fill in `who`, or give --who")
    record = record_of(row.report)
    value: Thing | None = None
    if row.action in ("change", "add"):
        if row.value == NOTHING:
            raise InputError(f"a {row.action} needs its value")
        value = msgspec.json.decode(row.value, type=TYPES[row.layer])
    present = find(record, row.layer, row.span)
    thing = value if row.action == "add" else present
    if thing is None:
        raise InputError(f"no value of {row.layer} stands at {list(row.span)}")
    action: Action = row.action or "accept"
    made = correction_for(record, thing, action, who=name, when=row.when or now, why=row.why, value=value)
    return msgspec.structs.replace(made, span=row.span, other=row.other, mentions=row.mentions)
