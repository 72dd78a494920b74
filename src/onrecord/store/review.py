"""People's corrections in the store, and the records as they stand with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Row, delete, insert, select

from onrecord.errors import InputError, StoreError
from onrecord.ledger.clusters import Decisions
from onrecord.ledger.corrections import Corrected, Correction, Reference, apply
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.store import schema as t
from onrecord.store.connect import plain_errors
from onrecord.store.filters import Filter
from onrecord.store.rows import Decision
from onrecord.store.store import Store

_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_REFERENCES = msgspec.json.Decoder(tuple[Reference, ...])


def add_corrections(store: Store, given: Iterable[Correction]) -> int:
    """Keeps corrections; one that is there already (same value, action, person and time) is left as it is. Returns how many are new.

    Raises InputError for a report that the store does not hold, and StoreError when the store cannot be written.
    """
    new = 0
    with plain_errors(store.where), store.writing() as connection:
        for one in given:
            if connection.execute(select(t.reports.c.id).where(t.reports.c.document == one.report)).scalar() is None:
                raise InputError(f"{store.where}: a correction of report {one.report[:12]}, which the store does not hold; read it first")
            c = t.corrections.c
            same = select(c.id).where(
                c.report == one.report, c.layer == one.layer, c.action == one.action, c.start == one.span[0], c.stop == one.span[1],
                c.who == one.who, c.when == one.when,
            )  # fmt: skip
            if connection.execute(same).scalar() is not None:
                continue
            connection.execute(
                insert(t.corrections).values(
                    report=one.report, layer=one.layer, action=one.action, start=one.span[0], stop=one.span[1], who=one.who, when=one.when,
                    why=one.why, seen=bytes(one.seen).decode(), value=bytes(one.value).decode(),
                    other_start=one.other[0] if one.other else None, other_stop=one.other[1] if one.other else None,
                    mentions=msgspec.json.encode(one.mentions).decode(), references=msgspec.json.encode(one.references).decode(),
                )
            )  # fmt: skip
            ids = select(t.readings.c.id).join(t.reports).where(t.reports.c.document == one.report)
            connection.execute(delete(t.witnesses).where(t.witnesses.c.reading.in_(ids)))
            new += 1
    return new


def corrections(store: Store, report: str | None = None) -> list[Correction]:
    """All corrections in the order in which they came, or those of one report (by its whole id)."""
    query = select(t.corrections).order_by(t.corrections.c.id)
    if report is not None:
        query = query.where(t.corrections.c.report == report)
    with plain_errors(store.where), store.reading() as connection:
        return [_correction(row) for row in connection.execute(query)]


def _correction(row: Row[tuple[object, ...]]) -> Correction:
    other = None if row.other_start is None else Span(row.other_start, row.other_stop)
    return Correction(
        row.report, row.layer, row.action, Span(row.start, row.stop), row.who, row.when, row.why, msgspec.Raw(row.seen.encode()),
        msgspec.Raw(row.value.encode()), other, _SPANS.decode(row.mentions), _REFERENCES.decode(row.references),
    )  # fmt: skip


def corrected(store: Store, id_or_prefix: str) -> Corrected:
    """The latest reading of a report with people's corrections in force, and what of them no longer fits it."""
    record = store.record(id_or_prefix)
    return apply(record, corrections(store, record.document.id))


def corrected_records(store: Store, given: Filter | None = None) -> Iterator[Record]:
    """`Store.records`, each with its corrections in force."""
    by_report: dict[str, list[Correction]] = {}
    for one in corrections(store):
        by_report.setdefault(one.report, []).append(one)
    for record in store.records(given):
        own = by_report.get(record.document.id)
        yield apply(record, own).record if own else record


def add_decision(store: Store, given: Decision) -> None:
    """Keeps that a person has put two things together, or apart: witnesses of incidents, or actors by name or entry id."""
    if given.a == given.b:
        raise StoreError(f"{given.a} cannot be put together with, or apart from, itself")
    a, b = sorted((given.a, given.b))
    with plain_errors(store.where), store.writing() as connection:
        connection.execute(
            insert(t.decisions).values(of=given.of, a=a, b=b, together=given.together, who=given.who, when=given.when, why=given.why)
        )


def decisions(store: Store, of: str) -> Decisions:
    """What people have decided of incidents or of actors; of two decisions on one pair the later holds."""
    d = t.decisions.c
    query = select(d.a, d.b, d.together).where(d.of == of).order_by(d.when, d.id)
    with plain_errors(store.where), store.reading() as connection:
        latest = {(a, b): together for a, b, together in connection.execute(query)}
    return Decisions(frozenset(pair for pair, one in latest.items() if one), frozenset(pair for pair, one in latest.items() if not one))
