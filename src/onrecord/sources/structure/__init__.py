"""The structure pass that all formats share: a draft in, a document with blocks of every kind out.

What the markup says is taken first; what it leaves open is asked of the words. Whatever is not surely furniture is a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urldefrag, urlsplit

from onrecord.model.document import Block, Document, document_id
from onrecord.model.span import Span
from onrecord.sources.draft import Draft
from onrecord.sources.structure.dateline import dateline_end
from onrecord.sources.structure.dates import DateLine, date_line, iso_date
from onrecord.sources.structure.furniture import URL, mark_furniture
from onrecord.sources.structure.head import (
    authors_of,
    guess_title,
    head_end,
    is_desk,
    mark_credits,
    mark_dates,
    mark_desks,
    mark_headings,
    mark_title,
)
from onrecord.sources.structure.language import language_of
from onrecord.sources.structure.lines import Line, line_at

__all__ = ["date_line", "document_of", "head_end", "is_desk", "iso_date", "outlet_of"]


def document_of(draft: Draft, *, guess: bool = True) -> Document:
    """The document of a draft. `guess` lets the first line be the title where nothing names one (not for a text given with its own)."""
    lines = _lines(draft)
    mark_desks(lines)
    mark_furniture(lines)
    mark_title(lines, draft.facts.title)
    dates = mark_dates(lines)
    mark_credits(lines)
    if guess and draft.facts.title is None and not any(x.kind == "title" for x in lines):
        guess_title(lines)
    mark_headings(lines)
    return _document(draft, lines, dates)


def _lines(draft: Draft) -> list[Line]:
    linked = [0] * len(draft.pieces)
    n = 0
    for link in sorted(draft.links, key=lambda x: x.span):
        while n < len(draft.pieces) and draft.pieces[n].span.end <= link.span.start:
            n += 1
        if n < len(draft.pieces):
            linked[n] += link.span.length
    return [
        line_at(draft.text, piece.span, piece.kind, piece.sure, linked[n] / max(piece.span.length, 1))
        for n, piece in enumerate(draft.pieces)
    ]


def _document(draft: Draft, lines: list[Line], dates: Sequence[tuple[Line, DateLine]]) -> Document:
    facts = draft.facts
    title = facts.title or next((" ".join(x.text.split()) for x in lines if x.kind == "title"), None)
    published, published_span = _published(facts.published, dates)
    url = facts.url or _source_url(lines)
    authors = facts.authors or tuple(dict.fromkeys(name for x in lines if x.kind in ("byline", "date") for name in authors_of(x.text)))
    language, warnings = language_of(draft.text, facts.language)
    return Document(
        id=document_id(draft.text),
        key=facts.key,
        text=draft.text,
        blocks=tuple(_blocks(draft.text, lines)),
        url=url,
        outlet=facts.outlet or outlet_of(url),
        title=title,
        published=published,
        published_span=published_span,
        authors=authors,
        credits=tuple(dict.fromkeys(" ".join(x.text.split()) for x in lines if x.kind == "credit")),
        language=language,
        links=draft.links,
        warnings=(*facts.warnings, *warnings, *_link_warnings(draft, url)),
    )


def _blocks(text: str, lines: list[Line]) -> list[Block]:
    blocks, paragraphs = [], 0
    for x in lines:
        start = x.span.start
        if x.kind in (None, "paragraph"):
            end = dateline_end(text, start, x.span.end, paragraphs)
            if end is not None and end < x.span.end:
                blocks.append(Block("dateline", Span(start, end)))
                start = Span(end, x.span.end).trimmed(text).start
            paragraphs += x.is_prose
        blocks.append(Block(x.kind or "paragraph", Span(start, x.span.end)))
    return blocks


def _published(given: str | None, dates: Sequence[tuple[Line, DateLine]]) -> tuple[str | None, Span | None]:
    """What the metadata say, else the first date line that does not speak of a later change, else the first."""
    if given is not None or not dates:
        return given, None
    where, found = next((pair for pair in dates if not pair[1].later), dates[0])
    return found.value, Span(where.span.start + found.span.start, where.span.start + found.span.end)


def _source_url(lines: list[Line]) -> str | None:
    for x in lines:
        if x.kind == "source" and (found := URL.search(x.text)):
            return found.group().rstrip(".,;")
    return None


def outlet_of(url: str | None) -> str | None:
    """The site of an address, as the name of who published it: `https://www.example.org/a` gives `example.org`."""
    try:
        host = urlsplit(url if url and "//" in url else f"//{url}").hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") or None if host and "." in host else None


def _link_warnings(draft: Draft, url: str | None) -> list[str]:
    """Links that lead nowhere, and links of related boxes or words to the page itself, by name."""
    out = []
    for link in draft.links:
        words = " ".join(link.span.of(draft.text).split())[:80]
        if link.href.strip() in ("", "#") or link.href.lower().startswith("javascript:"):
            out.append(f'the link over "{words}" leads nowhere ({link.href.strip() or "empty"})')
        elif url and _same_page(link.href, url) and not URL.fullmatch(words):
            out.append(f'the link over "{words}" leads to the report itself ({link.href})')
    return out


def _same_page(href: str, url: str) -> bool:
    if href.startswith("#"):
        return False
    a, b = (urldefrag(x.strip()).url.rstrip("/").removeprefix("https:").removeprefix("http:") for x in (href, url))
    return a == b
