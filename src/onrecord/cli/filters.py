"""The filters that every command over the ledger takes: the same names, the same meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.store import Filter

Actor = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="A part of a name, a country code (SDN) or an actor code.")]
Place = Annotated[str | None, typer.Option("--place", metavar="NAME", help="A part of a place's name, or a country code.")]
First = Annotated[str | None, typer.Option("--from", metavar="DAY", help="From this day on (2031-05-03).")]
Last = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Up to this day.")]
Act = Annotated[
    str | None,
    typer.Option("--act", metavar="CODE", help="A PLOVER event (ASSAULT) or CAMEO code from its beginning (19); mediation: offer …"),
]
Source = Annotated[str | None, typer.Option("--source", metavar="NAME", help="A part of an outlet's name or of an address.")]


def check_day(option: str, day: str | None) -> None:
    """Raises InputError when what was given with an option is no day."""
    from onrecord.ledger.days import day_of

    if day is not None and (len(day) != 10 or day_of(day) is None):
        raise InputError(f"{option} {day!r} is not a day: write it as 2031-05-03")


def filter_of(actor: str | None, place: str | None, first: str | None, last: str | None, act: str | None, source: str | None) -> Filter:
    """The filter of a command line. Raises InputError for a day that is none, or a range that ends before it begins."""
    from onrecord.store import Filter

    check_day("--from", first)
    check_day("--to", last)
    if first and last and first > last:
        raise InputError(f"--from {first} comes after --to {last}")
    return Filter(actor=actor, place=place, first=first, last=last, act=act, source=source)
