"""One report as it was published, with what was read marked in it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from onrecord.export.values import LAYERS, Layer, ValueLine, value_lines
from onrecord.ledger.corrections import apply
from onrecord.model.record import Record, to_json
from onrecord.store.review import corrections
from onrecord.web.answers import Table, csv_answer
from onrecord.web.citation import citation
from onrecord.web.marks import marked_blocks
from onrecord.web.site import Site

TITLES: dict[Layer, str] = {
    "statement": "Who said what", "event": "Who did what to whom", "toll": "At what cost", "mediation": "Where the mediation stands",
    "relation": "How the acts hang together", "time": "When", "place": "Where", "actor": "Who is who",
}  # fmt: skip

PLURAL: dict[Layer, str] = {
    "statement": "statements", "event": "events", "toll": "tolls", "mediation": "mediation", "time": "times", "place": "places",
    "actor": "actors",
}  # fmt: skip
"""The layers whose values can be judged, as corrections name them."""


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value for CSV: what it says, where its first words stand, all its words, and how to cite it."""

    layer: str
    id: str
    said: str
    start: int
    end: int
    words: tuple[str, ...]
    citation: str


def report(site: Site, request: Request, form: str) -> Response:
    """The report named in the path, by its id or the beginning of it: as people have corrected it, or as it was read (`view=reading`)."""
    record = site.store.record(str(request.path_params["document"]))
    decided = corrections(site.store, record.document.id)
    read = {line.id for line in value_lines(record)}
    as_read = request.query_params.get("view") == "reading"
    if decided and not as_read:
        record = apply(record, decided).record
    if form == "json":
        return Response(to_json(record), media_type="application/json")
    lines = value_lines(record)
    d = record.document
    if form == "csv":
        return csv_answer(Table(f"report-{d.id[:12]}", [_row(record, line) for line in lines if line.spans]))
    values = {
        "d": d,
        "reader": record.reader,
        "blocks": marked_blocks(record, lines),
        "layers": [(layer, [line for line in lines if line.layer == layer]) for layer in LAYERS],
        "titles": TITLES,
        "plural": PLURAL,
        "read": read,
        "warnings": record.warnings,
        "title_in_text": any(block.kind == "title" for block in d.blocks),
        "safe_url": d.url if d.url and urlsplit(d.url).scheme in ("http", "https") else None,
        "citation": citation(d),
        "decided": len(decided),
        "as_read": as_read,
    }
    return site.page(request, "report.html", values)


def _row(record: Record, line: ValueLine) -> ValueRow:
    first = line.spans[0]
    words = tuple(record.words(span) for span in line.spans)
    return ValueRow(line.layer, line.id, line.said, first.start, first.end, words, citation(record.document, first))
