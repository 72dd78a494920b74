"""`onrecord mediation`: who mediates between whom, and where each mediation stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import filters
from onrecord.cli.options import Format, Quiet, StoreOption, Verbose, store_place, volume_of
from onrecord.cli.output import complain
from onrecord.cli.rows import days, print_all

if TYPE_CHECKING:
    from onrecord.ledger.mediation import Initiative


def mediation(
    context: typer.Context,
    actor: filters.Actor = None,
    place: filters.Place = None,
    first: filters.First = None,
    last: filters.Last = None,
    act: filters.Act = None,
    source: filters.Source = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="The day on which the state is asked: a truce of stated length runs out.")
    ] = None,
    mend: Annotated[bool, typer.Option("--mend", help="As rows with MEND's columns (JSON Lines).")] = False,
    ceasefires: Annotated[
        bool, typer.Option("--ceasefires", help="Only truces, with the ETH/PRIO dataset's columns (JSON Lines).")
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="table for people; json or jsonl for data.")] = Format.table,
    store: StoreOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """List mediation initiatives, step by step, with where each stands."""
    from onrecord.ledger.mediation_tables import ceasefire_rows, mend_rows
    from onrecord.store import history, open_store

    wanted = filters.filter_of(actor, place, first, last, act, source)
    filters.check_day("--on", on)
    with open_store(store_place(store), create=False) as opened:
        found = history.mediation(opened, wanted, on)
    if mend:
        print_all([row for one in found for row in mend_rows(one)], Format.jsonl, lambda _: ())
    elif ceasefires:
        print_all([row for one in found for row in ceasefire_rows(one)], Format.jsonl, lambda _: ())
    else:
        print_all(found, form, _lines)
    if not found and volume_of(context).level > 0:
        complain("no mediation fits")
    return 0


def _lines(one: Initiative) -> Sequence[str]:
    by = ", ".join(dict.fromkeys((*one.third_parties, *one.mediators))) or "no third party named"
    until = f" until {one.until}" if one.until and one.state == "agreed" else ""
    between = " and ".join(one.parties) or "?"
    lines = [f"{one.id}  {days(one.first_day, one.last_day):16}  {one.subject}: {by} between {between} — {one.state}{until}"]
    for step in one.steps:
        who = ", ".join(step.by or step.parties)
        status = "" if step.status == "actual" else f" ({step.status})"
        moved = f" ⇒ {step.state}" if step.moved else ""
        told = ", ".join(sorted({source.report[:8] for source in step.sources}))
        lines.append(f"    {step.day or 'no day':10}  {step.act}{status}: {who}{moved}  [{told}]")
    return lines
