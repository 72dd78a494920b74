"""A document: the text of one report as it was published, with the structure that its source gave it."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from onrecord.model.span import Span

BlockKind = Literal[
    "title", "date", "byline", "dateline", "credit", "heading", "paragraph", "quote", "list", "caption", "related", "source", "other"
]
READ_KINDS: frozenset[str] = frozenset({"title", "dateline", "heading", "paragraph", "quote", "list", "caption"})
"""Blocks whose words are read, a dateline for its place and its day. The others are kept in the text but say nothing of the events."""


class Block(msgspec.Struct, frozen=True):
    """A run of text with one function on the page. Blocks are in order and do not overlap.

    A dateline ("GENEVA, 3 May (Agency) —") that opens a paragraph is a block of its own, directly before it.
    """

    kind: BlockKind
    span: Span


class Link(msgspec.Struct, frozen=True):
    """A hyperlink over some words. Dead links and links to the page itself are kept, and named in the warnings."""

    span: Span
    href: str


class Document(msgspec.Struct, frozen=True):
    """One report: what a source makes and a reader reads. `text` is never altered after this is made.

    `published` is an ISO date, or a date-time with offset, or None when the report does not say. `published_span`
    is None when the date came from metadata or from the user. `warnings` are plain sentences for a person.
    """

    id: str
    key: str
    text: str
    blocks: tuple[Block, ...]
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    published_span: Span | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    language: str | None = None
    links: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()


def document_id(text: str) -> str:
    """The document's id: SHA-256 (hex) of the text in UTF-8. The same words are the same document."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
