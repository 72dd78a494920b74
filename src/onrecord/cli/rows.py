"""Printing many typed values: as lines for people, or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import msgspec

from onrecord.cli.options import Format
from onrecord.cli.output import safe, say, write_bytes

if TYPE_CHECKING:
    from rich.text import Text

T = TypeVar("T")


def print_all(found: Sequence[T], form: Format, lines: Callable[[T], Sequence[str | Text]]) -> None:
    """One JSON array, one JSON object a line, or the lines that a person reads."""
    if form is Format.json:
        write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
    elif form is Format.jsonl:
        for one in found:
            write_bytes(msgspec.json.encode(one) + b"\n")
    else:
        for one in found:
            for line in lines(one):
                say(safe(line) if isinstance(line, str) else line)


def days(first: str | None, last: str | None) -> str:
    """A day or a range of days, in a width that lines up."""
    if first and last and first != last:
        return f"{first}…{last[5:]}"
    return first or (f"by {last}" if last else "no day")


def bounds(low: int | None, high: int | None) -> str:
    """What a figure allows: 9, 9–14, at least 9, at most 14."""
    if low is not None and low == high:
        return f"{low:,}"
    if low is not None and high is not None:
        return f"{low:,}–{high:,}"
    if low is not None:
        return f"at least {low:,}"
    return "no bound" if high is None else f"at most {high:,}"
