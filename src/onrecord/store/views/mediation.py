"""Mediation acts across reports: who offered, hosted, brokered what between whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, select, tuple_

from onrecord.store import schema as t
from onrecord.store.connect import plain_errors
from onrecord.store.filters import Filter, actor_matches, place_matches, source_matches
from onrecord.store.store import Store
from onrecord.store.views.base import current, names, parts, words


@dataclass(frozen=True, slots=True)
class ActRow:
    """One mediation act; `terms` are the report's own words."""

    document: str
    act_id: str
    third_parties: tuple[str, ...]
    mediators: tuple[str, ...]
    parties: tuple[str, ...]
    terms: tuple[str, ...]
    act: str
    subject: str
    status: str
    process: str | None
    first_day: str | None
    last_day: str | None
    place: str | None
    country: str | None
    start: int | None
    words: str | None
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


def act_rows(store: Store, given: Filter, limit: int = 100, offset: int = 0) -> list[ActRow]:
    """Acts that fit, latest report first. `act` may be a kind of mediation act (offer, talks …)."""
    m, d, w, p = t.mediation.c, t.reports.c, t.times.c, t.places.c
    query = (
        select(
            m.reading, m.id, d.document, m.act, m.subject, m.status, m.process, w.first_day, w.last_day, p.name, p.country,
            m.anchor_start, words(m.anchor_start, m.anchor_stop), d.title, d.outlet, d.published, d.url,
        )
        .select_from(
            current(t.mediation)
            .outerjoin(t.times, and_(w.reading == m.reading, w.id == m.time))
            .outerjoin(t.places, and_(p.reading == m.reading, p.id == m.place))
        )
        .where(*_conditions(given))
        .order_by(d.day.desc(), m.reading.desc(), m.anchor_start)
        .limit(limit).offset(offset)
    )  # fmt: skip
    with plain_errors(store.where), store.engine.begin() as connection:
        rows: list[tuple[Any, ...]] = [tuple(row) for row in connection.execute(query)]
        keys = [(row[0], row[1]) for row in rows]
        who = parts(connection, t.mediation_actors, "act", keys)
        terms: dict[tuple[int, str], list[str]] = {key: [] for key in keys}
        k = t.mediation_terms.c
        told = (
            select(k.reading, k.act, words(k.start, k.stop))
            .select_from(current(t.mediation_terms))
            .where(tuple_(k.reading, k.act).in_(keys), k.kind.is_(None))
            .order_by(k.reading, k.act, k.n)
        )
        for reading, act, said in connection.execute(told):
            terms[reading, act].append(said)
    return [
        ActRow(
            row[2],
            row[1],
            names(who[row[0], row[1]], "third_party"),
            names(who[row[0], row[1]], "mediator"),
            names(who[row[0], row[1]], "party"),
            tuple(terms[row[0], row[1]]),
            *row[3:],
        )
        for row in rows
    ]


def _conditions(given: Filter) -> list[ColumnElement[bool]]:
    m, found = t.mediation.c, list[ColumnElement[bool]]()
    if given.actor or given.country:
        who = [actor_matches(given.actor)] if given.actor else []
        who += [t.actors.c.country == given.country.upper()] if given.country else []
        link = t.mediation_actors
        part = link.join(t.actors, and_(t.actors.c.reading == link.c.reading, t.actors.c.id == link.c.actor))
        found.append(exists(select(1).select_from(part).where(link.c.reading == m.reading, link.c.act == m.id, *who)))
    if given.act:
        found.append(m.act == given.act.lower())
    if given.status:
        found.append(m.status == given.status)
    if given.place:
        places = t.places.alias()  # the question asks for the act's place too
        found.append(exists(select(1).where(places.c.reading == m.reading, places.c.id == m.place, place_matches(given.place, places))))
    if given.first:
        found.append(t.reports.c.day >= given.first)
    if given.last:
        found.append(t.reports.c.day <= given.last)
    if given.source:
        found.append(source_matches(given.source))
    return found
