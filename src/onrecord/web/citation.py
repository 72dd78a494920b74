"""A line that says where words stand: report, outlet, date, address, words."""

from __future__ import annotations

from onrecord.model.record import DocumentInfo
from onrecord.model.span import Span


def citation(document: DocumentInfo, span: Span | None = None) -> str:
    """`“Title”, Outlet, 2024-05-03, https://… (characters 120–168: “the words”)`; what is not known is left out."""
    parts = [
        f"“{document.title}”" if document.title else None,
        document.outlet,
        document.published[:10] if document.published else "undated",
        document.url,
    ]
    line = ", ".join(part for part in parts if part)
    if span is None:
        return f"{line} (text {document.id[:12]})"
    return f"{line} (text {document.id[:12]}, characters {span.start}–{span.end}: “{document.text[span.start : span.end]}”)"
