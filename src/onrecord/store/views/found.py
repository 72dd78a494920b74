"""What the reports that a search finds hold, counted for choosing among them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, Table, and_, distinct, func, select

from onrecord.store import fulltext
from onrecord.store import schema as t
from onrecord.store.filters import Filter, actor_matches
from onrecord.store.store import Store, narrowed
from onrecord.store.views.base import rows_of
from onrecord.store.views.events import Count
from onrecord.store.views.facets import SHOWN, Facet, periods

VALUES: tuple[tuple[str, str, Table, ColumnElement[Any]], ...] = (
    ("Actor", "actor", t.actors, t.actors.c.name),
    ("Country", "country", t.actors, t.actors.c.country),
    ("Act", "act", t.events, t.events.c.plover),
    ("Status", "status", t.events, t.events.c.status),
    ("Place", "place", t.places, t.places.c.name),
    ("Toll", "toll", t.tolls, t.tolls.c.kind),
)


def report_facets(store: Store, words: str, given: Filter) -> list[Facet]:
    """The facets of a search; each number counts reports, as the filter holds for the report. Empty facets are left out."""
    match = fulltext.matching(store.engine.dialect.name, words)
    if match is None:
        return []
    every = match.subquery()
    found = (
        select(t.passages.c.reading)
        .distinct()
        .join_from(every, t.passages, t.passages.c.id == every.c.id)
        .where(*narrowed(given))
        .subquery()
    )
    made = [Facet(title, name, _most(store, _by(found, table, column))) for title, name, table, column in VALUES]
    made.insert(1, Facet("Role", "role", _most(store, _roles(found, given))))
    d, r = t.reports.c, t.readings.c
    of_report = t.reports.join(t.readings, and_(r.report == d.id, r.id.in_(select(found.c.reading))))
    days = select(d.day, func.count()).select_from(of_report).where(d.day.is_not(None)).group_by(d.day)
    made.append(Facet("Date", "date", tuple(periods({row[0]: row[1] for row in rows_of(store, days)}))))
    outlets = select(d.outlet, func.count()).select_from(of_report).where(d.outlet.is_not(None)).group_by(d.outlet)
    made.append(Facet("Outlet", "source", _most(store, outlets.order_by(func.count().desc(), d.outlet).limit(SHOWN))))
    return [facet for facet in made if facet.counts]


def _by(found: Subquery, table: Table, column: ColumnElement[Any]) -> Select[Any]:
    number = func.count(distinct(table.c.reading))
    mine = table.c.reading.in_(select(found.c.reading))
    return select(column, number).where(mine, column.is_not(None)).group_by(column).order_by(number.desc(), column).limit(SHOWN)


def _roles(found: Subquery, given: Filter) -> Select[Any]:
    """The roles of the actor whom the filter names, of anyone where it names none."""
    a, p = t.actors.c, t.participants.c
    whose = [actor_matches(given.actor)] if given.actor else []
    number = func.count(distinct(p.reading))
    joined = select(p.role, number).join_from(t.participants, t.actors, and_(a.reading == p.reading, a.id == p.actor))
    return joined.where(p.reading.in_(select(found.c.reading)), *whose).group_by(p.role).order_by(number.desc(), p.role)


def _most(store: Store, query: Select[Any]) -> tuple[Count, ...]:
    return tuple(Count(row[0], row[1]) for row in rows_of(store, query))
