"""Builds the reference from the code: `make docs`. A test fails when what is built differs from what is committed."""

from __future__ import annotations

import json
import re
import sys
import types
import typing
from pathlib import Path

import msgspec

from docs.cli import cli_reference
from docs.tables import tables_reference
from onrecord.model import record

REFERENCE = Path(__file__).parent / "reference"
NAMES = {str: "text", int: "integer", float: "number", bool: "true or false", type(None): "null", record.Span: "span"}


def plain(kind: object) -> str:
    """A type as a reader of JSON would say it."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(plain(x) for x in arguments)
    if origin is typing.Literal:
        return " \\| ".join(f"`{x}`" for x in arguments)
    if origin is tuple:
        return f"list of {plain(arguments[0])}"
    if origin is dict:
        return f"object from {plain(arguments[0])} to {plain(arguments[1])}"
    for known, name in NAMES.items():
        if kind is known:
            return name
    return getattr(kind, "__name__", str(kind))


def structs() -> list[type[msgspec.Struct]]:
    """Every struct of the contract, the record first, then in the order of its keys."""
    found: list[type[msgspec.Struct]] = []

    def visit(kind: object) -> None:
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            if kind not in found:
                found.append(kind)
                for hint in typing.get_type_hints(kind).values():
                    visit(hint)
        else:
            for inner in typing.get_args(kind):
                visit(inner)

    visit(record.Record)
    return found


def record_reference() -> str:
    """The record's form as a page of tables."""
    lines = [
        "# The record, key by key",
        "",
        "Built from `src/onrecord/model` by `make docs`; do not edit. The same as JSON Schema: `record.schema.json`.",
        "",
        "A span is `[start, end]` in Unicode code points of `document.text`, the end not included. A list key is never",
        "missing; a scalar that the words do not give is null.",
    ]
    for struct in structs():
        said = re.sub(r"\s+", " ", struct.__doc__ or "").strip()
        lines += ["", f"## {struct.__name__}", ""]
        if not said.startswith(struct.__name__ + "("):
            lines += [said, ""]
        lines += ["| key | value |", "| --- | --- |"]
        hints = typing.get_type_hints(struct)
        lines += [f"| `{field.encode_name}` | {plain(hints[field.name])} |" for field in msgspec.structs.fields(struct)]
    return "\n".join(lines) + "\n"


def schema() -> str:
    """The record's JSON Schema (2020-12)."""
    return json.dumps(msgspec.json.schema(record.Record), indent=1, ensure_ascii=False) + "\n"


def pages() -> dict[Path, str]:
    """Every built page by its place."""
    return {
        REFERENCE / "record.md": record_reference(),
        REFERENCE / "record.schema.json": schema(),
        REFERENCE / "cli.md": cli_reference(),
        REFERENCE / "tables.md": tables_reference(),
    }


def main() -> int:
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"docs/reference/{path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
