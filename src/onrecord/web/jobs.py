"""Imports that go on while the user looks elsewhere: each in a thread of its own, counted, and stopped when asked."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from onrecord.errors import InputError, OnrecordError
from onrecord.model.document import Document
from onrecord.reading.pipeline import Reader, load_reader
from onrecord.sources.open import read_bytes
from onrecord.store import Outcome, Store

KEPT = 20
"""Finished imports whose page can still be opened."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it came, or pasted text (`name` then says so)."""

    name: str
    data: bytes
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come. `faults` are one clear line each; what went well is kept whatever failed."""

    id: str
    files: int
    done: int
    added: int
    unchanged: int
    faults: tuple[str, ...]
    documents: tuple[str, ...]
    state: str


class Job:
    """One import. `stop` ends it after the report at hand; what was stored stays."""

    def __init__(self, uploads: Sequence[Upload]) -> None:
        self.id = secrets.token_urlsafe(9)
        self._uploads = tuple(uploads)
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._now = Progress(self.id, len(self._uploads), 0, 0, 0, (), (), "waiting")

    @property
    def now(self) -> Progress:
        with self._lock:
            return self._now

    def stop(self) -> None:
        self._stop.set()

    def run(self, store: Store, reader: Reader) -> None:
        """Reads and stores every upload in turn."""
        self._note(state="reading")
        for upload in self._uploads:
            if self._stop.is_set():
                self._note(state="stopped")
                return
            self._one(upload, store, reader)
            self._note(done=self.now.done + 1)
        self._note(state="done")

    def fail(self, message: str) -> None:
        self._note(state="failed", faults=(*self.now.faults, message))

    def _one(self, upload: Upload, store: Store, reader: Reader) -> None:
        try:
            for found in read_bytes(upload.data, upload.name, PurePath(upload.name).suffix, upload.published):
                if self._stop.is_set():
                    return
                self._keep(found, store, reader)
        except OnrecordError as error:
            self._note(faults=(*self.now.faults, str(error)))

    def _keep(self, found: Document | InputError, store: Store, reader: Reader) -> None:
        now = self.now
        if isinstance(found, InputError):
            self._note(faults=(*now.faults, str(found)))
            return
        outcome = store.add(reader.read(found))
        same = outcome is Outcome.UNCHANGED
        self._note(added=now.added + (not same), unchanged=now.unchanged + same, documents=(*now.documents, found.id)[-200:])

    def _note(self, **changes: Any) -> None:
        """`changes` name fields of Progress."""
        with self._lock:
            self._now = replace(self._now, **changes)


@dataclass(slots=True)
class Jobs:
    """The imports of one run of the server; the reader is loaded with the first and kept."""

    store: Store
    _jobs: list[Job] = field(default_factory=list)
    _reader: Reader | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, uploads: Sequence[Upload]) -> Job:
        """Begins an import and returns at once."""
        job = Job(uploads)
        self._jobs = [*self._jobs[-KEPT:], job]
        threading.Thread(target=self._work, args=(job,), daemon=True).start()
        return job

    def find(self, name: str) -> Job | None:
        return next((job for job in self._jobs if job.id == name), None)

    def _work(self, job: Job) -> None:
        try:
            with self._lock:
                self._reader = self._reader or load_reader()
                job.run(self.store, self._reader)
        except OnrecordError as error:
            job.fail(str(error))
        except Exception as error:  # noqa: BLE001 - a thread's fault must reach the page, not vanish
            job.fail(f"a fault of ours ({type(error).__name__}): what was stored before it is kept")
