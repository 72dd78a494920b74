"""Reports, their readings, and every value of a reading with its span."""

import sqlalchemy as sa
from alembic import op

from onrecord.store import fulltext

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    op.create_table(
        "readers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("vocabulary", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readers")),
        sa.UniqueConstraint("version", "model", "vocabulary", name=op.f("uq_readers_version_model_vocabulary")),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.String(length=40), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("credits", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("document", name=op.f("uq_reports_document")),
    )
    op.create_index(op.f("ix_reports_day"), "reports", ["day"], unique=False)
    op.create_index(op.f("ix_reports_key"), "reports", ["key"], unique=False)
    op.create_index(op.f("ix_reports_outlet"), "reports", ["outlet"], unique=False)
    op.create_index(op.f("ix_reports_url"), "reports", ["url"], unique=False)
    op.create_table(
        "appearances",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_appearances_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "url", "outlet", name=op.f("pk_appearances")),
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Integer(), nullable=False),
        sa.Column("published", sa.String(length=40), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("read_at", sa.String(length=32), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("tolls", sa.Integer(), nullable=False),
        sa.Column("mediation", sa.Integer(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["reader"], ["readers.id"], name=op.f("fk_readings_reader")),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_readings_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
        sa.UniqueConstraint("report", "reader", "published", name=op.f("uq_readings_report_reader_published")),
    )
    op.create_index(
        "ix_readings_current", "readings", ["report"], unique=True, sqlite_where=sa.text("current"), postgresql_where=sa.text("current")
    )
    op.create_table(
        "actors",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("country", sa.String(length=3), nullable=True),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("of", sa.String(length=12), nullable=True),
        sa.Column("code", sa.String(length=40), nullable=True),
        sa.Column("wikidata", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_actors_reading"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading", "id", name=op.f("pk_actors")),
    )
    op.create_index(op.f("ix_actors_code"), "actors", ["code"], unique=False)
    op.create_index(op.f("ix_actors_country"), "actors", ["country"], unique=False)
    op.create_index(op.f("ix_actors_name"), "actors", ["name"], unique=False)
    op.create_table(
        "events",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("evidence_start", sa.Integer(), nullable=False),
        sa.Column("evidence_stop", sa.Integer(), nullable=False),
        sa.Column("cameo", sa.String(length=4), nullable=False),
        sa.Column("plover", sa.String(length=40), nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=True),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("quad", sa.Integer(), nullable=False),
        sa.Column("goldstein", sa.Float(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("time", sa.String(length=12), nullable=True),
        sa.Column("place", sa.String(length=12), nullable=True),
        sa.Column("statement", sa.String(length=12), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_events_reading"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading", "id", name=op.f("pk_events")),
    )
    op.create_index("ix_events_cameo", "events", ["cameo"], unique=False)
    op.create_index("ix_events_first_day", "events", ["first_day"], unique=False)
    op.create_index("ix_events_plover", "events", ["plover", "first_day"], unique=False)
    op.create_index("ix_events_status", "events", ["status"], unique=False)
    op.create_table(
        "mediation",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("anchor_start", sa.Integer(), nullable=True),
        sa.Column("anchor_stop", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("requested_by", sa.String(length=12), nullable=True),
        sa.Column("time", sa.String(length=12), nullable=True),
        sa.Column("place", sa.String(length=12), nullable=True),
        sa.Column("process", sa.Text(), nullable=True),
        sa.Column("process_start", sa.Integer(), nullable=True),
        sa.Column("process_stop", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_mediation_reading"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading", "id", name=op.f("pk_mediation")),
    )
    op.create_index("ix_mediation_act", "mediation", ["act"], unique=False)
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=12), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_passages_reading"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passages")),
    )
    op.create_index(op.f("ix_passages_reading"), "passages", ["reading"], unique=False)
    op.create_table(
        "places",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("country", sa.String(length=3), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("geonames", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_places_reading"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading", "id", name=op.f("pk_places")),
    )
    op.create_index(op.f("ix_places_country"), "places", ["country"], unique=False)
    op.create_index(op.f("ix_places_name"), "places", ["name"], unique=False)
    op.create_table(
        "relations",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=12), nullable=False),
        sa.Column("target", sa.String(length=12), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_relations_reading"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading", "n", name=op.f("pk_relations")),
    )
    op.create_table(
        "statements",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("speaker", sa.String(length=12), nullable=True),
        sa.Column("speaker_start", sa.Integer(), nullable=True),
        sa.Column("speaker_stop", sa.Integer(), nullable=True),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_stop", sa.Integer(), nullable=True),
        sa.Column("addressee", sa.String(length=12), nullable=True),
        sa.Column("time", sa.String(length=12), nullable=True),
        sa.Column("place", sa.String(length=12), nullable=True),
        sa.Column("mental", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_statements_reading"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading", "id", name=op.f("pk_statements")),
    )
    op.create_table(
        "times",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_times_reading"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading", "id", name=op.f("pk_times")),
    )
    op.create_table(
        "tolls",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("qualifier", sa.String(length=40), nullable=False),
        sa.Column("qualifier_start", sa.Integer(), nullable=True),
        sa.Column("qualifier_stop", sa.Integer(), nullable=True),
        sa.Column("implicit", sa.Boolean(), nullable=False),
        sa.Column("whom", sa.Text(), nullable=True),
        sa.Column("whom_start", sa.Integer(), nullable=True),
        sa.Column("whom_stop", sa.Integer(), nullable=True),
        sa.Column("civilians", sa.Boolean(), nullable=True),
        sa.Column("part_of", sa.String(length=12), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("cumulative", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("event", sa.String(length=12), nullable=True),
        sa.Column("statement", sa.String(length=12), nullable=True),
        sa.Column("hedge_start", sa.Integer(), nullable=True),
        sa.Column("hedge_stop", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_tolls_reading"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading", "id", name=op.f("pk_tolls")),
    )
    op.create_index("ix_tolls_kind", "tolls", ["kind"], unique=False)
    op.create_table(
        "mediation_actors",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=12), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("actor", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading", "act"], ["mediation.reading", "mediation.id"], name=op.f("fk_mediation_actors_reading_act"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("reading", "act", "n", name=op.f("pk_mediation_actors")),
    )
    op.create_table(
        "mediation_links",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=12), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading", "act"], ["mediation.reading", "mediation.id"], name=op.f("fk_mediation_links_reading_act"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("reading", "act", "n", name=op.f("pk_mediation_links")),
    )
    op.create_table(
        "mediation_terms",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=12), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading", "act"], ["mediation.reading", "mediation.id"], name=op.f("fk_mediation_terms_reading_act"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("reading", "act", "n", name=op.f("pk_mediation_terms")),
    )
    op.create_table(
        "mentions",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(length=12), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading", "actor"], ["actors.reading", "actors.id"], name=op.f("fk_mentions_reading_actor"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("reading", "actor", "n", name=op.f("pk_mentions")),
    )
    op.create_table(
        "participants",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=12), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("actor", sa.String(length=12), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading", "event"], ["events.reading", "events.id"], name=op.f("fk_participants_reading_event"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("reading", "event", "n", name=op.f("pk_participants")),
    )
    op.create_index("ix_participants_actor", "participants", ["reading", "actor"], unique=False)
    op.create_table(
        "statement_spans",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("statement", sa.String(length=12), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading", "statement"],
            ["statements.reading", "statements.id"],
            name=op.f("fk_statement_spans_reading_statement"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("reading", "statement", "n", name=op.f("pk_statement_spans")),
    )
    op.create_table(
        "toll_actors",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("toll", sa.String(length=12), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("actor", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading", "toll"], ["tolls.reading", "tolls.id"], name=op.f("fk_toll_actors_reading_toll"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("reading", "toll", "n", name=op.f("pk_toll_actors")),
    )
    fulltext.create(op.get_bind())
