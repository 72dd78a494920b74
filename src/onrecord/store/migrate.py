"""Bringing a store to the schema that this program knows, with the migrations packaged beside this file."""

from __future__ import annotations

from importlib.resources import as_file, files

from sqlalchemy import Connection, inspect, text

from onrecord.errors import StoreError

REVISIONS = ("0001", "0002", "0003")
"""Every schema there has been, oldest first; the last is this program's."""


def revision(connection: Connection) -> str | None:
    """The store's schema; None for an empty database. Raises StoreError when the tables are not ours."""
    names = set(inspect(connection).get_table_names())
    if "alembic_version" not in names:
        if names:
            raise StoreError("a database, but not one of onrecord's; name another file")
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def needs_upgrade(connection: Connection) -> bool:
    """Whether `upgrade` has something to do. Raises StoreError for a schema that a later onrecord made."""
    have = revision(connection)
    if have is not None and have not in REVISIONS:
        raise StoreError(f"made by a newer onrecord (schema {have}; this one knows up to {REVISIONS[-1]}); upgrade onrecord")
    return have != REVISIONS[-1]


def upgrade(connection: Connection) -> None:
    """Runs the migrations that are lacking, inside the caller's transaction."""
    from alembic import command  # here, because most runs need no migration and it takes a fifth of a second to load
    from alembic.config import Config

    with as_file(files("onrecord.store") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
