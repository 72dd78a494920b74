"""A page as runs of text: what a reader sees as one paragraph, heading or caption, with what the markup around it says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import urljoin

from lxml import etree

from onrecord.model.document import Link
from onrecord.model.span import Span
from onrecord.vocabulary.sources import page_names

Role = Literal["related", "other", "byline", "date", "intro", "caption", "credit", "dateline", "aside", "quote", "list"]

_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
_SKIPPED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "head",
        "select",
        "textarea",
        "button",
        "input",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
        "nav",
        "form",
        "title",
    )
)
_SENTENCES = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "blockquote", "dd"))
_TAG_ROLES: dict[str, Role] = {
    "figcaption": "caption",
    "aside": "aside",
    "blockquote": "quote",
    "li": "list",
    "time": "date",
}
_UNSEEN = frozenset(
    (
        "visually-hidden",
        "visuallyhidden",
        "sr-only",
        "screen-reader-text",
        "screenreader",
        "hidden",
        "u-hidden",
        "is-hidden",
        "assistive-text",
    )
)
"""Classes of words that are spoken to those who cannot see the page: "Image caption,", "Link copied"."""
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True, slots=True)
class Run:
    """Text that stands together. `roles` are what the elements around it say, outermost first; `parent` holds its block."""

    text: str
    links: tuple[Link, ...]
    tag: str
    roles: tuple[Role, ...]
    block: Any
    marked: tuple[tuple[Role, Any], ...]
    """The elements that gave a role."""

    @property
    def key(self) -> str:
        """Letters and digits alone, to compare with other tellings of the same text."""
        return key_of(self.text)

    @property
    def linked(self) -> float:
        return sum(link.span.length for link in self.links) / max(len(self.text), 1)


def key_of(text: str) -> str:
    """The letters and digits of a text in lower case, by which two tellings of it are compared."""
    return "".join(c for c in text.lower() if c.isalnum())


@dataclass(slots=True)
class _Buffer:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)
    opened: list[tuple[Any, int]] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        """White space becomes one space, none at the start; a line break stays."""
        if not text:
            return
        lead = " " if text[:1].isspace() and self.length and not self.parts[-1].endswith((" ", "\n")) else ""
        body = " ".join(text.split())
        if body:
            self.parts.append(lead + body + (" " if text[-1:].isspace() else ""))
        elif lead:
            self.parts.append(" ")
        else:
            return
        self.length += len(self.parts[-1])

    def line_break(self) -> None:
        if self.length:
            self.parts[-1] = self.parts[-1].rstrip(" ")
            self.parts.append("\n")
            self.length = sum(map(len, self.parts))

    def at_break(self) -> bool:
        return bool(self.parts) and self.parts[-1].endswith("\n")


def runs_of(tree: Any, base: str | None) -> Iterator[Run]:
    """The runs of a page in order. Scripts, forms, menus and what is hidden are left out; links are made absolute."""
    body = tree.find("body")
    buffer, stack = _Buffer(), list[tuple[Any, tuple[tuple[Role, Any], ...], str]]()
    walker = etree.iterwalk(body if body is not None else tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event in ("comment", "pi"):
            if element.getparent() is not None:
                buffer.add(element.tail)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _SKIPPED or _hidden(element):
                walker.skip_subtree()
                stack.append((None, (), ""))
                continue
            marked, block = (stack[-1][1], stack[-1][2]) if stack else ((), "body")
            role = _role(element, tag)
            cuts = tag in _BLOCKS or _stands_alone(role, block, marked)
            if cuts:
                yield from _flush(buffer, stack)
            here = element if tag in _BLOCKS or cuts else (stack[-1][0] if stack else element)
            stack.append((here, (*marked, (role, element)) if role else marked, tag if tag in _BLOCKS else block))
            _part(buffer, element, tag, marked)
            _open(buffer, element, tag)
            if tag == "br":
                if buffer.at_break():
                    yield from _flush(buffer, stack)
                buffer.line_break()
        else:
            skipped = stack[-1][0] is None
            if not skipped:
                if tag == "a":
                    _close(buffer, element, base)
                if stack[-1][0] is element:
                    yield from _flush(buffer, stack)
            stack.pop()
        if event == "start":
            buffer.add(element.text)
        elif stack:
            buffer.add(element.tail)


def _stands_alone(role: Role | None, block: str, marked: tuple[tuple[Role, Any], ...]) -> bool:
    """An inline element with a part of its own on the page: a byline, a date, a credit, unless it stands in a sentence or in its like."""
    if role not in ("byline", "date", "credit", "dateline") or (role == "byline" and marked and marked[-1][0] == role):
        return False
    return block not in _SENTENCES or block == "figcaption"


def _part(buffer: _Buffer, element: Any, tag: str, marked: tuple[tuple[Role, Any], ...]) -> None:
    """Neighbours that the page's style keeps apart though no space stands between them: two links, two parts of a byline."""
    before = element.getprevious()
    if tag not in ("a", "span") or before is None or before.tail:
        return
    if before.tag == tag == "a" or (marked and marked[-1][0] in ("byline", "date")):
        buffer.add(" ")


