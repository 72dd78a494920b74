"""The tables, once for SQLite and PostgreSQL: every value of a reading in a row of its own, with the span it rests on.

A value belongs to a reading and carries the id that it has in the record (`a1`, `e3`). Spans are code points of
`reports.text`, half open. The record itself is kept beside its rows (`readings.record`) so that it comes back byte
for byte; rows are made from it and never edited. The idea that each value keeps its own origin is followthemoney's.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", String(64), nullable=False, unique=True),
    Column("key", Text, nullable=False, index=True),
    Column("url", Text, index=True),
    Column("outlet", Text, index=True),
    Column("title", Text),
    Column("published", String(40)),
    Column("day", String(10), index=True),
    Column("language", String(16)),
    Column("authors", JSON, nullable=False),
    Column("credits", JSON, nullable=False),
    Column("text", Text, nullable=False),
    Column("added", String(32), nullable=False),
)

appearances = Table(
    "appearances",
    metadata,
    Column("report", Integer, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("key", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("title", Text),
    Column("published", String(40)),
    PrimaryKeyConstraint("report", "url", "outlet"),
)
"""Where the same words stood: another address or outlet is another appearance of one report."""

readers = Table(
    "readers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("vocabulary", Text, nullable=False),
    UniqueConstraint("version", "model", "vocabulary"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("reader", Integer, ForeignKey("readers.id"), nullable=False),
    Column("published", String(40), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("read_at", String(32), nullable=False),
    Column("statements", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("tolls", Integer, nullable=False),
    Column("mediation", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("report", "reader", "published"),
    Index("ix_readings_current", "report", unique=True, sqlite_where=text("current"), postgresql_where=text("current")),
)
"""`published` is the day the times were read against ('' when unknown): it decides the reading, the hour of reading does not."""


def _value(name: str, *columns: Column[str] | Column[int] | Column[float] | Column[bool] | Index) -> Table:
    """A table of values with ids of the record's own."""
    return Table(
        name,
        metadata,
        Column("reading", Integer, ForeignKey("readings.id", ondelete="CASCADE"), nullable=False),
        Column("id", String(12), nullable=False),
        *columns,
        PrimaryKeyConstraint("reading", "id"),
    )


def _part(name: str, owner: str, link: str, *columns: Column[str] | Column[int] | Index) -> Table:
    """A table of the parts of a value, in the record's order (`n`); `link` names the column that holds the owner's id."""
    return Table(
        name,
        metadata,
        Column("reading", Integer, nullable=False),
        Column(link, String(12), nullable=False),
        Column("n", Integer, nullable=False),
        *columns,
        PrimaryKeyConstraint("reading", link, "n"),
        ForeignKeyConstraint(["reading", link], [f"{owner}.reading", f"{owner}.id"], ondelete="CASCADE"),
    )


def _span(prefix: str = "", *, needed: bool = True) -> tuple[Column[int], Column[int]]:
    """Two columns: where the words start and end."""
    return Column(f"{prefix}start", Integer, nullable=not needed), Column(f"{prefix}stop", Integer, nullable=not needed)


def _ref(name: str, *, needed: bool = False) -> Column[str]:
    """The id of another value of the same reading."""
    return Column(name, String(12), nullable=not needed)


def _word(name: str, *, needed: bool = True) -> Column[str]:
    return Column(name, String(40), nullable=not needed)


