"""The columns of a table, read from its row type: what each holds, in which form, and whether it may be empty.

A row type is a frozen dataclass or msgspec struct. A field annotated with `Column` says what it holds, and so the type is the codebook too.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

Form = Literal["string", "integer", "number", "boolean", "date", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """What a field says of itself. `day` marks text that is an ISO day."""

    says: str
    day: bool = False


@dataclass(frozen=True, slots=True)
class Described:
    """One column of a table. `choices` are the only values it can have; none where any are allowed."""

    name: str
    says: str
    form: Form
    required: bool
    choices: tuple[str, ...]


FORMS: Mapping[object, Form] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def names_of(row: type) -> list[str]:
    """The columns of a row type, in order."""
    return list(get_type_hints(row))


def columns_of(row: type) -> tuple[Described, ...]:
    """The columns of a row type whose fields are all annotated with `Column`."""
    return tuple(_described(name, hint) for name, hint in get_type_hints(row, include_extras=True).items())


def _described(name: str, hint: Any) -> Described:
    assert get_origin(hint) is Annotated, f"{name} says nothing of itself"  # noqa: S101 - a row type of ours
    kind, column = get_args(hint)[0], get_args(hint)[-1]
    optional = get_origin(kind) in (Union, types.UnionType)
    if optional:
        kind = next(part for part in get_args(kind) if part is not type(None))
    if get_origin(kind) is Literal:
        return Described(name, column.says, "string", not optional, tuple(str(choice) for choice in get_args(kind)))
    form: Form = "list" if get_origin(kind) is tuple else "date" if column.day else FORMS[kind]
    return Described(name, column.says, form, not optional and form != "list", ())
