"""What Alembic runs: the migrations over the connection that `migrate.upgrade` hands it."""

from alembic import context

from onrecord.store.fulltext import is_fulltext_table
from onrecord.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=lambda name, kind, _parents: not (kind == "table" and is_fulltext_table(name)),
)
with context.begin_transaction():
    context.run_migrations()
