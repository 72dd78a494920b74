"""Alembic migrations, one file a schema. Run by `onrecord.store.migrate`; nobody needs the alembic command."""
