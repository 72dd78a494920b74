"""The tables that a store is exported as: one row type a table, each column with what it holds. They are the codebook too.

A value's own row has `report` and `id`, by which tables are joined, and the words that it rests on with their place in the report's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.export.tables import gathered, named, told

__all__ = ["TABLES", "Link", "Table"]


@dataclass(frozen=True, slots=True)
class Link:
    """Columns of a table that name a row of another, in every row: their own names, that table, the names there."""

    fields: Sequence[str]
    table: str
    there: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the export: its name is that of its file. `key` are the columns that name one row."""

    name: str
    row: type
    key: Sequence[str]
    links: Sequence[Link] = ()


def _inside(table: str, *columns: str) -> tuple[Link, ...]:
    """Columns that name a value of the same report in another table."""
    return tuple(Link(("report", column), table, ("report", "id")) for column in columns)


_REPORT = (Link(("report",), "reports", ("report",)),)
TABLES: Sequence[Table] = (
    Table("reports", named.ReportRow, ("report",)),
    Table("statements", told.StatementRow, ("report", "id"), _REPORT),
    Table("events", told.EventRow, ("report", "id"), _REPORT),
    Table("tolls", told.TollRow, ("report", "id"), _REPORT),
    Table("mediation", told.MediationRow, ("report", "id"), _REPORT),
    Table("terms", told.TermRow, ("report", "mediation", "n"), (*_REPORT, *_inside("mediation", "mediation"))),
    Table("participants", told.ParticipantRow, ("report", "layer", "value", "role", "n"), (*_REPORT, *_inside("actors", "actor"))),
    Table("relations", told.RelationRow, ("report", "n"), (*_REPORT, *_inside("events", "from_event", "to_event"))),
    Table("actors", named.ActorRow, ("report", "id"), _REPORT),
    Table("mentions", named.MentionRow, ("report", "actor", "n"), (*_REPORT, *_inside("actors", "actor"))),
    Table("times", named.TimeRow, ("report", "id"), _REPORT),
    Table("places", named.PlaceRow, ("report", "id"), _REPORT),
    Table("incidents", gathered.IncidentRow, ("id",)),
    Table(
        "incident_events", gathered.IncidentEventRow, ("incident", "report", "event"),
        (*_inside("events", "event"), Link(("incident",), "incidents", ("id",))),
    ),
    Table("corrections", gathered.CorrectionRow, (), _REPORT),
)  # fmt: skip
"""In the order of use: what is told first, then whom, when and where it names, then what many reports tell together."""
