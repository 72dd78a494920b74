"""`onrecord incidents`: what happened, as all the reports that tell it tell it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import filters
from onrecord.cli.options import Format, Quiet, StoreOption, Verbose, store_place, volume_of
from onrecord.cli.output import complain
from onrecord.cli.rows import days, print_all

if TYPE_CHECKING:
    from onrecord.ledger.incidents import Incident

SHOWN = 3
"""Names a side on a line; data has all."""


def incidents(
    context: typer.Context,
    actor: filters.Actor = None,
    place: filters.Place = None,
    first: filters.First = None,
    last: filters.Last = None,
    act: filters.Act = None,
    source: filters.Source = None,
    least: Annotated[int, typer.Option("--least", min=1, help="Only incidents that at least so many independent sources tell.")] = 1,
    form: Annotated[Format, typer.Option("--format", help="table for people; json or jsonl for data.")] = Format.table,
    store: StoreOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """List incidents: acts that several reports may tell, each with its sources, and who denies it."""
    from onrecord.store import history, open_store

    wanted = filters.filter_of(actor, place, first, last, act, source)
    with open_store(store_place(store), create=False) as opened:
        found = [one for one in history.incidents(opened, wanted) if one.independent >= least]
    print_all(found, form, _lines)
    if not found and volume_of(context).level > 0:
        complain("no incident fits")
    return 0


def _lines(one: Incident) -> Sequence[str]:
    who = _parties(one.sources) or "?"
    whom = f" → {_parties(one.targets)}" if one.targets else ""
    where = f" · {one.place}" if one.place else ""
    told = f"{len(one.reports)} report{'s' * (len(one.reports) > 1)}, {one.independent} independent"
    lines = [f"{one.id}  {days(one.first_day, one.last_day):16}  {one.plover} {one.cameo}  {who}{whom}{where}  ({told})"]
    said = [name or "the report itself" for name in one.said_by]
    if said:
        lines.append(f"               said by {', '.join(said)}" + (f"; denied by {', '.join(one.denied_by)}" if one.denied_by else ""))
    elif one.denied_by:
        lines.append(f"               denied by {', '.join(one.denied_by)}")
    return lines


def _parties(names: Sequence[str]) -> str:
    """The first few, the most often named; reports word the same victims in many ways."""
    more = f" + {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return " + ".join(names[:SHOWN]) + more
