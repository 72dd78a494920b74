"""The pure shard function: a task in, its results out. The same in one process, in a pool, and on a cluster."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.model.record import Record
from onrecord.reading.pipeline import Reader
from onrecord.sources.open import read_bytes, read_path


class Task(msgspec.Struct, frozen=True):
    """One piece of work: a file at `path`, or bytes already here. `published` is the day that the user gave.

    `key` names the work to a person. `suffix` says the format of bytes that do not say it themselves.
    """

    key: str
    path: str | None = None
    data: bytes | None = None
    suffix: str = ""
    published: str | None = None


class Result(msgspec.Struct, frozen=True):
    """What came of one report: a record, or one line that says why there is none.

    `ours` is True when the fault is the program's and not the file's; `trace` is then the traceback, for `-v`.
    """

    key: str
    record: Record | None = None
    problem: str | None = None
    ours: bool = False
    trace: str | None = None


def read_task(reader: Reader, task: Task) -> Iterator[Result]:
    """Every result of one task, in order. Never raises for what a file may hold: one bad report costs only itself."""
    try:
        found = _documents(task)
        while (document := next(found, None)) is not None:
            yield Result(task.key, problem=str(document)) if isinstance(document, InputError) else _read(reader, document)
    except InputError as error:
        yield Result(task.key, problem=str(error))
    except Exception as error:  # noqa: BLE001 - a fault of ours on one file must not cost the others
        yield _fault(task.key, error)


def _documents(task: Task) -> Iterator[Document | InputError]:
    if task.data is not None:
        return read_bytes(task.data, task.key, task.suffix, task.published)
    return read_path(Path(task.path or task.key), task.published)


def _read(reader: Reader, document: Document) -> Result:
    try:
        return Result(document.key, reader.read(document))
    except Exception as error:  # noqa: BLE001 - as above
        return _fault(document.key, error)


def _fault(key: str, error: Exception) -> Result:
    said = " ".join(str(error).split())[:200]
    return Result(key, problem=f"{key}: a fault of onrecord ({type(error).__name__}: {said}); please report it", ours=True,
                  trace="".join(traceback.format_exception(error)))  # fmt: skip
