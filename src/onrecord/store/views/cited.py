"""What a citation names of a report: title, outlet, day of publication, address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from onrecord.store import schema as t
from onrecord.store.store import Store
from onrecord.store.views.base import rows_of


@dataclass(frozen=True, slots=True)
class Cited:
    """A report as a citation names it."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


def cited(store: Store, documents: Iterable[str]) -> dict[str, Cited]:
    """Reports by their whole ids."""
    d, wanted = t.reports.c, sorted(set(documents))
    if not wanted:
        return {}
    query = select(d.document, d.title, d.outlet, d.published, d.url).where(d.document.in_(wanted))
    return {row[0]: Cited(*row) for row in rows_of(store, query)}
