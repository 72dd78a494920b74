"""Statements across reports: who said what of whom, listed by a filter or beneath the events that they tell of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, and_, func, select, tuple_

from onrecord.store import schema as t
from onrecord.store.filters import Filter, report_conditions, statement_conditions
from onrecord.store.store import Store
from onrecord.store.views.base import current, rows_of, words

SHOWN_WORDS = 600
"""Code points of one statement's words at most in a list; the report has the rest."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement. `speaker` is None where the words name none; `words` are the first piece of what is said."""

    document: str
    statement: str
    speaker: str | None
    kind: str
    words: str
    start: int
    first_day: str | None
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class SaidOf:
    """A statement in which an event is told."""

    document: str
    event: str
    said: StatementRow


def statement_rows(store: Store, given: Filter, limit: int = 100, offset: int = 0) -> list[StatementRow]:
    """Statements that fit, latest report first: by who said it, about whom, and of what reports."""
    narrow = Filter(
        actor=given.actor, place=given.place, first=given.first, last=given.last, act=given.act, source=given.source,
        country=given.country, status=given.status, toll=given.toll,
    )  # fmt: skip
    query = _query().where(*statement_conditions(given), *report_conditions(narrow))
    d, s = t.reports.c, t.statements.c
    ordered = query.order_by(d.day.is_(None), d.day.desc(), d.id.desc(), s.start).limit(limit).offset(offset)
    return [StatementRow(*row) for row in rows_of(store, ordered)]


def statement_count(store: Store, given: Filter) -> int:
    """How many statements fit."""
    counted = select(func.count()).select_from(current(t.statements)).where(*statement_conditions(given))
    return int(rows_of(store, counted)[0][0])


def statements_of(store: Store, events: Iterable[tuple[str, str]]) -> list[SaidOf]:
    """The statements in which events, named by report and id, are told, in order of report and place in it."""
    wanted = sorted(set(events))
    if not wanted:
        return []
    e, s = t.events.c, t.statements.c
    query = (
        _query()
        .add_columns(e.id)
        .join(t.events, and_(e.reading == s.reading, e.statement == s.id))
        # the documents by themselves lead the database to an index; the pairs then choose among their events
        .where(t.reports.c.document.in_({document for document, _ in wanted}), tuple_(t.reports.c.document, e.id).in_(wanted))
        .order_by(t.reports.c.day, t.reports.c.id, s.start)
    )
    return [SaidOf(row[0], row[-1], StatementRow(*row[:-1])) for row in rows_of(store, query)]


def _query() -> Select[tuple[object, ...]]:
    s, c, a, d = t.statements.c, t.statement_spans.c, t.actors.c, t.reports.c
    first = and_(c.reading == s.reading, c.statement == s.id, c.role == "content", c.n == 0)
    said = words(c.start, c.stop)
    return select(
        d.document, s.id, a.name, s.kind, func.substr(said, 1, SHOWN_WORDS), c.start, t.times.c.first_day,
        d.title, d.outlet, d.published, d.url,
    ).select_from(
        current(t.statements)
        .join(t.statement_spans, first)
        .outerjoin(t.actors, and_(a.reading == s.reading, a.id == s.speaker))
        .outerjoin(t.times, and_(t.times.c.reading == s.reading, t.times.c.id == s.time))
    )  # fmt: skip
