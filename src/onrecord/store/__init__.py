"""The database: SQLite by default, PostgreSQL for a team; one schema, migrations, queries."""

from onrecord.store.filters import Filter
from onrecord.store.rows import Decision, Hit, HitKind, Outcome, ReadingRow, ReportRow
from onrecord.store.store import Store, open_store

__all__ = ["Decision", "Filter", "Hit", "HitKind", "Outcome", "ReadingRow", "ReportRow", "Store", "open_store"]
