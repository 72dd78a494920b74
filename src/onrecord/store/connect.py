"""Opening a database, and saying in one line why it cannot be opened or written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc, make_url
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from onrecord.errors import StoreError

BUSY_SECONDS = 10.0
"""How long a writer waits for another before it gives up."""


def connect(where: str | Path, *, create: bool, busy_seconds: float = BUSY_SECONDS) -> tuple[Engine, bool]:
    """An engine for a file, `:memory:` or a PostgreSQL URL, and whether it may be written.

    Raises StoreError when the file is missing (and not to be created) or the driver for the URL is not installed.
    """
    if "://" in str(where):
        try:
            url = make_url(str(where))
            if url.drivername in ("postgresql", "postgres"):
                url = url.set(drivername="postgresql+psycopg")
            return create_engine(url), True
        except (exc.ArgumentError, exc.NoSuchModuleError, ModuleNotFoundError) as error:
            raise StoreError(f"{where}: no such kind of store ({error}); for PostgreSQL: pip install 'onrecord[postgresql]'") from error
    if str(where) == ":memory:":
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
        _prepare(engine, writable=True, busy_seconds=busy_seconds)
        return engine, True
    path = Path(where)
    if not str(where):
        raise StoreError("the store's name is empty; name a file")
    if not path.exists():
        if not create:
            raise StoreError(f"{path}: no store there; `onrecord read FILE… --store {path}` makes one")
        if not path.absolute().parent.is_dir():
            raise StoreError(f"{path}: the folder {path.absolute().parent} does not exist")
    elif path.is_dir():
        raise StoreError(f"{path}: a folder, not a store; name a file")
    writable = os.access(path if path.exists() else path.absolute().parent, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    engine = create_engine(_url(path, writable=writable))
    _prepare(engine, writable=writable, busy_seconds=busy_seconds)
    return engine, writable


def _url(path: Path, *, writable: bool) -> URL:
    """A read-only file is opened as it stands: WAL needs to write beside it, so it is taken as unchanging."""
    if writable:
        return URL.create("sqlite", database=str(path))
    return URL.create("sqlite", database=f"file:{path.absolute()}", query={"mode": "ro", "immutable": "1", "uri": "true"})


def _prepare(engine: Engine, *, writable: bool, busy_seconds: float) -> None:
    """SQLite as a store needs it: one writer beside many readers, foreign keys kept, transactions that begin when we say so."""

    @event.listens_for(engine, "connect")
    def _(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {int(busy_seconds * 1000)}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        if writable:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        # a reader that turns writer halfway cannot wait for another writer, so a writer says so at once
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN")


@contextmanager
def plain_errors(where: str) -> Iterator[None]:
    """Turns what the database says into one line for a person. Raises StoreError."""
    try:
        yield
    except exc.DBAPIError as error:
        raise StoreError(f"{where}: {_reason(str(error.orig))}") from error


def _reason(said: str) -> str:
    """What to do about the database's complaint."""
    lower = said.lower()
    for sign, words in (
        ("locked", "the store is locked by another program that is writing; wait for it and run again"),
        ("not a database", "not a store (not an SQLite database); name another file"),
        ("malformed", "the store is damaged; restore a copy, or read the reports again into a new one"),
        ("readonly", "the store is read-only; copy it somewhere you may write"),
        ("unable to open", "the store cannot be opened; check the name and your rights to it"),
        ("full", "the disk is full; make room and run again"),
    ):
        if sign in lower:
            return words
    return " ".join(said.split())
