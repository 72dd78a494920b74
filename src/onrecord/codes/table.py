"""Reading a packaged CSV table: rows of strings, `;` between the values of one cell."""

from __future__ import annotations

import csv
from importlib.resources import files


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this package, as strings by column."""
    return list(csv.DictReader((files("onrecord.codes") / name).read_text(encoding="utf-8").splitlines()))


def several(cell: str) -> tuple[str, ...]:
    """The values of one cell."""
    return tuple(part for part in cell.split(";") if part)
