"""`onrecord show`: one report with its evidence marked, then its record."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Format, Quiet, StoreOption, Verbose, store_place
from onrecord.cli.output import say, write_bytes


def show(
    report: Annotated[str, typer.Argument(metavar="ID", help="The report's id or its first letters, its key, or its address.")],
    form: Annotated[Format, typer.Option("--format", help="table for people; json or jsonl for the record as data.")] = Format.table,
    store: StoreOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Show a report that was kept: its text with the evidence marked, then its record."""
    from onrecord.model.record import to_json
    from onrecord.store import open_store

    with open_store(store_place(store), create=False) as opened:
        record = opened.record(report)
    if form is not Format.table:
        import msgspec

        data = to_json(record)
        write_bytes((msgspec.json.format(data, indent=2) if form is Format.json else data) + b"\n")
        return 0
    from onrecord.cli.page import record_lines, report_lines

    for line in report_lines(record):
        say(line)
    for line in record_lines(record):
        say(line)
    return 0
