"""`onrecord list`: the reports that were kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import Format, Quiet, StoreOption, Verbose, store_place, volume_of
from onrecord.cli.output import complain, console, on_terminal, safe
from onrecord.cli.rows import print_all

if TYPE_CHECKING:
    from onrecord.store import ReportRow


_BESIDE = 8 + 10 + 14 + 4 * 4 + 9 * 2
"""Columns of the terminal that all but the title take."""


def list_(
    context: typer.Context,
    form: Annotated[Format, typer.Option("--format", help="table for people; json or jsonl for data.")] = Format.table,
    store: StoreOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """List the reports that were kept, latest first."""
    from onrecord.store import open_store

    with open_store(store_place(store), create=False) as opened:
        rows = list(opened.reports())
    if form is Format.table and on_terminal():
        _print_table(rows)
    else:
        print_all(rows, form, _lines)
    if not rows and volume_of(context).level > 0:
        complain("the store holds no report yet: `onrecord read FILE…` adds some")
    return 0


def _lines(row: ReportRow) -> Sequence[str]:
    counts = f"{row.statements} {row.events} {row.tolls} {row.mediation}"
    return ("\t".join((row.document[:12], (row.published or "")[:10], row.outlet or "", row.title or row.key, counts)),)


def _print_table(rows: list[ReportRow]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    title = max(20, console().width - _BESIDE)
    for name, most in (("id", 8), ("published", 10), ("outlet", 14), ("title", title)):
        table.add_column(name, overflow="ellipsis", no_wrap=True, max_width=most)
    for name in ("said", "done", "toll", "med."):
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        head = (row.document[:8], (row.published or "")[:10], row.outlet or "", row.title or row.key)
        table.add_row(*(safe(x) for x in head), *(str(x) for x in (row.statements, row.events, row.tolls, row.mediation)))
    console().print(table)
