"""Events across reports: a page of rows, counts for facets, places on a map, dyads of a network."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, func, select

from onrecord.store import schema as t
from onrecord.store.connect import plain_errors
from onrecord.store.filters import Filter, event_conditions
from onrecord.store.store import Store
from onrecord.store.views.base import clause, current, names, parts, rows_of


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event with who, whom, what, when and where; `first_day` and `last_day` are its own, None where the words give none."""

    document: str
    event: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    plover: str
    mode: str | None
    cameo: str
    quad: int
    goldstein: float | None
    status: str
    first_day: str | None
    last_day: str | None
    place: str | None
    country: str | None
    statement: str | None
    start: int
    words: str
    evidence: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class DyadRow:
    """Two actors by name, the first acting towards the second: how many events of each quad class."""

    source: str
    source_country: str | None
    target: str
    target_country: str | None
    events: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int


@dataclass(frozen=True, slots=True)
class Count:
    """A value and how often it stands."""

    value: str
    number: int


def event_rows(store: Store, given: Filter, limit: int = 100, offset: int = 0) -> list[EventRow]:
    """Events that fit, latest day first; those without a day of their own at the end, by report."""
    e, d, p = t.events.c, t.reports.c, t.places.c
    place = and_(p.reading == e.reading, p.id == e.place)
    query = (
        select(
            e.reading, e.id, d.document, e.plover, e.mode, e.cameo, e.quad, e.goldstein, e.status, e.first_day, e.last_day,
            p.name, p.country, e.statement, *clause(),
        )
        .select_from(current(t.events).outerjoin(t.places, place))
        .where(*event_conditions(given))
        .order_by(e.first_day.desc().nulls_last(), e.reading.desc(), e.start)
        .limit(limit).offset(offset)
    )  # fmt: skip
    with plain_errors(store.where), store.engine.begin() as connection:
        rows: list[tuple[Any, ...]] = [tuple(row) for row in connection.execute(query)]
        who = parts(connection, t.participants, "event", ((row[0], row[1]) for row in rows))
    return [EventRow(row[2], row[1], names(who[row[0], row[1]], "source"), names(who[row[0], row[1]], "target"), *row[3:]) for row in rows]


def event_days(store: Store, given: Filter) -> Counter[str]:
    """How many events that fit fall on each day: their own, else that of their report; those without either are left out."""
    day = func.coalesce(t.events.c.first_day, t.reports.c.day)
    counted = select(day, func.count()).select_from(current(t.events)).where(*event_conditions(given), day.is_not(None)).group_by(day)
    with plain_errors(store.where), store.reading() as connection:
        return Counter({str(found): number for found, number in connection.execute(counted)})


def dyads(store: Store, given: Filter, limit: int = 200) -> list[DyadRow]:
    """Who acts towards whom, by name, most events first."""
    e = t.events.c
    doer, done, source, target = t.participants.alias(), t.participants.alias(), t.actors.alias(), t.actors.alias()
    table = (
        current(t.events)
        .join(doer, and_(doer.c.reading == e.reading, doer.c.event == e.id, doer.c.role == "source"))
        .join(done, and_(done.c.reading == e.reading, done.c.event == e.id, done.c.role == "target"))
        .join(source, and_(source.c.reading == e.reading, source.c.id == doer.c.actor))
        .join(target, and_(target.c.reading == e.reading, target.c.id == done.c.actor))
    )
    by = (source.c.name, source.c.country, target.c.name, target.c.country)
    quads = [func.sum(case((e.quad == quad, 1), else_=0)) for quad in (1, 2, 3, 4)]
    query = (
        select(*by, func.count(), *quads).select_from(table).where(*event_conditions(given), source.c.name != target.c.name)
        .group_by(*by).order_by(func.count().desc(), source.c.name, target.c.name).limit(limit)
    )  # fmt: skip
    return [DyadRow(*row) for row in rows_of(store, query)]
