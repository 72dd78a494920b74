"""Reading a packaged CSV table: rows of strings, `;` between the values of one cell."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from typing import Any


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this package, as strings by column."""
    return list(csv.DictReader((files("onrecord.codes") / name).read_text(encoding="utf-8").splitlines()))


def several(cell: str) -> tuple[str, ...]:
    """The values of one cell."""
    return tuple(part for part in cell.split(";") if part)


def packaged_json(package: str, path: str) -> Any:
    """What a JSON file of another package holds."""
    return json.loads((files(package) / path).read_text(encoding="utf-8"))
