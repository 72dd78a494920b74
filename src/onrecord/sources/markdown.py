"""Markdown: the parser's tokens as passages, links with the words they stand over, markup removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.model.document import BlockKind, Document, Link
from onrecord.model.span import Span
from onrecord.sources.draft import Facts, Passage, joined
from onrecord.sources.structure import document_of, iso_date

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_KEY = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.M)
_TAG = re.compile(r"<[^<>]{0,2000}>")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def read_markdown(text: str, facts: Facts) -> Document:
    """The document of a Markdown text. A heading that comes first is the title; front matter gives what it names."""
    front = _FRONT.match(text)
    if front:
        facts, text = _with_front(facts, front.group(1)), text[front.end() :]
    return document_of(joined(_passages(_parser().parse(text)), facts))


def _with_front(facts: Facts, front: str) -> Facts:
    keys = {key.lower(): value.strip("\"'") for key, value in _KEY.findall(front)}
    day = next((found for key in ("date", "published", "pubdate") if (found := iso_date(keys.get(key, "")))), None)
    author = keys.get("author") or keys.get("authors") or ""
    return replace(
        facts,
        title=facts.title or keys.get("title"),
        published=facts.published or day,
        url=facts.url or keys.get("url") or keys.get("canonical_url") or keys.get("link"),
        outlet=facts.outlet or keys.get("outlet") or keys.get("publisher"),
        authors=facts.authors or tuple(name for part in re.split(r",|;", author.strip("[]")) if (name := part.strip(" \"'"))),
    )


def _passages(tokens: Sequence[Token]) -> Iterator[Passage]:
    """A passage for each leaf block. Lists and quotations mark what stands in them."""
    around: list[str] = []
    seen_text = after_image = False
    for token in tokens:
        if token.nesting == 1:
            around.append(token.type)
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline":
            inline = _inline(token.children or [])
            if after_image and inline.emphasised:
                passage = Passage(inline.text, "caption", tuple(inline.links), sure=True)
            else:
                passage = _passage(inline, around, first=not seen_text)
            after_image = inline.image
            seen_text = seen_text or bool(passage.text.strip())
            yield passage
        elif token.type in ("fence", "code_block"):
            yield Passage(token.content.strip("\n"))
        elif token.type == "html_block":
            yield Passage(" ".join(_TAG.sub(" ", token.content).split()))


def _passage(inline: _Inline, around: Sequence[str], *, first: bool) -> Passage:
    kind: BlockKind | None = None
    sure = False
    if "heading_open" in around:
        kind, sure = ("title", True) if first else ("heading", False)
    elif "blockquote_open" in around:
        kind = "quote"
    elif "table_open" in around:
        kind, sure = "list", True  # a date in a cell is not the report's
    elif "list_item_open" in around:
        kind = "list"
    elif inline.image and inline.text:
        kind, sure = "caption", True
    return Passage(inline.text, kind, tuple(inline.links), sure)


@dataclass(slots=True)
class _Inline:
    parts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    length: int = 0
    image: bool = False
    emphasised: bool = False

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        return "".join(self.parts)


def _inline(tokens: Sequence[Token]) -> _Inline:
    """The words of one block, without white space at its ends."""
    out, opened = _Inline(), list[tuple[int, str]]()
    for token in tokens:
        match token.type:
            case "text" | "code_inline":
                out.add(token.content if out.length else token.content.lstrip())
            case "softbreak" if out.length:
                out.add(" ")
            case "hardbreak" if out.length:
                out.add("\n")
            case "link_open":
                opened.append((out.length, str(token.attrs.get("href", ""))))
            case "link_close" if opened:
                start, href = opened.pop()
                if out.length > start:
                    out.links.append(Link(Span(start, out.length), href))
            case "image":
                out.image = True
                out.add(token.content if out.length else token.content.lstrip())
    out.emphasised = bool(tokens) and tokens[0].type == "em_open" and tokens[-1].type == "em_close"
    return _trimmed(out)


def _trimmed(inline: _Inline) -> _Inline:
    text = inline.text.rstrip()
    links = [Link(Span(link.span.start, min(link.span.end, len(text))), link.href) for link in inline.links if link.span.start < len(text)]
    return _Inline([text], links, len(text), inline.image, inline.emphasised)
