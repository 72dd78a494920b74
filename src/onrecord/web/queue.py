"""The review queue, worked out once for each state of the readings: a decision must not cost the sorting of all doubts again."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from onrecord.store.gather import readings_stamp
from onrecord.store.store import Store
from onrecord.store.views.queue import Doubt, doubts, judged

LONGEST = 20_000
"""The most doubtful values that are queued; who has judged them all finds the others in their reports."""


class Queue:
    """Shared by all coders: none is left out for what another has judged."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._made_of = ""
        self._doubts: list[Doubt] = []

    def waiting(self, who: str) -> Iterator[Doubt]:
        """What a coder has not judged yet, the most doubtful first."""
        done = judged(self._store, who)
        return (one for one in self._all() if (one.document, one.layer, one.start) not in done)

    def _all(self) -> list[Doubt]:
        now = readings_stamp(self._store)
        with self._lock:
            if now != self._made_of:
                # nobody has judged anything under no name: these are the doubts of everybody
                self._doubts, self._made_of = doubts(self._store, "", limit=LONGEST), now
            return self._doubts
