"""A progress bar on standard error, when it is a terminal and the work takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord.cli.output import complain

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

_AFTER = 1.0


class Progress:
    """`step` for each thing done; `say` for a line beside the bar; `aside` around printing to standard output."""

    def __init__(self, total: int, *, shown: bool) -> None:
        self.total = total
        self.shown = shown and sys.stderr.isatty()
        self.began = time.monotonic()
        self.bar: RichProgress | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.bar is not None:
            self.bar.stop()

    def step(self, done: int) -> None:
        """So many are done, of the total or more."""
        if not self.shown:
            return
        if self.bar is None:
            if time.monotonic() - self.began < _AFTER:
                return
            self.bar = _bar()
            self.bar.add_task("reading", total=self.total)
            self.bar.start()
        self.bar.update(self.bar.tasks[0].id, completed=done, total=max(self.total, done))

    def say(self, problem: str) -> None:
        with self.aside():
            complain(problem)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """The bar makes room for a line."""
        if self.bar is None:
            yield
            return
        self.bar.stop()
        try:
            yield
        finally:
            self.bar.start()


def _bar() -> RichProgress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as RichBar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return RichBar(*columns, console=Console(stderr=True), transient=True)
