"""The words in which reports tell events, by report and id: what an incident rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import and_, select, tuple_

from onrecord.store import schema as t
from onrecord.store.store import Store
from onrecord.store.views.base import clause, current, rows_of


@dataclass(frozen=True, slots=True)
class EventWords:
    """One event's clause, where it stands, and what a citation names of its report."""

    document: str
    event: str
    plover: str
    cameo: str
    status: str
    said_by: str | None
    start: int
    words: str
    evidence: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


def event_words(store: Store, events: Iterable[tuple[str, str]]) -> list[EventWords]:
    """Events by their report's whole id and their own, in order of report and place in it."""
    wanted = sorted(set(events))
    if not wanted:
        return []
    e, d, s, a = t.events.c, t.reports.c, t.statements.c, t.actors.c
    query = (
        select(d.document, e.id, e.plover, e.cameo, e.status, a.name, *clause())
        .select_from(
            current(t.events)
            .outerjoin(t.statements, and_(s.reading == e.reading, s.id == e.statement))
            .outerjoin(t.actors, and_(a.reading == e.reading, a.id == s.speaker))
        )
        # the documents by themselves lead the database to an index; the pairs then choose among their events
        .where(d.document.in_({document for document, _ in wanted}), tuple_(d.document, e.id).in_(wanted))
        .order_by(d.day, d.id, e.start)
    )
    return [EventWords(*row) for row in rows_of(store, query)]
