"""Full text search: all that differs between SQLite (FTS5) and PostgreSQL (tsvector) stands here.

SQLite keeps a contentless FTS5 index, so that the words are stored once, in `reports.text`. PostgreSQL keeps a tsvector
beside each passage. Both fold case, accents (SQLite) and English endings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, column, func, literal_column, select, table, text

FTS_TABLE = "passage_words"
RANKED = 2000
"""Of a word that stands everywhere, the latest this many passages are put in order of fit; the others could not be read anyway."""


class Passage(NamedTuple):
    """The row of `passages` and the words it stands for."""

    id: int
    words: str


def is_fulltext_table(name: str | None) -> bool:
    """Tables that hold the index and are not in the schema."""
    return name is not None and name.startswith(FTS_TABLE)


def create(connection: Connection) -> None:
    """Makes the index of an empty store."""
    if connection.dialect.name == "sqlite":
        options = "content='', tokenize='porter unicode61 remove_diacritics 2'"
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {FTS_TABLE} USING fts5(words, {options})")
        return
    connection.exec_driver_sql(
        f"CREATE TABLE {FTS_TABLE} (passage integer PRIMARY KEY REFERENCES passages(id) ON DELETE CASCADE, words tsvector NOT NULL)"
    )
    connection.exec_driver_sql(f"CREATE INDEX ix_{FTS_TABLE} ON {FTS_TABLE} USING gin(words)")


def add(connection: Connection, passages: Sequence[Passage]) -> None:
    """Makes passages findable."""
    if not passages:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {FTS_TABLE}(rowid, words) VALUES (?, ?)", list(passages))  # noqa: S608 - a constant name
        return
    statement = text(f"INSERT INTO {FTS_TABLE}(passage, words) VALUES (:id, to_tsvector('english', :words))")  # noqa: S608 - a constant name
    connection.execute(statement, [passage._asdict() for passage in passages])


def remove(connection: Connection, passages: Sequence[Passage]) -> None:
    """Forgets passages; their words must be those that were added."""
    if passages and connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            f"INSERT INTO {FTS_TABLE}({FTS_TABLE}, rowid, words) VALUES ('delete', ?, ?)",  # noqa: S608 - a constant name
            list(passages),
        )


def phrases(words: str) -> list[tuple[str, bool]]:
    """A user's words as phrases to be found, each with whether it is only a beginning (`medi*`).

    Words inside double quotes are one phrase; everything else is taken literally, so nothing a user types is an error.
    """
    found: list[tuple[str, bool]] = []
    for n, part in enumerate(words.replace("“", '"').replace("”", '"').split('"')):
        for phrase in [part] if n % 2 else part.split():
            clean = "".join(character if character.isalnum() else " " for character in phrase).strip()
            if clean:
                found.append((clean, phrase.endswith("*")))
    return found


def matching(dialect: str, words: str) -> Select[tuple[int, float]] | None:
    """A query for the ids of the passages that hold all the words, with their rank (less is better); None when no word is left.

    The caller ranks only the latest `RANKED` that fit, so that a common word costs no more than a rare one.
    """
    wanted = phrases(words)
    if not wanted:
        return None
    if dialect == "sqlite":
        query = " ".join(f'"{phrase}"' + ("*" if begins else "") for phrase, begins in wanted)
        fts = table(FTS_TABLE, column("rowid"), column("rank"))
        return select(fts.c.rowid.label("id"), fts.c.rank.label("rank")).where(literal_column(FTS_TABLE).op("MATCH")(query))
    query_: ColumnElement[str] = literal_column("''::tsquery")
    parts = [_postgres_phrase(phrase, begins=begins) for phrase, begins in wanted]
    query_ = parts[0]
    for part in parts[1:]:
        query_ = query_.op("&&")(part)
    pg = table(FTS_TABLE, column("passage"), column("words"))
    return select(pg.c.passage.label("id"), (-func.ts_rank(pg.c.words, query_)).label("rank")).where(pg.c.words.op("@@")(query_))


def _postgres_phrase(phrase: str, *, begins: bool) -> ColumnElement[str]:
    if begins:
        return func.to_tsquery("simple", " <-> ".join(phrase.split()) + ":*")
    return func.phraseto_tsquery("english", phrase)
