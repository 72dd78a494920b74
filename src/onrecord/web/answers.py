"""One question, three answers: the page, the same data as JSON, and CSV of exactly what is filtered."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import msgspec
from starlette.responses import Response

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one frozen dataclass or named tuple (`of`), for JSON and CSV alike. `name` is that of the file."""

    name: str
    of: type
    rows: Sequence[Any]


def json_answer(value: object) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")


def csv_answer(table: Table) -> Response:
    """CSV with a heading, without rows too; a cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    names = [f.name for f in fields(table.of)] if is_dataclass(table.of) else list(table.of.__annotations__)
    writer.writerow(names)
    for row in table.rows:
        writer.writerow([_cell(getattr(row, name)) for name in names])
    return Response(
        out.getvalue(), media_type="text/csv; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{table.name}.csv"'}
    )


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = value
    elif isinstance(value, Iterable):
        text = "; ".join(str(x) for x in value)
    else:
        return str(value)
    return "'" + text if text.startswith(FORMULA) else text
