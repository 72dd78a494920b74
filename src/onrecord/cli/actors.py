"""`onrecord actors`: the same person, group or office over all reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import filters
from onrecord.cli.options import Format, Quiet, StoreOption, Verbose, store_place
from onrecord.cli.output import safe, say
from onrecord.cli.rows import days, print_all

if TYPE_CHECKING:
    from onrecord.ledger.registry import Entry


def actors(
    actor: filters.Actor = None,
    place: filters.Place = None,
    first: filters.First = None,
    last: filters.Last = None,
    act: filters.Act = None,
    source: filters.Source = None,
    proposals: Annotated[bool, typer.Option("--proposals", help="What may be one actor, surest first, and what was put together.")] = False,
    form: Annotated[Format, typer.Option("--format", help="table for people; json or jsonl for data.")] = Format.table,
    store: StoreOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """List the actors of all reports, with their names, offices and how many reports name them."""
    from onrecord.store import history, open_store

    wanted = filters.filter_of(actor, place, first, last, act, source)
    with open_store(store_place(store), create=False) as opened:
        found = history.actors(opened, wanted)
    if not proposals:
        print_all(found.entries, form, _lines)
    elif form is not Format.table:
        print_all(found.proposals, form, lambda _: ())
    else:
        names = {entry.id: entry.name for entry in found.entries}
        for one in found.proposals:
            done = "put together" if one.applied else "two, until a person says otherwise"
            say(safe(f"{one.score:.2f}  {names.get(one.a, one.a)} = {names.get(one.b, one.b)}  ({one.why}; {done})"))
    return 0


def _lines(one: Entry) -> Sequence[str]:
    also = [name for name, _ in one.aliases if name != one.name][:4]
    head = f"{one.id}  {one.name}  ({one.kind}{', ' + one.country if one.country else ''})  {one.reports} report{'s' * (one.reports > 1)}"
    lines = [head + (f"  also: {'; '.join(also)}" if also else "")]
    held = [f"{office.role}{' of ' + office.of if office.of else ''}  {days(office.first, office.last)}" for office in one.offices]
    return lines + [f"               {office}" for office in held]
