"""The ledger's rows for the pages: gathered beside them, shown as last gathered while they are gathered anew."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from onrecord.errors import OnrecordError, StoreError
from onrecord.store.gather import NO_READINGS, gather, keep, kept, readings_stamp, stamp
from onrecord.store.store import Store
from onrecord.store.views.gathered import Gathered

PAGE_SECONDS = 0.4
"""How long a page waits for the rows before it shows those of before, or says that they are being gathered."""
DATA_SECONDS = 600.0
"""How long a download waits: it must be whole."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The rows, what they were made of, and whether the store has changed since. `ready` is False until the first gathering has ended."""

    rows: Gathered
    made_of: str
    ready: bool
    fresh: bool


class Gathering:
    """Shared by all requests; gathers only when a page asks and the store has changed. Raises OnrecordError when gathering failed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._answer: tuple[str, Gathered] | None = None
        self._fault: OnrecordError | None = None
        self._worker: threading.Thread | None = None

    def now(self, seconds: float) -> Seen:
        """The rows, after waiting for them as long as told."""
        wanted = stamp(self._store)
        if readings_stamp(self._store) == NO_READINGS:
            return Seen(Gathered(), wanted, ready=True, fresh=True)
        seen = self._seen(wanted)
        if seen is not None and seen.fresh:
            return seen
        self._start(wanted).join(seconds)
        return self._seen(wanted) or Seen(Gathered(), "", ready=False, fresh=False)

    def _seen(self, wanted: str) -> Seen | None:
        with self._lock:
            if self._fault is not None:
                # told once: the next request tries again, since a lock goes away
                fault, self._fault = self._fault, None
                raise fault
            return None if self._answer is None else Seen(self._answer[1], self._answer[0], ready=True, fresh=self._answer[0] == wanted)

    def _start(self, wanted: str) -> threading.Thread:
        with self._lock:
            if self._worker is None or not self._worker.is_alive():
                self._worker = threading.Thread(target=self._work, args=(wanted,), daemon=True)
                self._worker.start()
            return self._worker

    def _work(self, wanted: str) -> None:
        try:
            if self._answer is None and (before := kept(self._store)) is not None:
                self._take(before)
                if before[0] == wanted:
                    return
            found = gather(self._store)
            self._take(found)
            self._keep(found)
        except OnrecordError as error:
            with self._lock:
                self._fault = error
        except Exception as error:
            with self._lock:
                self._fault = OnrecordError(f"a fault of ours while the ledger was gathered ({type(error).__name__})")
            raise

    def _take(self, found: tuple[str, Gathered]) -> None:
        with self._lock:
            self._answer = found

    def _keep(self, found: tuple[str, Gathered]) -> None:
        try:
            keep(self._store, *found)
        except StoreError:
            # another program is writing, or nobody may write: the rows serve from memory, and the next run gathers them again
            return
