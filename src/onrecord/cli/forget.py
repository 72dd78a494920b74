"""`onrecord forget`: a report that should not have been kept."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Quiet, StoreOption, Verbose, store_place, volume_of
from onrecord.cli.output import complain


def forget(
    context: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="ID…", help="The report's id or its first letters, its key, or its address.")],
    corrections: Annotated[bool, typer.Option("--corrections", help="Lose what people corrected in it, too.")] = False,
    store: StoreOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Take reports out of the store, with all their readings. Reading them again brings them back, but not people's corrections.

    Where people have corrected a report it is left in, unless you give --corrections; `onrecord review export` saves them first.
    """
    from onrecord.store import open_store

    with open_store(store_place(store), create=False) as opened:
        for name in names:
            document = opened.forget(name, corrections=corrections)
            if volume_of(context).level > 0:
                complain(f"{document[:12]} is forgotten")
    return 0
