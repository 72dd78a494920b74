"""Answers kept while the store does not change: counting 100,000 events takes longer than a page may."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")
KEPT = 256
"""Answers kept at most; the one longest unused goes first."""

Stamp = tuple[tuple[int, int], ...]


def stamp_of(store: str | Path) -> Stamp | None:
    """What changes whenever a SQLite store is written: times and sizes of its file and log. None for other databases."""
    if "://" in str(store) or str(store) == ":memory:":
        return None
    found = []
    for name in (str(store), f"{store}-wal"):
        try:
            seen = Path(name).stat()
        except FileNotFoundError:
            continue
        found.append((seen.st_mtime_ns, seen.st_size))
    return tuple(found)


@dataclass(slots=True)
class KeptAnswers:
    """A small cache by question; a changed store empties it. Safe to share by threads."""

    store: str | Path
    _stamp: Stamp | None = None
    _answers: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, question: Hashable, ask: Callable[[], T]) -> T:
        """The kept answer, or the one that `ask` gives now."""
        now = stamp_of(self.store)
        if now is None:
            return ask()
        with self._lock:
            if now != self._stamp:
                self._answers.clear()
                self._stamp = now
            if question in self._answers:
                self._answers.move_to_end(question)
                return cast(T, self._answers[question])
        answer = ask()
        with self._lock:
            if stamp_of(self.store) == self._stamp == now:
                self._answers[question] = answer
                while len(self._answers) > KEPT:
                    self._answers.popitem(last=False)
        return answer
