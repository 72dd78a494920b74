"""What the views share: current readings joined to their reports, words cut from the text, actors' names by value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, and_, func, select, tuple_

from onrecord.store import schema as t
from onrecord.store.connect import plain_errors
from onrecord.store.store import Store


def words(start: ColumnElement[int], stop: ColumnElement[int]) -> ColumnElement[str]:
    """The words at a span, cut by the database so that whole texts need not travel."""
    return func.substr(t.reports.c.text, start + 1, stop - start)


def clause() -> tuple[ColumnElement[Any], ...]:
    """The last columns of a row of `events`: where its words start, they and their clause, and what a citation names of the report."""
    e, d = t.events.c, t.reports.c
    return (e.start, words(e.start, e.stop), words(e.evidence_start, e.evidence_stop), d.title, d.outlet, d.published, d.url)


def current(value: Table) -> FromClause:
    """A table of values joined to its reading, if that is the current one, and its report."""
    return value.join(t.readings, and_(t.readings.c.id == value.c.reading, t.readings.c.current)).join(
        t.reports, t.reports.c.id == t.readings.c.report
    )


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in a value: `role` as the record names it."""

    role: str
    name: str
    country: str | None
    code: str | None


def parts(connection: Connection, table: Table, link: str, keys: Iterable[tuple[int, str]]) -> dict[tuple[int, str], list[Part]]:
    """The actors of many values at once, by (reading, id), in the record's order.

    `table` is participants, toll_actors or mediation_actors.
    """
    wanted = sorted(set(keys))
    found: dict[tuple[int, str], list[Part]] = {key: [] for key in wanted}
    if not wanted:
        return found
    joined = table.join(t.actors, and_(t.actors.c.reading == table.c.reading, t.actors.c.id == table.c.actor))
    query = (
        select(table.c.reading, table.c[link], table.c.role, t.actors.c.name, t.actors.c.country, t.actors.c.code)
        .select_from(joined)
        .where(tuple_(table.c.reading, table.c[link]).in_(wanted))
        .order_by(table.c.reading, table.c[link], table.c.n)
    )
    for reading, value, *part in connection.execute(query):
        found[reading, value].append(Part(*part))
    return found


def names(found: list[Part], role: str) -> tuple[str, ...]:
    """The names of those who have a role."""
    return tuple(part.name for part in found if part.role == role)


def rows_of(store: Store, query: Select[Any]) -> list[tuple[Any, ...]]:
    """The rows of a query, read whole."""
    with plain_errors(store.where), store.engine.begin() as connection:
        return [tuple(row) for row in connection.execute(query)]
