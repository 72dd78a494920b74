"""Tolls across reports: every claim by itself, with who made it and of whom; nothing is summed or averaged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from onrecord.store import schema as t
from onrecord.store.connect import plain_errors
from onrecord.store.filters import Filter, actor_matches, like, source_matches
from onrecord.store.store import Store
from onrecord.store.views.base import current, names, parts, words


@dataclass(frozen=True, slots=True)
class TollRow:
    """One claim. `claimed_by` is the speaker of the statement that holds it; None is the report's own voice."""

    document: str
    toll: str
    victims: tuple[str, ...]
    perpetrators: tuple[str, ...]
    kind: str
    low: int | None
    high: int | None
    number: int | None
    qualifier: str
    whom: str | None
    cumulative: bool
    status: str
    first_day: str | None
    last_day: str | None
    claimed_by: str | None
    start: int
    words: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


def toll_rows(store: Store, given: Filter, limit: int = 100, offset: int = 0) -> list[TollRow]:
    """Claims that fit, latest report first. `actor` is a victim, a perpetrator or whoever claims it."""
    n, d, s, a = t.tolls.c, t.reports.c, t.statements.c, t.actors.c
    statement = and_(s.reading == n.reading, s.id == n.statement)
    query = (
        select(
            n.reading, n.id, d.document, n.kind, n.low, n.high, n.number, n.qualifier, n.whom, n.cumulative, n.status,
            n.first_day, n.last_day, a.name, n.start, words(n.start, n.stop), d.title, d.outlet, d.published, d.url,
        )
        .select_from(
            current(t.tolls).outerjoin(t.statements, statement).outerjoin(t.actors, and_(a.reading == n.reading, a.id == s.speaker))
        )
        .where(*_conditions(given))
        .order_by(d.day.desc(), n.reading.desc(), n.start)
        .limit(limit).offset(offset)
    )  # fmt: skip
    with plain_errors(store.where), store.engine.begin() as connection:
        rows: list[tuple[Any, ...]] = [tuple(row) for row in connection.execute(query)]
        who = parts(connection, t.toll_actors, "toll", ((row[0], row[1]) for row in rows))
    return [
        TollRow(row[2], row[1], names(who[row[0], row[1]], "victim"), names(who[row[0], row[1]], "perpetrator"), *row[3:]) for row in rows
    ]


def _conditions(given: Filter) -> list[ColumnElement[bool]]:
    n, found = t.tolls.c, list[ColumnElement[bool]]()
    if given.actor or given.country:
        who = [actor_matches(given.actor)] if given.actor else []
        who += [t.actors.c.country == given.country.upper()] if given.country else []
        part = t.toll_actors.join(t.actors, and_(t.actors.c.reading == t.toll_actors.c.reading, t.actors.c.id == t.toll_actors.c.actor))
        inside = exists(select(1).select_from(part).where(t.toll_actors.c.reading == n.reading, t.toll_actors.c.toll == n.id, *who))
        said = t.statements.join(t.actors, and_(t.actors.c.reading == t.statements.c.reading, t.actors.c.id == t.statements.c.speaker))
        claimed = exists(select(1).select_from(said).where(t.statements.c.reading == n.reading, t.statements.c.id == n.statement, *who))
        found.append(or_(inside, claimed))
    if given.said_by:
        by = t.statements.join(t.actors, and_(t.actors.c.reading == t.statements.c.reading, t.actors.c.id == t.statements.c.speaker))
        named = t.actors.c.name.ilike(like(given.said_by), escape="\\")
        found.append(exists(select(1).select_from(by).where(t.statements.c.reading == n.reading, t.statements.c.id == n.statement, named)))
    if given.toll:
        found.append(n.kind == given.toll)
    if given.status:
        found.append(n.status == given.status)
    day = func.coalesce(n.last_day, t.reports.c.day)
    if given.first:
        found.append(day >= given.first)
    if given.last:
        found.append(func.coalesce(n.first_day, t.reports.c.day) <= given.last)
    if given.source:
        found.append(source_matches(given.source))
    return found
