"""Plain text: paragraphs by blank lines, by lines, or by lines wrapped at a width."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model.document import Document
from onrecord.sources.draft import Draft, Facts, Piece
from onrecord.sources.paragraphs import paragraphs
from onrecord.sources.structure import document_of

_ITEM = re.compile(r"(?:[•‣◦▪●*·–—-]|\(?\d{1,2}[.)])[ \t\u00a0]+(?=\S)")

_MAIL_QUOTE = re.compile(r"^>(?:[ \t]?>)*(?:[ \t]|$)", re.M)


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The paragraphs of a text as pieces; an item of a list is marked as one."""
    return tuple(Piece(span, "list" if _ITEM.match(text, span.start, span.start + 6) else None) for span in paragraphs(text))


def read_text(text: str, facts: Facts) -> Document:
    """The document of a plain text, which is taken as it is but for the marks of quoted mail (">" before each line)."""
    text = _MAIL_QUOTE.sub("", text)
    facts = replace(facts, title=" ".join(facts.title.split()) if facts.title else None)
    return document_of(Draft(text, pieces_of(text), facts))
