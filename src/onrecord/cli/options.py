"""Options that several commands take, written once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


@dataclass(slots=True)
class Volume:
    """How much is said on standard error: 0 quiet, 1 usual, 2 with every step and tracebacks."""

    level: int = 1


class Format(StrEnum):
    """What is printed: for people, or as data."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


def volume_of(context: typer.Context) -> Volume:
    """The one Volume of this run."""
    found = context.find_root().ensure_object(Volume)
    assert isinstance(found, Volume)  # noqa: S101 - ours alone
    return found


def _quiet(context: typer.Context, given: bool) -> None:
    if given:
        volume_of(context).level = 0


def _verbose(context: typer.Context, given: bool) -> None:
    if given:
        volume_of(context).level = 2


Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.", callback=_quiet, expose_value=True)]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more, and show tracebacks.", callback=_verbose, expose_value=True)]
StoreOption = Annotated[str | None, typer.Option("--store", metavar="FILE", help="The store: a file, or a postgresql:// address.")]


def default_store() -> Path:
    """Where reports are kept when no store is named: one file in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("onrecord", appauthor=False) / "onrecord.db"


def store_place(given: str | None) -> str:
    """The named store or the default one."""
    return given if given is not None else str(default_store())
