"""One question, three answers: the page, the same data as JSON, and CSV of exactly what is filtered."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.responses import Response

from onrecord.export.delimited import TableWriter


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one frozen dataclass or named tuple (`of`), for JSON and CSV alike. `name` is that of the file."""

    name: str
    of: type
    rows: Sequence[Any]


def json_answer(value: object) -> Response:
    """A value, or rows, as JSON."""
    return Response(msgspec.json.encode(value), media_type="application/json")


def csv_answer(table: Table) -> Response:
    """CSV with a heading, without rows too."""
    out = io.StringIO()
    writer = TableWriter(out, table.of)
    for row in table.rows:
        writer.write(row)
    return Response(
        out.getvalue(), media_type="text/csv; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{table.name}.csv"'}
    )
