"""`onrecord search`: words in statements, events and reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import Format, Quiet, StoreOption, Verbose, store_place, volume_of
from onrecord.cli.output import complain
from onrecord.cli.rows import print_all
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.store import Hit


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help='Words that must all be there; "a phrase"; medi* for a beginning.')],
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")] = 50,
    form: Annotated[Format, typer.Option("--format", help="table for people; json or jsonl for data.")] = Format.table,
    store: StoreOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Search what was said and done in the reports that were kept, best first."""
    from onrecord.store import open_store

    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    if not any(c.isalnum() for c in asked):
        raise InputError(f"search {asked!r}: no word to look for")
    with open_store(store_place(store), create=False) as opened:
        hits = opened.search(asked, limit=limit)
    print_all(hits, form, _lines)
    if not hits and volume_of(context).level > 0:
        complain(f"nothing found for {asked}")
    return 0


def _lines(hit: Hit) -> Sequence[str]:
    what = f"{hit.kind} {hit.value}" if hit.value else hit.kind
    return (f"{hit.document[:8]}  {(hit.published or 'no date')[:10]:10}  {what:14}  {' '.join(hit.words.split())}",)
