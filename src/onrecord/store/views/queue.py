"""What a person should look at first: values that the reader itself is least sure of, and has left a hole in.

The order is by plain rules, not by a learned score; each item says why it is there. Only events that a classifier decided carry
a probability, and those with the lowest come first among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, case, exists, func, literal, not_, or_, select, union_all

from onrecord.store import schema as t
from onrecord.store.store import Store
from onrecord.store.views.base import rows_of


@dataclass(frozen=True, slots=True)
class Doubt:
    """One value to look at: `weight` is from 0 (sure) to 1, `why` says what is doubtful about it, `start` is where its words begin."""

    document: str
    layer: str
    id: str
    weight: float
    why: str
    start: int


def doubts(store: Store, who: str, report: str | None = None, limit: int = 30) -> list[Doubt]:
    """Values that `who` has not judged yet, the most doubtful first; what others have judged is there all the same."""
    parts = [_events(), _statements(), _tolls(), _mediation(), _places()]
    every = union_all(*(_unjudged(part, who, report) for part in parts)).subquery()
    query = select(every).order_by(every.c.weight.desc(), every.c.document, every.c.start, every.c.id).limit(limit)
    return [
        Doubt(document, layer, value, round(float(weight), 2), why, start)
        for document, layer, value, weight, why, start in rows_of(store, query)
    ]


def judged(store: Store, who: str) -> set[tuple[str, str, int]]:
    """The values that `who` has judged: report, layer and where the words begin."""
    c = t.corrections.c
    return {(row[0], row[1], row[2]) for row in rows_of(store, select(c.report, c.layer, c.start).where(c.who == who))}


def _part(layer: str, table: Table, start: ColumnElement[int], weight: ColumnElement[Any], why: ColumnElement[Any]) -> Select[Any]:
    joined = table.join(t.readings, and_(t.readings.c.id == table.c.reading, t.readings.c.current)).join(
        t.reports, t.reports.c.id == t.readings.c.report
    )
    columns = (
        t.reports.c.document,
        literal(layer).label("layer"),
        table.c.id.label("id"),
        weight.label("weight"),
        why.label("why"),
        start.label("start"),
    )
    return select(*columns).select_from(joined).where(weight > 0)


def _unjudged(part: Select[Any], who: str, report: str | None) -> Select[Any]:
    found = part.subquery()
    c = t.corrections.c
    judged = exists(select(1).where(c.report == found.c.document, c.layer == found.c.layer, c.start == found.c.start, c.who == who))
    only = [found.c.document == report] if report else []
    return select(found).where(not_(judged), *only)


def _events() -> Select[Any]:
    e, p = t.events.c, t.participants.c

    def has(role: str) -> ColumnElement[bool]:
        return exists(select(1).where(p.reading == e.reading, p.event == e.id, p.role == role))

    cases = [
        (e.score.is_not(None), 1 - e.score, "a classifier decided it"),
        (and_(not_(has("source")), not_(has("target"))), 0.9, "nobody is named as source or target"),
        (not_(has("source")), 0.6, "nobody is named as source"),
        (not_(has("target")), 0.5, "nobody is named as target"),
    ]
    return _part("events", t.events, e.start, _weights(cases), _reasons(cases))


def _statements() -> Select[Any]:
    s = t.statements.c
    cases = [(s.speaker.is_(None), 0.7, "nobody is named as speaker")]
    return _part("statements", t.statements, s.start, _weights(cases), _reasons(cases))


def _tolls() -> Select[Any]:
    n = t.tolls.c
    cases = [
        (n.hedge_start.is_not(None), 0.8, "the report hedges it"),
        (n.qualifier == "vague", 0.6, "the figure is vague"),
        (or_(n.low.is_(None), n.high.is_(None)), 0.4, "one bound is open"),
    ]
    return _part("tolls", t.tolls, n.start, _weights(cases), _reasons(cases))


def _mediation() -> Select[Any]:
    m, a = t.mediation.c, t.mediation_actors.c
    third = exists(select(1).where(a.reading == m.reading, a.act == m.id, a.role.in_(("third_party", "mediator"))))
    party = exists(select(1).where(a.reading == m.reading, a.act == m.id, a.role == "party"))
    cases = [(not_(third), 0.8, "no third party is named"), (not_(party), 0.75, "no parties are named")]
    return _part("mediation", t.mediation, func.coalesce(m.anchor_start, 0), _weights(cases), _reasons(cases))


def _places() -> Select[Any]:
    p = t.places.c
    cases = [(p.latitude.is_(None), 0.45, "it could not be placed")]
    return _part("places", t.places, p.start, _weights(cases), _reasons(cases))


def _weights(cases: list[Any]) -> ColumnElement[Any]:
    return case(*((condition, weight) for condition, weight, _ in cases), else_=0.0)


def _reasons(cases: list[Any]) -> ColumnElement[Any]:
    return case(*((condition, why) for condition, _, why in cases), else_="")
