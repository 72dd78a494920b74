"""How much a store holds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from onrecord.store import schema as t
from onrecord.store.store import Store
from onrecord.store.views.base import rows_of


@dataclass(frozen=True, slots=True)
class Totals:
    """Reports, and the values of their current readings."""

    reports: int
    statements: int
    events: int
    tolls: int
    mediation: int


def totals(store: Store) -> Totals:
    """Sums over the current readings: one pass over one narrow table."""
    r = t.readings.c
    sums = [func.coalesce(func.sum(column), 0) for column in (r.statements, r.events, r.tolls, r.mediation)]
    return Totals(*rows_of(store, select(func.count(), *sums).where(r.current))[0])
