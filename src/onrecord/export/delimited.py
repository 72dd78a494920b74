"""Comma-separated values: what the command line, the pages and `onrecord export` write, cell by cell in the same way."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, Protocol

from onrecord.export.columns import names_of

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the start of a formula, in full width too."""
BETWEEN = "; "
"""What stands between the members of a list."""


class Writable(Protocol):
    """What takes text, a file for one."""

    def write(self, text: str, /) -> object: ...


class TableWriter:
    """Writes rows of one type below their heading. The same rows give the same text."""

    def __init__(self, out: Writable, row: type) -> None:
        self._names = names_of(row)
        self._writer = csv.writer(out)
        self._writer.writerow(self._names)

    def write(self, row: Any) -> None:
        """One row, of the type given at the start."""
        self._writer.writerow([cell(getattr(row, name)) for name in self._names])


def cell(value: object) -> str:
    """A value as a cell: nothing for None, a list as its members; an apostrophe before text that a spreadsheet would run as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = value
    elif isinstance(value, Iterable):
        text = BETWEEN.join(cell(member) if not isinstance(member, str) else member for member in value)
    else:
        return str(value)
    return "'" + text if text.startswith(FORMULA) else text
