"""What a format reader hands to the structure pass: the text, its pieces, its links, and what the metadata say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.model.document import BlockKind, Link
from onrecord.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on the page. `kind` is what the markup says it is; None when it says nothing (a paragraph or furniture)."""

    span: Span
    kind: BlockKind | None = None
    sure: bool = False
    """True when the markup leaves no doubt, so that the words are not asked."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a report beside its text: from metadata, from the row that held it, or from the user."""

    key: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A report half made."""

    text: str
    pieces: tuple[Piece, ...]
    facts: Facts
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece not yet joined to the others: its own text, with links counted from its own start."""

    text: str
    kind: BlockKind | None = None
    links: tuple[Link, ...] = ()
    sure: bool = False


@dataclass(slots=True)
class _Joined:
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def joined(passages: Iterable[Passage], facts: Facts) -> Draft:
    """The passages as one text, a blank line between each two. Empty passages are left out."""
    out, offset = _Joined(), 0
    for passage in passages:
        if not passage.text.strip():
            continue
        out.parts.append(passage.text)
        out.pieces.append(Piece(Span(offset, offset + len(passage.text)), passage.kind, passage.sure))
        out.links.extend(Link(Span(link.span.start + offset, link.span.end + offset), link.href) for link in passage.links)
        offset += len(passage.text) + 2
    return Draft("\n\n".join(out.parts), tuple(out.pieces), facts, tuple(out.links))