def _open(buffer: _Buffer, element: Any, tag: str) -> None:
    if tag == "a" and element.get("href") is not None:
        buffer.opened.append((element, buffer.length))


def _close(buffer: _Buffer, element: Any, base: str | None) -> None:
    if buffer.opened and buffer.opened[-1][0] is element:
        _, start = buffer.opened.pop()
        text = "".join(buffer.parts)
        span = Span(start, len(text)).trimmed(text)
        if span.length:
            buffer.links.append(Link(span, _absolute(element.get("href").strip(), base)))


def _absolute(href: str, base: str | None) -> str:
    if not base or href.startswith("#") or not href:
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _flush(buffer: _Buffer, stack: list[tuple[Any, tuple[tuple[Role, Any], ...], str]]) -> Iterator[Run]:
    """The run so far, if it has words. A link that spans two blocks is cut."""
    raw = "".join(buffer.parts)
    text = raw.rstrip()
    if text.strip() and stack:
        block, marked, tag = stack[-1]
        shift = len(text) - len(text.lstrip())
        links = [Link(Span(max(x.span.start - shift, 0), min(x.span.end - shift, len(text) - shift)), x.href) for x in buffer.links]
        yield Run(text.lstrip(), tuple(x for x in links if x.span.length > 0), tag, tuple(role for role, _ in marked), block, marked)
    buffer.parts.clear()
    buffer.links.clear()
    buffer.length = 0
    buffer.opened = [(element, 0) for element, _ in buffer.opened]


def _hidden(element: Any) -> bool:
    if _UNSEEN & set((element.get("class") or "").lower().split()):
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None or element.get("aria-hidden") == "true" or "display:none" in style or "visibility:hidden" in style
    )


def _role(element: Any, tag: str) -> Role | None:
    names = " ".join(
        value for name in ("class", "id", "role", "itemprop", "data-testid", "data-component", "rel") if (value := element.get(name))
    )
    by_name = _named_role(names[:300]) if names else None
    if by_name == "caption" and tag in ("p", "span", "div", "figcaption", "em", "small"):
        return by_name
    if tag == "footer":
        return by_name or "other"
    return by_name or _TAG_ROLES.get(tag)


@lru_cache(maxsize=4096)
def _named_role(names: str) -> Role | None:
    """The role that class and id names give. What is most telling comes first: "related-author" is a related box."""
    words = {word.lower() for word in _NAME.findall(names)} | {re.sub(r"[-_]", "", name).lower() for name in names.split()}
    table = page_names()
    rows: tuple[tuple[Role, frozenset[str]], ...] = (
        ("related", table.related), ("credit", table.credit), ("caption", table.caption), ("other", table.other), ("byline", table.byline),
        ("dateline", table.dateline), ("date", table.date), ("intro", table.intro),
    )  # fmt: skip
    return next((role for role, row in rows if words & row), None)