actors = _value(
    "actors",
    *_span(),
    Column("name", Text, nullable=False, index=True),
    _word("kind"),
    Column("country", String(3), index=True),
    Column("roles", JSON, nullable=False),
    _ref("of"),
    Column("code", String(40), index=True),
    Column("wikidata", String(20)),
)
mentions = _part("mentions", "actors", "actor", *_span(), _word("form"))
times = _value(
    "times", *_span(), _word("type"), Column("value", Text, nullable=False), Column("first_day", String(10)), Column("last_day", String(10))
)
places = _value(
    "places",
    *_span(),
    Column("name", Text, nullable=False, index=True),
    _word("kind"),
    Column("country", String(3), index=True),
    Column("admin1", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("geonames", Integer),
)
statements = _value(
    "statements",
    *_span(),
    _word("kind"),
    _ref("speaker"),
    *_span("speaker_", needed=False),
    *_span("cue_", needed=False),
    _ref("addressee"),
    _ref("time"),
    _ref("place"),
    Column("mental", Boolean, nullable=False),
)
statement_spans = _part("statement_spans", "statements", "statement", _word("role"), *_span())
events = _value(
    "events",
    *_span(),
    *_span("evidence_"),
    Column("cameo", String(4), nullable=False),
    _word("plover"),
    _word("mode", needed=False),
    Column("contexts", JSON, nullable=False),
    Column("quad", Integer, nullable=False),
    Column("goldstein", Float),
    _word("status"),
    _ref("time"),
    _ref("place"),
    _ref("statement"),
    Column("score", Float),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Index("ix_events_plover", "plover", "first_day"),
    Index("ix_events_first_day", "first_day"),
    Index("ix_events_status", "status"),
    Index("ix_events_cameo", "cameo"),
)
"""`first_day` and `last_day` are those of the event's own time; where it has none, the day of the report is in `reports`."""
participants = _part(
    "participants",
    "events",
    "event",
    _word("role"),
    _ref("actor", needed=True),
    *_span(),
    Index("ix_participants_actor", "reading", "actor"),
)
tolls = _value(
    "tolls",
    *_span(),
    _word("kind"),
    Column("low", Integer),
    Column("high", Integer),
    Column("number", Integer),
    _word("qualifier"),
    *_span("qualifier_", needed=False),
    Column("implicit", Boolean, nullable=False),
    Column("whom", Text),
    *_span("whom_", needed=False),
    Column("civilians", Boolean),
    _ref("part_of"),
    _word("status"),
    Column("cumulative", Boolean, nullable=False),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    _ref("event"),
    _ref("statement"),
    *_span("hedge_", needed=False),
    Index("ix_tolls_kind", "kind"),
)
toll_actors = _part("toll_actors", "tolls", "toll", _word("role"), _ref("actor", needed=True))
relations = Table(
    "relations",
    metadata,
    Column("reading", Integer, ForeignKey("readings.id", ondelete="CASCADE"), nullable=False),
    Column("n", Integer, nullable=False),
    _word("kind"),
    _ref("source", needed=True),
    _ref("target", needed=True),
    *_span(),
    PrimaryKeyConstraint("reading", "n"),
)
mediation = _value(
    "mediation",
    *_span("anchor_", needed=False),
    _word("act"),
    _word("subject"),
    _word("status"),
    _ref("requested_by"),
    _ref("time"),
    _ref("place"),
    Column("process", Text),
    *_span("process_", needed=False),
    Index("ix_mediation_act", "act"),
)
mediation_actors = _part("mediation_actors", "mediation", "act", _word("role"), _ref("actor", needed=True))
mediation_links = _part("mediation_links", "mediation", "act", _word("kind"), _ref("value", needed=True))
mediation_terms = _part("mediation_terms", "mediation", "act", _word("kind", needed=False), Column("value", Text), *_span())
passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.id", ondelete="CASCADE"), nullable=False, index=True),
    _word("kind"),
    Column("value", String(12)),
    *_span(),
)
"""What full text search finds: the blocks of a report (`value` null), its statements and its events. The words stand in `reports.text`."""

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", String(64), ForeignKey("reports.document"), nullable=False, index=True),
    _word("layer"),
    _word("action"),
    *_span(),
    Column("who", Text, nullable=False),
    Column("when", String(40), nullable=False),
    Column("why", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("value", Text, nullable=False),
    *_span("other_", needed=False),
    Column("mentions", Text, nullable=False),
    Column("references", Text, nullable=False),
)
"""What people say of values. They name a report and its words, not a reading, so that no new reading loses them."""
decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    _word("of"),
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("together", Boolean, nullable=False),
    Column("who", Text, nullable=False),
    Column("when", String(40), nullable=False),
    Column("why", Text, nullable=False),
)
witnesses = Table(
    "witnesses",
    metadata,
    Column("reading", Integer, ForeignKey("readings.id", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""What the ledger has worked out of a reading, kept so that it is done once; it may be thrown away at any time."""
gathered = Table(
    "gathered",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stamp", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""What the ledger has gathered of the whole store, and of which state of it; it may be thrown away at any time."""
