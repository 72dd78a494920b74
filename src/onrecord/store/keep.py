"""Adding one record inside the caller's transaction."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime

import msgspec
from sqlalchemy import ColumnElement, Connection, Insert, and_, delete, func, insert, select, update

from onrecord.model.record import Record, from_json, to_json
from onrecord.model.span import Span
from onrecord.store import fulltext
from onrecord.store import schema as t
from onrecord.store.rows import Outcome
from onrecord.store.write import write_passages, write_values


def add_record(connection: Connection, record: Record) -> Outcome:
    """Keeps a record: a new report, another reading of a known one, or nothing at all."""
    document, r = record.document, t.readings.c
    reader = _reader(connection, record)
    report = connection.execute(select(t.reports.c.id).where(t.reports.c.document == document.id)).scalar()
    outcome = Outcome.ADDED if report is None else Outcome.NEW_READING
    if report is None:
        report = _insert_report(connection, record)
    else:
        same = and_(r.report == report, r.reader == reader)
        known = connection.execute(select(r.id, r.current).where(same, r.published == (document.published or ""))).first()
        if known is not None and not known.current and _is_dated_anew(connection, report, record):
            connection.execute(delete(t.readings).where(r.id == known.id))  # and is kept once more, as the latest
        elif known is not None or (document.published is None and _has_day(connection, same)):
            _note_appearance(connection, report, record)
            return Outcome.UNCHANGED
        _forget_passages(connection, report)
        connection.execute(update(t.readings).where(r.report == report, r.current).values(current=False))
        connection.execute(update(t.reports).where(t.reports.c.id == report).values(**_published(record)))
    _note_appearance(connection, report, record)
    reading = _insert_reading(connection, report, reader, record)
    write_values(connection, reading, record)
    last = connection.execute(select(func.max(t.passages.c.id))).scalar()
    write_passages(connection, reading, record, (last or 0) + 1)
    return outcome


def _has_day(connection: Connection, same: ColumnElement[bool]) -> bool:
    """Whether the current reading, by the same reader, knows the day: reading again without it would only forget it."""
    return bool(connection.execute(select(t.readings.c.published).where(same, t.readings.c.current)).scalar())


def _is_dated_anew(connection: Connection, report: int, record: Record) -> bool:
    """Whether this very file, not a copy of its words elsewhere, came with another day last time."""
    d, a = record.document, t.appearances.c
    here = (a.report == report, a.url == (d.url or ""), a.outlet == (d.outlet or ""), a.key == d.key)
    last = connection.execute(select(a.published).where(*here)).first()
    return d.published is not None and last is not None and last.published != d.published


def _published(record: Record) -> dict[str, str | None]:
    """The day of the reading that is current, as the columns of `reports`."""
    published = record.document.published
    return {"published": published, "day": published[:10] if published else None}


def forget_report(connection: Connection, report: int) -> None:
    """Takes a report out with its readings, appearances, and what people said of it."""
    document = select(t.reports.c.document).where(t.reports.c.id == report).scalar_subquery()
    _forget_passages(connection, report)
    connection.execute(delete(t.corrections).where(t.corrections.c.report == document))
    connection.execute(delete(t.reports).where(t.reports.c.id == report))


def packed(record: Record) -> bytes:
    """A record's bytes without its text, which stands in `reports.text`."""
    bare = msgspec.structs.replace(record, document=msgspec.structs.replace(record.document, text=""))
    return zlib.compress(to_json(bare), 6)


def unpacked(data: bytes, text: str) -> Record:
    """The record that `packed` was given."""
    bare = from_json(zlib.decompress(data))
    return msgspec.structs.replace(bare, document=msgspec.structs.replace(bare.document, text=text))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _new_id(connection: Connection, statement: Insert) -> int:
    key = connection.execute(statement).inserted_primary_key
    assert key is not None  # noqa: S101 - every table here has a key
    return int(key[0])


def _reader(connection: Connection, record: Record) -> int:
    info, c = record.reader, t.readers.c
    same = (c.version == info.version, c.model == info.model, c.vocabulary == info.vocabulary)
    known = connection.execute(select(c.id).where(*same)).scalar()
    if known is not None:
        return int(known)
    return _new_id(connection, insert(t.readers).values(version=info.version, model=info.model, vocabulary=info.vocabulary))


def _insert_report(connection: Connection, record: Record) -> int:
    d = record.document
    return _new_id(
        connection,
        insert(t.reports).values(
            document=d.id, key=d.key, url=d.url, outlet=d.outlet, title=d.title, language=d.language, authors=list(d.authors),
            credits=list(d.credits), text=d.text, added=_now(), **_published(record),
        ),
    )  # fmt: skip


def _insert_reading(connection: Connection, report: int, reader: int, record: Record) -> int:
    return _new_id(
        connection,
        insert(t.readings).values(
            report=report, reader=reader, published=record.document.published or "", current=True, read_at=_now(),
            statements=len(record.statements), events=len(record.events), tolls=len(record.tolls), mediation=len(record.mediation),
            record=packed(record),
        ),
    )  # fmt: skip


def _note_appearance(connection: Connection, report: int, record: Record) -> None:
    d, a = record.document, t.appearances.c
    here = and_(a.report == report, a.url == (d.url or ""), a.outlet == (d.outlet or ""))
    known = connection.execute(select(a.key, a.published).where(here)).first()
    if known is None:
        values = {"report": report, "key": d.key, "url": d.url or "", "outlet": d.outlet or "", "title": d.title, "published": d.published}
        connection.execute(insert(t.appearances).values(**values))
    elif known.key == d.key and d.published is not None and known.published != d.published:
        connection.execute(update(t.appearances).where(here).values(published=d.published))


def _forget_passages(connection: Connection, report: int) -> None:
    p, d = t.passages.c, t.reports.c
    old = (
        select(p.id, d.text, p.start, p.stop)
        .join_from(t.passages, t.readings, t.readings.c.id == p.reading)
        .join(t.reports, d.id == t.readings.c.report)
        .where(t.readings.c.report == report)
    )
    rows = connection.execute(old).all()
    fulltext.remove(connection, [fulltext.Passage(number, Span(start, stop).of(text)) for number, text, start, stop in rows])
    connection.execute(delete(t.passages).where(p.reading.in_(select(t.readings.c.id).where(t.readings.c.report == report))))
