"""`onrecord export`: a store as tables for R, Python and spreadsheets."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import Quiet, StoreOption, Verbose, store_place, volume_of
from onrecord.cli.output import complain
from onrecord.errors import InputError


def export(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where the tables go; made where it is absent.")],
    store: StoreOption = None,
    excel: Annotated[bool, typer.Option("--excel", help="Mark the tables as UTF-8, so that Excel shows accents.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Write the store as CSV tables with their codebook (a Frictionless data package), people's corrections in force.

    Tables of an earlier export in the folder are replaced; other files are left alone.
    """
    from onrecord.export.folder import export_folder
    from onrecord.store import open_store

    if not folder:
        raise InputError("the folder's name is empty: name one for the tables")
    with open_store(store_place(store), create=False) as opened:
        written = export_folder(opened, Path(folder), excel=excel)
    if volume_of(context).level > 0:
        counts = [f"{one.rows:,} {Path(one.path).stem.replace('_', ' ')}" for one in written if one.rows]
        complain(f"{folder}: {', '.join(counts) or 'the store holds no report yet; the tables are empty'}")
    return 0
