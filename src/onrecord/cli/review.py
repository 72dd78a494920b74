"""`onrecord review`: people's corrections out and in, as JSON Lines, and how far coders agree."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import Format, StoreOption, store_place, volume_of
from onrecord.cli.output import complain, safe, say, write_bytes
from onrecord.cli.rows import print_all
from onrecord.errors import InputError

review = typer.Typer(no_args_is_help=True, help="People's corrections: out and in as JSON Lines; conflicts; agreement of coders.")
Report = Annotated[
    str | None, typer.Argument(metavar="[ID]", help="One report: its id, how it begins, or its key. All of them when left out.")
]


@review.command("sheet")
def sheet(report: Report = None, store: StoreOption = None) -> int:
    """Print a line for every value of the record, to be filled in (action, value, who, why) and given to `review import`."""
    from onrecord.ledger.sheets import sheet_rows
    from onrecord.store import open_store
    from onrecord.store.review import corrected, corrected_records

    with open_store(store_place(store), create=False) as opened:
        records = [corrected(opened, report).record] if report else corrected_records(opened)
        for record in records:
            print_all(sheet_rows(record), Format.jsonl, lambda _: ())
    return 0


@review.command("export")
def export(report: Report = None, store: StoreOption = None) -> int:
    """Print the corrections that the store holds, one JSON object a line."""
    from onrecord.store import open_store
    from onrecord.store.review import corrections

    with open_store(store_place(store), create=False) as opened:
        found = corrections(opened, opened.record(report).document.id if report else None)
    print_all(found, Format.jsonl, lambda _: ())
    return 0


@review.command("import")
def import_(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="JSON Lines of `review export`, or a filled sheet; - for standard input.")],
    who: Annotated[str | None, typer.Option("--who", help="Who decided, where a line does not say.")] = None,
    store: StoreOption = None,
) -> int:
    """Take corrections in. What is there already is left as it is; lines of a sheet without an action are passed over."""
    from onrecord.ledger.sheets import read_corrections
    from onrecord.store import open_store
    from onrecord.store.review import add_corrections

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"{file}: {error.strerror or error}") from error
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with open_store(store_place(store), create=False) as opened:
        new = add_corrections(opened, read_corrections(data, file, opened.record, who=who, now=now))
    if volume_of(context).level > 0:
        complain(f"{new} new correction{'s' * (new != 1)}")
    return 0


@review.command("conflicts")
def conflicts(report: Report = None, store: StoreOption = None) -> int:
    """List corrections that no longer fit the reading, and values on which people differ. Exit status 1 when there are any."""
    from onrecord.store import open_store
    from onrecord.store.review import corrected, corrections

    count = 0
    with open_store(store_place(store), create=False) as opened:
        names = [opened.record(report).document.id] if report else sorted({one.report for one in corrections(opened)})
        for name in names:
            done = corrected(opened, name)
            for one in done.conflicts:
                c = one.correction
                words = done.record.words(c.span)
                say(safe(f"{name[:8]}  {c.layer} “{words}”  {c.action} by {c.who} on {c.when[:10]}: {one.what}"))
                count += 1
    return 1 if count else 0


@review.command("agreement")
def agreement(context: typer.Context, store: StoreOption = None) -> int:
    """Print Krippendorff's alpha by layer, over the values that two people or more have judged."""
    from onrecord.ledger.agreement import agreements
    from onrecord.store import open_store
    from onrecord.store.review import corrections

    with open_store(store_place(store), create=False) as opened:
        found = agreements(corrections(opened))
    for one in found:
        shown = "not defined" if one.alpha is None else f"{one.alpha:.3f}"
        write_bytes(f"{one.layer:12} alpha {shown:>12}   {one.units} values, {one.coders} coders\n".encode())
    if not found and volume_of(context).level > 0:
        complain("no value has been judged yet")
    return 0


@review.command("together")
def together(
    a: str,
    b: str,
    of: Annotated[
        str, typer.Option("--of", help="actors (by name or id) or incidents (by witness, as `incidents --format json` names them).")
    ] = "actors",
    apart: Annotated[bool, typer.Option("--apart", help="They are two, and stay two.")] = False,
    who: Annotated[str, typer.Option("--who", help="Who decided.")] = "",
    why: Annotated[str, typer.Option("--why", help="Why.")] = "",
    store: StoreOption = None,
) -> int:
    """Say that two actors, or two witnesses of incidents, are one (or, with --apart, two). It sticks."""
    from onrecord.store import Decision, open_store
    from onrecord.store.review import add_decision

    if of not in ("actors", "incidents"):
        raise InputError(f"--of {of}: choose actors or incidents")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with open_store(store_place(store), create=False) as opened:
        add_decision(opened, Decision("actors" if of == "actors" else "incidents", a, b, not apart, who, now, why))
    return 0
