"""The codebook of an export: a Frictionless Data Package (version 1) that names every table, column and key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from onrecord import __version__
from onrecord.export.columns import Described, Form, columns_of
from onrecord.export.delimited import BETWEEN
from onrecord.export.tables import Table

FILE = "datapackage.json"
TEXTS = "texts"
TYPES: Mapping[Form, str] = {
    "string": "string", "list": "string", "integer": "integer", "number": "number", "boolean": "boolean", "date": "date",
}  # fmt: skip
ABOUT = (
    "Who did what to whom, who said it, when, where, at what cost and where the mediation stands, as news reports tell it. "
    "Each value has the words that it rests on; start and end count code points of the report's text, the end not included. "
    f"An empty cell is what the words do not say. Members of a list are parted by “{BETWEEN.strip()}”. "
    "Text that a spreadsheet would run as a formula has an apostrophe before it."
)


@dataclass(frozen=True, slots=True)
class Written:
    """A file of an export: its size in bytes, the SHA-256 of its bytes, and how many rows it holds below the heading."""

    path: str
    encoding: str
    size: int
    digest: str
    rows: int


def datapackage(tables: Sequence[tuple[Table, Written]], texts: Written) -> bytes:
    """The package as JSON. It holds nothing that the tables do not decide: no hour, no path of this machine."""
    resources = [_resource(table, written) for table, written in tables]
    resources.append(
        {
            **_file(TEXTS, texts),
            "profile": "data-resource",
            "format": "ndjson",
            "mediatype": "application/x-ndjson",
            "description": "The text of each report, unaltered: one JSON object a line, with report and text.",
        }
    )
    package = {
        "profile": "data-package", "name": "onrecord", "title": "A record of conflict and diplomacy", "description": ABOUT,
        "onrecord": __version__, "resources": resources,
    }  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(package), indent=2) + b"\n"


def _file(name: str, written: Written) -> dict[str, Any]:
    return {
        "name": name, "path": written.path, "encoding": written.encoding, "bytes": written.size, "hash": f"sha256:{written.digest}",
    }  # fmt: skip


def _resource(table: Table, written: Written) -> dict[str, Any]:
    return {
        **_file(table.name, written),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "description": " ".join((table.row.__doc__ or "").split()),
        "schema": {
            "fields": [_field(column) for column in columns_of(table.row)],
            "missingValues": [""],
            **({"primaryKey": list(table.key)} if table.key else {}),
            "foreignKeys": [
                {"fields": list(link.fields), "reference": {"resource": link.table, "fields": list(link.there)}} for link in table.links
            ],
        },
    }


def _field(column: Described) -> dict[str, Any]:
    limits = {**({"required": True} if column.required else {}), **({"enum": list(column.choices)} if column.choices else {})}
    kind = {"name": column.name, "type": TYPES[column.form], "description": column.says}
    return {**kind, **({"constraints": limits} if limits else {})}
