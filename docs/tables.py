"""The reference of the exported tables, from the row types themselves."""

from __future__ import annotations

from onrecord.export.columns import Described, columns_of
from onrecord.export.tables import TABLES, Table

OPENING = """# The exported tables

Built from `src/onrecord/export` by `make docs`; do not edit. `onrecord export FOLDER` writes them, and the same codebook for machines as
`datapackage.json`; [how to use them](../how-to/take-the-record-into-r-or-a-spreadsheet.md).

Comma-separated, UTF-8, a heading. `report` is in every table and `report` with `id` names a value; other columns hold the ids of values of
the same report. `start` and `end` count code points of the report's text in `texts.jsonl`, the end not included. An empty cell is what the
words do not say. A list's members are parted by `; `. The tables hold the record with people's corrections in force.
"""


def tables_reference() -> str:
    """Every table with its columns, as Markdown."""
    return OPENING + "".join(f"\n{_table(table)}\n" for table in TABLES)


def _table(table: Table) -> str:
    lines = [f"## {table.name}.csv", "", " ".join((table.row.__doc__ or "").split())]
    if table.key:
        lines += ["", f"One row a {', '.join(f'`{name}`' for name in table.key)}."]
    lines += ["", "| column | form | holds |", "| --- | --- | --- |"]
    lines += [f"| `{column.name}` | {_form(column)} | {column.says} |" for column in columns_of(table.row)]
    return "\n".join(lines)


def _form(column: Described) -> str:
    words = ", ".join(column.choices) or {"string": "text", "list": "list", "boolean": "true or false"}.get(column.form, column.form)
    return words if column.required or column.form == "list" else f"{words}, or empty"
