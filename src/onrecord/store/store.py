"""A store of reports and their readings: what `onrecord.open_store` gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from sqlalchemy import ColumnElement, Connection, Engine, and_, func, select

from onrecord.errors import StoreError
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.store import fulltext, migrate
from onrecord.store import schema as t
from onrecord.store.connect import BUSY_SECONDS, connect, plain_errors
from onrecord.store.filters import Filter, passage_conditions, report_conditions
from onrecord.store.keep import add_record, forget_report, unpacked
from onrecord.store.rows import Found, Hit, HitKind, Outcome, ReadingRow, ReportRow

COUNTED = 20_000
"""Passages found are counted up to this many; who finds more must ask more closely anyway."""


def open_store(where: str | Path, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> Store:
    """A store in a file (made when absent, unless `create` is False), in `:memory:`, or at a `postgresql://` address.

    An older schema is brought up to date. Raises StoreError, in one line, when the store is missing, locked, damaged, no store
    at all, or made by a newer onrecord.
    """
    engine, writable = connect(where, create=create, busy_seconds=busy_seconds)
    store = Store(engine, str(where), writable=writable)
    try:
        store._bring_up_to_date(create=create)
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """Reports, their readings, and quick questions about them. Made by `open_store`; a context manager; safe to share by threads.

    Every method raises StoreError, in one line, when the database refuses.
    """

    def __init__(self, engine: Engine, where: str, *, writable: bool) -> None:
        self.engine = engine
        self.where = where
        self.writable = writable
        self._writer = engine.execution_options(write=True)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file. Nothing is lost: every report was committed when it was added."""
        self.engine.dispose()

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for questions, in a transaction of its own."""
        return self.engine.begin()

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection that may write, in a transaction: all of it is kept, or nothing. Raises StoreError for a read-only store."""
        if not self.writable:
            raise StoreError(f"{self.where}: the store is read-only; copy it somewhere you may write")
        return self._writer.begin()

    def add(self, record: Record) -> Outcome:
        """Keeps a record, whole or not at all.

        The same text read by the same reader (version, model, vocabulary) against the same day changes nothing; another reader
        adds a reading beside the old. The same text at another address is noted as another appearance of the report.
        """
        with plain_errors(self.where), self.writing() as connection:
            return add_record(connection, record)

    def add_all(self, records: Iterable[Record]) -> Iterator[Outcome]:
        """`add` for each record in turn, each a transaction of its own: a crash loses at most the report at hand."""
        for record in records:
            yield self.add(record)

    def forget(self, id_or_prefix: str, *, corrections: bool = False) -> str:
        """Takes a report out, with all its readings; gives its id. What people corrected goes with it only where `corrections` says so.

        Raises StoreError when no report, or several, are named so, and when there are corrections of it that may not go.
        """
        with plain_errors(self.where), self.writing() as connection:
            report = self._find(connection, id_or_prefix)
            document = str(connection.execute(select(t.reports.c.document).where(t.reports.c.id == report)).scalar_one())
            said = select(func.count()).select_from(t.corrections).where(t.corrections.c.report == document)
            if not corrections and (number := connection.execute(said).scalar_one()):
                raise StoreError(f"{self.where}: {document[:12]} has corrections by people ({number}): give --corrections to lose them too")
            forget_report(connection, report)
        return document

    def reports(self, given: Filter | None = None) -> Iterator[ReportRow]:
        """The reports that fit a filter, latest first (those without a date at the end)."""
        r, d = t.readings.c, t.reports.c
        inner = t.readings.alias()
        query = (
            select(
                d.document, d.key, d.url, d.outlet, d.title, d.published, d.language,
                select(func.count()).select_from(inner).where(inner.c.report == d.id).scalar_subquery(),
                r.statements, r.events, r.tolls, r.mediation,
            )
            .join_from(t.reports, t.readings, and_(r.report == d.id, r.current))
            .where(*report_conditions(given or Filter()))
            .order_by(d.day.is_(None), d.day.desc(), d.id.desc())
        )  # fmt: skip
        with plain_errors(self.where), self.engine.begin() as connection:
            for row in connection.execute(query):
                yield ReportRow(*tuple(row))

    def readings(self, id_or_prefix: str) -> list[ReadingRow]:
        """Every reading of a report, oldest first."""
        with plain_errors(self.where), self.engine.begin() as connection:
            report = self._find(connection, id_or_prefix)
            query = (
                select(
                    t.reports.c.document, t.readers.c.version, t.readers.c.model, t.readers.c.vocabulary,
                    t.readings.c.published, t.readings.c.read_at, t.readings.c.current,
                )
                .join_from(t.readings, t.reports).join(t.readers)
                .where(t.readings.c.report == report)
                .order_by(t.readings.c.id)
            )  # fmt: skip
            return [ReadingRow(*row[:4], row[4] or None, *row[5:]) for row in connection.execute(query)]

    def record(self, id_or_prefix: str) -> Record:
        """The latest reading of a report, exactly as it was added. Names: its id, the beginning of it, its key, its address."""
        with plain_errors(self.where), self.engine.begin() as connection:
            report = self._find(connection, id_or_prefix)
            query = select(t.readings.c.record, t.reports.c.text).join_from(t.readings, t.reports).where(t.readings.c.report == report)
            packed, text = connection.execute(query.where(t.readings.c.current)).one()
        return unpacked(packed, text)

    def records(self, given: Filter | None = None) -> Iterator[Record]:
        """The latest readings of the reports that fit a filter, in the order in which they were first added."""
        query = (
            select(t.readings.c.record, t.reports.c.text)
            .join_from(t.reports, t.readings, and_(t.readings.c.report == t.reports.c.id, t.readings.c.current))
            .where(*report_conditions(given or Filter()))
            .order_by(t.reports.c.id)
        )
        with plain_errors(self.where), self.engine.begin() as connection:
            for packed, text in connection.execution_options(yield_per=200).execute(query):
                yield unpacked(packed, text)

    def search(self, words: str, given: Filter | None = None, kinds: Iterable[HitKind] = (), limit: int = 50) -> list[Hit]:
        """Passages that hold all the words, best first: blocks of reports, statements, events (or only the `kinds` named).

        Words in double quotes are one phrase, `medi*` is a beginning, endings and case do not matter; anything else is taken literally.
        The filter holds for the report, but `said_by` and `said_about` for the statement. A search for nothing finds nothing.
        """
        match = fulltext.matching(self.engine.dialect.name, words)
        if match is None:
            return []
        every, p, d = match.subquery(), t.passages.c, t.reports.c
        narrow = narrowed(given or Filter(), kinds)
        latest = select(every).join(t.passages, p.id == every.c.id).where(*narrow) if narrow else select(every)
        found = latest.order_by(every.c.id.desc()).limit(fulltext.RANKED).subquery()
        query = (
            select(
                d.document,
                d.title,
                d.outlet,
                d.published,
                p.kind,
                p.value,
                p.start,
                p.stop,
                func.substr(d.text, p.start + 1, p.stop - p.start),
            )
            .join_from(found, t.passages, p.id == found.c.id)
            .join(t.readings, t.readings.c.id == p.reading)
            .join(t.reports, d.id == t.readings.c.report)
            .order_by(found.c.rank, p.id)
            .limit(limit)
        )
        with plain_errors(self.where), self.engine.begin() as connection:
            return [Hit(*row[:6], Span(row[6], row[7]), row[8]) for row in connection.execute(query)]

    def found(self, words: str, given: Filter | None = None) -> Found:
        """How many passages `search` could find, by kind; past `COUNTED` they are not counted on."""
        match = fulltext.matching(self.engine.dialect.name, words)
        if match is None:
            return Found(0, False, {})
        every, p = match.subquery(), t.passages.c
        joined = select(p.kind).join_from(every, t.passages, p.id == every.c.id).where(*narrowed(given or Filter()))
        some = joined.limit(COUNTED).subquery()
        with plain_errors(self.where), self.engine.begin() as connection:
            counted = connection.execute(select(some.c.kind, func.count()).group_by(some.c.kind))
            kinds = {str(kind): number for kind, number in counted}
        total = sum(kinds.values())
        return Found(total, total >= COUNTED, kinds)

    def count(self) -> int:
        """How many reports there are."""
        with plain_errors(self.where), self.engine.begin() as connection:
            return connection.execute(select(func.count()).select_from(t.reports)).scalar_one()

    def _bring_up_to_date(self, *, create: bool) -> None:
        with plain_errors(self.where):
            try:
                with self.engine.begin() as connection:
                    if migrate.revision(connection) is None and not create:
                        raise StoreError("an empty database, not a store; name another file")
                    if not migrate.needs_upgrade(connection):
                        return
                if not self.writable:
                    raise StoreError("made by an older onrecord and read-only; copy it somewhere you may write")
                with self._writer.begin() as connection:
                    if migrate.needs_upgrade(connection):
                        migrate.upgrade(connection)
            except StoreError as error:
                raise StoreError(f"{self.where}: {error}") from error

    def _find(self, connection: Connection, name: str) -> int:
        """The report of that id, key or address, else the one whose id begins so."""
        d = t.reports.c
        exact = select(d.id, d.document).where((d.document == name) | (d.key == name) | (d.url == name)).order_by(d.id.desc()).limit(1)
        found = connection.execute(exact).all()
        if not found and name:
            begins = select(d.id, d.document).where(d.document.startswith(name.lower(), autoescape=True)).order_by(d.document).limit(3)
            found = connection.execute(begins).all()
        if not found:
            raise StoreError(f"{self.where}: no report {name!r}; `onrecord list` names them")
        if len(found) > 1:
            some = ", ".join(document[:12] for _, document in found)
            raise StoreError(f"{self.where}: {name!r} is the beginning of several ids ({some}, …); give more of it")
        return int(found[0][0])


def narrowed(given: Filter, kinds: Iterable[HitKind] = ()) -> list[ColumnElement[bool]]:
    """Conditions over `passages`: of the reports that fit, of statements that fit, of the kinds named."""
    conditions, wanted = report_conditions(given), sorted(set(kinds))
    of_kind = [t.passages.c.kind.in_(wanted)] if wanted else []
    return [*([_fits(conditions)] if conditions else []), *passage_conditions(given), *of_kind]


def _fits(conditions: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    """The readings of the reports that fit, as one list: asked once, not once a passage (100,000 hits: minutes against 0.2 s)."""
    r = t.readings.c
    return t.passages.c.reading.in_(
        select(r.id).join_from(t.reports, t.readings, and_(r.report == t.reports.c.id, r.current)).where(*conditions)
    )
