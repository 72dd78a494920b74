"""`onrecord tolls`: who says how many, over time, of an incident or in running totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import filters
from onrecord.cli.options import Format, Quiet, StoreOption, Verbose, store_place, volume_of
from onrecord.cli.output import complain, safe, say
from onrecord.cli.rows import bounds, days, print_all
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.ledger.claims import Tally


def tolls(
    context: typer.Context,
    actor: filters.Actor = None,
    place: filters.Place = None,
    first: filters.First = None,
    last: filters.Last = None,
    act: filters.Act = None,
    source: filters.Source = None,
    incident: Annotated[str | None, typer.Option("--incident", metavar="ID", help="Of this incident (its id or how it begins).")] = None,
    running: Annotated[bool, typer.Option("--running", help="Running totals only.")] = False,
    form: Annotated[Format, typer.Option("--format", help="table for people; json or jsonl for data.")] = Format.table,
    store: StoreOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """List the human cost as it is claimed: every claim with its source, nothing averaged."""
    from onrecord.store import history, open_store

    wanted = filters.filter_of(actor, place, first, last, act, source)
    with open_store(store_place(store), create=False) as opened:
        if running:
            found = history.running_tolls(opened, wanted)
            print_all(found, form, _lines)
            return 0
        ledger = history.open_ledger(opened)
        incidents = history.incidents(opened, wanted, ledger)
        if incident is not None:
            incidents = [one for one in incidents if one.id.startswith(incident)]
            if not incidents:
                raise InputError(f"no incident {incident!r}; `onrecord incidents` names them")
        count = 0
        for one in incidents:
            found = history.incident_tolls(opened, one, ledger)
            if found and form is Format.table:
                say(safe(f"{one.id}  {days(one.first_day, one.last_day)}  {one.plover}  {one.place or ''}".rstrip()))
            print_all(found, Format.jsonl if form is Format.json else form, _lines)
            count += len(found)
    if not count and volume_of(context).level > 0:
        complain("no toll fits")
    return 0


def _lines(tally: Tally) -> Sequence[str]:
    all_allow = "the claims contradict each other" if tally.disputed else f"all claims allow {bounds(tally.low, tally.high)}"
    lines = [f"  {tally.kind}: {all_allow}"]
    for claim in tally.claims:
        gone = "  (superseded)" if claim.superseded_by else "  (denied)" if claim.denied else "  (a part)" if claim.part else ""
        of = f" {claim.of}" if claim.of else ""
        lines.append(
            f"    {claim.said or 'no date':10}  {bounds(claim.low, claim.high):14}{of}  — {claim.source}, {claim.report[:8]}{gone}"
        )
    return lines
