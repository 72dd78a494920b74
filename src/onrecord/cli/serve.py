"""`onrecord serve`: the record on a page, on this machine alone unless told otherwise."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Quiet, StoreOption, Verbose, store_place, volume_of
from onrecord.cli.output import complain


def serve(
    context: typer.Context,
    store: StoreOption = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen on; beyond this machine it needs --token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65_535, help="The port to listen on.")] = 8321,
    token: Annotated[str | None, typer.Option("--token", help="A secret that every browser must bring once.")] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Open pages over the store in a browser, until stopped with Ctrl-C."""
    from onrecord.web.options import WebOptions
    from onrecord.web.serve import serve_pages

    options = WebOptions(store_place(store), host, port, token)
    loud = volume_of(context).level > 0
    serve_pages(options, lambda where: complain(f"open {where} in a browser; Ctrl-C stops") if loud else None)
    return 0
