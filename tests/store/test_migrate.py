"""The migrations make the schema that the code knows."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from onrecord.store import migrate, open_store
from onrecord.store.fulltext import is_fulltext_table
from onrecord.store.schema import metadata


def test_every_migration_is_known_in_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == migrate.REVISIONS


def test_a_migrated_store_has_the_tables_of_the_schema() -> None:
    with open_store(":memory:") as store, store.engine.begin() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: not (kind == "table" and is_fulltext_table(name))}
        )
        assert compare_metadata(context, metadata) == []
