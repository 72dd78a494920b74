"""A store as a folder of tables: comma-separated values, the texts, and a Frictionless data package that is their codebook."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from onrecord.errors import InputError
from onrecord.export.datapackage import FILE, TEXTS, Written, datapackage
from onrecord.export.delimited import TableWriter
from onrecord.export.rows import label_of, report_row, value_rows
from onrecord.export.tables import TABLES
from onrecord.export.tables.gathered import CorrectionRow, IncidentEventRow, IncidentRow
from onrecord.ledger.incidents import Incident
from onrecord.store import Store, history
from onrecord.store.review import corrected_records, corrections


class Text(msgspec.Struct, frozen=True):
    """A report's text, unaltered."""

    report: str
    text: str


def export_folder(store: Store, folder: Path, *, excel: bool = False) -> list[Written]:
    """Writes every table of a store into a folder, which is made where it is absent, with people's corrections in force.

    Files of an earlier export are replaced once all are written; other files are left alone. The same store gives the same bytes. `excel`
    begins each table with the mark by which Excel knows UTF-8. Returns the tables written. Raises InputError when the folder cannot be
    written, StoreError as the store does.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".onrecord-") as made:
            written, names = _write(store, Path(made), "utf-8-sig" if excel else "utf-8")
            for name in names:
                Path(made, name).replace(folder / name)
    except FileExistsError as error:
        raise InputError(f"{folder}: a file, not a folder; name another") from error
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror or error})") from error
    return written


def _write(store: Store, made: Path, encoding: str) -> tuple[list[Written], list[str]]:
    """The tables, and the names of all files."""
    with ExitStack() as stack:
        files = {table.name: stack.enter_context(_File(made / f"{table.name}.csv", encoding)) for table in TABLES}
        files[TEXTS] = stack.enter_context(_File(made / f"{TEXTS}.jsonl", "utf-8"))
        writers = {table.name: TableWriter(files[table.name], table.row) for table in TABLES}
        for name, row in _rows(store):
            if isinstance(row, Text):
                files[name].write(msgspec.json.encode(row).decode() + "\n")
            else:
                writers[name].write(row)
            files[name].rows += 1
    tables = [(table, files[table.name].written()) for table in TABLES]
    (made / FILE).write_bytes(datapackage(tables, files[TEXTS].written()))
    return [one for _, one in tables], [*(file.path.name for file in files.values()), FILE]


def _rows(store: Store) -> Iterator[tuple[str, object]]:
    """Every row with its table. Incidents come first, so that each event they name is there though another program adds reports."""
    yield from _incidents(store)
    for record in corrected_records(store):
        yield "reports", report_row(record)
        yield from value_rows(record)
        yield TEXTS, Text(record.document.id, record.document.text)
    for one in corrections(store):
        start, end = one.span
        yield "corrections", CorrectionRow(one.report, one.layer, one.action, one.who, one.when, one.why or None, start, end)


def _incidents(store: Store) -> Iterator[tuple[str, object]]:
    ledger = history.open_ledger(store)
    for one in history.incidents(store, ledger=ledger):
        yield "incidents", _incident(one)
        for member in one.members:
            witness = ledger.history.witness(member)
            for event in witness.events:
                yield "incident_events", IncidentEventRow(one.id, witness.report, event)


def _incident(x: Incident) -> IncidentRow:
    return IncidentRow(
        x.id, x.cameo, label_of(x.cameo), x.plover, x.status, x.first_day, x.last_day, x.day_precision, x.place, x.country, x.latitude,
        x.longitude, x.place_precision, x.sources, x.targets, len(x.reports), x.independent, tuple(name for name in x.said_by if name),
        x.denied_by, x.first_report, x.latest_report,
    )  # fmt: skip


class _File:
    """A file that is being written, measured as it grows."""

    def __init__(self, path: Path, encoding: str) -> None:
        self.path = path
        self.encoding = encoding
        self.rows = 0
        self._size = 0
        self._digest = hashlib.sha256()

    def __enter__(self) -> _File:
        self._out = self.path.open("wb")
        self._put("".encode(self.encoding))
        return self

    def __exit__(self, *_: object) -> None:
        self._out.close()

    def write(self, text: str, /) -> None:
        self._put(text.encode())

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._size += len(data)
        self._digest.update(data)

    def written(self) -> Written:
        return Written(self.path.name, self.encoding, self._size, self._digest.hexdigest(), self.rows)
